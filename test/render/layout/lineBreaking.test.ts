import assert from 'node:assert/strict';
import { breakBlock } from '../../../server/src/render/layout/breakBlock.ts';
import { noPictures } from '../../../server/src/render/layout/pictures.ts';
import { common } from '../../../server/src/render/layout/presets.ts';
import type { Row } from '../../../server/src/render/layout/rows.ts';
import { addressee, paragraph } from './blocks.ts';

const printed = (row: Row): string =>
  row.kind === 'text' ? row.slices.map(({ run, start, end }) => row.paragraph.runs[run]?.text.slice(start, end) ?? '').join('') : '';
/** The lines of a paragraph without first-line indent. */
const flush = (words: string): readonly string[] =>
  breakBlock(addressee(words), common, noPictures)
    .rows.filter((row) => row.kind === 'text')
    .map(printed);
const indented = (words: string): readonly string[] => breakBlock(paragraph(words), common, noPictures).rows.map(printed);
const han = (count: number): string => '国'.repeat(count);

describe('lines', () => {
  it('hold 28 characters; the 29th wraps', () => {
    assert.deepEqual(flush(han(28)), [han(28)]);
    assert.deepEqual(flush(han(29)), [han(28), '国']);
  });

  it('begin two characters later in a paragraph, on its first line only', () => {
    assert.deepEqual(
      indented(han(28 * 3)).map((words) => words.length),
      [26, 28, 28, 2],
    );
  });

  it('count letters and digits by their own widths, with a little space beside Han characters', () => {
    assert.deepEqual(flush(`${han(25)}12年`), [`${han(25)}12年`]);
    assert.deepEqual(flush(`${han(26)}2024年`), [han(26), '2024年']);
    assert.deepEqual(flush(`${han(10)}（2024）${han(14)}国`), [`${han(10)}（2024）${han(14)}`, '国']);
  });

  for (const mark of '。，、；：？！') {
    it(`let ${mark} hang over their end rather than begin with it`, () => {
      assert.deepEqual(flush(`${han(28)}${mark}国`), [`${han(28)}${mark}`, '国']);
      assert.deepEqual(flush(`${han(28)}${mark}${mark}国`), [han(27), `国${mark}${mark}国`]);
    });
  }

  it('let a mark hang after signs and numbers of notes, but not after a letter or a digit', () => {
    assert.deepEqual(flush(`${han(27)}*，国`), [`${han(27)}*，`, '国']);
    assert.deepEqual(flush(`${han(26)}××，国`), [`${han(26)}××，`, '国']);
    assert.deepEqual(flush(`${han(26)}*%，国`), [`${han(26)}*%，`, '国']);
    assert.deepEqual(flush(`${han(27)}12，国`), [han(27), '12，国']);
    assert.deepEqual(flush(`${han(26)}（6），国`), [han(26), '（6），国']);
    assert.deepEqual(flush(`${han(26)}12%，国`), [han(26), '12%，国']);
    // A mention of a caption is a field.
    assert.deepEqual(flush(`${han(26)}图4。国`), [`${han(26)}图4。`, '国']);
    assert.deepEqual(flush(`${han(27)}4。国`), [han(27), '4。国']);
  });

  for (const mark of '）》」』”’…%') {
    it(`never begin with ${mark}`, () => {
      assert.deepEqual(flush(`${han(28)}${mark}国`), [han(27), `国${mark}国`]);
    });
  }

  for (const mark of '（《“‘「【〔') {
    it(`never end with ${mark}`, () => {
      assert.deepEqual(flush(`${han(27)}${mark}国家`), [han(27), `${mark}国家`]);
    });
  }

  it('take several closing marks along with the character before them', () => {
    assert.deepEqual(flush(`${han(28)}”。国`), [han(27), '国”。国']);
  });

  it('do not part a dash or an ellipsis of two characters', () => {
    assert.deepEqual(flush(`${han(27)}——国`), [han(27), '——国']);
    assert.deepEqual(flush(`${han(27)}……国`), [han(26), '国……国']);
  });

  it('do not part a number or a Latin word', () => {
    assert.deepEqual(flush(`${han(27)}12345.67万元`), [han(27), '12345.67万元']);
    assert.deepEqual(flush(`${han(26)}engine国`), [han(26), 'engine国']);
  });

  it('part a word longer than a line where the line ends', () => {
    const lines = flush('w'.repeat(200));
    assert.equal(lines.join(''), 'w'.repeat(200));
    assert.ok(lines.length > 1 && lines.length < 12);
  });

  it('lose no character, whatever the words', () => {
    const words = '《“（（——……”』。𠮷𠮷 a b  c\t１２3,456.7%％「」国\u0301';
    for (let repeat = 1; repeat < 30; repeat++) assert.equal(flush(words.repeat(repeat)).join(''), words.repeat(repeat));
  });

  it('are one for no words at all', () => {
    assert.deepEqual(indented(''), ['']);
  });
});
