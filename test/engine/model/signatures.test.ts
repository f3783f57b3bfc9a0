import assert from 'node:assert/strict';
import { blockStart, reportOf } from '../../../server/src/engine/model/blocks.ts';
import type { Inline } from '../../../server/src/engine/model/report.ts';
import { structureFindingsOf } from '../../../server/src/engine/rules/findings.ts';
import { kinds, report } from '../../support/report.ts';

const words = (inlines: readonly Inline[]): string => inlines.map((inline) => ('text' in inline ? inline.text : '')).join('');

/** The signature of a report: its organs, then its date; `undefined` without one. */
function signatureOf(text: string): readonly string[] | undefined {
  const signature = reportOf(report(text)).blocks.findLast((block) => block.kind === 'signature');
  if (signature?.kind !== 'signature') return undefined;
  return [...signature.organs, ...(signature.date === undefined ? [] : [signature.date])].map(({ inlines }) => words(inlines));
}

const chinese = '关于联合检查情况的报告\n\n市政府：\n检查已经结束。\n';
const english = 'Annual Housing Report\n\nAll works were completed on 15 March 2026 as planned.\n';

describe('a signature', () => {
  it('has all organs that stand right above the date, without a closing', () => {
    assert.deepEqual(signatureOf(`${chinese}平安县教育局\n平安县财政局\n××县卫生健康局\n\n2026年3月15日`), [
      '平安县教育局',
      '平安县财政局',
      '××县卫生健康局',
      '2026年3月15日',
    ]);
  });

  it('has none of the short lines that name no organ, but for the one right above the date', () => {
    assert.deepEqual(signatureOf(`${chinese}检查小结\n平安县财政局\n2026年3月15日`), ['平安县财政局', '2026年3月15日']);
    assert.deepEqual(signatureOf(`${chinese}平安县教育局\n\n平安县财政局\n2026年3月15日`), ['平安县财政局', '2026年3月15日']);
  });

  it('needs a date', () => {
    assert.equal(signatureOf(`${chinese}平安县教育局\n平安县财政局`), undefined);
  });

  it('is found from any of its lines, in a report of names as well', () => {
    const names = Array.from({ length: 40 }, () => '平安县教育局').join('\n');
    const document = report(`${chinese}${names}\n2026年3月15日`);
    let first = 0;
    for (const block of reportOf(document).blocks) {
      for (let line = first; line < first + block.lineCount; line++) assert.equal(blockStart(document, line), first);
      first += block.lineCount;
    }
    assert.equal(signatureOf(document.getText())?.length, 14);
  });
});

describe('an English signature', () => {
  for (const date of [
    '15 March 2026',
    'March 15, 2026',
    '2026-03-15',
    'Mar. 15 2026',
    '3rd April 2026',
    'XX March 2026',
    'March __, 2026',
    'March 2026',
  ]) {
    it(`has the date ${date} under a name`, () => {
      assert.deepEqual(signatureOf(`${english}\nNorthgate Housing Association\n${date}`), ['Northgate Housing Association', date]);
    });
    it(`has the date ${date} after a closing`, () => {
      const text = `${english}\nRespectfully submitted,\n\nJane Smith, Director\nNorthgate Housing Association Ltd.\n\n${date}`;
      assert.deepEqual(signatureOf(text), ['Jane Smith, Director', 'Northgate Housing Association Ltd.', date]);
    });
  }

  it('has several organs', () => {
    const text = `${english}Northgate Housing Association\nCity of Northgate Department for Public Works\n15 March 2026`;
    assert.deepEqual(signatureOf(text)?.length, 3);
  });

  it('is known where the front matter says that the report is English', () => {
    assert.deepEqual(signatureOf(`---\nlanguage: en\n---\n年报\n\nDone.\nNorthgate Housing\n2026-03-15`), [
      'Northgate Housing',
      '2026-03-15',
    ]);
  });

  const none: readonly (readonly [string, string])[] = [
    ['a date in the text', `${english}We met on\n15 March 2026\nand went home.`],
    ['a chronology', `${english}Works began in spring.\n\n15 March 2026\n\nThe roof was laid.`],
    ['a date under the title', 'Annual Housing Report\n\n15 March 2026\n\nAll went well.'],
    ['a Chinese report', `${chinese}Northgate Housing Association\n2026-03-15`],
    ['a report that says it is Chinese', '---\nlanguage: zh-CN\n---\nAnnual\n\nDone.\nNorthgate Housing\n2026-03-15'],
  ];
  for (const [what, text] of none) {
    it(`is not seen in ${what}`, () => assert.equal(signatureOf(text), undefined));
  }

  it('begins with no sentence after a closing', () => {
    assert.equal(kinds(`${english}Yours faithfully,\nSee the attached plan for the works.`).at(-1), 'paragraph');
  });

  it('is not told to write its date in Chinese', () => {
    const document = report(`${english}\nNorthgate Housing Association\n2026-03-15`);
    assert.deepEqual(document.line(document.lineCount - 1).findings, []);
    assert.deepEqual(structureFindingsOf(document), []);
  });
});
