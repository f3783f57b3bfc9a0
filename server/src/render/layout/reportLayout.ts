import type { FrontMatter } from '../../engine/model/frontMatter.ts';
import type { Block } from '../../engine/model/report.ts';
import { breakBlock } from './breakBlock.ts';
import { EntryIndex } from './entryIndex.ts';
import { callsOf } from './footnotes.ts';
import { isDrawn, LayoutCharts } from './layoutCharts.ts';
import { isContents, isListed, LayoutContents } from './layoutContents.ts';
import { isOfNotes, LayoutNotes } from './layoutNotes.ts';
import { type LayoutChange, LayoutPages } from './layoutPages.ts';
import { measuresOf } from './measures.ts';
import { landscapeLayout } from './orientation.ts';
import type { PageLayout } from './pageLayout.ts';
import type { Page, Paper } from './paginate.ts';
import type { PictureSizes } from './pictures.ts';
import { ReportEnds } from './reportEnds.ts';
import { draftForm, isSameForm, type ReportForm, reportFormOf } from './reportForm.ts';
import { reportLanguage, tellingBlocks } from './reportLanguage.ts';
import type { BrokenBlock, Entry } from './rows.ts';

/** Blocks in place of others. */
export interface BlockEdit {
  /** Indices of the blocks that give way, half-open. */
  readonly from: number;
  readonly to: number;
  /** More blocks follow later, behind the last one: what stands at the end of a report is not printed yet. */
  readonly isPartial?: boolean;
}

const nothing: BrokenBlock = { rows: [], breakBefore: false, keepWithNext: false, keepWithPrevious: false, together: 0 };

/**
 * The pages of one report. `update` takes the report's new blocks: only blocks that are new are broken into lines, and pages are filled again
 * from shortly before the first of them until a page begins where an old one began. The result always equals a layout from scratch.
 */
export class ReportLayout {
  readonly layout: PageLayout;
  readonly #pictures: PictureSizes;
  #form: ReportForm = draftForm;
  #notes: LayoutNotes;
  readonly #contents: LayoutContents;
  /** Changed in place at its end, where a long report grows in many steps. */
  #entries: Entry[] = [];
  readonly #filled = new LayoutPages();
  readonly #indices = {
    titles: new EntryIndex(({ block }) => block?.kind === 'title'),
    attachments: new EntryIndex(({ block }) => block?.kind === 'attachment'),
    signatures: new EntryIndex(({ block }) => block?.kind === 'signature'),
    notes: new EntryIndex(isOfNotes),
    contents: new EntryIndex(isContents),
    listed: new EntryIndex(isListed),
    drawn: new EntryIndex(isDrawn),
  } as const;
  readonly #charts: LayoutCharts;
  readonly #ends: ReportEnds;
  #frontMatter: FrontMatter = {};
  #isPartial = false;
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

  /** The head first, then every block in the report's order, then the imprint. Good until the next update. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** At least one. */
  get pages(): readonly Page[] {
    return this.#filled.pages;
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
    this.#charts.note(before.slice(from, to), fresh.slice(start, end));
    const isEastAsian = from <= tellingBlocks ? this.#isEastAsian(frontMatter, before, from, fresh, start, end, to) : this.#form.eastAsian;
    const form = reportFormOf(frontMatter, isEastAsian);
    const isNewForm = !isFirst && !isSameForm(form, this.#form);
    this.#form = form;
    if (isNewForm) this.#notes = this.#newNotes();
    const isSameBody = start === end && from === to && !isNewForm && isPartial === wasPartial;
    if (isSameBody && !isFirst && frontMatter === this.#frontMatter) return undefined;
    this.#frontMatter = frontMatter;

    const oldHead = before[0];
    const oldFoot = before.at(-1);
    const oldLength = before.length;
    const removed = to - from;
    let entries = this.#replace(from, to, fresh.slice(start, end));
    const touched = this.#reindex(entries, from, removed, end - start);
    if (isNewForm) entries = entries.map((entry) => (entry.block ? { ...entry, broken: this.#break(entry.block) } : entry));
    const newId = () => this.#nextId++;
    const ran = this.#ends.runningHead;
    const { titles, signatures } = this.#indices;
    const coverBlocks = { title: entries[titles.places[0] ?? -1]?.block, signature: entries[signatures.places.at(-1) ?? -1]?.block };
    const head = this.#ends.head(frontMatter, form, coverBlocks, oldHead, newId);
    const foot = this.#ends.foot(frontMatter, form, !isPartial, oldFoot, newId);
    const isSameHead = head === oldHead;
    const isSameFoot = foot === oldFoot;
    if (isSameBody && isSameHead && isSameFoot) return undefined;
    entries[0] = head;
    if (isFirst) entries.push(foot);
    else entries[entries.length - 1] = foot;
    const delta = entries.length - oldLength;

    // Entries whose pages are filled again, by their old indices, half-open.
    let changedFrom = isSameHead && !isNewForm ? from : 0;
    let changedTo = isSameFoot && !isNewForm ? to : oldLength;
    const touch = (index: number) => {
      changedFrom = Math.min(changedFrom, index);
      changedTo = Math.max(changedTo, index - delta + 1);
    };
    const isAnew = isFirst || isNewForm || isPartial !== wasPartial;
    // What is done for all entries of a kind, only when one that it depends on came or went.
    if (isAnew || touched.notes) {
      const { first, last } = this.#notes.number(entries, this.#indices.notes.places, !isPartial);
      if (first <= last) {
        touch(first);
        touch(last);
      }
    }
    const charts = this.#charts.fill(entries, this.#indices.drawn.places);
    if (charts !== undefined) {
      touch(charts.first);
      touch(charts.last);
    }
    if (!isPartial && (isAnew || touched.contents)) {
      const { contents, listed } = this.#indices;
      this.#contents.fill(entries, contents.places, listed.places, form.eastAsian).forEach(touch);
    }
    this.#entries = entries;
    const change = this.#numberContents(this.#repaginate(changedFrom, changedTo, delta));
    return ran === this.#ends.runningHead || isFirst ? change : { from: 0, to: this.#filled.pages.length };
  }

  /** Where entries of a kind stand among the entries, ascending. */
  placesOf(kind: 'titles' | 'attachments' | 'signatures'): readonly number[] {
    return this.#indices[kind].places;
  }

  /** The page that a row of an entry (both by index) is printed on. */
  pageOf(entry: number, row: number): number {
    return this.#filled.pageOf(entry, row);
  }

  #newNotes(): LayoutNotes {
    return new LayoutNotes(this.layout, (block) => breakBlock(block, this.layout, this.#pictures, this.#form));
  }

  #break(block: Block): BrokenBlock {
    const broken = breakBlock(block, this.layout, this.#pictures, this.#form);
    const noteCalls = callsOf(broken.rows);
    return noteCalls.length > 0 ? { ...broken, noteCalls } : broken;
  }

  /**
   * The entries with `blocks` in place of those from `from` to `to`; in place where nothing but the imprint stands behind them. Layout and pictures are fixed for
   * the life of this object, so a block that stood among them already is broken as it was.
   */
  #replace(from: number, to: number, blocks: readonly Block[]): Entry[] {
    const before = this.#entries;
    const known = new Map(before.slice(from, to).map(({ block, broken }) => [block, broken]));
    const behind = before.slice(to);
    const isAtEnd = behind.length <= 1;
    const entries = isAtEnd ? before : before.slice(0, from);
    if (entries.length === 0) entries.push({ id: this.#nextId++, block: undefined, broken: nothing });
    entries.length = from;
    for (const block of blocks) entries.push({ id: this.#nextId++, block, broken: known.get(block) ?? this.#break(block) });
    if (!isAtEnd) return entries.concat(behind);
    for (const entry of behind) entries.push(entry);
    return entries;
  }

  /** Whether notes, and what a table of contents depends on, are touched by an edit. */
  #reindex(
    entries: readonly Entry[],
    from: number,
    removed: number,
    inserted: number,
  ): { readonly notes: boolean; readonly contents: boolean } {
    const { titles, attachments, signatures, notes, contents, listed, drawn } = this.#indices;
    const replace = (index: EntryIndex) => index.replace(entries, from, removed, inserted);
    for (const index of [titles, attachments, signatures, drawn]) replace(index);
    const [ofNotes = false, ofContents = false, ofListed = false] = [notes, contents, listed].map(replace);
    return { notes: ofNotes, contents: ofContents || ofListed };
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
    if (!this.#contents.number(this.#filled.pages, from, to)) return change;
    const table = this.#contents.placesOn(this.#filled.pages);
    return table ? { from: Math.min(from, table.from), to: Math.max(to, table.to) } : change;
  }

  #repaginate(from: number, to: number, delta: number): LayoutChange | undefined {
    const paper: Paper = {
      upright: measuresOf(this.layout).height,
      landscape: measuresOf(landscapeLayout(this.layout)).height,
      pitch: measuresOf(this.layout).pitch,
      notes: this.#notes.notes,
    };
    return this.#filled.fill(this.#entries, paper, from, to, delta);
  }
}
