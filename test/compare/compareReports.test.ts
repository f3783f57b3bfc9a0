import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Comparison, compareReports } from '../../server/src/compare/compareReports.ts';
import { comparisonHtml } from '../../server/src/compare/comparisonHtml.ts';
import { keyOfBlock } from '../../server/src/compare/mergeBlocks.ts';
import { ReportDocument } from '../../server/src/engine/document.ts';
import { reportOf } from '../../server/src/engine/model/blocks.ts';
import type { Block, Inline, Report } from '../../server/src/engine/model/report.ts';
import { english } from '../../server/src/wording/localize.ts';

const read = (text: string): Report => reportOf(ReportDocument.create('file:///a.report', 'report', 1, text));
const compare = (before: string, after: string): Comparison => compareReports(read(before), read(after));

/** All inlines of a block, in print order. */
function inlinesOf(block: Block): readonly Inline[] {
  switch (block.kind) {
    case 'heading':
      return [...block.heading, ...block.body];
    case 'title':
      return block.lines.flatMap(({ inlines }) => inlines);
    case 'list':
    case 'attachmentNote':
      return block.items.flatMap(({ inlines }) => inlines);
    case 'table':
      return [block.table.header, ...block.table.rows].flatMap(({ cells }) => cells.flat());
    default:
      return 'inlines' in block ? block.inlines : [];
  }
}

/** `{-removed-}`, `{+added+}`, the rest as it is. */
function told(block: Block): string {
  const words = (inline: Inline) => ('text' in inline ? inline.text : '');
  return inlinesOf(block)
    .map((inline) =>
      inline.change === 'added' ? `{+${words(inline)}+}` : inline.change === 'removed' ? `{-${words(inline)}-}` : words(inline),
    )
    .join('')
    .replace(/\+\}\{\+|-\}\{-/g, '');
}

const changesOf = ({ changes }: Comparison) => [...changes].map(([block, change]) => [change, told(block)]);

describe('Two versions of a report', () => {
  it('that are the same have no changes', () => {
    const text = '关于植树工作的报告\n\n一、基本情况\n全年植树300亩。\n\n| 乡 | 亩 |\n|---|---|\n| 甲 | 3 |\n';
    const { changes, frontMatter, report } = compare(text, `${text}\n\n`);
    assert.equal(changes.size, 0);
    assert.deepEqual(frontMatter, []);
    assert.deepEqual(report.blocks.map(keyOfBlock), read(text).blocks.map(keyOfBlock));
  });

  it('differ by words in a paragraph', () => {
    assert.deepEqual(changesOf(compare('全年植树300亩，投资20万元。', '全年植树320亩，投资20万元。')), [
      ['changed', '全年植树{-300-}{+320+}亩，投资20万元。'],
    ]);
  });

  it('differ by whole paragraphs', () => {
    const before = '一、基本情况\n全年植树300亩。\n各村成立了护林队。\n';
    const after = '一、基本情况\n全年植树300亩。\n群众投工投劳踊跃参加。\n各村成立了护林队。\n';
    assert.deepEqual(changesOf(compare(before, after)), [['added', '{+群众投工投劳踊跃参加。+}']]);
    assert.deepEqual(changesOf(compare(after, before)), [['removed', '{-群众投工投劳踊跃参加。-}']]);
  });

  it('tell one paragraph that took the place of another as two', () => {
    const changes = changesOf(compare('全年植树三百二十亩。', '会议由书记主持召开。'));
    assert.deepEqual(changes, [
      ['removed', '{-全年植树三百二十亩。-}'],
      ['added', '{+会议由书记主持召开。+}'],
    ]);
  });

  it('show a heading that has another number', () => {
    const before = '一、基本情况\n内容。\n二、存在问题\n内容二。\n';
    const after = '一、基本情况\n内容。\n二、主要做法\n做法如下。\n三、存在问题\n内容二。\n';
    assert.deepEqual(changesOf(compare(before, after)), [
      ['added', '{+二、主要做法+}'],
      ['added', '{+做法如下。+}'],
      ['changed', '{-二-}{+三+}、存在问题'],
    ]);
  });

  it('differ by cells and rows of a table', () => {
    const table = (rows: readonly string[]) => `| 乡 | 亩 |\n|---|---|\n${rows.map((row) => `| ${row} |\n`).join('')}`;
    assert.deepEqual(changesOf(compare(table(['甲 | 3', '乙 | 4']), table(['甲 | 3', '乙 | 5']))), [['changed', '乡亩甲3乙{-4-}{+5+}']]);
    assert.deepEqual(changesOf(compare(table(['甲 | 3', '乙 | 4']), table(['甲 | 3', '丙 | 9', '乙 | 4']))), [
      ['changed', '乡亩甲3{+丙9+}乙4'],
    ]);
  });

  it('show a gap that was filled', () => {
    assert.deepEqual(changesOf(compare('召开会议*次。', '召开会议12次。')), [['changed', '召开会议{-*-}{+12+}次。']]);
  });

  it('tell keys of the front matter that changed', () => {
    const front = (number: string) => `---\n文号: ${number}\n抄送: [甲局, 乙局]\n---\n\n正文。\n`;
    assert.deepEqual(compare(front('甲政发〔2024〕1号'), front('甲政发〔2024〕2号')).frontMatter, [
      { key: 'documentNumber', before: '甲政发〔2024〕1号', after: '甲政发〔2024〕2号' },
    ]);
  });

  it('give each version back when the other’s words are left out', () => {
    const line = fc.constantFrom(
      '一、基本情况',
      '全年植树300亩。',
      '全年植树320亩，投资*万元。',
      '',
      '- 甲村**重点**推进',
      '附件：名单',
      '特此报告。',
    );
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const merged = compare(before, after);
        const side = (change: 'added' | 'removed') =>
          merged.report.blocks
            .filter((block) => merged.changes.get(block) !== change)
            .flatMap((block) => [
              block.kind === 'heading' ? block.number : '',
              ...inlinesOf(block)
                .filter((inline) => inline.change !== change)
                .map((inline) => ('text' in inline ? inline.text : '')),
            ])
            .join('');
        const words = (report: Report) =>
          report.blocks
            .flatMap((block) => [
              block.kind === 'heading' ? block.number : '',
              ...inlinesOf(block).map((inline) => ('text' in inline ? inline.text : '')),
            ])
            .join('');
        assert.equal(side('removed'), words(read(after)));
        assert.equal(side('added'), words(read(before)));
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });

  it('that have nothing in common are told within bounds', () => {
    const long = (word: string) => Array.from({ length: 6000 }, (_, index) => `${word}${index}。`).join('\n');
    const { changes } = compare(long('甲'), long('乙'));
    assert.ok(changes.size >= 6000);
  });
});

describe('The pages of a comparison', () => {
  it('are listed with their new words alone', () => {
    const { summary } = comparisonHtml(
      compare('一、情况\n\n完成12户，应到30人。\n', '一、情况\n\n完成15户，应到30人。\n'),
      'HEAD',
      english,
    );
    assert.match(summary, /Changed: 完成15户，应到30人。/);
  });

  it('list every change with a link, and escape what the reports say', () => {
    const comparison = compare('<b>甲</b>说明。', '<b>乙</b>说明。');
    const { summary, changeOf } = comparisonHtml(comparison, '"><script>', english);
    assert.match(summary, /href="#change-1"/);
    assert.match(summary, /1 changed, 0 new, 0 removed/);
    assert.doesNotMatch(summary, /<script|<b>/);
    const [first] = comparison.changes.keys();
    assert.equal(first && changeOf(first), 1);
  });
});
