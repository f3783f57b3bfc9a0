import type { DocumentChange, ReportDocument } from '../engine/document.ts';
import { blockStart, blocksOf } from '../engine/model/blocks.ts';
import type { FrontMatter } from '../engine/model/frontMatter.ts';
import { parseFrontMatter } from '../engine/model/parseFrontMatter.ts';
import type { Block } from '../engine/model/report.ts';
import type { Position } from '../engine/text/position.ts';
import type {
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
import type { Row } from '../render/layout/rows.ts';
import type { Localize } from '../wording/localize.ts';
import { PreviewFinder } from './previewFind.ts';
import { previewFonts } from './previewFonts.ts';
import { describeGap } from './previewGaps.ts';

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

/**
 * The preview of one open document. `update` after every change keeps it in step: the cost is that of the blocks the change touched and the pages
 * up to where they begin as before.
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
    this.#layout.update(blocksOf(document), this.#frontMatter);
  }

  get pageCount(): number {
    return this.#layout.pages.length;
  }

  /** `firstId` for a session in place of this one. */
  get nextId(): number {
    return this.#layout.nextId;
  }

  /** What a view needs to begin with: the style and some pages, by default the first. */
  opened(pages = firstPages, from = 0): PreviewOpened {
    const first = Math.min(Math.max(0, from), Math.max(0, this.pageCount - 1));
    this.#view = { from: first, to: first + Math.min(pages, mostPages) };
    return {
      uri: this.#document.uri,
      version: this.#version,
      pageCount: this.pageCount,
      paper: this.#options.layout.paper,
      style: pageStyle(this.#options.layout),
      fonts: previewFonts(this.#options.layout),
      pages: this.#render(this.#view),
    };
  }

  /** Pages `from` to `to`, which are in view from now on. */
  pages(from: number, to: number): PreviewPages {
    const first = Math.min(Math.max(0, from), Math.max(0, this.pageCount - 1));
    this.#view = { from: first, to: Math.min(Math.max(first, to), first + mostPages) };
    return { uri: this.#document.uri, version: this.#version, pageCount: this.pageCount, pages: this.#render(this.#view) };
  }

  /**
   * Takes a change of the document over; without `change` everything is looked at again. Gives what a view has to change, `undefined` if nothing.
   * Changes that were not told one by one may be told as one.
   */
  update(document: ReportDocument, change?: DocumentChange): PreviewPatch | undefined {
    this.#document = document;
    this.#version = document.version;
    if (!change || change.from <= this.#frontMatterLines) this.#readFrontMatter();
    let changed = change && this.#updateWithin(change);
    if (!changed) {
      changed = { layout: this.#layout.update(blocksOf(document), this.#frontMatter) };
      this.#starts = undefined;
    }
    return changed.layout && this.#patch(changed.layout);
  }

  /** Where a position of the text is printed; for what prints nothing the next thing printed, or else the last. */
  locate({ line, character }: Position): PreviewSpot | undefined {
    const { entries } = this.#layout;
    const starts = this.#lineStarts();
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
    if ((starts[count] ?? -1) + delta !== this.#document.lineCount) return undefined;
    const first = from > 0 ? blockStart(this.#document, from - 1) : 0;
    const firstEntry = lastAtMost(starts, count, first);
    if (starts[firstEntry] !== first) return undefined;
    const blocks: Block[] = [];
    let line = first;
    let entry = firstEntry;
    for (const block of blocksOf(this.#document, first)) {
      const old = line - delta;
      if (line >= from + inserted) {
        while (entry < count && (starts[entry] ?? 0) < old) entry++;
        if (starts[entry] === old && entry >= firstEntry) break;
      }
      blocks.push(block);
      line += block.lineCount;
    }
    // The last entry is the imprint.
    if (line >= this.#document.lineCount) entry = count - 1;
    const layout = this.#layout.update(blocks, this.#frontMatter, { from: firstEntry - 1, to: entry - 1 });
    this.#starts = moved(starts, firstEntry, entry, blocks, delta);
    return { layout };
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
    return { uri: this.#document.uri, version: this.#version, pageCount: this.pageCount, changed, pages };
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

/** Where entries begin after those from `from` to `to` gave way to `blocks` and all lines behind moved by `delta`. */
function moved(starts: Int32Array, from: number, to: number, blocks: readonly Block[], delta: number): Int32Array {
  const next = new Int32Array(starts.length - (to - from) + blocks.length);
  next.set(starts.subarray(0, from));
  let line = starts[from] ?? 0;
  blocks.forEach((block, index) => {
    next[from + index] = line;
    line += block.lineCount;
  });
  const behind = from + blocks.length;
  next.set(starts.subarray(to), behind);
  if (delta !== 0) for (let index = behind; index < next.length; index++) next[index] = (next[index] ?? 0) + delta;
  return next;
}

/** The last of the first `count` ascending values that is at most `value`. */
function lastAtMost(values: Int32Array, count: number, value: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((values[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

interface FoundRow {
  readonly row: number;
  /** Source line below the block's first, as `data-line` says it. */
  readonly line: number;
  readonly column: number;
}

/** The row of a block that shows a column of one of its source lines: the last that begins at or before it. */
function findRow(rows: readonly Row[], line: number, column: number): FoundRow {
  let found: FoundRow | undefined;
  rows.forEach((row, index) => {
    const place = placeOfRow(row);
    if (!place) return;
    const isBefore = place.line < line || (place.line === line && place.column <= column);
    if (!found || isBefore) found = { row: index, ...place };
  });
  return found ?? { row: 0, line: 0, column: 0 };
}

function placeOfRow(row: Row): { readonly line: number; readonly column: number } | undefined {
  if (row.kind === 'tableRow') return { line: row.sourceLine, column: 0 };
  if (row.kind === 'picture') return { line: 0, column: 0 };
  if (row.kind !== 'text') return undefined;
  const slice = row.slices.find(({ run }) => row.paragraph.runs[run]?.inline !== undefined);
  const run = slice && row.paragraph.runs[slice.run];
  return { line: row.paragraph.sourceLine, column: row.first || !slice || !run ? 0 : run.column + slice.start };
}
