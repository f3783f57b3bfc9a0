import assert from 'node:assert/strict';
import type { Report } from '../../../server/src/engine/model/report.ts';
import { common } from '../../../server/src/render/layout/presets.ts';
import { exportWith, fixtures, parse, runFolder, writeDocx } from '../../support/docx/exports.ts';
import { pagesOf, toPdf } from '../../support/docx/pdf.ts';
import { generateReport } from '../../support/generate.ts';
import { type Agreement, compare } from '../../support/layoutAgreement.ts';

const reports: readonly { readonly name: string; readonly report: Report }[] = [
  ...fixtures(),
  { name: 'generated-200', report: parse(generateReport(200, 1)) },
  { name: 'generated-2000', report: parse(generateReport(2000, 2)) },
];

describe('our pages and those that LibreOffice makes of our DOCX', function () {
  this.timeout(180_000);
  const found = new Map<string, Agreement>();

  before(async () => {
    const folder = runFolder();
    const paths: string[] = [];
    for (const { name, report } of reports) paths.push(writeDocx(folder, name, (await exportWith(report, { final: true })).bytes));
    const pdfs = await toPdf(paths, folder);
    for (const [index, { name, report }] of reports.entries()) {
      const agreement = compare(report, await pagesOf(pdfs[index] ?? ''), common, { sizeOf: () => ({ width: 1, height: 1 }) });
      found.set(name, agreement);
      if (process.env.LAYOUT_VERBOSE) console.log(name, agreement);
    }
  });

  const sum = (pick: (agreement: Agreement) => number): number =>
    [...found.values()].reduce((total, agreement) => total + pick(agreement), 0);

  it('are as many', () => {
    for (const [name, { ourPages, theirPages }] of found) assert.equal(ourPages, theirPages, name);
  });

  it('have at least 98 % of the headings on the same page', () => {
    const share = sum(({ sameHeadings }) => sameHeadings) / sum(({ headings }) => headings);
    assert.ok(share >= 0.98, `${share}; LAYOUT_VERBOSE=1 lists the rest`);
  });

  it('break at least 95 % of the body lines alike', () => {
    const share = sum(({ sameLines }) => sameLines) / sum(({ lines }) => lines);
    assert.ok(share >= 0.95, `${share}; LAYOUT_VERBOSE=1 lists the rest`);
  });
});
