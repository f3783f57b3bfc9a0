import assert from 'node:assert/strict';
import { findMissingData } from '../../../server/src/engine/missing/findMissingData.ts';

/** Long lines that would make a careless pattern take quadratic time, or worse. */
const units: readonly string[] = [
  ...[
    '*',
    '×',
    'X',
    'x',
    '○',
    '〇',
    '_',
    '＿',
    '（',
    '(',
    '【',
    '[',
    '〔',
    '“',
    '《',
    '<',
    '{',
    '$',
    '`',
    '年',
    '待',
    '？',
    '…',
    ' ',
    '　',
    '\\',
    '第',
    '号',
    '图',
  ],
  ...[
    '* ',
    '×、',
    'X.',
    'X-',
    'XX-',
    'X月',
    'X年',
    'XX县',
    '_ ',
    '__a',
    '**a',
    '** ',
    '\\**',
    '（ ',
    '（ ）',
    '【待',
    '[a](',
    '[a',
    '](',
    '<!--',
    '<a ',
    '{{',
    '{a',
    '${',
    '` ',
    '年 ',
    '年 月 ',
    '20X',
    '20**年',
    '召开次',
  ],
  ...[
    '每月',
    '张×',
    '张',
    '×〔',
    '×政发〔20××〕',
    '〔20××〕×',
    'XX字第',
    'TBD',
    'TB',
    'YYYY-',
    'a ',
    'A',
    '1',
    '1*',
    '*/',
    '共  ',
    '： ',
    '——',
    'http://',
    '*、',
    'XX、',
    '|',
  ],
];

describe('the time a long line takes', () => {
  for (const unit of units) {
    it(`grows about linearly for ${JSON.stringify(unit)} again and again`, () => {
      // Four times the length: linear is 4, quadratic 16. The least of some runs, so that other work on the machine does not count; and once more where it did all the same.
      const ratio = (): number => least(unit, 2e5) / Math.max(least(unit, 5e4), 5);
      assert.ok([ratio, ratio, ratio].some((measure) => measure() <= 8));
    });
  }
});

/** Milliseconds of the fastest of some runs. */
function least(unit: string, length: number): number {
  const line = unit.repeat(Math.ceil(length / unit.length));
  let fastest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 2; run++) {
    const begin = performance.now();
    findMissingData(line, { start: 0, end: line.length, kind: 'paragraph' });
    fastest = Math.min(fastest, performance.now() - begin);
  }
  return fastest;
}
