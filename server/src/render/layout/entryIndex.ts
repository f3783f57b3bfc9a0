import type { Entry } from './rows.ts';

/**
 * Where the entries of one kind stand, ascending. Owner: one ReportLayout, which tells it every edit, so that it is never stale and what few entries take
 * part in needs no walk over all of them. Whether an entry is of the kind must depend on its block alone.
 */
export class EntryIndex {
  readonly #isOf: (entry: Entry) => boolean;
  readonly #places: number[] = [];

  constructor(isOf: (entry: Entry) => boolean) {
    this.#isOf = isOf;
  }

  get places(): readonly number[] {
    return this.#places;
  }

  /** So many entries from `from` on gave way to so many of `entries`. Gives whether one of the kind came or went. */
  replace(entries: readonly Entry[], from: number, removed: number, inserted: number): boolean {
    const places = this.#places;
    const first = firstFrom(places, from);
    const last = firstFrom(places, from + removed);
    const behind = places.slice(last);
    places.length = first;
    for (let index = from; index < from + inserted; index++) {
      const entry = entries[index];
      if (entry && this.#isOf(entry)) places.push(index);
    }
    const isTouched = last > first || places.length > first;
    for (const place of behind) places.push(place + inserted - removed);
    return isTouched;
  }
}

/** Of ascending places, how many stand before `from`; by halving. */
function firstFrom(places: readonly number[], from: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
