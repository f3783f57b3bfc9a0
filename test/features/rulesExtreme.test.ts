import assert from 'node:assert/strict';
import { findingsWithTypes } from '../../server/src/features/findingsWithTypes.ts';
import { fixAllEdits } from '../../server/src/features/fixAll.ts';
import { builtInCatalogue } from '../../server/src/sections/builtInCatalogue.ts';
import { report } from '../support/report.ts';

const { types } = builtInCatalogue();
const size = 300_000;
const repeated = (words: string): string => words.repeat(Math.ceil(size / words.length));

/** One line of a great many of the same: whatever is slower than the text is long does not end in time. */
const lines = [
  '一是',
  '一是甲，三是乙，',
  '一是甲，二是乙，二是丙，',
  '第一，甲。第三，乙。',
  '首先，甲。再次，乙。',
  '请县政府予以批准。',
  '妥否，请批示',
  '3月5日至2日',
  '2024年至',
  '2024-02-30—',
  '<!--',
  '截至2024年6月30日，',
  '2024年6月30日已完成',
  '2月30日',
  '见图1、',
  '图1、2、',
  '（见图*）',
  '详见附件',
  '平教发[2024]5号',
  '三条措施：',
  '“《',
  '关于请求',
  '的的',
  '①、',
] as const;

describe('Rules, asked about what is no report', () => {
  for (const words of lines) {
    it(`read and mend a line of nothing but ${words}`, () => {
      for (const start of ['', '# ', '一、', '附件：', '| ']) {
        const document = report(`关于校舍的报告\n县政府：\n${start}${repeated(words)}\n特此报告。\n平安局\n2024年5月1日`);
        const found = [...findingsWithTypes(document, types)];
        assert.ok(found.every(({ range }) => range.end.character <= document.line(range.end.line).text.length));
        assert.ok(fixAllEdits(document).length < document.lineCount);
      }
    });
  }

  for (const [what, line] of [
    ['headings with one number', '一、同题'],
    ['empty headings', '（一）空'],
    ['attachments', '附件3'],
    ['notes of attachments', '附件：3. 名；'],
    ['announcements', '存在以下三个问题：'],
    ['captions with one number', '图1 同'],
    ['mentions of one figure', '见图7。'],
    ['points with one number', '二是同'],
    ['closings', '特此通知。'],
    ['comments without an end', '<!-- 待核'],
    ['comments that the next one ends', '<!--\n甲\n<!-- 乙 -->'],
  ] as const) {
    it(`come to an end with 20,000 ${what}`, () => {
      const document = report(`关于校舍的报告\n县政府：\n${`${line}\n`.repeat(20_000)}`);
      assert.ok([...findingsWithTypes(document, types)].length <= 40_001);
      assert.ok(fixAllEdits(document).length <= 20_000);
    });
  }
});
