import assert from 'node:assert/strict';
import JSZip from 'jszip';
import { exportWith, parse, runFolder, writeDocx } from '../../support/docx/exports.ts';
import { type DocxPackage, faultsOf, openDocx } from '../../support/docx/package.ts';
import { validatorErrors } from '../../support/docx/readers.ts';

const rows = [
  '表1 各县投资（单位：万元）',
  '| 县区 | 计划 | 完成 | 完成率（%） |',
  '|---|--:|--:|--:|',
  '| 甲县 | 1,200 | 1150.5 | 95.9 |',
];
const table = [...rows, '| 乙县 | 980万元 | ×× | |', '| 丙县 | 700 | 720 | 102.9 |', '| 合计 | 2,880 | 1870.5 | |'];
const source = (...lines: readonly string[]): string => ['标题', '', '正文。', ...lines].join('\n');

async function exported(...lines: readonly string[]): Promise<{ readonly docx: DocxPackage; readonly problems: readonly string[] }> {
  const { bytes, problems } = await exportWith(parse(source(...lines)));
  const docx = await openDocx(bytes);
  assert.deepEqual(faultsOf(docx), []);
  return { docx, problems: problems.map(({ message }) => message) };
}
const points = (chart: string, of: 'val' | 'cat', series = 0): string[] => {
  const part = chart.split('<c:ser>')[series + 1] ?? '';
  const list = new RegExp(`<c:${of}>.*?</c:${of}>`, 's').exec(part)?.[0] ?? '';
  return [...list.matchAll(/<c:pt idx="(\d+)">.*?<c:v>(.*?)<\/c:v>/gs)].map(([, index, value]) => `${index}:${value}`);
};

describe('a chart in Word', () => {
  it('shows the numbers of the nearest table above; what is missing is a gap, sums are left out', async () => {
    const { docx, problems } = await exported(...table, '', '![图1 各县投资](柱形图)');
    const chart = docx.part('word/charts/chart1.xml');
    assert.match(chart, /<c:barDir val="col"\/>/);
    assert.deepEqual(points(chart, 'cat'), ['0:甲县', '1:乙县', '2:丙县']);
    assert.deepEqual(points(chart, 'val'), ['0:1200', '1:980', '2:700']);
    assert.deepEqual(points(chart, 'val', 1), ['0:1150.5', '2:720']);
    assert.match(chart, /<c:dispBlanksAs val="gap"\/>/);
    assert.deepEqual(problems, ['完成率 is not in the chart: its unit is another.']);
  });

  it('is of the kind, the table and the columns that its target names', async () => {
    const other = ['表2 别的', '| 名 | 数 |', '|---|---|', '| 丁 | 4 |', '| 戊 | 6 |'];
    const { docx } = await exported(...table, '', ...other, '', '![图1](条形图 表1 完成)', '![图2](折线图 表2)', '![图3 占比](饼图)');
    const [bar = '', line = '', pie = ''] = [1, 2, 3].map((number) => docx.part(`word/charts/chart${number}.xml`));
    assert.match(bar, /<c:barDir val="bar"\/>/);
    assert.deepEqual(points(bar, 'val'), ['0:1150.5', '2:720']);
    assert.equal(bar.match(/<c:ser>/g)?.length, 1);
    assert.match(line, /<c:lineChart>/);
    assert.deepEqual(points(line, 'val'), ['0:4', '1:6']);
    assert.match(pie, /<c:pieChart>/);
    assert.deepEqual(points(pie, 'cat'), ['0:丁', '1:戊']);
  });

  it('takes a column by its name with its unit', async () => {
    const units = ['表1 表', '| 县 | 总数（处） | Cost (£k) |', '|---|--:|--:|', '| 甲 | 1,286 | 3 |', '| 乙 | 862 | 4 |'];
    const { docx, problems } = await exported(...units, '', '![图1](柱形图 表1: 总数（处）)', '![图2](饼图 表1: Cost (£k))');
    assert.deepEqual(problems, []);
    assert.deepEqual(points(docx.part('word/charts/chart1.xml'), 'val'), ['0:1286', '1:862']);
    assert.deepEqual(points(docx.part('word/charts/chart2.xml'), 'val'), ['0:3', '1:4']);
  });

  it('runs time along the axis where the columns are times', async () => {
    const { docx } = await exported(
      '| 指标 | 2023年 | 2024年 |',
      '|---|---|---|',
      '| 投资（万元） | 10 | 20 |',
      '| 拨款（万元） | 8 | × |',
      '',
      '![图1](折线图)',
    );
    const chart = docx.part('word/charts/chart1.xml');
    assert.deepEqual(points(chart, 'cat'), ['0:2023年', '1:2024年']);
    assert.deepEqual(points(chart, 'val', 1), ['0:8']);
  });

  it('can be edited: its numbers stand in a workbook inside the document', async () => {
    const { bytes } = await exportWith(parse(source(...table, '', '![图1](柱形图)')));
    const zip = await JSZip.loadAsync(bytes);
    const workbook = zip.file('word/embeddings/Microsoft_Excel_Worksheet1.xlsx');
    assert.ok(workbook);
    const sheet = await JSZip.loadAsync(await workbook.async('uint8array'));
    assert.match((await sheet.file('xl/worksheets/sheet1.xml')?.async('string')) ?? '', /<v>1150\.5<\/v>/);
    assert.match((await zip.file('word/charts/chart1.xml')?.async('string')) ?? '', /<c:externalData r:id="rIdPart\d+">/);
  });

  it('has a caption with a number that moves along, and an alternative text', async () => {
    const { docx } = await exported(...table, '', '见图1。', '![图1 各县投资](柱形图)');
    const document = docx.part('word/document.xml');
    assert.match(document, /SEQ 图/);
    assert.match(document, /REF _Ref_figure_1/);
    assert.match(document, /<wp:docPr id="1" name="Chart 1" descr="图1 各县投资"\/>/);
  });

  it('is replaced by words that can be seen where there is nothing to draw, and its caption is kept', async () => {
    const cases: readonly (readonly [string, string])[] = [
      ['![图1 甲](柱形图)', 'The chart has no table above it.'],
      ['![图1 甲](柱形图 表7)', 'The chart names table 7, which is not there.'],
    ];
    for (const [line, message] of cases) {
      const { docx, problems } = await exported(line);
      assert.deepEqual(problems, [message]);
      assert.match(docx.part('word/document.xml'), /Chart missing: 柱形图/);
      assert.match(docx.part('word/document.xml'), /甲</);
    }
    const wordy = ['| 名 | 事 |', '|---|---|', '| 甲 | 建设 |', '', '![图1](柱形图)'];
    assert.deepEqual((await exported(...wordy)).problems, ['The table of the chart has no numbers to draw.']);
    assert.deepEqual((await exported(...table, '', '![图1](柱形图 表1 拨付)')).problems, [
      'The table of the chart has no numbers under 拨付.',
    ]);
    assert.deepEqual((await exported('| 名 | 数 |', '|---|---|', '| 甲 | -3 |', '', '![图1](饼图)')).problems, [
      'The table of the chart has no numbers to draw.',
    ]);
  });

  it('takes hostile words, and passes the validator', async () => {
    const bad = '甲"<&>\u0001';
    const lines = [
      `| 名 | ${bad}（万元） |`,
      '|---|---|',
      `| ${bad} | 1e3 |`,
      '| =SUM(A1) | 0.1 |',
      '',
      `![${bad}](饼图)`,
      `![${bad}](折线图)`,
    ];
    const { bytes } = await exportWith(parse(source(...lines, ...table, '', '![图](条形图)')));
    assert.deepEqual(faultsOf(await openDocx(bytes)), []);
    assert.deepEqual(await validatorErrors(writeDocx(runFolder(), 'charts', bytes)), []);
  });

  it('does not fail on thousands of rows', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `| 行${index} | ${index} |`);
    const { problems } = await exported('| 名 | 数 |', '|---|---|', ...many, '', '![图1](柱形图)');
    assert.deepEqual(problems, ['The table of the chart has too many numbers to draw.']);
  });
});
