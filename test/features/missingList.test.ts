import assert from 'node:assert/strict';
import { missingList } from '../../server/src/features/missingList.ts';
import type { MissingEntry } from '../../server/src/protocol/missingData.ts';
import { english } from '../../server/src/wording/localize.ts';
import { report } from '../support/report.ts';

const t = english;

function entriesOf(text: string): readonly MissingEntry[] {
  const result = missingList(report(text), { t });
  assert.ok(result.entries);
  return result.entries;
}

describe('The list of missing data', () => {
  const text = [
    '工作总结',
    '',
    '截至目前共受理*件。',
    '一、工作开展情况',
    '（一）学习教育',
    '全年召开党员大会*次，公务接待费*元。',
    '二、存在问题',
    '共召开次会议，公务接待费*元。',
    '',
  ].join('\n');

  it('says of each datum where it is, what it is and what stands around it', () => {
    const entry = entriesOf(text)[1];
    assert.deepEqual(entry, {
      range: { start: { line: 5, character: 8 }, end: { line: 5, character: 9 } },
      kind: 'count',
      kindName: 'number',
      unit: '次',
      field: '党员大会次数',
      name: 'Missing: 党员大会次数 (次)',
      phrase: { before: '全年召开党员大会', mark: '*', after: '次，公务接待费*元。' },
      certainty: 'sure',
      section: ['一、工作开展情况', '（一）学习教育'],
      same: 1,
    });
  });

  it('names the headings above each', () => {
    assert.deepEqual(
      entriesOf(text).map(({ section }) => section.join(' › ')),
      ['', '一、工作开展情况 › （一）学习教育', '一、工作开展情况 › （一）学习教育', '二、存在问题', '二、存在问题'],
    );
  });

  it('counts what is called the same', () => {
    assert.deepEqual(
      entriesOf(text).map(({ same }) => same),
      [1, 1, 2, 1, 2],
    );
  });

  it('holds hints too, with the place where the value goes in, but does not count them', () => {
    const result = missingList(report(text), { t });
    assert.equal(result.total, 4);
    const hint = result.entries?.find(({ certainty }) => certainty === 'maybe');
    assert.equal(hint?.insertAt, 3);
  });

  it('leaves out names hidden on purpose', () => {
    assert.deepEqual(entriesOf('被告人张××，男。'), []);
  });

  it('is not made anew while nothing changed', () => {
    const document = report(text);
    const { resultId } = missingList(document, { t });
    assert.deepEqual(missingList(document, { t, known: resultId }), { resultId, total: 4 });
    document.update([{ range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, text: '，' }], 2);
    assert.ok(missingList(document, { t, known: resultId }).entries);
  });

  it('gives the count alone when asked for no entries', () => {
    assert.deepEqual(missingList(report(text), { t, limit: 0 }).entries, []);
    assert.equal(missingList(report(text), { t, limit: 2 }).entries?.length, 2);
  });

  it('takes 20,000 headings with a gap each', () => {
    const long = Array.from({ length: 20_000 }, (_, at) => `${at + 1}. 第${at}个方面\n完成会议*次。\n`).join('');
    const entries = entriesOf(`一、情况\n${long}`);
    assert.equal(entries.length, 20_000);
    assert.equal(entries.at(-1)?.section[0], '一、情况');
  });
});
