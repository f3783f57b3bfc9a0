import assert from 'node:assert/strict';
import { EntryIndex } from '../../../server/src/render/layout/entryIndex.ts';
import type { Entry } from '../../../server/src/render/layout/rows.ts';

const broken = { rows: [], breakBefore: false, keepWithNext: false, keepWithPrevious: false, together: 0 };
const heading = { kind: 'heading', level: 1, number: '一、', heading: [], body: [], lineCount: 1 } as const;
const entriesOf = (kinds: string): Entry[] =>
  [...kinds].map((kind, id) => ({ id, block: kind === 'h' ? heading : undefined, broken }) as unknown as Entry);

describe('an index of entries of one kind', () => {
  const places = (kinds: string): number[] => [...kinds].flatMap((kind, place) => (kind === 'h' ? [place] : []));

  it('stands as a walk over all entries would, after any edits', () => {
    const index = new EntryIndex(({ block }) => block?.kind === 'heading');
    let kinds = '';
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2 ** 31;
      return Math.floor((seed / 2 ** 31) * below);
    };
    for (let edit = 0; edit < 500; edit++) {
      const from = random(kinds.length + 1);
      const removed = random(Math.min(6, kinds.length - from + 1));
      const inserted = Array.from({ length: random(7) }, () => 'h..'.charAt(random(3))).join('');
      const gone = kinds.slice(from, from + removed);
      kinds = kinds.slice(0, from) + inserted + kinds.slice(from + removed);
      const isTouched = index.replace(entriesOf(kinds), from, removed, inserted.length);
      assert.deepEqual(index.places, places(kinds));
      assert.equal(isTouched, /h/.test(gone + inserted));
    }
    assert.ok(index.places.length > 10);
  });
});
