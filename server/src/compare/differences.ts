import { diffArrays } from 'diff';

/** `count` items in a row that are on both sides, or on one. */
export interface Difference {
  readonly count: number;
  readonly change?: 'added' | 'removed';
}

/** The time grows with the square of this: sides that differ more are told as replaced. */
const mostChanges = 4000;

/** What became of `before`, in order; what was replaced comes as removed, then added. */
export function differences(before: readonly string[], after: readonly string[]): readonly Difference[] {
  const parts = diffArrays([...before], [...after], { maxEditLength: mostChanges });
  if (parts === undefined) {
    return [
      { count: before.length, change: 'removed' },
      { count: after.length, change: 'added' },
    ];
  }
  return parts.map(
    ({ count, added, removed }) => ({ count, ...(added ? { change: 'added' } : removed ? { change: 'removed' } : {}) }) as const,
  );
}
