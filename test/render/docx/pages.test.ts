import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import type { Block, Report } from '../../../server/src/engine/model/report.ts';
import { presets } from '../../../server/src/render/layout/presets.ts';
import { block, exportWith, line, paragraph, parse, reportWith, runFolder, words, writeDocx } from '../../support/docx/exports.ts';
import { type PdfLine, type PdfPage, pagesOf, toPdf } from '../../support/docx/pdf.ts';

const pointsOfMm = (mm: number): number => (mm * 72) / 25.4;
/** Half a millimetre: what the standard allows is one. */
const near = (actual: number, expected: number, message: string, tolerance = 1.5): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${message}: ${actual.toFixed(1)} pt, expected ${expected.toFixed(1)} pt`);

const noPage: PdfPage = { width: 0, height: 0, lines: [] };
const isNumber = (text: string): boolean => /^(?:—\s*\d+\s*—|\d{1,3})$/.test(text);
/** A page's own lines, without its number. */
const body = (page: PdfPage): readonly PdfLine[] => page.lines.filter(({ text }) => !isNumber(text));
const numberOf = (page: PdfPage): PdfLine | undefined => page.lines.find(({ text }) => isNumber(text));

const signed = (fill: number): Report =>
  reportWith([
    paragraph('国'.repeat(28 * fill - 2)),
    block({ kind: 'closing', inlines: words('特此报告。') }),
    block({ kind: 'signature', organs: [line('平川县水务中心')], date: line('2026年11月16日') }),
  ]);

const signedBy = (organ: string): Report =>
  reportWith([paragraph('正文。'), block({ kind: 'signature', organs: [line(organ)], date: line('2026年1月5日') })]);

const hundred: readonly Block[] = Array.from({ length: 220 }, () => paragraph('国'.repeat(26 + 28 * 9)));

const head = `---
发文机关: 青山市档案局
发文字号: 青档发〔2026〕7号
份号: "000012"
密级: 秘密★1年
紧急程度: 加急
抄送:
  - 市委办公室
印发机关: 青山市档案局办公室
印发日期: 2026年11月20日
---
青山市档案局关于档案安全检查情况的报告

市人民政府：

现将有关情况报告如下。

附件：1. 全市档案安全专项检查发现问题清单以及各县区档案局整改责任分工和完成时限一览表
      2. 整改台账

青山市档案局
2026年11月18日

附件1

问题清单

库房温度偏高。
`;

/** Exports whose pages are looked at; one run of LibreOffice makes them all. */
const reports: Readonly<Record<string, Report>> = {
  ...Object.fromEntries(presets.map(({ name }) => [`full-${name}`, reportWith([paragraph('国'.repeat(5000))])])),
  hundred: reportWith(hundred),
  head: parse(head),
  noted: parse(`关于试行的通知

各科室：

自下月起试行。

附件：值班表

值班室
2026年1月5日
`),
  longSignature: signedBy('青山市人民政府办公室政务公开工作领导小组'),
  shortSignature: signedBy('值班室'),
  ...Object.fromEntries([18, 19, 20, 21, 22].map((fill) => [`signed-${fill}`, signed(fill)])),
};

describe('the pages that LibreOffice makes of an export', () => {
  const folder = runFolder();
  const pages = new Map<string, readonly PdfPage[]>();
  const at = (name: string): readonly PdfPage[] => {
    const found = pages.get(name);
    assert.ok(found, name);
    return found;
  };

  before(async () => {
    const paths: string[] = [];
    for (const [name, report] of Object.entries(reports)) {
      const layout = presets.find((preset) => name === `full-${preset.name}`);
      const { bytes } = await exportWith(report, { final: true, ...(layout && { layout }) });
      paths.push(writeDocx(folder, name, bytes));
    }
    const pdfs = await toPdf(paths, folder);
    for (const [index, name] of Object.keys(reports).entries()) pages.set(name, await pagesOf(pdfs[index] ?? ''));
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const { name, grid } of presets) {
    it(`has ${grid.lines} lines of ${grid.chars} characters on every full page in the layout ${name} (5.2.3)`, () => {
      const all = at(`full-${name}`);
      assert.ok(all.length > 3);
      for (const [number, page] of all.slice(0, -1).entries()) {
        const lines = body(page);
        assert.equal(lines.length, grid.lines);
        for (const [index, { text }] of lines.entries())
          assert.equal(text.length, number === 0 && index === 0 ? grid.chars - 2 : grid.chars);
      }
    });
  }

  it('keeps 22 × 28 through a hundred pages', () => {
    const all = at('hundred');
    assert.equal(all.length, 100);
    for (const page of all) {
      const lines = body(page);
      assert.equal(lines.length, 22);
      for (const { text } of lines) assert.ok(text.length === 28 || text.length === 26, text);
    }
  });

  it('sets the type area 28 mm from the left, 26 mm from the right (5.2.1)', () => {
    const lines = body(at('hundred')[1] ?? noPage);
    near(Math.min(...lines.map(({ left }) => left)), pointsOfMm(28), 'left edge');
    near(Math.max(...lines.map(({ right }) => right)), pointsOfMm(210 - 26), 'right edge');
  });

  it('sets the first line 37 mm below the paper’s edge and the last 35 mm above it', () => {
    const lines = body(at('hundred')[1] ?? noPage);
    const middle = (at: number): number => ((lines.at(at)?.top ?? 0) + (lines.at(at)?.bottom ?? 0)) / 2;
    near(middle(0), pointsOfMm(37) + 28.95 / 2, 'middle of line 1', 5);
    near(middle(-1) - middle(0), 21 * 28.95, 'lines 1 to 22', 0.5);
  });

  it('numbers odd pages at the right, even ones at the left, one character in, 7 mm below the type area (7.5)', () => {
    const [first, second] = at('hundred');
    const odd = first && numberOf(first);
    const even = second && numberOf(second);
    assert.ok(odd && even);
    assert.equal(odd.text.replaceAll(' ', ''), '—1—');
    near(odd.right, pointsOfMm(210 - 26) - 15.75, 'right end of 1');
    near(even.left, pointsOfMm(28) + 15.75, 'left end of 2');
    near((odd.top + odd.bottom) / 2, pointsOfMm(297 - 35 + 7), 'dash', 3);
  });

  it('indents a paragraph by two characters and its other lines not (7.3.3)', () => {
    const [first, second] = body(at('hundred')[0] ?? noPage);
    near((first?.left ?? 0) - (second?.left ?? 0), 32, 'first-line indent', 1);
  });

  it('sets the head of an issued report: labels on the first three lines, mark 35 mm below the type area’s edge (7.2)', () => {
    const lines = body(at('head')[0] ?? noPage);
    assert.deepEqual(
      lines.slice(0, 5).map(({ text }) => text),
      ['000012', '秘密★1年', '加急', '青山市档案局文件', '青档发〔2026〕7号'],
    );
    const mark = lines[3];
    assert.ok(mark);
    // The box of a 36 pt glyph in this font is 1.3 em high.
    near(mark.top + (mark.bottom - mark.top - 36) / 2, pointsOfMm(37 + 35), 'upper edge of the mark', 6);
    near((mark.left + mark.right) / 2, pointsOfMm(28 + 78), 'middle of the mark');
    const number = lines[4];
    assert.ok(number);
    near((number.left + number.right) / 2, pointsOfMm(28 + 78), 'middle of the document number');
  });

  it('hangs names of attachments under their first character (7.3.4)', () => {
    const lines = body(at('head')[0] ?? noPage);
    const first = lines.findIndex(({ text }) => text.startsWith('附件：1.'));
    const [label, wrapped, second] = lines.slice(first, first + 3);
    assert.ok(label && wrapped && second);
    assert.match(second.text, /^2\./);
    near(label.left, pointsOfMm(28) + 31.5, 'label');
    near(wrapped.left, pointsOfMm(28) + 15.75 * 6, 'second line of the name');
    near(second.left, pointsOfMm(28) + 15.75 * 5, 'second number');
  });

  it('gives a single attachment no number', () => {
    assert.ok(body(at('noted')[0] ?? noPage).some(({ text }) => text === '附件：值班表'));
  });

  it('begins every attachment on a new page, its mark on line 1, its title on line 3 (7.3.7)', () => {
    const [mark, title] = body(at('head')[1] ?? noPage);
    assert.ok(mark && title);
    assert.equal(mark.text, '附件1');
    assert.equal(title.text, '问题清单');
    const middle = ({ top, bottom }: PdfLine): number => (top + bottom) / 2;
    near(middle(title) - middle(mark), 28.95 * 1.5 + 17.5, 'title below mark', 3);
  });

  it('sets the imprint at the foot of the last page (7.4)', () => {
    const last = at('head').at(-1);
    assert.ok(last);
    const lines = body(last);
    assert.deepEqual(
      lines.slice(-2).map(({ text }) => text),
      ['抄送：市委办公室。', '青山市档案局办公室2026年11月20日印发'],
    );
    const foot = lines.at(-1);
    near(foot?.bottom ?? 0, pointsOfMm(297 - 35), 'last line of the imprint', 5);
    near(foot?.left ?? 0, pointsOfMm(28) + 14, 'printing organ, one character in');
    near(foot?.right ?? 0, pointsOfMm(210 - 26) - 14, 'date, one character from the right');
  });

  it('sets a date two characters right of a longer signature (7.3.5.2)', () => {
    const [organ, date] = body(at('longSignature')[0] ?? noPage).slice(-2);
    assert.ok(organ && date);
    near(organ.right, pointsOfMm(210 - 26) - 31.5, 'signature ends two characters before the edge');
    near(date.left - organ.left, 31.5, 'date begins two characters after it');
  });

  it('sets a date longer than the signature two characters before the edge and moves the signature (7.3.5.2)', () => {
    const [organ, date] = body(at('shortSignature')[0] ?? noPage).slice(-2);
    assert.ok(organ && date);
    near(date.right, pointsOfMm(210 - 26) - 31.5, 'date ends two characters before the edge');
    near(date.left - organ.left, 31.5, 'date begins two characters after the signature');
  });

  it('never leaves a signature alone on a page, however the body ends', () => {
    for (const fill of [18, 19, 20, 21, 22]) {
      const last = at(`signed-${fill}`).at(-1);
      assert.ok(last);
      const texts = body(last).map(({ text }) => text);
      const place = texts.indexOf('平川县水务中心');
      assert.equal(texts[place + 1], '2026年11月16日', `${fill}: the date on the signature’s page`);
      assert.equal(texts[place - 1], '特此报告。', `${fill}: words of the body on the signature’s page`);
    }
  });
});
