import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import type { HouseStyle } from '../../../server/src/engine/model/houseStyle.ts';
import { applyHouseStyle } from '../../../server/src/render/layout/applyHouseStyle.ts';
import type { PageLayout } from '../../../server/src/render/layout/pageLayout.ts';
import { common, gb33476 } from '../../../server/src/render/layout/presets.ts';
import { exportWith, paragraph, parse, reportWith, runFolder, writeDocx } from '../../support/docx/exports.ts';
import { faultsOf, openDocx } from '../../support/docx/package.ts';
import { type PdfPage, pagesOf, toPdf } from '../../support/docx/pdf.ts';
import { validatorErrors } from '../../support/docx/readers.ts';

const styles: Readonly<Record<string, readonly [base: PageLayout, style: HouseStyle]>> = {
  pitch: [common, { pitch: 28 }],
  lines: [common, { lines: 25 }],
  'lines and characters': [common, { lines: 20, chars: 26 }],
  smaller: [common, { sizes: { body: 14 }, pitch: 26 }],
  larger: [common, { sizes: { body: 18 }, pitch: 31 }],
  margins: [common, { margins: { top: 30, bottom: 25, left: 20, right: 20 } }],
  'the margins of gb33476': [gb33476, { chars: 27 }],
};

describe('a house style, on the pages that LibreOffice makes', () => {
  const folder = runFolder();
  const pages = new Map<string, readonly PdfPage[]>();
  const layouts = new Map(Object.entries(styles).map(([name, [base, style]]) => [name, applyHouseStyle(base, style)]));

  before(async () => {
    const paths: string[] = [];
    for (const [name, layout] of layouts)
      paths.push(writeDocx(folder, name, (await exportWith(reportWith([paragraph('国'.repeat(6000))]), { final: true, layout })).bytes));
    const pdfs = await toPdf(paths, folder);
    for (const [index, name] of [...layouts.keys()].entries()) pages.set(name, await pagesOf(pdfs[index] ?? ''));
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const name of Object.keys(styles)) {
    it(`has the lines and characters that the layout says: ${name}`, () => {
      const { grid } = layouts.get(name) ?? common;
      const all = pages.get(name) ?? [];
      assert.ok(all.length > 3);
      for (const { lines } of all.slice(1, -1)) {
        const body = lines.filter(({ text }) => text.startsWith('国'));
        assert.equal(body.length, grid.lines);
        for (const { text } of body) assert.equal(text.length, grid.chars);
      }
    });
  }

  it('makes the first sentences of points bold, headings as wanted, and stays without faults', async () => {
    const layout = applyHouseStyle(common, {
      bold: { points: true, heading3: true },
      fonts: { body: '宋体' },
      digits: 'body',
      pageNumber: 'center',
    });
    const { bytes } = await exportWith(parse('关于某事的通知\n\n各科室：\n\n1. 做法\n一是抓学习。组织培训2次。\n'), {
      layout,
      final: true,
    });
    const docx = await openDocx(bytes);
    assert.deepEqual(faultsOf(docx), []);
    assert.deepEqual(await validatorErrors(writeDocx(folder, 'bold', bytes)), []);
    assert.match(
      docx.part('word/document.xml'),
      /<w:b\/><w:bCs\/><\/w:rPr><w:t[^>]*>一是抓学习。<\/w:t><\/w:r><w:r><w:t[^>]*>组织培训2次。/,
    );
    assert.match(docx.part('word/styles.xml'), /w:styleId="Heading3"(?:(?!<\/w:style>).)*<w:b\/>/);
    assert.match(docx.part('word/styles.xml'), /w:styleId="BodyText"(?:(?!<\/w:style>).)*w:ascii="宋体"/);
    assert.doesNotMatch(docx.part('word/settings.xml'), /evenAndOddHeaders/);
  });
});
