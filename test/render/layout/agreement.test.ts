import assert from 'node:assert/strict';
import { agreementOf, longDocuments, pageEndDocuments, shortDocuments } from '../../support/agreementDocuments.ts';
import type { Agreement } from '../../support/layoutAgreement.ts';

/** The longest take a minute; `npm run agreement` compares them too. */
const tooLong: ReadonlySet<string> = new Set(['long-all']);
const documents = [...shortDocuments(), ...longDocuments().filter(({ name }) => !tooLong.has(name)), ...pageEndDocuments()];

describe('our pages and those that LibreOffice makes of our DOCX', () => {
  let found: readonly { readonly name: string; readonly agreement: Agreement }[] = [];

  before(async () => {
    found = await agreementOf(documents);
  });

  const sum = (pick: (agreement: Agreement) => number): number => found.reduce((total, { agreement }) => total + pick(agreement), 0);

  it('are as many', () => {
    for (const { name, agreement } of found) assert.equal(agreement.ourPages, agreement.theirPages, name);
  });

  it('have every heading of these documents on the same page', () => {
    for (const { name, agreement } of found) assert.equal(agreement.sameHeadings, agreement.headings, name);
  });

  it('break at least 98 % of the body lines alike', () => {
    const share = sum(({ sameLines }) => sameLines) / sum(({ lines }) => lines);
    assert.ok(share >= 0.98, `${share}; npm run agreement -- --verbose lists the rest`);
  });

  it('break at least 95 % of the body lines of each long document alike', () => {
    for (const { name, agreement } of found) {
      if (agreement.lines >= 50)
        assert.ok(agreement.sameLines >= agreement.lines * 0.95, `${name}: ${agreement.sameLines} of ${agreement.lines}`);
    }
  });
});
