import type { FrontMatter } from '../../engine/model/frontMatter.ts';
import type { Block } from '../../engine/model/report.ts';
import { breakBlock } from './breakBlock.ts';
import { breakContents, listedHeadings } from './contents.ts';
import { breakHead } from './head.ts';
import { measuresOf } from './measures.ts';
import type { PageLayout } from './pageLayout.ts';
import { type Page, paginate, type RowPlace } from './paginate.ts';
import type { PictureSizes } from './pictures.ts';
import type { BrokenBlock, Entry } from './rows.ts';

/** Which pages an update changed, in the new numbering, half-open; all after them too when the number of pages changed. */
export interface LayoutChange {
  readonly from: number;
  readonly to: number;
}

/** Pages that are laid out again before the one that an edit touched: what is kept with it may begin there. */
const lookBack = 2;

/**
 * The pages of one report. `update` takes the report's new blocks: only blocks that are new are broken into lines, and pages are filled again
 * from shortly before the first of them until a page begins where an old one began. The result always equals a layout from scratch.
 */
export class ReportLayout {
  readonly layout: PageLayout;
  readonly #pictures: PictureSizes;
  /** Owned here, keyed by block; blocks never change, layout and pictures are fixed for the life of this object. */
  readonly #broken = new WeakMap<Block, BrokenBlock>();
  #entries: readonly Entry[] = [];
  #pages: readonly Page[] = [{ fragments: [] }];
  /** Where each page begins. */
  #starts: readonly RowPlace[] = [{ entry: 0, row: 0 }];
  #headKey = '';
  /** The rows of the table of contents, and the headings they were made from. */
  #contents: { readonly headings: readonly Block[]; readonly broken: BrokenBlock } | undefined;
  /** Pages of the headings it lists, from 0. */
  #contentsPages: ReadonlyMap<Block, number> = new Map();
  #nextId = 0;

  constructor(layout: PageLayout, pictures: PictureSizes) {
    this.layout = layout;
    this.#pictures = pictures;
  }

  /** The head first, then every block, in the report's order. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** At least one. */
  get pages(): readonly Page[] {
    return this.#pages;
  }

  /**
   * Takes blocks over in place of the old ones `within` (indices of blocks, half-open; all by default). `undefined`: every page stays as it is.
   */
  update(
    blocks: Iterable<Block>,
    frontMatter: FrontMatter,
    within?: { readonly from: number; readonly to: number },
  ): LayoutChange | undefined {
    const before = this.#entries;
    const headKey = JSON.stringify(frontMatter);
    const isSameHead = before.length > 0 && headKey === this.#headKey;
    const head = (isSameHead && before[0]) || { id: this.#nextId++, block: undefined, broken: breakHead(frontMatter, this.layout) };
    this.#headKey = headKey;
    const fresh = [...blocks];
    // Entry 0 is the head.
    let from = (within?.from ?? 0) + 1;
    let to = Math.max(from, within ? within.to + 1 : before.length);
    let start = 0;
    let end = fresh.length;
    while (start < end && from < to && before[from]?.block === fresh[start]) {
      from++;
      start++;
    }
    while (end > start && to > from && before[to - 1]?.block === fresh[end - 1]) {
      to--;
      end--;
    }
    if (isSameHead && start === end && from === to) return undefined;

    let entries: Entry[] = before.slice(0, from);
    entries[0] = head;
    for (let index = start; index < end; index++) {
      const block = fresh[index];
      if (block) entries.push({ id: this.#nextId++, block, broken: this.#break(block) });
    }
    entries = entries.concat(before.slice(to));
    this.#entries = entries;
    const delta = entries.length - before.length;
    const hasContents = this.#contents !== undefined || fresh.some(({ kind }) => kind === 'tableOfContents');
    const contents = hasContents ? this.#fillContents(entries) : undefined;
    let first = isSameHead ? from : 0;
    if (contents !== undefined) {
      first = Math.min(first, contents);
      if (contents - delta >= to) to = contents - delta + 1;
    }
    return this.#numberContents(this.#repaginate(first, to, delta));
  }

  /** The page of a heading that the table of contents lists, from 0. */
  contentsPageOf(heading: Block): number | undefined {
    return this.#contentsPages.get(heading);
  }

  /** Gives the (first) table of contents its rows, in place; its index if they are new. */
  #fillContents(entries: Entry[]): number | undefined {
    const index = entries.findIndex(({ block }) => block?.kind === 'tableOfContents');
    const entry = entries[index];
    if (!entry) {
      this.#contents = undefined;
      return undefined;
    }
    const headings = listedHeadings(entries);
    const known = this.#contents;
    if (!known || known.headings.length !== headings.length || headings.some((heading, place) => heading !== known.headings[place])) {
      this.#contents = { headings, broken: breakContents(headings, this.layout) };
    }
    const broken = this.#contents?.broken;
    if (!broken || entry.broken === broken) return undefined;
    entries[index] = { ...entry, broken };
    return index;
  }

  /** Looks where the headings stand now; where a number changed, so did the pages of the table. */
  #numberContents(change: LayoutChange | undefined): LayoutChange | undefined {
    if (!this.#contents || !change) return change;
    const before = this.#contentsPages;
    const pages = new Map<Block, number>();
    let { from, to } = change;
    const tablePages: number[] = [];
    this.#pages.forEach(({ fragments }, page) => {
      for (const fragment of fragments) {
        const { block, broken } = fragment.entry;
        if (block?.kind === 'heading' && fragment.from === 0) pages.set(block, page);
        if (broken === this.#contents?.broken) tablePages.push(page);
      }
    });
    this.#contentsPages = pages;
    const isSame = pages.size === before.size && [...pages].every(([block, page]) => before.get(block) === page);
    if (!isSame) {
      from = Math.min(from, tablePages[0] ?? from);
      to = Math.max(to, (tablePages.at(-1) ?? to - 1) + 1);
    }
    return { from, to };
  }

  /** The page that a row of an entry (both by index) is printed on. */
  pageOf(entry: number, row: number): number {
    return lastStart(this.#starts, ({ entry: at, row: atRow }) => at < entry || (at === entry && atRow <= row));
  }

  #break(block: Block): BrokenBlock {
    const known = this.#broken.get(block);
    if (known) return known;
    const broken = breakBlock(block, this.layout, this.#pictures);
    this.#broken.set(block, broken);
    return broken;
  }

  /** Entries from `changedFrom` to `changedTo` (old indices) were replaced; those after moved by `delta`. */
  #repaginate(changedFrom: number, changedTo: number, delta: number): LayoutChange | undefined {
    const oldPages = this.#pages;
    const oldStarts = this.#starts;
    const capacity = measuresOf(this.layout).height;
    let kept = Math.max(0, lastStart(oldStarts, ({ entry }) => entry < changedFrom) - lookBack);
    // A page may only be taken over as it was if its start lies before the change.
    while (kept > 0 && (oldStarts[kept]?.entry ?? 0) >= changedFrom) kept--;
    const pages = oldPages.slice(0, kept);
    const starts = oldStarts.slice(0, kept);
    // Old page starts behind the change, found by their place in the new numbering.
    let candidate = kept;
    let resumed = oldPages.length;
    let place: RowPlace = oldStarts[kept] ?? { entry: 0, row: 0 };
    for (const { page, next } of paginate(this.#entries, capacity, place)) {
      pages.push(page);
      starts.push(place);
      place = next;
      const old = { entry: next.entry - delta, row: next.row };
      if (old.entry < changedTo || next.entry >= this.#entries.length) continue;
      while (candidate < oldStarts.length && precedes(oldStarts[candidate], old)) candidate++;
      const start = oldStarts[candidate];
      if (start && start.entry === old.entry && start.row === old.row) {
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
      starts.push({ entry: start.entry + delta, row: start.row });
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
  if (!page || !other || page.fragments.length !== other.fragments.length) return false;
  return page.fragments.every((fragment, index) => {
    const match = other.fragments[index];
    return match && match.entry === fragment.entry && match.from === fragment.from && match.to === fragment.to;
  });
}

function changedPages(before: readonly Page[], after: readonly Page[], from: number, to: number): LayoutChange | undefined {
  let first = from;
  while (first < to && first < before.length && isSamePage(before[first], after[first])) first++;
  if (before.length !== after.length) return { from: Math.min(first, after.length), to: after.length };
  let last = to;
  while (last > first && isSamePage(before[last - 1], after[last - 1])) last--;
  return first < last ? { from: first, to: last } : undefined;
}
