import assert from 'node:assert/strict';
import { nextMissingDatum } from '../../server/src/features/nextMissingDatum.ts';
import { report, reportAt } from '../support/report.ts';

function go(marked: string, direction: 'next' | 'previous'): string | undefined {
  const { document, position } = reportAt(marked);
  const found = nextMissingDatum(document, position, direction);
  return found && `${found.start.line}:${found.start.character}-${found.end.character}`;
}

describe('The walk from gap to gap', () => {
  it('goes to the gap that begins at the cursor or after it', () => {
    assert.equal(go('会议‸*次，走访*户。', 'next'), '0:2-3');
    assert.equal(go('会议*‸次，走访*户。', 'next'), '0:7-8');
    assert.equal(go('会议*次‸。\n走访*户。', 'next'), '1:2-3');
  });

  it('goes back to the gap that begins before the cursor', () => {
    assert.equal(go('会议*次，走访‸*户。', 'previous'), '0:2-3');
    assert.equal(go('会议*次。\n走访‸*户。', 'previous'), '0:2-3');
  });

  it('goes round at either end', () => {
    assert.equal(go('会议*次，走访*‸户。', 'next'), '0:2-3');
    assert.equal(go('‸会议*次，\n走访*户。', 'previous'), '1:2-3');
  });

  it('stays at the only gap', () => {
    assert.equal(go('会议*‸次。', 'next'), '0:2-3');
    assert.equal(go('会议‸*次。', 'previous'), '0:2-3');
  });

  it('finds nothing where nothing is missing', () => {
    assert.equal(go('会议‸三次。', 'next'), undefined);
    assert.equal(go('会议‸三次。', 'previous'), undefined);
  });

  it('passes over what does not count', () => {
    const document = report('被告人张××，男。');
    assert.equal(document.missingCount, 0);
    assert.equal(nextMissingDatum(document, { line: 0, character: 0 }, 'next'), undefined);
  });
});
