import type { FrontMatter } from '../../engine/model/frontMatter.ts';
import type { Block } from '../../engine/model/report.ts';
import { breakBlock } from './breakBlock.ts';
import { callsOf } from './footnotes.ts';
import { LayoutCharts } from './layoutCharts.ts';
import { isOfContents, LayoutContents } from './layoutContents.ts';
import { isOfNotes, LayoutNotes } from './layoutNotes.ts';
import { measuresOf } from './measures.ts';
import { landscapeLayout } from './orientation.ts';
import type { PageLayout } from './pageLayout.ts';
import { type Fragment, isSamePlace, type Page, type Paper, paginate, type RowPlace } from './paginate.ts';
import type { PictureSizes } from './pictures.ts';
import { ReportEnds } from './reportEnds.ts';
import { draftForm, isSameForm, type ReportForm, reportFormOf } from './reportForm.ts';
import { reportLanguage, tellingBlocks } from './reportLanguage.ts';
import type { BrokenBlock, Entry } from './rows.ts';

/** Which pages an update changed, in the new numbering, half-open; all after them too when the number of pages changed. */
export interface LayoutChange {
  readonly from: number;
  readonly to: number;
}

/** Blocks in place of others. */
export interface BlockEdit {
  /** Indices of the blocks that give way, half-open. */
  readonly from: number;
  readonly to: number;
  /** More blocks follow later, behind the last one: what stands at the end of a report is not printed yet. */
  readonly isPartial?: boolean;
}

const nothing: BrokenBlock = { rows: [], breakBefore: false, keepWithNext: false, keepWithPrevious: false, together: 0 };

/** Pages that are laid out again before the one that an edit touched: what is kept with it may begin there. */
const lookBack = 2;

/**
 * The pages of one report. `update` takes the report's new blocks: only blocks that are new are broken into lines, and pages are filled again
 * from shortly before the first of them until a page begins where an old one began. The result always equals a layout from scratch.
 */
export class ReportLayout {
  readonly layout: PageLayout;
  readonly #pictures: PictureSizes;
  #form: ReportForm = draftForm;
  /** Owned here, keyed by block; blocks never change, layout and pictures are fixed for the life of this object. Made anew with the form. */
  #broken = new WeakMap<Block, BrokenBlock>();
  #notes: LayoutNotes;
  readonly #contents: LayoutContents;
  #entries: readonly Entry[] = [];
  #pages: readonly Page[] = [{ fragments: [] }];
  /** Where each page begins. */
  #starts: readonly RowPlace[] = [{ entry: 0, row: 0 }];
  readonly #charts: LayoutCharts;
  readonly #ends: ReportEnds;
  #frontMatter: FrontMatter = {};
  #isPartial = false;
  /** How many title blocks there are. */
  #titles = 0;
  #nextId: number;

  constructor(layout: PageLayout, pictures: PictureSizes, firstId = 0) {
    this.layout = layout;
    this.#pictures = pictures;
    this.#nextId = firstId;
    this.#notes = this.#newNotes();
    this.#contents = new LayoutContents(layout);
    this.#charts = new LayoutCharts(layout);
    this.#ends = new ReportEnds(layout);
  }

  /** Greater than any id given so far. */
  get nextId(): number {
    return this.#nextId;
  }

  /** The head first, then every block in the report's order, then the imprint. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** At least one. */
  get pages(): readonly Page[] {
    return this.#pages;
  }

  get form(): ReportForm {
    return this.#form;
  }

  /** The title at the head of every page but a cover, where the layout wants one. */
  get runningHead(): string | undefined {
    return this.#ends.runningHead;
  }

  /** The number printed on page `index` (from 0); pages are counted from behind a cover. `undefined` for the cover. */
  numberOf(index: number): number | undefined {
    const isCovered = this.#entries[0]?.broken.coverEnd !== undefined;
    return isCovered ? (index === 0 ? undefined : index) : index + 1;
  }

  /** The page of a heading that the table of contents lists, from 0. */
  contentsPageOf(heading: Block): number | undefined {
    return this.#contents.pageOf(heading);
  }

  /**
   * Takes blocks over in place of the old ones `within` (all by default). `undefined`: every page stays as it is.
   */
  update(blocks: Iterable<Block>, frontMatter: FrontMatter, within?: BlockEdit): LayoutChange | undefined {
    const before = this.#entries;
    const fresh = [...blocks];
    const isFirst = before.length === 0;
    // Entry 0 is the head, the last one the imprint.
    let from = (within?.from ?? 0) + 1;
    let to = Math.max(from, within ? within.to + 1 : before.length - 1);
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
    const isPartial = within?.isPartial === true;
    const wasPartial = this.#isPartial;
    this.#isPartial = isPartial;
    for (const { block } of before.slice(from, to)) if (block?.kind === 'title') this.#titles--;
    for (const { kind } of fresh.slice(start, end)) if (kind === 'title') this.#titles++;
    this.#charts.note(before.slice(from, to), fresh.slice(start, end));
    const isEastAsian = from <= tellingBlocks ? this.#isEastAsian(frontMatter, before, from, fresh, start, end, to) : this.#form.eastAsian;
    const form = reportFormOf(frontMatter, isEastAsian);
    const isNewForm = !isFirst && !isSameForm(form, this.#form);
    this.#form = form;
    if (isNewForm) {
      this.#broken = new WeakMap();
      this.#notes = this.#newNotes();
    }
    const isSameBody = start === end && from === to && !isNewForm && isPartial === wasPartial;
    if (isSameBody && !isFirst && frontMatter === this.#frontMatter) return undefined;
    this.#frontMatter = frontMatter;

    let entries: Entry[] = isFirst ? [{ id: this.#nextId++, block: undefined, broken: nothing }] : before.slice(0, from);
    for (let index = start; index < end; index++) {
      const block = fresh[index];
      if (block) entries.push({ id: this.#nextId++, block, broken: this.#break(block) });
    }
    entries = entries.concat(before.slice(to));
    if (isNewForm) entries = entries.map((entry) => (entry.block ? { ...entry, broken: this.#break(entry.block) } : entry));
    const newId = () => this.#nextId++;
    const ran = this.#ends.runningHead;
    const head = this.#ends.head(frontMatter, form, this.#titles, entries, before[0], newId);
    const foot = this.#ends.foot(frontMatter, form, !isPartial, before.at(-1), newId);
    const isSameHead = head === before[0];
    const isSameFoot = foot === before.at(-1);
    if (isSameBody && isSameHead && isSameFoot) return undefined;
    entries[0] = head;
    if (isFirst) entries.push(foot);
    else entries[entries.length - 1] = foot;
    const delta = entries.length - before.length;

    // Entries whose pages are filled again, by their old indices, half-open.
    let changedFrom = isSameHead && !isNewForm ? from : 0;
    let changedTo = isSameFoot && !isNewForm ? to : before.length;
    const touch = (index: number) => {
      changedFrom = Math.min(changedFrom, index);
      changedTo = Math.max(changedTo, index - delta + 1);
    };
    const isAnew = isFirst || isNewForm || isPartial !== wasPartial;
    // What is done for the whole report, only when a block that it depends on came or went.
    const involves = (kind: (entry: Entry) => boolean) =>
      isAnew || before.slice(from, to).some(kind) || entries.slice(from, to + delta).some(kind);
    if (involves(isOfNotes)) {
      const { first, last } = this.#notes.number(entries, !isPartial);
      if (first <= last) {
        touch(first);
        touch(last);
      }
    }
    const charts = this.#charts.fill(entries);
    if (charts !== undefined) {
      touch(charts.first);
      touch(charts.last);
    }
    if (!isPartial && involves(isOfContents)) this.#contents.fill(entries, form.eastAsian).forEach(touch);
    this.#entries = entries;
    const change = this.#numberContents(this.#repaginate(changedFrom, changedTo, delta));
    return ran === this.#ends.runningHead || isFirst ? change : { from: 0, to: this.#pages.length };
  }

  /** The page that a row of an entry (both by index) is printed on. */
  pageOf(entry: number, row: number): number {
    return lastStart(this.#starts, ({ entry: at, row: atRow }) => at < entry || (at === entry && atRow <= row));
  }

  #newNotes(): LayoutNotes {
    return new LayoutNotes(this.layout, (block) => breakBlock(block, this.layout, this.#pictures, this.#form));
  }

  #break(block: Block): BrokenBlock {
    const known = this.#broken.get(block);
    if (known) return known;
    let broken = breakBlock(block, this.layout, this.#pictures, this.#form);
    const noteCalls = callsOf(broken.rows);
    if (noteCalls.length > 0) broken = { ...broken, noteCalls };
    this.#broken.set(block, broken);
    return broken;
  }

  /** Language is told by the first blocks, old and new. */
  #isEastAsian(
    frontMatter: FrontMatter,
    before: readonly Entry[],
    from: number,
    fresh: readonly Block[],
    start: number,
    end: number,
    to: number,
  ): boolean {
    const blocksOf = (entries: readonly Entry[]) => entries.flatMap(({ block }) => (block ? [block] : []));
    const early = [
      ...blocksOf(before.slice(1, from)),
      ...fresh.slice(start, Math.min(end, start + tellingBlocks)),
      ...blocksOf(before.slice(to, to + tellingBlocks)),
    ];
    return reportLanguage(frontMatter, early).startsWith('zh');
  }

  /** Looks where the headings stand now; where a number changed, so did the pages of the table. */
  #numberContents(change: LayoutChange | undefined): LayoutChange | undefined {
    if (!change) return change;
    const { from, to } = change;
    if (!this.#contents.number(this.#pages, from, to)) return change;
    const table = this.#contents.placesOn(this.#pages);
    return table ? { from: Math.min(from, table.from), to: Math.max(to, table.to) } : change;
  }

  /** Entries from `changedFrom` to `changedTo` (old indices) were replaced; those after moved by `delta`. */
  #repaginate(changedFrom: number, changedTo: number, delta: number): LayoutChange | undefined {
    const oldPages = this.#pages;
    const oldStarts = this.#starts;
    const paper: Paper = {
      upright: measuresOf(this.layout).height,
      landscape: measuresOf(landscapeLayout(this.layout)).height,
      notes: this.#notes.notes,
    };
    let kept = Math.max(0, lastStart(oldStarts, ({ entry }) => entry < changedFrom) - lookBack);
    // A page may only be taken over as it was if its start lies before the change.
    while (kept > 0 && (oldStarts[kept]?.entry ?? 0) >= changedFrom) kept--;
    const pages = oldPages.slice(0, kept);
    const starts = oldStarts.slice(0, kept);
    // Old page starts behind the change, found by their place in the new numbering.
    let candidate = kept;
    let resumed = oldPages.length;
    let place: RowPlace = oldStarts[kept] ?? { entry: 0, row: 0 };
    for (const { page, next } of paginate(this.#entries, paper, place)) {
      pages.push(page);
      starts.push(place);
      place = next;
      const old = { ...next, entry: next.entry - delta };
      if (old.entry < changedTo || next.entry >= this.#entries.length) continue;
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
      starts.push({ ...start, entry: start.entry + delta });
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
  if (!page || !other || page.landscape !== other.landscape) return false;
  return isSamePrint(page.fragments, other.fragments) && isSamePrint(page.notes ?? [], other.notes ?? []);
}

const isSamePrint = (fragments: readonly Fragment[], others: readonly Fragment[]): boolean =>
  fragments.length === others.length &&
  fragments.every(({ entry, from, to }, index) => {
    const match = others[index];
    return match !== undefined && match.entry === entry && match.from === from && match.to === to;
  });

function changedPages(before: readonly Page[], after: readonly Page[], from: number, to: number): LayoutChange | undefined {
  let first = from;
  while (first < to && first < before.length && isSamePage(before[first], after[first])) first++;
  if (before.length !== after.length) return { from: Math.min(first, after.length), to: after.length };
  let last = to;
  while (last > first && isSamePage(before[last - 1], after[last - 1])) last--;
  return first < last ? { from: first, to: last } : undefined;
}
