// `npm run agreement`: on which pages headings stand and where lines end, in our layout and in the PDF that LibreOffice makes of our DOCX.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { agreementDocuments, agreementOf } from './agreementDocuments.ts';
import { fixture } from './docx/exports.ts';
import type { Agreement } from './layoutAgreement.ts';

const named = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const isVerbose = process.argv.includes('--verbose');
const documents = agreementDocuments();
const files = named.filter((name) => name.includes('/')).map((path) => fixture(basename(path), readFileSync(path, 'utf8')));
const wanted = named.length === 0 ? documents : [...documents.filter(({ name }) => named.includes(name)), ...files];
const percent = (part: number, whole: number): string => (whole === 0 ? '     –' : `${((part / whole) * 100).toFixed(1).padStart(5)}%`);

function print(name: string, { ourPages, theirPages, headings, sameHeadings, lines, sameLines }: Agreement): void {
  const pages = `${ourPages}/${theirPages}`;
  console.log(
    `${name.padEnd(24)}${pages.padStart(10)}  ${percent(sameHeadings, headings)} of ${String(headings).padStart(5)}  ${percent(sameLines, lines)} of ${String(lines).padStart(6)}`,
  );
}

console.log(`${'document'.padEnd(24)}${'pages'.padStart(10)}  headings on page   body lines that end alike`);
const found = await agreementOf(wanted);
for (const { name, agreement } of found) {
  print(name, agreement);
  if (isVerbose) for (const line of agreement.disagreements.slice(0, 40)) console.log(`    ${line}`);
}
const sum = (pick: (agreement: Agreement) => number): number => found.reduce((total, { agreement }) => total + pick(agreement), 0);
print('all', {
  ourPages: sum(({ ourPages }) => ourPages),
  theirPages: sum(({ theirPages }) => theirPages),
  headings: sum(({ headings }) => headings),
  sameHeadings: sum(({ sameHeadings }) => sameHeadings),
  lines: sum(({ lines }) => lines),
  sameLines: sum(({ sameLines }) => sameLines),
  disagreements: [],
});
