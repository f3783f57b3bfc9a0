import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { ReportDocument } from '../../server/src/engine/document.ts';
import { findingsWithTypes } from '../../server/src/features/findingsWithTypes.ts';
import { fixAllEdits } from '../../server/src/features/fixAll.ts';
import { builtInCatalogue } from '../../server/src/sections/builtInCatalogue.ts';
import { report } from '../support/report.ts';
import { ruleCases } from '../support/ruleCases.ts';

const { types } = builtInCatalogue();
/** Missing data have tests of their own. */
const findings = (document: ReportDocument) => [...findingsWithTypes(document, types)].filter(({ code }) => code !== 'missing-data');

function found(text: string): readonly string[] {
  return findings(report(text))
    .map(({ code, range: { start, end } }) => `${start.line}:${start.character}-${end.line === start.line ? end.character : '…'} ${code}`)
    .sort();
}

/** The text after the first fix of a rule, or after Fix All. */
function fixed(text: string, code: string | undefined): string {
  const document = report(text);
  const edits =
    code === undefined ? fixAllEdits(document) : (findings(document).find((one) => one.code === code && one.fix)?.fix?.edits ?? []);
  const changes = [...edits].sort(({ range: { start: a } }, { range: { start: b } }) => b.line - a.line || b.character - a.character);
  document.update(
    changes.map(({ range, newText }) => ({ range, text: newText })),
    2,
  );
  return document.getText();
}

for (const [folder, what] of [
  ['test/fixtures/rules', 'Cases of the rules'],
  ['test/fixtures/rules/held-out', 'Cases that were written before they were run'],
] as const) {
  describe(what, () => {
    for (const [file, cases] of ruleCases(folder)) {
      describe(file, () => {
        for (const { name, text, expected, fixes } of cases) {
          it(name, () => {
            assert.deepEqual(found(text), expected);
            for (const fix of fixes) {
              const after = fixed(text, fix.code);
              assert.equal(after, fix.text);
              // Fixing twice is fixing once.
              if (fix.code === undefined) assert.equal(fixed(after, undefined), after);
            }
          });
        }
      });
    }
  });
}

describe('The example report', () => {
  const path = '../shared/examples/political-ecology-report.txt';

  it('lacks title, signature, date and a figure, and has no other fault of structure', function () {
    if (!existsSync(path)) {
      console.log(`      ${path} is not here: not tested.`);
      this.skip();
    }
    const found = findings(report(readFileSync(path, 'utf8')));
    assert.deepEqual(
      found.map(({ code, range, args }) => [code, range.start.line, args]),
      [
        ['missing-parts', 0, ['自查报告', { words: ['title', 'signature', 'date of issue'], names: [] }]],
        ['figures-tables', 5, []],
      ],
    );
  });
});
