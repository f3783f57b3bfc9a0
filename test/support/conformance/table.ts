// The conformance table: every check measured on LibreOffice's pages of our exports.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { exportWith, fixture, writeDocx } from '../docx/exports.ts';
import { toPdf } from '../docx/pdf.ts';
import { bodyChecks } from './bodyChecks.ts';
import type { Check, Result } from './check.ts';
import { sources } from './documents.ts';
import { footChecks } from './footChecks.ts';
import { formChecks } from './formChecks.ts';
import { headChecks } from './headChecks.ts';
import { shade } from './ink.ts';
import { Sheet } from './sheet.ts';

export interface Row extends Check, Result {}

/** Failing demands that are known, each with its reason. None. */
export const knownFailures: Readonly<Record<string, string>> = {};

const checks: readonly Check[] = [...headChecks, ...bodyChecks, ...footChecks, ...formChecks];

/** Makes all documents in one run of LibreOffice and measures every demand. A check that throws fails with its message. */
export async function conformance(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'report-writer-conformance-'));
  try {
    const names = Object.keys(sources);
    const paths: string[] = [];
    for (const [name, { text, layout, shaded }] of Object.entries(sources)) {
      const one = fixture(name, text);
      const { bytes } = await exportWith(one.report, { final: true, layout: layout ?? one.layout });
      paths.push(writeDocx(folder, name, shaded ? await withShading(bytes) : bytes));
    }
    const pdfs = await toPdf(paths, folder);
    const sheets = new Map<string, Sheet>();
    for (const [index, name] of names.entries()) sheets.set(name, await Sheet.of(pdfs[index] ?? ''));
    const sheetOf = (name: string): Sheet => {
      const sheet = sheets.get(name);
      if (sheet === undefined) throw new Error(`There is no document ${name}.`);
      return sheet;
    };
    const rows: Row[] = [];
    for (const check of checks) {
      const result = await check
        .measure(sheetOf)
        .catch((error): Result => ({ measured: error instanceof Error ? error.message : String(error), passes: false }));
      rows.push({ ...check, ...result });
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withShading(bytes: Uint8Array): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  const document = (await zip.file('word/document.xml')?.async('string')) ?? '';
  const fill = shade.toString(16).repeat(3).toUpperCase();
  zip.file(
    'word/document.xml',
    document.replace('<w:pStyle w:val="BodyText"/>', `$&<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`),
  );
  return await zip.generateAsync({ type: 'uint8array' });
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** docs/conformance.md. Measured numbers differ a little with the version of LibreOffice; verdicts do not. */
export function conformanceText(rows: readonly Row[]): string {
  const passed = rows.filter(({ passes }) => passes).length;
  return `# Conformance to GB/T 9704-2012

Made by \`npm run conformance\`; a test makes it anew and compares the verdicts. Each demand of the standard that can be measured on a page, measured on the pages that
LibreOffice prints of our Word files with free Chinese fonts (Fandol, Noto). Places are those of ink, found in a picture of the page with ten dots a millimetre; fonts
and sizes are those that the PDF has. What the standard says of paper, ink, print and binding is no matter of software.

${passed} of ${rows.length} pass.

| Clause | The standard demands | Measured | Allowed | |
| --- | --- | --- | --- | --- |
${rows.map(({ clause, demand, measured, tolerance, passes }) => `| ${clause} | ${cell(demand)} | ${cell(measured)} | ${tolerance} | ${passes ? 'pass' : `FAIL${knownFailures[`${clause} ${demand}`] === undefined ? '' : `: ${knownFailures[`${clause} ${demand}`]}`}`} |`).join('\n')}

“Whole lines” counts the empty lines of the grid that fit between the ink above and the ink below. The layout \`common\` leaves the leading of its lines inside the type area, as
Word users set it; in \`gb33476\` the ink itself fills 156 × 225 mm.
`;
}

/** The verdicts of a table, one a demand: what a test compares. */
export const verdicts = (text: string): readonly string[] =>
  [...text.matchAll(/^\| ([\d.]+) \| (.+?) \| .* \| (pass|FAIL[^|]*) \|$/gm)].map(
    ([, clause, demand, verdict]) => `${clause} ${demand}: ${verdict}`,
  );
