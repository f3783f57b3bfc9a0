import assert from 'node:assert/strict';
import { editStructure } from '../../server/src/features/editStructure.ts';
import type { StructureActionName } from '../../server/src/protocol/structure.ts';
import { report } from '../support/report.ts';

const t = (message: string, ...values: readonly (string | number)[]): string =>
  message.replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)]));
const at = (line: number, character = 0) => ({ line, character });
const act = (text: string, action: StructureActionName, first = at(0), last = first) =>
  editStructure(report(text.replaceAll('|', '\n')), { action, first, last, t });

describe('An edit of the structure, as the writer is told of it', () => {
  it('says why nothing is done', () => {
    assert.equal(act('一、甲', 'moveUp').refused, 'This is the first section of its level here.');
    assert.deepEqual(act('一、甲', 'moveUp').edits, []);
  });

  it('counts the numbers, and shows lines before and after', () => {
    const { changed, samples, doubts } = act('一、甲|三、乙|见第三部分。', 'renumber');
    assert.equal(changed, 2);
    assert.deepEqual(doubts, []);
    assert.deepEqual(samples, [
      { line: 1, before: '三、乙', after: '二、乙' },
      { line: 2, before: '见第三部分。', after: '见第二部分。' },
    ]);
  });

  it('asks where numbers are not sure', () => {
    assert.deepEqual(act('一、甲|一、乙|一、丙', 'renumber').doubts, [{ message: 'From line 1 on all numbers are the same.', line: 0 }]);
  });

  it('tells of mentions that stay, at their new places', () => {
    const { left, cursor } = act('一、甲|二、乙|见第二部分。', 'delete', at(1));
    assert.deepEqual(left, []);
    assert.deepEqual(cursor, at(1));
    const [first] = act('一、甲|二、乙|三、丙|见第二部分。', 'delete', at(1)).left;
    assert.deepEqual(first, {
      message: '“第二部分” led to what is deleted.',
      text: '见第二部分。',
      range: { start: at(2, 1), end: at(2, 5) },
    });
  });

  it('leaves out the line at whose start a selection ends', () => {
    const { edits } = act('一、甲|二、乙|三、丙', 'moveDown', at(0), at(1));
    assert.ok(edits.some(({ newText }) => newText.includes('二、甲')));
  });
});
