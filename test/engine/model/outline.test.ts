import assert from 'node:assert/strict';
import { type OutlineNode, outlineOf } from '../../../server/src/engine/model/outline.ts';
import { report } from '../../support/report.ts';

/** A tree as indented names. */
const draw = (nodes: readonly OutlineNode[], indent = ''): string[] =>
  nodes.flatMap((node) => [indent + node.name, ...draw(node.children, `${indent}  `)]);

const text = [
  '关于安全生产的', // 0
  '自查报告', // 1
  '', // 2
  '一、基本情况', // 3
  '（一）责任落实。一是签责任书*份。二是开会*次。', // 4
  '（二）隐患排查', // 5
  '查出隐患*个。', // 6
  '二、问题', // 7
  '一是认识有差距。表现在三方面。', // 8
  '二是投入不足。', // 9
  '上述问题的原因主要有：一是重视不够。二是能力不强。', // 10
  '特此报告。', // 11
  '', // 12
  '附件1', // 13
  '', // 14
  '问题清单', // 15
];

describe('the outline', () => {
  it('is the one that a reader would draw', () => {
    assert.deepEqual(draw(outlineOf(report(text.join('\n')))), [
      '关于安全生产的自查报告',
      '  一、基本情况',
      '    （一）责任落实',
      '      一是签责任书*份',
      '      二是开会*次',
      '    （二）隐患排查',
      '  二、问题',
      '    一是认识有差距',
      '    二是投入不足',
      '    上述问题的原因主要有',
      '      一是重视不够',
      '      二是能力不强',
      '附件1',
      '  问题清单',
    ]);
  });

  it('counts the missing data under each node', () => {
    const [title] = outlineOf(report(text.join('\n')));
    assert.equal(title?.missing, 3);
    assert.deepEqual(
      title?.children[0]?.children.map(({ missing }) => missing),
      [2, 1],
    );
  });

  it('ends a section before the closing', () => {
    const [title] = outlineOf(report(text.join('\n')));
    assert.equal(title?.children[1]?.range.end.line, 10);
  });

  it('nests every range and every selection range', () => {
    const check = (node: OutlineNode): void => {
      const inOrder = (a: { line: number; character: number }, b: { line: number; character: number }): boolean =>
        a.line < b.line || (a.line === b.line && a.character <= b.character);
      for (const inner of [node.selectionRange, ...node.children.map(({ range }) => range)]) {
        assert.ok(inOrder(node.range.start, inner.start) && inOrder(inner.end, node.range.end), node.name);
      }
      node.children.forEach(check);
    };
    outlineOf(report(text.join('\n'))).forEach(check);
  });

  it('draws 100,000 headings', () => {
    const many = Array.from({ length: 100_000 }, (_, i) => `（${i % 10 === 0 ? '一' : '二'}）小节。正文。`).join('\n');
    assert.equal(outlineOf(report(many)).length, 100_000);
  });

  it('never cuts a surrogate pair in a long name', () => {
    const [node] = outlineOf(report(`## ${'𠮷'.repeat(80)}`));
    assert.ok(node?.name.endsWith('…'));
    assert.doesNotMatch(node?.name ?? '', /[\ud800-\udbff](?![\udc00-\udfff])/);
  });
});
