import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ruleCodes, ruleInfo } from '../../server/src/engine/rules/ruleTable.ts';
import { findingsWithTypes } from '../../server/src/features/findingsWithTypes.ts';
import { builtInCatalogue } from '../../server/src/sections/builtInCatalogue.ts';
import { report } from '../support/report.ts';
import { ruleCases } from '../support/ruleCases.ts';

const chinese: Readonly<Record<string, string>> = JSON.parse(readFileSync('l10n/server.zh-cn.json', 'utf8'));
const { types } = builtInCatalogue();

describe('The words of rules', () => {
  const findings = ['test/fixtures/rules', 'test/fixtures/rules/held-out'].flatMap((folder) =>
    [...ruleCases(folder).values()].flat().flatMap(({ text }) => [...findingsWithTypes(report(text), types)]),
  );

  it('are there in Chinese, with a fix or without', () => {
    const words = findings.flatMap(({ message, fix }) => (fix === undefined ? [message] : [message, fix.title]));
    for (const code of ruleCodes) words.push(ruleInfo(code).summary);
    assert.deepEqual(
      [...new Set(words)].filter((one) => !(one in chinese)),
      [],
    );
  });

  it('prescribe only where a standard or a regulation does', () => {
    const wrong = findings
      .filter(({ code, message }) => {
        const { level } = ruleInfo(code);
        return level === 'practice' && /规定|不得/.test(chinese[message] ?? '');
      })
      .map(({ message }) => chinese[message]);
    assert.deepEqual(wrong, []);
  });

  it('are tried by a case for each rule but those of the file', () => {
    const tried = new Set<string>([...findings.map(({ code }) => code), 'missing-data', 'encoding', 'front-matter']);
    assert.deepEqual(
      ruleCodes.filter((code) => !tried.has(code)),
      [],
    );
  });
});
