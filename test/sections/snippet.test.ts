// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets are written so.
import assert from 'node:assert/strict';
import { escapeSnippet, parseSnippet, plainText, printSnippet, renumber, type SnippetNode } from '../../server/src/sections/snippet.ts';

const problemsOf = (snippet: string): readonly string[] => parseSnippet(snippet).problems.map(({ message }) => message);
const textOf = (snippet: string): string => plainText(parseSnippet(snippet).nodes);

describe('a snippet', () => {
  it('is read as VS Code reads it: stops, placeholders, choices, variables', () => {
    const nodes: readonly SnippetNode[] = [
      { kind: 'text', text: '检查' },
      { kind: 'placeholder', number: 1, children: [{ kind: 'text', text: '*' }] },
      { kind: 'text', text: '次，' },
      { kind: 'choice', number: 2, options: ['较好', '一般,尚可'] },
      { kind: 'variable', name: 'heading', defaults: [{ kind: 'text', text: '2' }] },
      { kind: 'stop', number: 3 },
      { kind: 'stop', number: 0 },
    ];
    assert.deepEqual(parseSnippet('检查${1:*}次，${2|较好,一般\\,尚可|}${heading:2}${3}$0'), { nodes, problems: [] });
  });

  it('comes back the same from print and parse', () => {
    for (const snippet of ['a${1:b${2:c\\}d}e}\\$1', '${1|甲,乙\\|丙|}\\\\', '${heading:1}存在的问题']) {
      const { nodes } = parseSnippet(snippet);
      assert.equal(printSnippet(nodes), snippet);
    }
  });

  it('keeps what is broken as text and says so', () => {
    assert.deepEqual(problemsOf('全年${1:*次'), ['unclosed']);
    assert.deepEqual(problemsOf('全年${1|a,b}'), ['unclosed']);
    assert.deepEqual(problemsOf('${1|a,,b|}'), ['empty choice']);
    assert.deepEqual(problemsOf('${1/a/b/}'), ['unknown form']);
    assert.deepEqual(problemsOf('${'), ['unknown form']);
    assert.equal(textOf('全年${1:*次'), '全年${1:*次');
  });

  it('does not overflow on deep nesting', () => {
    const deep = `${'${1:'.repeat(20_000)}x${'}'.repeat(20_000)}`;
    assert.ok(problemsOf(deep).includes('too deep'));
  });

  it('lets any text stand for itself once escaped', () => {
    for (const text of ['成本$100', '${1:x}', 'a}b\\c', '$PATH', '\\$1', '{{field}}']) {
      assert.equal(textOf(escapeSnippet(text)), text);
      assert.deepEqual(parseSnippet(escapeSnippet(text)).nodes, [{ kind: 'text', text }]);
      assert.equal(textOf(`\${1:${escapeSnippet(text)}}`), text);
    }
  });

  it('can have its tab stops numbered anew', () => {
    const nodes = renumber(parseSnippet('${1:a${2:b}}${1}$0').nodes, (number) => (number === 0 ? 0 : number + 5));
    assert.equal(printSnippet(nodes), '${6:a${7:b}}${6}${0}');
  });
});
