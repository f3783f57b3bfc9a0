import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SelectionRange } from 'vscode-languageserver';
import { selectionRanges } from '../../server/src/features/selectionRanges.ts';
import { report, reportAt } from '../support/report.ts';

/** The texts that Expand Selection selects, one after the other. */
function grown(marked: string): readonly string[] {
  const { document, position } = reportAt(marked);
  const texts: string[] = [];
  for (let at: SelectionRange | undefined = selectionRanges(document, [position])[0]; at !== undefined; at = at.parent) {
    texts.push(document.getText(at.range));
  }
  return texts;
}

describe('growing selections', () => {
  it('go from clause to sentence to paragraph to section', () => {
    const text = '关于安全的报告\n一、做法\n（一）学习\n　　全年学习3次，人人‸参加；覆盖全员。成效明显。\n（二）检查\n二、打算\n';
    assert.deepEqual(grown(text), [
      '人人参加',
      '全年学习3次，人人参加；覆盖全员。',
      '全年学习3次，人人参加；覆盖全员。成效明显。',
      '　　全年学习3次，人人参加；覆盖全员。成效明显。',
      '（一）学习\n　　全年学习3次，人人参加；覆盖全员。成效明显。',
      '一、做法\n（一）学习\n　　全年学习3次，人人参加；覆盖全员。成效明显。\n（二）检查',
      text.replace('‸', ''),
    ]);
  });

  it('keep quotes and brackets whole', () => {
    const all = grown('甲。落实“一岗双责，‸齐抓共管。一票否决”要求，按《通知》办理（附件1、2）。乙。');
    assert.deepEqual(all.slice(0, 6), [
      '齐抓共管',
      '一岗双责，齐抓共管。',
      '一岗双责，齐抓共管。一票否决',
      '“一岗双责，齐抓共管。一票否决”',
      '落实“一岗双责，齐抓共管。一票否决”要求',
      '落实“一岗双责，齐抓共管。一票否决”要求，按《通知》办理（附件1、2）。',
    ]);
    assert.equal(grown('甲（乙，丙（丁，‸戊））己，庚')[1], '丁，戊');
  });

  it('know points in running text, headings run into their text, and cells', () => {
    const points = grown('三项措施：一是抓学习，打基础；二是抓检查，‸除隐患；三是抓整改。');
    assert.ok(points.includes('二是抓检查，除隐患；'), points.join(' | '));
    assert.ok(grown('一、做法\n（一）学习。全年‸三次。\n').includes('学习。全年三次。'));
    assert.equal(grown('| 项目 | 数‸量 |\n|---|---|\n')[0], '数量');
  });

  it('do not part numbers', () => {
    assert.equal(grown('共1,2‸34人。')[0], '共1,234人');
    assert.equal(grown('于10:‸30开会，散会。')[0], '于10:30开会');
  });

  it('always grow, and hold the position, in any text', () => {
    const part = fc.constantFrom(
      '甲',
      '，',
      '。',
      '“',
      '”',
      '（',
      '）',
      '\n',
      '一、',
      '（一）',
      '| ',
      '一是',
      ' ',
      '《',
      '》',
      '1',
      '##',
      '- ',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), fc.nat(80), (parts, where) => {
        const document = report(parts.join(''));
        const position = document.positionAt(where % (parts.join('').length + 1));
        let inner: SelectionRange['range'] = { start: position, end: position };
        let isFirst = true;
        for (let at: SelectionRange | undefined = selectionRanges(document, [position])[0]; at !== undefined; at = at.parent) {
          const [outer, small] = [at.range, inner].map(({ start, end }) => [document.offsetAt(start), document.offsetAt(end)] as const);
          assert.ok(outer && small && outer[0] <= small[0] && outer[1] >= small[1], JSON.stringify([parts.join(''), at.range, inner]));
          assert.ok(isFirst || outer[1] - outer[0] > small[1] - small[0]);
          inner = at.range;
          isFirst = false;
        }
      }),
    );
  });
});
