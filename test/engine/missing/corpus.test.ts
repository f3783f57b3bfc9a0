import assert from 'node:assert/strict';
import { figures, parseLine, readCorpus, type Score, score } from './labelledCorpus.ts';

/**
 * Hints (maybe) count as found and as false alarms like warnings (sure, likely); of the warnings alone the precision is held as well.
 * The figures that must not be fallen below; raise them when the detector gets better.
 */
const committed = {
  tuned: { f1: 0.995, kindAccuracy: 0.985, warningPrecision: 0.998 },
  heldOut: { f1: 0.99, kindAccuracy: 0.965, warningPrecision: 0.995 },
};

describe('the labelled corpus of missing data', () => {
  const tuned = readCorpus('');
  const heldOut = readCorpus('held-out');

  it('holds at least 60 texts, a third of them held out, and a third of the marks are traps', () => {
    const files = (lines: typeof tuned): number => new Set(lines.map((line) => line.file)).size;
    const marks = [...tuned, ...heldOut].flatMap((line) => line.labels);
    assert.ok(files(tuned) + files(heldOut) >= 60);
    assert.ok(files(heldOut) * 3 >= files(tuned) + files(heldOut));
    assert.ok(marks.filter((label) => label.is === 'trap').length * 3 >= marks.length);
  });

  it('is found as well as committed, on the texts the detector was tuned on', () => check('tuned on', score(tuned), committed.tuned));

  it('is found as well as committed, on the texts that were held out', () => check('held out', score(heldOut), committed.heldOut));

  it('counts a finding outside the labels as a false alarm, and an unfound label as missed', () => {
    const lines = ['共召开⟦*|count⟧次，用⟦!X射线⟧检查，走访⟦很多|count⟧户，投资*万元。'].map((line) => ({
      file: '',
      number: 1,
      ...parseLine(line),
    }));
    const { gaps, traps, found, falseAlarms, kindsRight } = score(lines);
    assert.deepEqual({ gaps, traps, found, falseAlarms, kindsRight }, { gaps: 2, traps: 1, found: 1, falseAlarms: 1, kindsRight: 1 });
  });
});

function check(name: string, result: Score, least: { f1: number; kindAccuracy: number; warningPrecision: number }): void {
  console.log(`      ${name}: ${figures(result)}`);
  const why = `${figures(result)}\n${result.mistakes.join('\n')}`;
  assert.ok(result.f1 >= least.f1, why);
  assert.ok(result.kindAccuracy >= least.kindAccuracy, why);
  assert.ok(result.warningsFound / (result.warningsFound + result.warningsFalse) >= least.warningPrecision, why);
}
