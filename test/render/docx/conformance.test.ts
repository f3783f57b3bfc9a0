import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { conformance, conformanceText, knownFailures, type Row, verdicts } from '../../support/conformance/table.ts';

describe('the conformance table (docs/conformance.md)', () => {
  let rows: readonly Row[] = [];
  before(async () => {
    rows = await conformance();
  });

  it('has every measurable demand pass, but for known failures with their reasons', () => {
    const failed = rows.filter(({ passes }) => !passes).map(({ clause, demand, measured }) => [`${clause} ${demand}`, measured]);
    assert.deepEqual(
      failed.filter(([name = '']) => knownFailures[name] === undefined),
      [],
    );
  });

  it('lists only failures that are there', () => {
    const failing = new Set(rows.filter(({ passes }) => !passes).map(({ clause, demand }) => `${clause} ${demand}`));
    for (const name of Object.keys(knownFailures)) assert.ok(failing.has(name), name);
  });

  it('is up to date: npm run conformance', () => {
    assert.deepEqual(verdicts(readFileSync('docs/conformance.md', 'utf8')), verdicts(conformanceText(rows)));
    assert.equal(verdicts(conformanceText(rows)).length, rows.length);
  });

  it('asks each demand once', () => {
    const names = rows.map(({ clause, demand }) => `${clause} ${demand}`);
    assert.equal(new Set(names).size, names.length);
  });
});
