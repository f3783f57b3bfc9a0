import assert from 'node:assert/strict';
import { findingsOf } from '../../../server/src/engine/rules/findings.ts';
import { report } from '../../support/report.ts';

const text = ['一、甲', '正文。', '二、乙', '（一）子', '三、丙', '1. 款'].join('\n');
const line = (number: number, end: number, words: string) => ({
  range: { start: { line: number, character: 0 }, end: { line: number, character: end } },
  text: words,
});

describe('Findings of sections that are kept between edits', () => {
  for (const [what, change] of [
    ['a number changes', line(2, 2, '四、')],
    ['a level changes', line(2, 2, '（二）')],
    ['a heading becomes a paragraph', line(2, 3, '乙说了很多话，也做了很多事。')],
    ['a paragraph becomes a heading', line(1, 3, '二、新')],
    ['a comment silences the rule', line(1, 3, '<!-- report-writer-disable heading-order -->')],
    ['a number moves in its line', line(2, 0, '  ')],
    ['a line comes in', line(1, 0, '又一行。\n')],
    ['a line goes', { range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } }, text: '' }],
    ['words of a heading change', line(2, 3, '二、别的')],
  ] as const) {
    it(`are those of a report read anew when ${what}`, () => {
      const document = report(`${text}\n三、丁`);
      const found = () => JSON.stringify([...findingsOf(document)]);
      const before = found();
      document.update([change], 2);
      const after = found();
      assert.equal(after, JSON.stringify([...findingsOf(report(document.getText()))]));
      document.update([{ text: `${text}\n三、丁` }], 3);
      assert.equal(found(), before);
    });
  }
});
