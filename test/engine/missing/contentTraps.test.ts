import assert from 'node:assert/strict';
import { report } from '../../support/report.ts';

/** What is missing in the last line. */
const last = (...lines: readonly string[]): string[] => {
  const document = report(['标题', '', '正文。', ...lines].join('\n'));
  const { text, missing } = document.line(document.lineCount - 1);
  return missing.map(({ start, end }) => text.slice(start, end));
};

describe('no data are missing', () => {
  it('in the options of a table', () => {
    for (const options of ['{横排}', '{landscape}', '｛竖排｝', '{ portrait }'])
      assert.deepEqual(last(`表1 各县进度 ${options}`), [], options);
    assert.deepEqual(last('表1 各县××进度 {横排}'), ['××']);
  });

  it('in cells that belong to another', () => {
    const header = '| 县区 | 计划资金（万元） | << | 完成率（%） |';
    assert.deepEqual(last(header, '|---|---|---|---|', '| 甲县 | 12 | << | ^^ |'), []);
    assert.deepEqual(last(header, '| ^^ | 上半年 | 下半年 | ^^ |'), []);
    assert.deepEqual(last(header, '|---|---|---|---|', '| 甲县 | ＜＜ | ＾＾ | 3 |'), []);
  });

  it('in formulas', () => {
    assert.deepEqual(last('$$ x^* = a \\times XX_{××} + ____ + [TBD] $$'), []);
  });

  it('in what a chart is drawn from', () => {
    assert.deepEqual(last('![图1 完成额](柱形图 表1 ××、XX)'), []);
    assert.deepEqual(last('![图1 完成额××万元](柱形图)'), ['××']);
  });
});

describe('a column below a merged header', () => {
  it('is read by the words of the merged cell', () => {
    const document = report('标题\n\n正文。\n| 县区 | 计划资金（万元） | << |\n|---|---|---|\n| 甲县 | 12 | × |');
    const [datum] = document.line(5).missing;
    assert.deepEqual([datum?.kind, datum?.unit, datum?.field], ['money', '万元', '甲县计划资金']);
  });
});
