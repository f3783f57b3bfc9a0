import assert from 'node:assert/strict';
import { sameEntry, Walk } from '../../client/src/fill/walk.ts';
import { gapAt } from './missingEntries.ts';

describe('The walk that fills gaps', () => {
  const entries = [gapAt(1, 4), gapAt(1, 9), gapAt(5, 0)];
  const start = (walk: Walk) => walk.current && [walk.current.range.start.line, walk.current.range.start.character];

  it('begins at the gap under the cursor, else at the next one, else at the first', () => {
    assert.deepEqual(start(new Walk(entries, { line: 1, character: 4 })), [1, 4]);
    assert.deepEqual(start(new Walk(entries, { line: 1, character: 5 })), [1, 4]);
    assert.deepEqual(start(new Walk(entries, { line: 1, character: 6 })), [1, 9]);
    assert.deepEqual(start(new Walk(entries, { line: 8, character: 0 })), [1, 4]);
    assert.equal(start(new Walk([], { line: 0, character: 0 })), undefined);
  });

  it('says where it is, and goes on counting the gaps that it filled', () => {
    const walk = new Walk(entries, { line: 0, character: 0 });
    assert.equal(walk.title, '1 / 3');
    walk.fill([{ line: 1, character: 4 }], { line: 1, character: 6 }, [gapAt(1, 10), gapAt(5, 0)]);
    assert.equal(walk.title, '2 / 3');
    assert.deepEqual(start(walk), [1, 10]);
    walk.skip();
    assert.equal(walk.title, '3 / 3');
    assert.deepEqual([walk.filled, walk.left], [1, 2]);
  });

  it('does not count a gap that was filled further down as one before', () => {
    const walk = new Walk(entries, { line: 5, character: 0 });
    walk.fill([{ line: 5, character: 0 }], { line: 5, character: 2 }, entries.slice(0, 2));
    assert.equal(walk.title, '1 / 3');
  });

  it('goes past the end to the beginning, and ends when each gap was seen', () => {
    const walk = new Walk(entries, { line: 5, character: 0 });
    walk.skip();
    assert.deepEqual(start(walk), [1, 4]);
    walk.skip();
    walk.skip();
    assert.equal(walk.current, undefined);
  });

  it('goes back, at the first gap to the last', () => {
    const walk = new Walk(entries, { line: 0, character: 0 });
    walk.back();
    assert.deepEqual(start(walk), [5, 0]);
    walk.back();
    assert.deepEqual(start(walk), [1, 9]);
  });

  it('ends when nothing is left', () => {
    const walk = new Walk([gapAt(0, 0)], { line: 0, character: 0 });
    walk.fill([{ line: 0, character: 0 }], { line: 0, character: 2 }, []);
    assert.equal(walk.current, undefined);
  });

  it('finds its gap again after the report was edited', () => {
    const walk = new Walk([gapAt(1, 4, { name: 'a' }), gapAt(2, 2, { name: 'b' })], { line: 2, character: 0 });
    walk.renew([gapAt(1, 4, { name: 'a' }), gapAt(3, 7, { name: 'b' })]);
    assert.deepEqual(start(walk), [3, 7]);
    walk.renew([gapAt(1, 4, { name: 'a' })]);
    assert.deepEqual(start(walk), [1, 4]);
  });

  it('takes the nearest of several that look alike', () => {
    const old = gapAt(5, 3);
    assert.deepEqual(sameEntry([gapAt(1, 3), gapAt(6, 3), gapAt(9, 3)], old)?.range.start, { line: 6, character: 3 });
    assert.equal(sameEntry([gapAt(5, 3, { phrase: { before: '', mark: '××', after: '' } })], old), undefined);
  });
});
