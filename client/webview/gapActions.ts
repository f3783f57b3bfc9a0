import { gapBeside, placeOfGap } from './gaps.ts';
import { say } from './host.ts';
import type { PageList } from './pageList.ts';
import { pageOf, placeOfElement } from './places.ts';

/** What can be done with a missing datum on a page. */
export class GapActions {
  readonly #pages: PageList;

  constructor(pages: PageList) {
    this.#pages = pages;
  }

  /** Selects it in the editor. */
  readonly go = (mark: Element): void => {
    const place = placeOfGap(mark);
    if (place) say({ type: 'reveal', place, isGap: true });
  };

  /** Asks for its value, by the same box as in the editor. */
  readonly fill = (mark: Element): void => {
    const place = placeOfGap(mark);
    if (place) say({ type: 'fill', place });
  };

  /** Goes to the one after the focus, or after the top of the view. */
  readonly next = (): void => {
    const active = document.activeElement?.closest('.missing');
    if (active) {
      this.beside(active, 'next');
      return;
    }
    const place = placeOfElement(this.#pages.topmost() ?? this.#pages.canvas);
    if (place) say({ type: 'needGap', place, direction: 'next' });
  };

  /** Goes to the one before or after; the server knows those whose pages are not there. */
  readonly beside = (mark: Element, direction: 'next' | 'previous'): void => {
    const beside = gapBeside(this.#pages.canvas, mark, direction);
    if (beside) {
      this.#pages.reveal(pageOf(beside) ?? 0, beside);
      beside.focus({ preventScroll: true });
      return;
    }
    const place = placeOfGap(mark);
    if (!place) return;
    const column = direction === 'next' ? place.column + (mark.textContent?.length ?? 0) : place.column;
    say({ type: 'needGap', place: { ...place, column }, direction });
  };
}
