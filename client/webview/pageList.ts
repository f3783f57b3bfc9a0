import type { PreviewPage } from '../../server/src/protocol/preview.ts';
import { morph } from './morph.ts';

/** Space around pages, in CSS pixels at 100 %. */
const margin = 24;
const pixelsPerMillimetre = 96 / 25.4;
/** Pages kept before and after those in view. */
const spare = 2;

export interface PageListEvents {
  /** These pages are wanted; called again if they do not come. */
  readonly need: (from: number, to: number) => void;
  /** The page in the middle of the view changed. */
  readonly current: (page: number) => void;
  /** Fresh content, before it is shown. */
  readonly prepare: (page: HTMLElement) => void;
  /** Pages have new content. */
  readonly shown: () => void;
}

interface Sheet {
  readonly box: HTMLElement;
  isStale: boolean;
}

/**
 * A scrolling list of pages of equal size, of which only those near the view exist. Pages stand at fixed places, so new content never moves what
 * is being read, and 10,000 pages cost no more than five.
 */
export class PageList {
  readonly #scroller: HTMLElement;
  readonly #space: HTMLElement;
  readonly #canvas: HTMLElement;
  readonly #events: PageListEvents;
  readonly #sheets = new Map<number, Sheet>();
  #count = 0;
  #width = 210 * pixelsPerMillimetre;
  #height = 297 * pixelsPerMillimetre;
  #scale = 1;
  #frame = 0;
  #current = -1;
  #asked = '';

  constructor(scroller: HTMLElement, events: PageListEvents) {
    this.#scroller = scroller;
    this.#events = events;
    this.#space = document.createElement('div');
    this.#space.className = 'space';
    this.#canvas = document.createElement('div');
    this.#canvas.className = 'canvas';
    this.#space.append(this.#canvas);
    scroller.append(this.#space);
    scroller.addEventListener('scroll', () => this.#later(), { passive: true });
    new ResizeObserver(() => this.#later()).observe(scroller);
  }

  get canvas(): HTMLElement {
    return this.#canvas;
  }

  get count(): number {
    return this.#count;
  }

  /** Width of a page with its margins at 100 %. */
  get naturalWidth(): number {
    return this.#width + 2 * margin;
  }

  get naturalHeight(): number {
    return this.#height + 2 * margin;
  }

  get scale(): number {
    return this.#scale;
  }

  /** Begins anew with other pages. */
  reset(count: number, paper: { readonly width: number; readonly height: number }, pages: readonly PreviewPage[]): void {
    for (const { box } of this.#sheets.values()) box.remove();
    this.#sheets.clear();
    this.#width = paper.width * pixelsPerMillimetre;
    this.#height = paper.height * pixelsPerMillimetre;
    this.#current = -1;
    this.change(count, { from: 0, to: count }, pages);
  }

  /** Pages of `changed` may be different now; those in `pages` are shown at once, others when they come into view. */
  change(count: number, changed: { readonly from: number; readonly to: number }, pages: readonly PreviewPage[]): void {
    this.#count = count;
    for (const [index, sheet] of this.#sheets) {
      if (index >= count) {
        sheet.box.remove();
        this.#sheets.delete(index);
      } else if (index >= changed.from && index < changed.to) sheet.isStale = true;
    }
    this.#asked = '';
    this.#resize();
    this.#window();
    this.fill(pages);
    this.#later();
  }

  /** Content for pages, as far as they are near the view. */
  fill(pages: readonly PreviewPage[]): void {
    for (const { index, html } of pages) {
      const sheet = this.#sheets.get(index);
      if (!sheet) continue;
      const template = document.createElement('template');
      template.innerHTML = html;
      const fresh = template.content.firstElementChild;
      if (!(fresh instanceof HTMLElement)) continue;
      this.#events.prepare(fresh);
      const old = sheet.box.firstElementChild;
      const oldArea = old?.querySelector(':scope > .area');
      const freshArea = fresh.querySelector(':scope > .area');
      if (old && oldArea && freshArea) {
        morph(oldArea, freshArea);
        freshArea.remove();
        while (oldArea.nextSibling) oldArea.nextSibling.remove();
        old.append(...fresh.children);
        old.setAttribute('aria-label', fresh.getAttribute('aria-label') ?? '');
      } else sheet.box.replaceChildren(fresh);
      sheet.isStale = false;
    }
    if (pages.length > 0) this.#events.shown();
  }

  /** Sets the zoom; what stands in the middle of the view stays there. */
  zoom(scale: number): void {
    if (scale === this.#scale) return;
    const { clientHeight, scrollTop } = this.#scroller;
    const middle = (scrollTop + clientHeight / 2) / this.#scale;
    this.#scale = scale;
    this.#resize();
    this.#scroller.scrollTop = middle * scale - clientHeight / 2;
    this.#later();
  }

  /** Brings an element of a page, or a page whose content has not come yet, into the view if it is not. */
  reveal(page: number, element?: Element): void {
    const view = this.#scroller.getBoundingClientRect();
    const target = element?.getBoundingClientRect();
    const top = target ? target.top - view.top + this.#scroller.scrollTop : this.#topOf(page) * this.#scale;
    const height = target?.height ?? 0;
    const room = Math.min(80, view.height / 4);
    const { scrollTop } = this.#scroller;
    if (top >= scrollTop + room && top + height <= scrollTop + view.height - room) return;
    this.#scroller.scrollTop = target ? top - view.height / 3 : top - margin;
  }

  #topOf(page: number): number {
    return margin + page * (this.#height + margin);
  }

  #resize(): void {
    const height = margin + this.#count * (this.#height + margin);
    this.#space.style.width = `${this.naturalWidth * this.#scale}px`;
    this.#space.style.height = `${height * this.#scale}px`;
    this.#canvas.style.width = `${this.naturalWidth}px`;
    this.#canvas.style.transform = `scale(${this.#scale})`;
  }

  #later(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#window();
    });
  }

  /** Keeps the pages near the view, and asks for what they lack. */
  #window(): void {
    if (this.#count === 0) return;
    const { clientHeight, scrollTop } = this.#scroller;
    const step = (this.#height + margin) * this.#scale;
    const first = Math.max(0, Math.floor(scrollTop / step));
    const last = Math.min(this.#count - 1, Math.floor((scrollTop + clientHeight) / step));
    const from = Math.max(0, first - spare);
    const to = Math.min(this.#count, last + 1 + spare);
    for (const [index, { box }] of this.#sheets) {
      // A page with the focus or a selection stays, so that neither is lost.
      if ((index < from || index >= to) && !box.contains(document.activeElement)) {
        box.remove();
        this.#sheets.delete(index);
      }
    }
    let isLacking = false;
    for (let index = from; index < to; index++) {
      const sheet = this.#sheets.get(index) ?? this.#addSheet(index);
      isLacking ||= sheet.isStale;
    }
    const asked = `${from}-${to}`;
    if (isLacking && asked !== this.#asked) {
      this.#asked = asked;
      this.#events.need(from, to);
    } else if (!isLacking) this.#asked = '';
    const current = Math.min(this.#count - 1, Math.floor((scrollTop + clientHeight / 2) / step));
    if (current !== this.#current) {
      this.#current = current;
      this.#events.current(current);
    }
  }

  #addSheet(index: number): Sheet {
    const box = document.createElement('div');
    box.className = 'sheet';
    box.style.top = `${this.#topOf(index)}px`;
    box.style.left = `${margin}px`;
    box.style.width = `${this.#width}px`;
    box.style.height = `${this.#height}px`;
    box.dataset.page = String(index);
    const sheet: Sheet = { box, isStale: true };
    // In the order of the pages, for screen readers and for the tab key.
    let next: HTMLElement | null = null;
    for (const [other, { box: otherBox }] of this.#sheets) {
      if (other > index && (next === null || other < Number(next.dataset.page))) next = otherBox;
    }
    this.#sheets.set(index, sheet);
    this.#canvas.insertBefore(box, next);
    return sheet;
  }
}
