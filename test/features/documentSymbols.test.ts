import assert from 'node:assert/strict';
import type { DocumentSymbol, Range } from 'vscode-languageserver';
import { documentSymbols } from '../../server/src/features/documentSymbols.ts';
import { makeLocalize } from '../../server/src/lsp/makeLocalize.ts';
import { english } from '../../server/src/wording/localize.ts';
import { report } from '../support/report.ts';

const symbolsOf = (text: string) => documentSymbols(report(text), english);

/** `name (detail)`, indented by depth. */
function drawn(symbols: readonly DocumentSymbol[], indent = ''): string[] {
  return symbols.flatMap(({ name, detail, children = [] }) => [
    `${indent}${name}${detail ? ` (${detail})` : ''}`,
    ...drawn(children, `${indent}  `),
  ]);
}

const before = (a: Range['start'], b: Range['start']) => a.line < b.line || (a.line === b.line && a.character <= b.character);
const inside = (inner: Range, outer: Range) => before(outer.start, inner.start) && before(inner.end, outer.end);

function assertNested(symbols: readonly DocumentSymbol[], outer?: Range): void {
  let previous: Range | undefined;
  for (const { name, range, selectionRange, children = [] } of symbols) {
    assert.ok(name !== '', 'every symbol has a name');
    assert.ok(inside(selectionRange, range), `the selection of ${name} lies in its range`);
    if (outer) assert.ok(inside(range, outer), `${name} lies in its parent`);
    if (previous) assert.ok(before(previous.end, range.start), `${name} begins after the one before it ends`);
    assertNested(children, range);
    previous = range;
  }
}

const text = [
  '# 年度工作总结',
  '',
  '一、工作情况',
  '会议*次。',
  '（一）学习。一是抓培训，培训*期。二是抓考核，考核*次。',
  '二、下一步打算',
  '继续努力。',
].join('\n');

describe('Document symbols', () => {
  it('say nothing of missing data where the settings do not want it', () => {
    const [silent] = documentSymbols(report('一、甲\n开会*次。'), english, false);
    const [telling] = documentSymbols(report('一、甲\n开会*次。'), english, true);
    assert.deepEqual([silent?.detail, telling?.detail], [undefined, '1 missing']);
  });

  it('draw title, headings and points with the missing data under them', () => {
    assert.deepEqual(drawn(symbolsOf(text)), [
      '年度工作总结 (3 missing)',
      '  一、工作情况 (3 missing)',
      '    （一）学习 (2 missing)',
      '      一是抓培训 (1 missing)',
      '      二是抓考核 (1 missing)',
      '  二、下一步打算',
    ]);
  });

  it('nest properly', () => {
    assertNested(symbolsOf(text));
    assertNested(symbolsOf('（一）\n\n一、\n1.\n（1）没有名字\n附件1\n一、甲\n'.repeat(20)));
  });

  it('say it in Chinese to a Chinese reader', () => {
    const [title] = documentSymbols(report(text), makeLocalize('zh-cn'));
    assert.equal(title?.detail, '缺 3 项');
  });

  it('are none for an empty report', () => {
    assert.deepEqual(symbolsOf(''), []);
  });
});
