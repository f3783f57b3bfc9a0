import type { ReportDocument } from '../engine/document.ts';
import type { DocumentChange } from '../engine/documentChange.ts';
import { blockStart, blocksOf } from '../engine/model/blocks.ts';
import type { FrontMatter } from '../engine/model/frontMatter.ts';
import { parseFrontMatter } from '../engine/model/parseFrontMatter.ts';
import type { Block } from '../engine/model/report.ts';
import type { Position } from '../engine/text/position.ts';
import type {
  PreviewExtent,
  PreviewFound,
  PreviewOpened,
  PreviewPage,
  PreviewPages,
  PreviewPatch,
  PreviewPlace,
  PreviewSpot,
} from '../protocol/preview.ts';
import { type HtmlContext, pageHtml } from '../render/html/pageHtml.ts';
import { pageStyle } from '../render/html/pageStyle.ts';
import type { PageLayout } from '../render/layout/pageLayout.ts';
import type { PictureSizes } from '../render/layout/pictures.ts';
import { type LayoutChange, ReportLayout } from '../render/layout/reportLayout.ts';
import type { Localize } from '../wording/localize.ts';
import { PreviewFinder } from './previewFind.ts';
import { previewFonts } from './previewFonts.ts';
import { describeGap } from './previewGaps.ts';
import { findRow, lastAtMost, moved } from './previewPlaces.ts';

export interface PreviewOptions {
  readonly layout: PageLayout;
  readonly t: Localize;
  /** Sizes that are known by now; when more become known, `relayout`. */
  readonly pictures: PictureSizes;
  /** Where the ids of blocks begin: after those of a session before, so that an old page never leads to a wrong block. */
  readonly firstId?: number;
}

/** At most so many pages in one answer: who shows pages asks for those in view. */
const mostPages = 60;
const firstPages = 3;
/** Blocks laid out at a time where pages are wanted at once. */
const blocksAtOnce = 64;

/**
 * The preview of one open document. A new session has laid out its first pages only; `step` goes on until it `isComplete`, so that a long report holds
 * up nothing. `update` after every change keeps it in step: the cost is that of the blocks the change touched and the pages up to where they begin as
 * before.
 */
export class PreviewSession {
  readonly #options: PreviewOptions;
  readonly #layout: ReportLayout;
  readonly #context: HtmlContext;
  readonly #finder = new PreviewFinder();
  #document: ReportDocument;
  #frontMatter: FrontMatter = {};
  #frontMatterLines = 0;
  #version: number;
  /** Where each entry begins, in source lines, and the line count at the end. Made anew when asked for after a change. */
  #starts: Int32Array | undefined;
  #isComplete = false;
  /** Pages in view, half-open. */
  #view = { from: 0, to: firstPages };

  constructor(document: ReportDocument, options: PreviewOptions) {
    this.#options = options;
    this.#document = document;
    this.#version = document.version;
    this.#layout = new ReportLayout(options.layout, options.pictures, options.firstId);
    const { t, layout } = options;
    this.#context = {
      layout,
      t,
      describe: (inline) => describeGap(inline, t),
      firstLineOf: () => 0,
      contentsPageOf: (heading) => this.#layout.contentsPageOf(heading),
      numberOf: (index) => this.#layout.numberOf(index),
      runningHead: () => this.#layout.runningHead,
      interactive: true,
    };
    this.#readFrontMatter();
    this.#layOutTo(firstPages);
  }

  get pageCount(): number {
    return this.#layout.pages.length;
  }

  /** Whether all of the report is laid out. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** The pages, for those who look at them only. */
  get laidOut(): ReportLayout {
    return this.#layout;
  }

  /** The first source line of an entry of the layout. */
  firstLineOf(entry: number): number {
    return this.#lineStarts()[entry] ?? 0;
  }

  /** Lays out so many more blocks, and gives what a view has to change. */
  step(blocks: number): PreviewPatch {
    const layout = this.#layOn(blocks);
    return this.#patch(layout ?? { from: this.pageCount, to: this.pageCount });
  }

  /** `firstId` for a session in place of this one. */
  get nextId(): number {
    return this.#layout.nextId;
  }

  /** What a view needs to begin with: the style and some pages, by default the first. */
  opened(pages = firstPages, from = 0): PreviewOpened {
    this.#layOutTo(from + Math.min(pages, mostPages));
    const first = Math.min(Math.max(0, from), Math.max(0, this.pageCount - 1));
    this.#view = { from: first, to: first + Math.min(pages, mostPages) };
    return {
      uri: this.#document.uri,
      version: this.#version,
      ...this.#extent,
      paper: this.#options.layout.paper,
      style: pageStyle(this.#options.layout),
      fonts: previewFonts(this.#options.layout),
      pages: this.#render(this.#view),
    };
  }

  /** Pages `from` to `to`, which are in view from now on. */
  pages(from: number, to: number): PreviewPages {
    if (to > this.pageCount) this.#layOutTo(Math.min(to, Math.max(0, from) + mostPages));
    const first = Math.min(Math.max(0, from), Math.max(0, this.pageCount - 1));
    this.#view = { from: first, to: Math.min(Math.max(first, to), first + mostPages) };
    return { uri: this.#document.uri, version: this.#version, ...this.#extent, pages: this.#render(this.#view) };
  }

  /**
   * Takes a change of the document over; without `change` everything is looked at again. Gives what a view has to change, `undefined` if nothing.
   * Changes that were not told one by one may be told as one.
   */
  update(document: ReportDocument, change?: DocumentChange): PreviewPatch | undefined {
    this.#document = document;
    this.#version = document.version;
    if (!change || change.from <= this.#frontMatterLines) this.#readFrontMatter();
    const count = this.pageCount;
    let changed = change && this.#updateWithin(change);
    if (!changed) {
      changed = { layout: this.#layout.update(blocksOf(document), this.#frontMatter) };
      this.#starts = undefined;
      this.#isComplete = true;
    }
    const rest = this.#layOutTo(this.#view.to);
    const layout = joined(changed.layout, rest);
    // Pages that went and came again are counted as the last of both tells.
    return layout && this.#patch(this.pageCount === count ? layout : { from: layout.from, to: this.pageCount });
  }

  /** Where a position of the text is printed; for what prints nothing the next thing printed, or else the last; `undefined` while it is not laid out. */
  locate({ line, character }: Position): PreviewSpot | undefined {
    const { entries } = this.#layout;
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
      const page = this.#layout.pages.findIndex(({ notes }) => notes?.some((fragment) => fragment.entry === note));
      if (page >= 0) return { page, block: note.id, line: 0, column: character };
    }
    const isExact = index === wanted;
    const inBlock = isExact ? line - (starts[index] ?? 0) : 0;
    const found = findRow(entry.broken.rows, inBlock, isExact ? character : 0);
    return { page: this.#layout.pageOf(index, found.row), block: entry.id, line: found.line, column: isExact ? character : found.column };
  }

  /** Where words stand on the pages, in steps that yield. An empty query finds nothing and lets go of what was kept for searching. */
  *find(query: string): Generator<void, PreviewFound> {
    if (query === '') this.#finder.clear();
    const version = this.#version;
    const found = yield* this.#finder.find(this.#layout.pages, query);
    return { uri: this.#document.uri, query, version, ...found };
  }

  /** The position in the text of a place on a page; `undefined` if the block is gone. */
  resolve({ block, line, column }: PreviewPlace): Position | undefined {
    const { entries } = this.#layout;
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

  /**
   * Blocks depend on nothing but the lines from their first one on. So blocks from the one before the change on are made anew until one begins,
   * behind the change, where an old one began: the rest is as it was. `undefined` if the change does not fit what is known.
   */
  #updateWithin({ from, removed, inserted }: DocumentChange): { readonly layout: LayoutChange | undefined } | undefined {
    const starts = this.#lineStarts();
    const delta = inserted - removed;
    const count = this.#layout.entries.length;
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
    const layout = this.#layout.update(blocks, this.#frontMatter, { from: firstEntry - 1, to: entry - 1, isPartial: !this.#isComplete });
    this.#starts = moved(starts, firstEntry, entry, blocks, isJoined ? delta : line - laid);
    return { layout };
  }

  /** Lays out as much as so many pages need, and one more, which may still move a line back. */
  #layOutTo(pages: number): LayoutChange | undefined {
    let change: LayoutChange | undefined;
    while (!this.#isComplete && this.pageCount <= pages) change = joined(change, this.#layOn(blocksAtOnce));
    return change;
  }

  #layOn(budget: number): LayoutChange | undefined {
    if (this.#isComplete) return undefined;
    const count = this.#layout.entries.length;
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
    const layout = this.#layout.update(blocks, this.#frontMatter, { from: at, to: at, isPartial: !this.#isComplete });
    this.#starts = count === 0 ? undefined : moved(starts, count - 1, count - 1, blocks, line - laid);
    return layout;
  }

  /** The head covers no line, so entry 1 begins where entry 0 does; `lastAtMost` finds the later one. */
  #lineStarts(): Int32Array {
    if (this.#starts) return this.#starts;
    const { entries } = this.#layout;
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

  #patch(changed: LayoutChange): PreviewPatch {
    const { from, to } = this.#view;
    const pages = this.#render({ from: Math.max(from, changed.from), to: Math.min(to, changed.to) });
    return { uri: this.#document.uri, version: this.#version, ...this.#extent, changed, pages };
  }

  get #extent(): PreviewExtent {
    const landscape: number[] = [];
    this.#layout.pages.forEach((page, index) => {
      if (page.landscape) landscape.push(index);
    });
    return { pageCount: this.pageCount, ...(landscape.length > 0 && { landscape }), ...(!this.#isComplete && { partial: true }) };
  }

  #render({ from, to }: { readonly from: number; readonly to: number }): readonly PreviewPage[] {
    const pages: PreviewPage[] = [];
    for (let index = from; index < to; index++) {
      const page = this.#layout.pages[index];
      if (!page) break;
      pages.push({ index, html: pageHtml(page, index + 1, this.#context) });
    }
    return pages;
  }
}

/** Both changes, the second made after the first. */
function joined(change: LayoutChange | undefined, next: LayoutChange | undefined): LayoutChange | undefined {
  if (!change || !next) return change ?? next;
  return { from: Math.min(change.from, next.from), to: Math.max(change.to, next.to) };
}
