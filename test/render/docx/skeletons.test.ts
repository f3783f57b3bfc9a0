import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { newReport } from '../../../server/src/features/newReport.ts';
import { builtInCatalogue } from '../../../server/src/sections/builtInCatalogue.ts';
import { exportWith, parse, runFolder, writeDocx } from '../../support/docx/exports.ts';
import { faultsOf, openDocx } from '../../support/docx/package.ts';
import { validatorErrors } from '../../support/docx/readers.ts';

const catalogue = builtInCatalogue();
const details = { organ: '市应急管理局', addressee: '市政府' };

describe('a new report of each type', () => {
  const folder = runFolder();
  after(() => rmSync(folder, { recursive: true }));

  for (const { id, name, variants } of catalogue.types) {
    it(`${name}, is exported without a fault, in each of its sorts`, async () => {
      for (const variant of [undefined, ...variants.map((one) => one.id)]) {
        const { bytes } = await exportWith(parse(newReport(id, { catalogue, variant, details })));
        assert.deepEqual(faultsOf(await openDocx(bytes)), [], variant);
      }
    });
  }

  // The validator takes most of a second for a file: types in turn, each with its longest sort.
  it('passes the Open XML SDK validator', async () => {
    const files: string[] = [];
    for (const { id, variants } of catalogue.types) {
      const texts = [undefined, ...variants.map((one) => one.id)].map((variant) => newReport(id, { catalogue, variant, details }));
      const longest = texts.reduce((best, text) => (text.length > best.length ? text : best), '');
      files.push(writeDocx(folder, id, (await exportWith(parse(longest))).bytes));
    }
    for (let at = 0; at < files.length; at += 4) {
      const errors = await Promise.all(files.slice(at, at + 4).map(validatorErrors));
      assert.deepEqual(errors.flat(), [], files.slice(at, at + 4).join(' '));
    }
  });
});
