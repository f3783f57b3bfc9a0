import assert from 'node:assert/strict';
import type { Block } from '../../../server/src/engine/model/report.ts';
import { block, exportWith, line, paragraph, parse, reportWith, words } from '../../support/docx/exports.ts';
import { faultsOf, openDocx } from '../../support/docx/package.ts';

const table = (caption: string): Block =>
  block({
    kind: 'table',
    table: { caption: line(caption), header: { lineOffset: 0, cells: [words('甲')] }, rows: [], alignments: ['left'] },
  });

async function documentOf(blocks: readonly Block[]): Promise<string> {
  const docx = await openDocx((await exportWith(reportWith(blocks))).bytes);
  assert.deepEqual(faultsOf(docx), []);
  return docx.part('word/document.xml');
}
const fields = (document: string): readonly string[] =>
  [...document.matchAll(/<w:instrText[^>]*>\s*([^<]*?)\s*<\/w:instrText>/g)].map((match) => match[1] ?? '');

describe('captions and the words that lead to them', () => {
  it('numbers captions by SEQ fields that keep what the writer typed', async () => {
    const document = await documentOf([table('表1 人员'), table('表2 经费'), table('表5 设备'), table('表6 其他')]);
    assert.deepEqual(fields(document), ['SEQ 表 \\* ARABIC', 'SEQ 表 \\* ARABIC', 'SEQ 表 \\* ARABIC \\r 5', 'SEQ 表 \\* ARABIC']);
  });

  it('leads 见表2 and 图1 to their captions', async () => {
    const document = await documentOf([
      paragraph('人员情况见表1，流程如图1所示，经费详见表2。'),
      table('表1 人员'),
      table('表2 经费'),
      block({ kind: 'picture', path: 'a.png', caption: words('图1 流程'), pathStart: 0 }),
    ]);
    assert.deepEqual(
      fields(document).filter((field) => field.startsWith('REF')),
      ['_Ref_table_1', '_Ref_figure_1', '_Ref_table_2'].map((name) => `REF ${name} \\h \\* MERGEFORMAT`),
    );
    assert.match(document, /<w:bookmarkStart [^>]*w:name="_Ref_table_2"/);
  });

  it('leads 見圖1 to its caption in Traditional Chinese', async () => {
    const document = await documentOf([
      paragraph('流程見圖1。'),
      block({ kind: 'picture', path: 'a.png', caption: words('圖1 流程'), pathStart: 0 }),
    ]);
    assert.deepEqual(fields(document), ['REF _Ref_figure_1 \\h \\* MERGEFORMAT', 'SEQ 圖 \\* ARABIC']);
  });

  const traps = ['全年发表1篇论文', '一张图1天画完', '报送图表1份', '见表7', '代表1人', '见表1-2', '列表1.5'];
  for (const trap of traps) {
    it(`leads nowhere in ${trap}`, async () => {
      assert.deepEqual(fields(await documentOf([paragraph(trap), table('表1 人员')])), ['SEQ 表 \\* ARABIC']);
    });
  }

  it('gives two captions of one number one bookmark', async () => {
    const document = await documentOf([table('表1 甲'), table('表1 乙'), paragraph('见表1')]);
    assert.equal(document.match(/_Ref_table_1"/g)?.length, 1);
  });
});

describe('a table of contents', () => {
  const text = `关于年度工作的报告

[TOC]

开头一段。

一、第一部分
（一）第一点。${'正文。'.repeat(220)}
（二）第二点。${'正文。'.repeat(220)}

二、第二部分

${'正文。'.repeat(20)}
`;

  it('lists the first two levels with pages, each leading to its heading', async () => {
    const docx = await openDocx((await exportWith(parse(text))).bytes);
    assert.deepEqual(faultsOf(docx), []);
    const document = docx.part('word/document.xml');
    const entries = [...document.matchAll(/<w:p><w:pPr><w:pStyle w:val="TOC(\d)"\/>.*?<\/w:p>/gs)].map(([entry, level]) => {
      const words = [...entry.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('|');
      return `${level} ${words}`;
    });
    assert.deepEqual(entries, ['1 一、第一部分|1', '2 （一）第一点|1', '2 （二）第二点|2', '1 二、第二部分|3']);
    for (const anchor of document.matchAll(/w:anchor="([^"]*)"/g)) assert.ok(document.includes(`w:name="${anchor[1]}"`), anchor[1]);
  });

  it('prints nothing without headings', async () => {
    const docx = await openDocx((await exportWith(parse('关于工作的报告\n\n[TOC]\n\n正文。\n'))).bytes);
    assert.doesNotMatch(docx.part('word/document.xml'), /TOC/);
  });
});
