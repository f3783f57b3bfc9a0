import assert from 'node:assert/strict';
import { numbersAfterInsertion } from '../../server/src/structure/insertion.ts';
import { textAfter } from '../../server/src/structure/plan.ts';
import { report } from '../support/report.ts';

/** The text with lines put in after line `line`, all else numbered on; lines parted by `|`. */
function insert(text: string, line: number, lines: string): string {
  const document = report(text.replaceAll('|', '\n'));
  const at = { line, character: document.line(line).text.length };
  const newText = `\n${lines.replaceAll('|', '\n')}`;
  const { edits } = numbersAfterInsertion(document, at, newText);
  const all = [...edits, { range: { start: at, end: at }, newText }].sort(
    ({ range: a }, { range: b }) => a.start.line - b.start.line || a.start.character - b.start.character,
  );
  return textAfter(document, all).replaceAll('\n', '|');
}

describe('After a section is put in', () => {
  it('the headings after it are numbered on, and mentions mean what they meant', () => {
    assert.equal(
      insert('一、甲|见第二部分。|二、乙|（一）子|详见二（一）。|特此报告。', 1, '二、新|正文'),
      '一、甲|见第三部分。|二、新|正文|三、乙|（一）子|详见三（一）。|特此报告。',
    );
  });

  it('tables and figures are numbered on', () => {
    assert.equal(insert('一、甲|表1 子|二、乙|表2 丑|见表1和表2。', 1, '表2 新'), '一、甲|表1 子|表2 新|二、乙|表3 丑|见表1和表3。');
  });

  it('what was wrong elsewhere stays', () => {
    assert.equal(insert('一、甲|（二）子|二、乙|（一）丑|（三）寅', 1, '二、新'), '一、甲|（二）子|二、新|三、乙|（一）丑|（三）寅');
  });

  it('nothing changes where the numbers are not sure', () => {
    assert.equal(insert('一、甲|一、乙|一、丙|见表1。', 2, '二、新'), '一、甲|一、乙|一、丙|二、新|见表1。');
  });
});
