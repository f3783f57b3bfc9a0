import assert from 'node:assert/strict';
import { codeLens } from '../../server/src/features/codeLens.ts';
import { foldingRanges } from '../../server/src/features/foldingRanges.ts';
import { english } from '../../server/src/wording/localize.ts';
import { report } from '../support/report.ts';

describe('counts over headings', () => {
  it('say how long a section is and lead to what is missing in it', () => {
    const document = report('关于安全的报告\n一、做法\n检查*次。\n（一）学习\n好。\n1.集中学\n二、打算\n改。\n');
    const lenses = codeLens(document, english).map(({ range, command }) => [range.start.line, command?.title, command?.command]);
    const go = 'reportWriter.nextMissingDatum';
    assert.deepEqual(lenses, [
      [0, '34 characters', ''],
      [0, '1 missing', go],
      [1, '21 characters', ''],
      [1, '1 missing', go],
      [3, '12 characters', ''],
      [6, '6 characters', ''],
    ]);
  });
});

describe('lists', () => {
  it('fold', () => {
    const ranges = foldingRanges(report('一、做法\n如下：\n- 甲\n  - 乙\n- 丙\n尾。\n一是甲。\n二是乙。\n尾。\n'));
    const lines = ranges.map(({ startLine, endLine }) => [startLine, endLine]);
    assert.ok(lines.some(([a, b]) => a === 2 && b === 4));
    assert.ok(lines.some(([a, b]) => a === 6 && b === 7));
  });
});
