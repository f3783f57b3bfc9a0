import assert from 'node:assert/strict';
import { type MissingNode, missingTree } from '../../client/src/views/missingTree.ts';
import { gapAt } from './missingEntries.ts';

/** `一、(2)` for a group, `1:4` for a gap, groups' children indented. */
function drawn(nodes: readonly MissingNode[], indent = ''): string[] {
  return nodes.flatMap((node) =>
    node.type === 'gap'
      ? [`${indent}${node.entry.range.start.line}:${node.entry.range.start.character}`]
      : [`${indent}${node.label} (${node.count})`, ...drawn(node.children, `${indent}  `)],
  );
}

const names = { perhaps: 'Perhaps', noOwner: 'Nobody' };

const entries = [
  gapAt(0, 3),
  gapAt(2, 1, { section: ['一、', '（一）'] }),
  gapAt(2, 5, { section: ['一、', '（一）'], kind: 'money', kindName: 'money' }),
  gapAt(4, 0, { section: ['一、'] }),
  gapAt(6, 0, { section: ['二、', '（一）'], certainty: 'maybe' }),
  gapAt(7, 0, { section: ['二、', '（一）'] }),
];

describe('The tree of missing data', () => {
  it('stands as the report does: headings in headings', () => {
    assert.deepEqual(drawn(missingTree(entries, 'section', names)), [
      '0:3',
      '一、 (3)',
      '  （一） (2)',
      '    2:1',
      '    2:5',
      '  4:0',
      '二、 (1)',
      '  （一） (1)',
      '    7:0',
      'Perhaps (1)',
      '  6:0',
    ]);
  });

  it('stands by who is to send the data, those of nobody in a group of their own', () => {
    const owned = [gapAt(0, 3, { owner: '财务科' }), gapAt(1, 0), gapAt(2, 0, { owner: '办公室' }), gapAt(3, 0, { owner: '财务科' })];
    assert.deepEqual(drawn(missingTree(owned, 'owner', names)), [
      '财务科 (2)',
      '  0:3',
      '  3:0',
      'Nobody (1)',
      '  1:0',
      '办公室 (1)',
      '  2:0',
    ]);
  });

  it('stands by kinds, the largest first', () => {
    assert.deepEqual(drawn(missingTree(entries, 'kind', names)), [
      'number (4)',
      '  0:3',
      '  2:1',
      '  4:0',
      '  7:0',
      'money (1)',
      '  2:5',
      'Perhaps (1)',
      '  6:0',
    ]);
  });

  it('gives each group an id of its own, also where headings have the same words', () => {
    const same = [
      gapAt(1, 0, { section: ['一、', '概况'] }),
      gapAt(2, 0, { section: ['一、'] }),
      gapAt(3, 0, { section: ['一、', '概况'] }),
    ];
    const [root] = missingTree(same, 'section', names);
    assert.ok(root?.type === 'group');
    const ids = root.children.flatMap((node) => (node.type === 'group' ? [node.id] : []));
    assert.equal(new Set(ids).size, 2);
  });

  it('is empty where nothing is missing', () => {
    assert.deepEqual(missingTree([], 'section', names), []);
  });
});
