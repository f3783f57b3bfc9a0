import assert from 'node:assert/strict';
import { landscapeLayout } from '../../../server/src/render/layout/orientation.ts';
import { common, plain } from '../../../server/src/render/layout/presets.ts';
import { exportWith, parse, runFolder, writeDocx } from '../../support/docx/exports.ts';
import { faultsOf, openDocx } from '../../support/docx/package.ts';
import { type PdfLine, type PdfPage, pagesOf, toPdf, wordsOfPages } from '../../support/docx/pdf.ts';
import { png } from '../../support/docx/samplePictures.ts';

const pointsOfMm = (mm: number): number => (mm * 72) / 25.4;
const near = (actual: number, expected: number, message: string, tolerance = 1.5): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${message}: ${actual.toFixed(1)} pt, expected ${expected.toFixed(1)} pt`);

const months = Array.from({ length: 11 }, (_, index) => `${index + 1}月`).join(' | ');
const figures = Array.from({ length: 11 }, (_, index) => String(120.5 + index)).join(' | ');
const wide = ['表2 逐月投资', `| 指标 | ${months} |`, `| 投资 | ${figures} |`, '注：预计数。'];
const before = (paragraphs: number): string[] => Array.from({ length: paragraphs }, () => `${'国'.repeat(200)}。`);
const text = (...lines: readonly string[]): string =>
  ['---', '发文机关: 青山市档案局', '印发机关: 青山市档案局办公室', '---', '关于某事的报告', '', ...lines].join('\n');
const sectionsIn = (document: string): readonly string[] => document.match(/<w:sectPr>.*?<\/w:sectPr>/gs) ?? [];

async function documentOf(source: string, layout = common): Promise<string> {
  const docx = await openDocx((await exportWith(parse(source), { layout })).bytes);
  assert.deepEqual(faultsOf(docx), []);
  return docx.part('word/document.xml');
}

describe('a wide table', () => {
  it('has a section on its side between upright ones, with page numbers that go on', async () => {
    const sections = sectionsIn(await documentOf(text('正文。', ...wide, '', '末段。')));
    assert.deepEqual(
      sections.map((section) => /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(section)?.slice(1)),
      [
        ['11906', '16838'],
        ['16838', '11906'],
        ['11906', '16838'],
      ],
    );
    for (const section of sections) {
      assert.doesNotMatch(section, /w:start=/);
      assert.match(section, /<w:footerReference w:type="even"/);
      assert.match(section, /<w:footerReference w:type="default"/);
    }
  });

  it('stays upright, or lies on its side, where its caption says so', async () => {
    const narrow = ['表1 表 {横排}', '| 甲 | 乙 |', '| 1 | 2 |'];
    assert.equal(sectionsIn(await documentOf(text('正文。', ...narrow, '', '末段。'))).length, 3);
    const upright = wide.map((line) => line.replace('逐月投资', '逐月投资 {竖排}'));
    assert.equal(sectionsIn(await documentOf(text('正文。', ...upright, '', '末段。'))).length, 1);
  });

  it('takes its heading with it, shares its pages with the next wide table, and leaves no empty page at a page break', async () => {
    const document = await documentOf(text('正文。', '一、逐月数据', ...wide, '', ...wide, '', '【分页】', '末段。'));
    const [first = '', second = '', third = ''] = document.split(/<\/w:sectPr>/);
    assert.doesNotMatch(first, /逐月数据/);
    assert.match(second, /逐月数据/);
    assert.equal(second.match(/<w:tbl>/g)?.length, 2);
    assert.doesNotMatch(third, /w:type="page"/);
  });

  it('takes the head of its attachment with it', async () => {
    const document = await documentOf(text('正文。', '', '附件1', '任务分解表', '', ...wide, '', '附件2', '联络员名单', '', '名单。'));
    const [first = '', second = '', third = ''] = document.split(/<\/w:sectPr>/);
    assert.doesNotMatch(first, /任务分解表/);
    assert.match(second, /附件.*任务分解表.*<w:tbl>/s);
    assert.match(third, /联络员名单/);
  });

  it('has smaller words, in styles of their own, where numbers would be broken even so', async () => {
    const wider = [`| ${Array.from({ length: 18 }, (_, index) => `${index}月`).join(' | ')} |`, `| ${'1,234 | '.repeat(18)}`];
    const document = await documentOf(text('正文。', ...wider, '', '末段。'));
    assert.match(document, /<w:pStyle w:val="TableHeader21"\/>/);
    assert.match(document, /<w:pStyle w:val="TableText21"\/>/);
  });

  it('stands on a page without a grid, of which LibreOffice would leave the last line free', async () => {
    const sections = sectionsIn(await documentOf(text('正文。', ...wide, '', '末段。')));
    assert.deepEqual(
      sections.map((section) => section.includes('w:type="linesAndChars"')),
      [true, false, true],
    );
  });

  it('may end a report', async () => {
    const source = ['标题', '', '正文。', ...wide].join('\n');
    assert.equal(sectionsIn(await documentOf(source)).length, 2);
  });

  it('has its number below, in layouts that the standard does not bind', async () => {
    assert.doesNotMatch(await documentOf(text('Words.', ...wide, '', 'End.'), plain), /evenAndOdd/);
  });

  it('lies on the turned sheet, its number where it is on the sheet held upright, the imprint at the foot of the last page (clauses 7.4, 7.5 and 8)', async () => {
    // The table stands on an even page in one report and on an odd one in the other.
    const folder = runFolder();
    const sources = [text('正文。', ...wide, '', '末段。'), text(...before(4), ...wide, '', '末段。')];
    const paths: string[] = [];
    for (const [index, source] of sources.entries()) {
      paths.push(writeDocx(folder, `wide-${index}`, (await exportWith(parse(source), { final: true })).bytes));
    }
    const documents: (readonly PdfPage[])[] = [];
    const words: (readonly (readonly PdfLine[])[])[] = [];
    for (const pdf of await toPdf(paths, folder)) {
      documents.push(await pagesOf(pdf));
      words.push(await wordsOfPages(pdf));
    }
    const places = documents.map((pages) => pages.findIndex(({ width, height }) => width > height));
    assert.deepEqual(places, [1, 2]);
    const sideways = landscapeLayout(common);
    documents.forEach((pages, index) => {
      const place = places[index] ?? 0;
      const page = pages[place];
      assert.ok(page);
      assert.equal(pages.length, place + 2, 'no empty page before or after');
      near(page.width, pointsOfMm(297), 'width of the page');
      const caption = page.lines.find((line) => line.text.includes('逐月投资'));
      assert.ok(caption && caption.top >= pointsOfMm(sideways.margins.top) - 1, 'the table is on this page');
      // The number: 28 mm from what is the lower edge of the sheet held upright.
      const marks = (words[index]?.[place] ?? []).filter(({ right }) => right < pointsOfMm(sideways.margins.left));
      assert.match(marks.map((mark) => mark.text).join(''), new RegExp(`^—\\s*${place + 1}\\s*—$`));
      for (const { left, right } of marks) near((left + right) / 2, pointsOfMm(28), 'middle of the number', 2.5);
      const end = Math.max(...marks.map(({ bottom }) => bottom));
      const start = Math.min(...marks.map(({ top }) => top));
      if (place % 2 === 0) near(end, pointsOfMm(210 - 26) - 14, 'end of an odd number', 3);
      else near(start, pointsOfMm(28) + 14, 'start of an even number', 3);
      const last = pages.at(-1);
      const imprint = last?.lines.find((line) => line.text.includes('档案局办公室'));
      assert.ok(imprint && last && last.height > last.width, 'the imprint stands on an upright page');
      near(imprint.bottom, pointsOfMm(297 - 35), 'the imprint', 8);
    });
  });
});

describe('a table of contents', () => {
  it('counts the room that pictures take', async () => {
    const source = ['标题', '', '[TOC]', '', '一、现场', '正文。', '', '![图1 现场](a.png)', '', '二、打算', '正文。'].join('\n');
    const pageOfLast = async (bytes: Uint8Array): Promise<string | undefined> => {
      const docx = await openDocx((await exportWith(parse(source), { pictures: async () => ({ bytes }) })).bytes);
      const entry = docx.part('word/document.xml').split('PAGEREF _Toc000002')[1] ?? '';
      return /<w:t[^>]*>(\d+)<\/w:t>/.exec(entry)?.[1];
    };
    assert.equal(await pageOfLast(png(1, 1)), '1');
    assert.equal(await pageOfLast(png(500, 600)), '2');
  });
});
