import { say } from './host.ts';
import type { PageList } from './pageList.ts';
import { placeOfElement } from './places.ts';

/** Tells where the reader has scrolled to: once a frame, or when the page there has come. */
export class ScrollTeller {
  readonly #pages: PageList;
  #isDue = false;
  #isPlanned = false;

  constructor(pages: PageList) {
    this.#pages = pages;
  }

  scrolled(): void {
    this.#isDue = true;
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    requestAnimationFrame(() => {
      this.#isPlanned = false;
      this.tell();
    });
  }

  /** The view went elsewhere, not by the reader. */
  forget(): void {
    this.#isDue = false;
  }

  tell(): void {
    if (!this.#isDue) return;
    const top = this.#pages.topmost();
    const place = top && placeOfElement(top);
    if (!place) return;
    this.#isDue = false;
    say({ type: 'scrolled', place });
  }
}
