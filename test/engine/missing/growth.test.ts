import assert from 'node:assert/strict';
import { findMissingData } from '../../../server/src/engine/missing/findMissingData.ts';
import { repeatedUnits } from '../../support/repeatedUnits.ts';

const length = 500_000;

describe('a line of half a million characters', function () {
  // A linear search is over in well under a second, in five on a busy machine; a quadratic one takes minutes. How the time grows: `npm run bench -- missing`.
  this.timeout(30_000);
  for (const unit of repeatedUnits) {
    it(`is searched to its end: ${JSON.stringify(unit)} again and again`, () => {
      const line = unit.repeat(Math.ceil(length / unit.length));
      let end = 0;
      for (const found of findMissingData(line, { start: 0, end: line.length, kind: 'paragraph' })) {
        assert.ok(found.start >= end && found.end <= line.length);
        end = found.end;
      }
    });
  }
});
