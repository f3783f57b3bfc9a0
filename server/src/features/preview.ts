import type { ReportDocument } from '../engine/document.ts';
import type { DocumentChange } from '../engine/documentChange.ts';
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
import type { LayoutChange } from '../render/layout/layoutPages.ts';
import type { PageLayout } from '../render/layout/pageLayout.ts';
import type { PictureSizes } from '../render/layout/pictures.ts';
import type { ReportLayout } from '../render/layout/reportLayout.ts';
import type { Localize } from '../wording/localize.ts';
import { PreviewFinder } from './previewFind.ts';
import { previewFonts } from './previewFonts.ts';
import { describeGap } from './previewGaps.ts';
import { joined, PreviewLayout } from './previewLayout.ts';

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
 * The preview of one open document: what a view of its pages is told. A new session has laid out its first pages only; `step` goes on until it
 * `isComplete`, so that a long report holds up nothing. `update` after every change keeps it in step: the cost is that of the blocks the change touched and
 * the pages up to where they begin as before.
 */
export class PreviewSession {
  readonly #options: PreviewOptions;
  readonly #layout: PreviewLayout;
  readonly #context: HtmlContext;
  readonly #finder = new PreviewFinder();
  /** Of the document, as it is told: the document itself may be ahead. */
  #version: number;
  /** Pages in view, half-open. */
  #view = { from: 0, to: firstPages };

  constructor(document: ReportDocument, options: PreviewOptions) {
    const { t, layout, pictures, firstId } = options;
    this.#options = options;
    this.#version = document.version;
    this.#layout = new PreviewLayout(document, layout, pictures, firstId);
    const { pages } = this.#layout;
    this.#context = {
      layout,
      t,
      describe: (inline) => describeGap(inline, t),
      firstLineOf: () => 0,
      contentsPageOf: (heading) => pages.contentsPageOf(heading),
      numberOf: (index) => pages.numberOf(index),
      runningHead: () => pages.runningHead,
      interactive: true,
    };
    this.#layout.layOutTo(firstPages);
  }

  get pageCount(): number {
    return this.#layout.pageCount;
  }

  /** Whether all of the report is laid out. */
  get isComplete(): boolean {
    return this.#layout.isComplete;
  }

  /** The pages, for those who look at them only. */
  get laidOut(): ReportLayout {
    return this.#layout.pages;
  }

  /** `firstId` for a session in place of this one. */
  get nextId(): number {
    return this.#layout.pages.nextId;
  }

  /** The first source line of an entry of the layout. */
  firstLineOf(entry: number): number {
    return this.#layout.firstLineOf(entry);
  }

  /** Lays out so many more blocks, or fewer when the time is up before, and gives what a view has to change. */
  step(blocks: number, isTimeUp?: () => boolean): PreviewPatch {
    const layout = this.#layout.layOn(blocks, isTimeUp);
    return this.#patch(layout ?? { from: this.pageCount, to: this.pageCount });
  }

  /** What a view needs to begin with: the style and some pages, by default the first. */
  opened(pages = firstPages, from = 0): PreviewOpened {
    const { layout } = this.#options;
    this.#layout.layOutTo(from + Math.min(pages, mostPages));
    const first = Math.min(Math.max(0, from), Math.max(0, this.pageCount - 1));
    this.#view = { from: first, to: first + Math.min(pages, mostPages) };
    return {
      ...this.#told,
      paper: layout.paper,
      style: pageStyle(layout),
      fonts: previewFonts(layout),
      pages: this.#render(this.#view),
    };
  }

  /** Pages `from` to `to`, which are in view from now on. */
  pages(from: number, to: number): PreviewPages {
    if (to > this.pageCount) this.#layout.layOutTo(Math.min(to, Math.max(0, from) + mostPages));
    const first = Math.min(Math.max(0, from), Math.max(0, this.pageCount - 1));
    this.#view = { from: first, to: Math.min(Math.max(first, to), first + mostPages) };
    return { ...this.#told, pages: this.#render(this.#view) };
  }

  /**
   * Takes a change of the document over; without `change` everything is looked at again. Gives what a view has to change, `undefined` if nothing.
   * Changes that were not told one by one may be told as one.
   */
  update(document: ReportDocument, change?: DocumentChange): PreviewPatch | undefined {
    this.#version = document.version;
    const count = this.pageCount;
    const changed = this.#layout.update(document, change);
    const layout = joined(changed, this.#layout.layOutTo(this.#view.to));
    // Pages that went and came again are counted as the last of both tells.
    return layout && this.#patch(this.pageCount === count ? layout : { from: layout.from, to: this.pageCount });
  }

  /** Where a position of the text is printed; for what prints nothing the next thing printed, or else the last; `undefined` while it is not laid out. */
  locate(position: Position): PreviewSpot | undefined {
    return this.#layout.locate(position);
  }

  /** The position in the text of a place on a page; `undefined` if the block is gone. */
  resolve(place: PreviewPlace): Position | undefined {
    return this.#layout.resolve(place);
  }

  /** Where words stand on the pages, in steps that yield. An empty query finds nothing and lets go of what was kept for searching. */
  *find(query: string): Generator<void, PreviewFound> {
    if (query === '') this.#finder.clear();
    const { uri, version } = this.#told;
    const found = yield* this.#finder.find(this.laidOut.pages, query);
    return { uri, query, version, ...found };
  }

  #patch(changed: LayoutChange): PreviewPatch {
    const { from, to } = this.#view;
    const pages = this.#render({ from: Math.max(from, changed.from), to: Math.min(to, changed.to) });
    return { ...this.#told, changed, pages };
  }

  get #told(): PreviewExtent & { readonly uri: string; readonly version: number } {
    const { document, landscape, isComplete, pageCount } = this.#layout;
    return {
      uri: document.uri,
      version: this.#version,
      pageCount,
      ...(landscape.length > 0 && { landscape }),
      ...(!isComplete && { partial: true as const }),
    };
  }

  #render({ from, to }: { readonly from: number; readonly to: number }): readonly PreviewPage[] {
    const pages: PreviewPage[] = [];
    for (let index = from; index < to; index++) {
      const page = this.laidOut.pages[index];
      if (!page) break;
      pages.push({ index, html: pageHtml(page, index + 1, this.#context) });
    }
    return pages;
  }
}
