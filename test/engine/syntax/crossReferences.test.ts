import assert from 'node:assert/strict';
import { crossReferencesIn } from '../../../server/src/engine/syntax/crossReferences.ts';
import type { CrossReference } from '../../../server/src/engine/syntax/references/reference.ts';

/** `figure 1 图1`: kind, path and the words; `…` before the path of a range's end. */
function said(text: string): readonly string[] {
  return crossReferencesIn(text).map(({ kind, path, start, end, through }) => {
    return `${kind} ${through ? '…' : ''}${path.join('.')} ${text.slice(start, end)}`;
  });
}

const mentions: readonly (readonly [text: string, ...said: readonly string[]])[] = [
  ['各县完成情况见图1。', 'figure 1 图1'],
  ['如表2所示，差距在缩小。', 'table 2 表2'],
  ['对比图1和图2', 'figure 1 图1', 'figure 2 图2'],
  ['图1、2和3反映', 'figure 1 图1', 'figure 2 2', 'figure 3 3'],
  ['详见表1—3。', 'table 1 表1', 'table …3 3'],
  ['见表1至表4', 'table 1 表1', 'table 4 表4'],
  ['见图2-1', 'figure 2.1 图2-1'],
  ['如图二所示', 'figure 2 图二'],
  ['（见 表 3）', 'table 3 表 3'],
  ['名单见附件2', 'attachment 2 附件2'],
  ['附件1、2的数据', 'attachment 1 附件1', 'attachment 2 2'],
  ['附件一所列', 'attachment 1 附件一'],
  ['见第三部分', 'section 3 第三部分'],
  ['见第叁部分、第貳部分', 'section 3 第叁部分', 'section 2 第貳部分'],
  ['第二部分第（三）项要求', 'section 2.3 第二部分第（三）项'],
  ['第二部分的（三）', 'section 2.3 第二部分的（三）'],
  ['详见二（三）', 'section 2.3 二（三）'],
  ['前述一、（二）所列', 'section 1.2 一、（二）'],
  ['详见三、存在问题', 'section 3 三'],
  ['本部分（二）', 'section 2 （二）'],
  ['按照第三、四部分的安排', 'section 3 第三', 'section 4 四部分'],
  ['第（一）至（三）项', 'section 1 第（一）', 'section …3 三）项'],
  ['第二章第三节', 'section 2.3 第二章第三节'],
  ['依照第五条第二款第（一）项办理', 'section 5 第五条第二款第（一）项'],
  ['见2.1节', 'section 2.1 2.1'],
  ['第2.1节', 'section 2.1 第2.1节'],
  ['各區完成情況見圖1。', 'figure 1 圖1'],
  ['如圖二及表3所示', 'figure 2 圖二', 'table 3 表3'],
  ['載於圖1、2與3', 'figure 1 圖1', 'figure 2 2', 'figure 3 3'],
  ['與圖2-1比較', 'figure 2.1 圖2-1'],
  ['詳見附件2', 'attachment 2 附件2'],
  ['見第二章第三節', 'section 2.3 第二章第三節'],
  ['參閱本報告第（三）項', 'section 3 第（三）項'],
  ['詳見二（三）', 'section 2.3 二（三）'],
  ['依第五條第二款辦理', 'section 5 第五條第二款'],
  ['見2.1節', 'section 2.1 2.1'],
  ['as Figure 1 shows', 'figure 1 Figure 1'],
  ['see Fig. 3.', 'figure 3 Fig. 3'],
  ['Tables 1, 2 and 4', 'table 1 Tables 1', 'table 2 2', 'table 4 4'],
  ['Figures 1–3', 'figure 1 Figures 1', 'figure …3 3'],
  ['Section 2.1 says', 'section 2.1 Section 2.1'],
  ['see section 4', 'section 4 section 4'],
  ['Appendix 1 and Attachment 2', 'attachment 1 Appendix 1', 'attachment 2 Attachment 2'],
  ['in Chapter 3', 'section 3 Chapter 3'],
];

const others: readonly string[] = [
  '附件管理办法由办公室另行制定。',
  '报表1月底前上报',
  '购置图书3册',
  '以表1月为准',
  '发表2篇论文，代表3名',
  '与图一致，与表一样',
  '附件3份',
  '第一季度',
  '第三、四季度',
  '第三项工作',
  '第一、二产业',
  '《中国共产党章程》第三章',
  '《管理办法》第三条',
  '征求意见（三）',
  '可见一斑',
  '见一面',
  '上述三项措施',
  '见1.5倍',
  'a table 2 metres long',
  'Section 3 of the Data Security Act',
  'Table 2.5x',
  '图20240101',
  '第一时间',
  '購置圖書3冊',
  '繪製地圖1幅',
  '圖3張',
  '與圖一致',
  '意見一',
  '《管理辦法》第三條',
  '第三項工作',
];

describe('Cross-references in a text', () => {
  for (const [text, ...expected] of mentions) {
    it(`are ${expected.join(', ')} in “${text}”`, () => {
      assert.deepEqual(said(text), expected);
    });
  }

  for (const text of others) {
    it(`are none in “${text}”`, () => {
      assert.deepEqual(said(text), []);
    });
  }

  it('say where each number stands, and how it is said', () => {
    const text = '见第二部分第（三）项';
    const [{ numberStart, numberEnd, parts }] = crossReferencesIn(text) as [CrossReference];
    assert.equal(text.slice(numberStart, numberEnd), '二部分第（三');
    assert.deepEqual(
      parts.map(({ start, end, form, unit, value }) => [text.slice(start, end), form, unit, value]),
      [
        ['二', 'ordinal', '部分', 2],
        ['三', 'chineseBracketed', undefined, 3],
      ],
    );
  });

  it('do not overlap, and stand in order', () => {
    const text = mentions.map(([one]) => one).join('；');
    let last = 0;
    for (const { start, end, parts } of crossReferencesIn(text)) {
      assert.ok(start >= last && end > start);
      for (const part of parts) assert.ok(part.start >= start && part.end <= end && part.end > part.start);
      last = end;
    }
  });

  it('cost no more than in proportion to the text', () => {
    for (const piece of ['第一、', '图1、', '表', '见（一）', '附件1至', 'Figure 1, ', '第（', '一', '1.1.', '第三部分的']) {
      const text = piece.repeat(200_000);
      crossReferencesIn(text);
    }
  });
});
