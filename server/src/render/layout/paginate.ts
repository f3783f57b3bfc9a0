import type { Entry, Row } from './rows.ts';

/** Rows `from` to `to` of an entry, on one page. */
export interface Fragment {
  readonly entry: Entry;
  readonly from: number;
  readonly to: number;
}

export interface Page {
  /** In order; entries that print nothing are left out. Empty only on the single page of an empty report. */
  readonly fragments: readonly Fragment[];
}

/** A row of the report: index of its entry, and of the row in it. */
export interface RowPlace {
  readonly entry: number;
  readonly row: number;
}

const tolerance = 0.05;

/**
 * Fills pages from `start` on, one a step. `capacity` is the height of the type area in points. Each step gives a page and where the next one
 * begins; what is given depends on the rows from there on only, so a run may begin at any page and end where an old page start is met.
 */
export function* paginate(
  entries: readonly Entry[],
  capacity: number,
  start: RowPlace,
): Generator<{ readonly page: Page; readonly next: RowPlace }> {
  let fragments: Fragment[] = [];
  let used = 0;
  let { row } = start;
  for (let index = start.entry; index < entries.length; index++) {
    const entry = entries[index];
    if (!entry) break;
    const { rows, breakBefore, repeated } = entry.broken;
    if (breakBefore && row === 0 && fragments.length > 0) {
      yield { page: { fragments }, next: { entry: index, row: 0 } };
      fragments = [];
      used = 0;
    }
    let from = row;
    if (fragments.length === 0) used = repeatedHeight(repeated, rows, row);
    let isEmpty = fragments.length === 0;
    for (; row < rows.length; row++) {
      const item = rows[row];
      if (!item) break;
      if (!isEmpty && used + heightAt(entries, index, row, capacity) > capacity + tolerance) {
        if (row > from) fragments.push({ entry, from, to: row });
        yield { page: { fragments }, next: { entry: index, row } };
        fragments = [];
        from = row;
        isEmpty = true;
        used = repeatedHeight(repeated, rows, row);
      }
      if (isEmpty && item.kind === 'gap' && !item.stays) continue;
      used += item.height;
      isEmpty = false;
    }
    if (row > from) fragments.push({ entry, from, to: row });
    row = 0;
  }
  if (fragments.length > 0) yield { page: { fragments }, next: { entry: entries.length, row: 0 } };
}

/** Height of what is repeated on a page that begins with this row: the header of a table that goes on. */
function repeatedHeight(repeated: Row | undefined, rows: readonly Row[], row: number): number {
  return repeated && row > rows.indexOf(repeated) ? repeated.height : 0;
}

/** Height of the rows from this one on that may not be parted; of the row alone if they would not fit on any page. */
function heightAt(entries: readonly Entry[], index: number, row: number, capacity: number): number {
  let height = 0;
  let at: number | undefined = index;
  let first = row;
  while (at !== undefined) {
    const broken: Entry['broken'] | undefined = entries[at]?.broken;
    if (!broken) break;
    const end = first < broken.together ? Math.min(broken.together, broken.rows.length) : first + 1;
    for (; first < end; first++) height += broken.rows[first]?.height ?? 0;
    if (height > capacity) break;
    if (end < broken.rows.length) return height;
    at = keptNext(entries, at, broken.keepWithNext);
    if (at === undefined) return height;
    first = 0;
  }
  return entries[index]?.broken.rows[row]?.height ?? 0;
}

/** The next entry that prints, if it may not be parted from this one. */
function keptNext(entries: readonly Entry[], index: number, keepWithNext: boolean): number | undefined {
  for (let next = index + 1; next < entries.length; next++) {
    const broken = entries[next]?.broken;
    if (!broken || broken.breakBefore) return undefined;
    if (broken.rows.length > 0) return keepWithNext || broken.keepWithPrevious ? next : undefined;
  }
  return undefined;
}
