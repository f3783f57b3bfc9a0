import { type Fragment, isSamePlace, type Page, type Paper, paginate, type RowPlace } from './paginate.ts';
import type { Entry } from './rows.ts';

/** Which pages an update changed, in the new numbering, half-open; all after them too when the number of pages changed. */
export interface LayoutChange {
  readonly from: number;
  readonly to: number;
}

/** Pages that are laid out again before the one that an edit touched: what is kept with it may begin there. */
const lookBack = 2;

/** The pages of one report, filled again from change to change as far as they have to be. */
export class LayoutPages {
  #pages: readonly Page[] = [{ fragments: [] }];
  /** Where each page begins. */
  #starts: readonly RowPlace[] = [{ entry: 0, row: 0 }];

  /** At least one. Another array after a change. */
  get pages(): readonly Page[] {
    return this.#pages;
  }

  /** The page that a row of an entry (both by index) is printed on. */
  pageOf(entry: number, row: number): number {
    return lastStart(this.#starts, ({ entry: at, row: atRow }) => at < entry || (at === entry && atRow <= row));
  }

  /**
   * Fills pages again: of `entries` those from `changedFrom` to `changedTo` (old indices) were replaced, those after moved by `delta`. It begins shortly before
   * them, and ends where a page begins where an old one began.
   */
  fill(entries: readonly Entry[], paper: Paper, changedFrom: number, changedTo: number, delta: number): LayoutChange | undefined {
    const oldPages = this.#pages;
    const oldStarts = this.#starts;
    let kept = Math.max(0, lastStart(oldStarts, ({ entry }) => entry < changedFrom) - lookBack);
    // A page may only be taken over as it was if its start lies before the change.
    while (kept > 0 && (oldStarts[kept]?.entry ?? 0) >= changedFrom) kept--;
    const pages = oldPages.slice(0, kept);
    const starts = oldStarts.slice(0, kept);
    // Old page starts behind the change, found by their place in the new numbering.
    let candidate = kept;
    let resumed = oldPages.length;
    let place: RowPlace = oldStarts[kept] ?? { entry: 0, row: 0 };
    for (const { page, next } of paginate(entries, paper, place)) {
      pages.push(page);
      starts.push(place);
      place = next;
      const old = { ...next, entry: next.entry - delta };
      if (old.entry < changedTo || next.entry >= entries.length) continue;
      while (candidate < oldStarts.length && precedes(oldStarts[candidate], old)) candidate++;
      const start = oldStarts[candidate];
      if (start && isSamePlace(start, old)) {
        resumed = candidate;
        break;
      }
    }
    if (pages.length === 0) {
      pages.push({ fragments: [] });
      starts.push({ entry: 0, row: 0 });
    }
    const filled = pages.length;
    for (let index = resumed; index < oldPages.length; index++) {
      const page = oldPages[index];
      const start = oldStarts[index];
      if (!page || !start) break;
      pages.push(page);
      starts.push(delta === 0 ? start : { ...start, entry: start.entry + delta });
    }
    this.#pages = pages;
    this.#starts = starts;
    return changedPages(oldPages, pages, kept, filled);
  }
}

const precedes = (start: RowPlace | undefined, other: RowPlace): boolean =>
  start !== undefined && (start.entry < other.entry || (start.entry === other.entry && start.row < other.row));

/** The last of the ordered starts that is `early`, by halving; 0 if none is. */
function lastStart(starts: readonly RowPlace[], early: (start: RowPlace) => boolean): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const start = starts[middle];
    if (start && early(start)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function isSamePage(page: Page | undefined, other: Page | undefined): boolean {
  if (page === other) return true;
  if (!page || !other || page.landscape !== other.landscape || page.turned !== other.turned) return false;
  return isSamePrint(page.fragments, other.fragments) && isSamePrint(page.notes ?? [], other.notes ?? []);
}

const isSamePrint = (fragments: readonly Fragment[], others: readonly Fragment[]): boolean =>
  fragments.length === others.length &&
  fragments.every(({ entry, from, to }, index) => {
    const match = others[index];
    return match !== undefined && match.entry === entry && match.from === from && match.to === to;
  });

/** Pages `from` to `to` were filled again. */
function changedPages(before: readonly Page[], after: readonly Page[], from: number, to: number): LayoutChange | undefined {
  let first = from;
  while (first < to && first < before.length && isSamePage(before[first], after[first])) first++;
  if (before.length !== after.length) return { from: Math.min(first, after.length), to: after.length };
  let last = to;
  while (last > first && isSamePage(before[last - 1], after[last - 1])) last--;
  return first < last ? { from: first, to: last } : undefined;
}
