import type { ReportDocument } from '../engine/document.ts';
import type { DocumentChange } from '../engine/documentChange.ts';
import { blockStart, blocksOf } from '../engine/model/blocks.ts';
import type { FrontMatter } from '../engine/model/frontMatter.ts';
import { parseFrontMatter } from '../engine/model/parseFrontMatter.ts';
import type { Block } from '../engine/model/report.ts';
import type { Position } from '../engine/text/position.ts';
import type { PreviewPlace, PreviewSpot } from '../protocol/preview.ts';
import type { LayoutChange } from '../render/layout/layoutPages.ts';
import type { PageLayout } from '../render/layout/pageLayout.ts';
import type { PictureSizes } from '../render/layout/pictures.ts';
import { type BlockEdit, ReportLayout } from '../render/layout/reportLayout.ts';
import { findRow, lastAtMost, moved } from './previewPlaces.ts';

/** Blocks laid out at a time, between which the time is looked at. */
const blocksAtOnce = 64;

/**
 * The pages of one open document, laid out from its beginning as far as they are wanted, and kept in step with it from then on. Also knows which lines of the
 * document each entry of the layout covers, so it leads from the text to the pages and back.
 */
export class PreviewLayout {
  /** The pages, for those who look at them only. */
  readonly pages: ReportLayout;
  #document: ReportDocument;
  #frontMatter: FrontMatter = {};
  #frontMatterLines = 0;
  /** Where each entry begins, in source lines, and the line count at the end. Made anew when asked for after a change. */
  #starts: Int32Array | undefined;
  #isComplete = false;
  /** Pages that lie across, ascending. */
  #landscape: readonly number[] = [];

  constructor(document: ReportDocument, layout: PageLayout, pictures: PictureSizes, firstId?: number) {
    this.#document = document;
    this.pages = new ReportLayout(layout, pictures, firstId);
    this.#readFrontMatter();
  }

  get document(): ReportDocument {
    return this.#document;
  }

  /** Whether all of the report is laid out. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  get pageCount(): number {
    return this.pages.pages.length;
  }

  /** Pages that lie across, zero-based and ascending. */
  get landscape(): readonly number[] {
    return this.#landscape;
  }

  /** The first source line of an entry. */
  firstLineOf(entry: number): number {
    return this.#lineStarts()[entry] ?? 0;
  }

  /** Lays out as much as so many pages need, and one more, which may still move a line back. */
  layOutTo(pages: number): LayoutChange | undefined {
    let change: LayoutChange | undefined;
    while (!this.#isComplete && this.pageCount <= pages) change = joined(change, this.#layOn(blocksAtOnce));
    return change;
  }

  /** Lays out so many more blocks, or fewer when the time is up before. */
  layOn(blocks: number, isTimeUp: () => boolean = () => false): LayoutChange | undefined {
    let change: LayoutChange | undefined;
    for (let left = blocks; left > 0 && !this.#isComplete; left -= blocksAtOnce) {
      change = joined(change, this.#layOn(Math.min(left, blocksAtOnce)));
      if (isTimeUp()) break;
    }
    return change;
  }

  /** Takes a change of the document over; without `change` everything is looked at again. `undefined`: every page stays as it is. */
  update(document: ReportDocument, change?: DocumentChange): LayoutChange | undefined {
    this.#document = document;
    if (!change || change.from <= this.#frontMatterLines) this.#readFrontMatter();
    const changed = change && this.#updateWithin(change);
    if (changed) return changed.layout;
    const layout = this.#replace(blocksOf(document));
    this.#starts = undefined;
    this.#isComplete = true;
    return layout;
  }

  /** Where a position of the text is printed; for what prints nothing the next thing printed, or else the last; `undefined` while it is not laid out. */
  locate({ line, character }: Position): PreviewSpot | undefined {
    const { entries } = this.pages;
    const starts = this.#lineStarts();
    if (!this.#isComplete && line >= (starts[entries.length] ?? 0)) return undefined;
    let index = lastAtMost(starts, entries.length, line);
    const wanted = index;
    while (index < entries.length && (entries[index]?.broken.rows.length ?? 0) === 0) index++;
    if (index >= entries.length) {
      index = entries.length - 1;
      while (index >= 0 && (entries[index]?.broken.rows.length ?? 0) === 0) index--;
    }
    const entry = entries[index];
    if (!entry) return undefined;
    const note = entries[wanted];
    if (note?.broken.note) {
      const page = this.pages.pages.findIndex(({ notes }) => notes?.some((fragment) => fragment.entry === note));
      if (page >= 0) return { page, block: note.id, line: 0, column: character };
    }
    const isExact = index === wanted;
    const inBlock = isExact ? line - (starts[index] ?? 0) : 0;
    const found = findRow(entry.broken.rows, inBlock, isExact ? character : 0);
    return { page: this.pages.pageOf(index, found.row), block: entry.id, line: found.line, column: isExact ? character : found.column };
  }

  /** The position in the text of a place on a page; `undefined` if the block is gone. */
  resolve({ block, line, column }: PreviewPlace): Position | undefined {
    const { entries } = this.pages;
    const index = entries.findIndex(({ id }) => id === block);
    const entry = entries[index];
    if (!entry) return undefined;
    const last = Math.max(0, (entry.block?.lineCount ?? 1) - 1);
    const at = Math.min((this.#lineStarts()[index] ?? 0) + Math.min(line, last), this.#document.lineCount - 1);
    return { line: at, character: Math.min(column, this.#document.line(at).text.length) };
  }

  #readFrontMatter(): void {
    const { frontMatter, lineCount } = parseFrontMatter(this.#document);
    this.#frontMatter = frontMatter;
    this.#frontMatterLines = lineCount;
  }

  #replace(blocks: Iterable<Block>, within?: BlockEdit): LayoutChange | undefined {
    const count = this.pageCount;
    const change = this.pages.update(blocks, this.#frontMatter, within);
    if (!change) return undefined;
    const { from, to } = change;
    const { pages } = this.pages;
    const before = this.#landscape.filter((page) => page < from);
    for (let page = from; page < to; page++) if (pages[page]?.landscape) before.push(page);
    this.#landscape = count === pages.length ? before.concat(this.#landscape.filter((page) => page >= to)) : before;
    return change;
  }

  /**
   * Blocks depend on nothing but the lines from their first one on. So blocks from the one before the change on are made anew until one begins,
   * behind the change, where an old one began: the rest is as it was. `undefined` if the change does not fit what is known.
   */
  #updateWithin({ from, removed, inserted }: DocumentChange): { readonly layout: LayoutChange | undefined } | undefined {
    const starts = this.#lineStarts();
    const delta = inserted - removed;
    const count = this.pages.entries.length;
    const laid = starts[count] ?? 0;
    if (this.#isComplete && laid + delta !== this.#document.lineCount) return undefined;
    const first = from > 0 ? blockStart(this.#document, from - 1) : 0;
    // Behind what is laid out nothing has to change; the line where it ends is looked at when it goes on.
    if (!this.#isComplete && from > laid && first >= laid) return { layout: undefined };
    const firstEntry = lastAtMost(starts, count, first);
    if (starts[firstEntry] !== first) return undefined;
    // Of a change over the end of what is laid out, what follows is laid out anew.
    const isInside = from + removed <= laid;
    const limit = isInside ? laid + delta : first;
    const blocks: Block[] = [];
    let line = first;
    // The last entry is the imprint.
    let entry = firstEntry;
    let isJoined = false;
    for (const block of blocksOf(this.#document, first, limit)) {
      const old = line - delta;
      if (line >= from + inserted) {
        while (entry < count && (starts[entry] ?? 0) < old) entry++;
        isJoined = starts[entry] === old && entry >= firstEntry && entry < count - 1;
        if (isJoined) break;
      }
      blocks.push(block);
      line += block.lineCount;
    }
    if (!isJoined) {
      entry = count - 1;
      // The last block may go on behind what is laid out.
      if (!this.#isComplete) line -= blocks.pop()?.lineCount ?? 0;
    }
    const layout = this.#replace(blocks, { from: firstEntry - 1, to: entry - 1, isPartial: !this.#isComplete });
    this.#starts = moved(starts, firstEntry, entry, blocks, isJoined ? delta : line - laid);
    return { layout };
  }

  #layOn(budget: number): LayoutChange | undefined {
    if (this.#isComplete) return undefined;
    const count = this.pages.entries.length;
    const starts = this.#lineStarts();
    const laid = starts[count] ?? 0;
    const blocks: Block[] = [];
    let line = laid;
    for (const block of blocksOf(this.#document, laid)) {
      blocks.push(block);
      line += block.lineCount;
      if (blocks.length >= budget) break;
    }
    this.#isComplete = line >= this.#document.lineCount;
    const at = Math.max(0, count - 2);
    const layout = this.#replace(blocks, { from: at, to: at, isPartial: !this.#isComplete });
    this.#starts = count === 0 ? undefined : moved(starts, count - 1, count - 1, blocks, line - laid);
    return layout;
  }

  /** The head covers no line, so entry 1 begins where entry 0 does; `lastAtMost` finds the later one. */
  #lineStarts(): Int32Array {
    if (this.#starts) return this.#starts;
    const { entries } = this.pages;
    const starts = new Int32Array(entries.length + 1);
    let line = 0;
    for (let index = 0; index < entries.length; index++) {
      starts[index] = line;
      line += entries[index]?.block?.lineCount ?? 0;
    }
    starts[entries.length] = line;
    this.#starts = starts;
    return starts;
  }
}

/** Both changes, the second made after the first. */
export function joined(change: LayoutChange | undefined, next: LayoutChange | undefined): LayoutChange | undefined {
  if (!change || !next) return change ?? next;
  return { from: Math.min(change.from, next.from), to: Math.max(change.to, next.to) };
}
