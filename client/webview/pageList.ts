import type { PreviewExtent, PreviewPage } from '../../server/src/protocol/preview.ts';
import { afterPaint } from './afterPaint.ts';
import { morphPage } from './morph.ts';
import { type Arrangement, margin, PageGeometry, type Sheets } from './pageGeometry.ts';

/** Rows of pages kept before and after those in view. */
const spare = 2;

export interface PageListEvents {
  /** These pages are wanted; called again if they do not come. */
  readonly need: (from: number, to: number) => void;
  /** The page in the middle of the view changed. */
  readonly current: (page: number) => void;
  /** Fresh content, before it is shown. */
  readonly prepare: (page: HTMLElement, index: number) => void;
  /** Pages have new content. */
  readonly shown: () => void;
  /** The reader scrolled; what the list does by itself is not told. */
  readonly scrolled: () => void;
}

interface Sheet {
  readonly box: HTMLElement;
  isStale: boolean;
}

/**
 * A scrolling list of pages, of which only those near the view exist. Pages stand at fixed places, so new content never moves what is being read, and
 * 10,000 pages cost no more than five.
 */
export class PageList {
  readonly canvas = document.createElement('div');
  readonly #scroller: HTMLElement;
  readonly #space = document.createElement('div');
  readonly #events: PageListEvents;
  readonly #sheets = new Map<number, Sheet>();
  #extent: Sheets = { count: 0, paper: { width: 210, height: 297 }, landscape: [] };
  #arrangement: Arrangement = { columns: 1, fits: true };
  #geometry = new PageGeometry(this.#extent, this.#arrangement);
  #scale = 1;
  #frame = 0;
  #current = -1;
  #asked = '';
  /** Pages outside the view that have come: they are shown when those in view have been painted. */
  readonly #waiting = new Map<number, PreviewPage>();
  /** Where the list itself put the view; anything else is the reader's doing. */
  #expected = 0;

  constructor(scroller: HTMLElement, events: PageListEvents) {
    this.#scroller = scroller;
    this.#events = events;
    this.#space.className = 'space';
    this.canvas.className = 'canvas';
    this.#space.append(this.canvas);
    scroller.append(this.#space);
    scroller.addEventListener('scroll', () => this.#onScroll(), { passive: true });
    new ResizeObserver(() => this.#later()).observe(scroller);
  }

  get geometry(): PageGeometry {
    return this.#geometry;
  }

  get count(): number {
    return this.#extent.count;
  }

  get scale(): number {
    return this.#scale;
  }

  /** The page in the middle of the view. */
  get current(): number {
    return Math.max(0, this.#current);
  }

  set scrollTop(top: number) {
    this.#scroller.scrollTop = top;
    this.#expected = this.#scroller.scrollTop;
  }

  /** Begins anew with other pages. */
  reset(paper: Sheets['paper'], extent: PreviewExtent, pages: readonly PreviewPage[]): void {
    for (const { box } of this.#sheets.values()) box.remove();
    this.#sheets.clear();
    this.#waiting.clear();
    this.#current = -1;
    this.take(paper, extent, { from: 0, to: extent.pageCount }, pages);
  }

  /** Pages of `changed` may be different now; those in `pages` are shown at once, others when they come into view. What is there stays until then. */
  take(
    paper: Sheets['paper'] | undefined,
    { pageCount, landscape = [] }: PreviewExtent,
    changed: { readonly from: number; readonly to: number },
    pages: readonly PreviewPage[],
  ): void {
    const before = this.#extent;
    const isSame = before.count === pageCount && paper === undefined && String(before.landscape) === String(landscape);
    if (!isSame) this.#arrange({ count: pageCount, paper: paper ?? before.paper, landscape }, this.#arrangement);
    for (const [index, sheet] of this.#sheets) {
      if (index >= pageCount) {
        sheet.box.remove();
        this.#sheets.delete(index);
      } else if (index >= changed.from && index < changed.to) sheet.isStale = true;
    }
    for (const index of this.#waiting.keys()) {
      if (index >= pageCount || (index >= changed.from && index < changed.to)) this.#waiting.delete(index);
    }
    this.#asked = '';
    this.#window(pages);
  }

  /** Content for pages, as far as they are near the view. A page that is not shown yet and is out of view does not hold up those in view. */
  fill(pages: readonly PreviewPage[]): void {
    for (const page of pages) if (this.#sheets.has(page.index)) this.#waiting.set(page.index, page);
    const { from, to } = this.#inView(0);
    const isDue = ({ index }: PreviewPage) => this.#sheets.get(index)?.box.firstElementChild || (index >= from && index < to);
    this.#show([...this.#waiting.values()].filter(isDue));
    if (this.#waiting.size > 0) afterPaint(() => this.#show([...this.#waiting.values()]));
  }

  #show(pages: readonly PreviewPage[]): void {
    for (const { index, html } of pages) {
      this.#waiting.delete(index);
      const sheet = this.#sheets.get(index);
      if (!sheet) continue;
      const template = document.createElement('template');
      template.innerHTML = html;
      const fresh = template.content.firstElementChild;
      if (!(fresh instanceof HTMLElement)) continue;
      this.#events.prepare(fresh, index);
      const old = sheet.box.firstElementChild;
      if (old) morphPage(old, fresh);
      else sheet.box.replaceChildren(fresh);
      sheet.isStale = false;
    }
    if (pages.length > 0) this.#events.shown();
  }

  /** Sets the zoom; what stands in the middle of the view stays there. */
  zoom(scale: number, arrangement: Arrangement): void {
    const isSame = arrangement.columns === this.#arrangement.columns && arrangement.fits === this.#arrangement.fits;
    if (scale === this.#scale && isSame) return;
    const { clientHeight, scrollTop } = this.#scroller;
    const middle = (scrollTop + clientHeight / 2) / this.#scale;
    const page = this.#geometry.pageAt(middle);
    const offset = middle - this.#geometry.boxOf(page).top;
    this.#scale = scale;
    this.#arrange(this.#extent, arrangement);
    this.scrollTop = (this.#geometry.boxOf(page).top + offset) * scale - clientHeight / 2;
    this.#later();
  }

  /** Brings an element of a page, or a page whose content has not come yet, into the view if it is not. */
  reveal(page: number, element?: Element): void {
    const view = this.#scroller.getBoundingClientRect();
    const { top, height } = this.#placeOf(page, element);
    const room = Math.min(80, view.height / 4);
    const { scrollTop } = this.#scroller;
    if (top >= scrollTop + room && top + height <= scrollTop + view.height - room) return;
    this.scrollTop = element ? top - view.height / 3 : top - margin;
    this.#later();
  }

  /** Puts an element of a page at the top of the view; the first of a page with the page's margin. */
  align(page: number, element?: Element): void {
    const isFirst = !element || element.closest('.area')?.querySelector('[data-block]')?.contains(element) === true;
    this.scrollTop = isFirst ? (this.#geometry.boxOf(page).top - margin) * this.#scale : this.#placeOf(page, element).top - 8;
    this.#later();
  }

  /** The topmost printed line, or picture, in view; `undefined` while its page has not come. */
  topmost(): Element | undefined {
    const { top, bottom } = this.#scroller.getBoundingClientRect();
    for (const [, { box }] of [...this.#sheets].sort(([a], [b]) => a - b)) {
      const page = box.getBoundingClientRect();
      if (page.bottom <= top || page.top >= bottom) continue;
      if (!box.firstElementChild) return undefined;
      for (const line of box.querySelectorAll('[data-block] .line, [data-block][data-column]')) {
        const rect = line.getBoundingClientRect();
        // A line that is cut by the edge by less than half still counts.
        if (rect.top + rect.height / 2 > top) return line;
      }
    }
    return undefined;
  }

  #placeOf(page: number, element?: Element): { readonly top: number; readonly height: number } {
    const rect = element?.getBoundingClientRect();
    if (!rect) return { top: this.#geometry.boxOf(page).top * this.#scale, height: 0 };
    return { top: rect.top - this.#scroller.getBoundingClientRect().top + this.#scroller.scrollTop, height: rect.height };
  }

  #arrange(extent: Sheets, arrangement: Arrangement): void {
    this.#extent = extent;
    this.#arrangement = arrangement;
    this.#geometry = new PageGeometry(extent, arrangement);
    const { width, height } = this.#geometry;
    this.#space.style.width = `${width * this.#scale}px`;
    this.#space.style.height = `${height * this.#scale}px`;
    this.canvas.style.width = `${width}px`;
    this.canvas.style.transform = `scale(${this.#scale})`;
    for (const [index, { box }] of this.#sheets) this.#place(box, index);
    // Fewer pages may have moved the view: that was not the reader.
    this.#expected = this.#scroller.scrollTop;
  }

  #onScroll(): void {
    this.#later();
    const { scrollTop } = this.#scroller;
    if (Math.abs(scrollTop - this.#expected) < 1) return;
    this.#expected = scrollTop;
    this.#events.scrolled();
  }

  #later(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#window([]);
    });
  }

  /** Keeps the pages near the view, fills them with what has come, and asks for what they lack. */
  #window(pages: readonly PreviewPage[]): void {
    if (this.count === 0) return;
    const { from, to } = this.#inView(spare);
    for (const [index, { box }] of this.#sheets) {
      if ((index >= from && index < to) || isInUse(box)) continue;
      box.remove();
      this.#sheets.delete(index);
      this.#waiting.delete(index);
    }
    for (let index = from; index < to; index++) if (!this.#sheets.has(index)) this.#addSheet(index);
    this.fill(pages);
    let isLacking = false;
    for (let index = from; index < to; index++) isLacking ||= this.#sheets.get(index)?.isStale === true && !this.#waiting.has(index);
    const asked = `${from}-${to}`;
    if (isLacking && asked !== this.#asked) {
      this.#asked = asked;
      this.#events.need(from, to);
    } else if (!isLacking) this.#asked = '';
    const { clientHeight, scrollTop } = this.#scroller;
    const current = this.#geometry.pageAt((scrollTop + clientHeight / 2) / this.#scale);
    if (current !== this.#current) {
      this.#current = current;
      this.#events.current(current);
    }
  }

  /** Pages in view and so many rows of pages around them, half-open. */
  #inView(rows: number): { readonly from: number; readonly to: number } {
    const { clientHeight, scrollTop } = this.#scroller;
    return this.#geometry.pagesBetween(scrollTop / this.#scale, (scrollTop + clientHeight) / this.#scale, rows);
  }

  #addSheet(index: number): void {
    const box = document.createElement('div');
    box.className = 'sheet';
    box.dataset.page = String(index);
    this.#place(box, index);
    // In the order of the pages, for screen readers and for the tab key.
    let next: HTMLElement | null = null;
    for (const [other, { box: otherBox }] of this.#sheets) {
      if (other > index && (next === null || other < Number(next.dataset.page))) next = otherBox;
    }
    this.#sheets.set(index, { box, isStale: true });
    this.canvas.insertBefore(box, next);
  }

  #place({ style }: HTMLElement, index: number): void {
    const { left, top, width, height, shrink } = this.#geometry.boxOf(index);
    style.left = `${left}px`;
    style.top = `${top}px`;
    style.width = `${width}px`;
    style.height = `${height}px`;
    style.transform = shrink === 1 ? '' : `scale(${shrink})`;
  }
}

/** A page with the focus, or with a part of what is selected, stays, so that neither is lost. */
function isInUse(box: HTMLElement): boolean {
  if (box.contains(document.activeElement)) return true;
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed && selection.containsNode(box, true);
}
