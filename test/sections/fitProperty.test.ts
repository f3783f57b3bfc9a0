import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ReportDocument } from '../../server/src/engine/document.ts';
import { toChineseNumber } from '../../server/src/engine/syntax/numerals.ts';
import { numbererAt } from '../../server/src/sections/fit.ts';

const numberOf = (level: number, value: number): string =>
  [`${toChineseNumber(value)}、`, `（${toChineseNumber(value)}）`, `${value}.`, `（${value}）`][level - 1] ?? '';

/** Headings of any level, rightly numbered or not, and paragraphs. */
const line = fc.oneof(
  fc.record({ level: fc.integer({ min: 1, max: 4 }), value: fc.integer({ min: 1, max: 120 }) }),
  fc.constant({ level: 0, value: 0 }),
);

describe('a fitted number', () => {
  it('is the one that counting from the top gives', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 60 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 4 }),
        (lines, place, level) => {
          const at = Math.min(place, lines.length);
          const texts = lines.map((one) =>
            one.level === 0 ? '全年开展检查，发现问题，及时整改。' : `${numberOf(one.level, one.value)}某项工作`,
          );
          texts.splice(at, 0, '');
          const document = ReportDocument.create('file:///a.report', 'report', 1, ['某单位工作总结', ...texts].join('\n'));
          const last = [0, 0, 0, 0, 0];
          for (const one of lines.slice(0, at)) {
            if (one.level > 0) {
              last[one.level] = one.value;
              last.fill(0, one.level + 1);
            }
          }
          const expected = numberOf(level, (last[level] ?? 0) + 1);
          assert.equal(numbererAt(document, at + 1, 'chinese').next(level as 1 | 2 | 3 | 4), expected);
        },
      ),
      { numRuns: 500, seed: 20260101 },
    );
  });
});
