import assert from 'node:assert/strict';
import { exportWith, parse, runFolder, writeDocx } from '../../support/docx/exports.ts';
import { faultsOf, openDocx } from '../../support/docx/package.ts';
import { validatorErrors } from '../../support/docx/readers.ts';

const documentOf = async (...lines: readonly string[]): Promise<string> => {
  const docx = await openDocx((await exportWith(parse(['标题', '', '正文。', ...lines].join('\n')))).bytes);
  assert.deepEqual(faultsOf(docx), []);
  return docx.part('word/document.xml');
};
const rowsOf = (document: string): readonly string[] => document.match(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs) ?? [];
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

describe('a table in Word', () => {
  const merged = ['| 县区 | 上半年 | << |', '| ^^ | 计划 | 完成 |', '|---|--:|--:|', '| 甲县 | 1 | 2 |', '| ^^ | 3 | << |'];

  it('has its merged cells merged', async () => {
    const rows = rowsOf(await documentOf(...merged));
    assert.equal(rows.length, 4);
    assert.match(rows[0] ?? '', /<w:vMerge w:val="restart"\/>/);
    assert.match(rows[0] ?? '', /<w:gridSpan w:val="2"\/>/);
    assert.match(rows[1] ?? '', /<w:vMerge(?: w:val="continue")?\/>/);
    assert.equal(count(rows[1] ?? '', /<w:tc>/g), 3);
    assert.equal(count(rows[3] ?? '', /<w:tc>/g), 2);
    // The cells of every row fill the grid.
    for (const row of rows) {
      const spans = [...row.matchAll(/<w:gridSpan w:val="(\d+)"/g)].reduce((sum, [, span]) => sum + Number(span) - 1, 0);
      assert.equal(count(row, /<w:tc>/g) + spans, 3);
    }
  });

  it('repeats all rows of its header', async () => {
    const rows = rowsOf(await documentOf(...merged));
    assert.deepEqual(
      rows.map((row) => row.includes('<w:tblHeader/>')),
      [true, true, false, false],
    );
  });

  it('prints marks that merge nothing as they stand', async () => {
    const document = await documentOf('| << | 乙 |', '|---|---|', '| 甲 | 1 |');
    assert.match(document, /&lt;&lt;</);
    assert.doesNotMatch(document, /gridSpan/);
  });

  it('has its notes below, on one page with its last row', async () => {
    const document = await documentOf('表1 进度', '| 县区 | 数 |', '|---|---|', '| 甲县 | 1 |', '注：按月统计。', '来源：统计局');
    assert.match(document, /<\/w:tbl><w:p><w:pPr><w:pStyle w:val="TableNote"\/><w:keepNext\/>/);
    assert.equal(count(document, /w:val="TableNote"/g), 2);
    assert.match(rowsOf(document).at(-1) ?? '', /<w:keepNext\/>/);
  });

  it('is never on the exact pitch of the grid', async () => {
    const styles = (await openDocx((await exportWith(parse('标题\n\n正文。\n| a |\n|---|\n| b |'))).bytes)).part('word/styles.xml');
    for (const id of ['TableText', 'TableHeader', 'TableNote', 'Formula', 'Figure']) {
      const style = new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(styles)?.[0] ?? '';
      assert.match(style, /w:lineRule="atLeast"/, id);
      assert.match(style, /<w:snapToGrid w:val="0"\/>/, id);
    }
  });

  it('goes on in a further table where Word takes no more rows, and says so', async () => {
    const rows = Array.from({ length: 33_000 }, (_, index) => `| ${index} | ${index === 32_000 ? '^^' : 'x'} |`);
    const { bytes, problems } = await exportWith(parse(['标题', '', '正文。', '| 序号 | 值 |', '|---|---|', ...rows].join('\n')));
    const document = (await openDocx(bytes)).part('word/document.xml');
    const tables = document.split('<w:tbl>').slice(1);
    assert.deepEqual(
      tables.map((table) => count(table, /<w:tr>|<w:tr /g)),
      [32_001, 1001],
    );
    for (const table of tables) assert.equal(count(table, /<w:tblHeader\/>/g), 1);
    // A merged cell that the cut goes through begins anew.
    assert.match(rowsOf(tables[1] ?? '')[1] ?? '', /<w:vMerge w:val="restart"\/>/);
    assert.match(problems[0]?.message ?? '', /33000 rows/);
  });

  it('passes the validator, merged, with notes, on its side', async () => {
    const wide = `| ${Array.from({ length: 12 }, (_, index) => `${index + 1}月`).join(' | ')} |`;
    const text = [
      '标题',
      '',
      '正文。',
      ...merged,
      '',
      '表2 横 {横排}',
      wide,
      wide.replaceAll('月', '34.56'),
      '注：无。',
      '',
      '末段。',
    ].join('\n');
    const path = writeDocx(runFolder(), 'tables', (await exportWith(parse(text))).bytes);
    assert.deepEqual(await validatorErrors(path), []);
  });
});
