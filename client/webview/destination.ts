import type { PreviewMatch, PreviewSpot } from '../../server/src/protocol/preview.ts';
import { gapAt } from './gaps.ts';
import type { Highlights } from './highlights.ts';
import type { PageList } from './pageList.ts';
import { elementsOfBlock, lineOf } from './places.ts';

/** A place that is to be shown: in view, at the top, in view with the focus; or what a search found. */
export type Goal =
  | { readonly kind: 'reveal' | 'align' | 'gap'; readonly spot: PreviewSpot }
  | { readonly kind: 'found'; readonly match: PreviewMatch };

/** Where the view is to go: at once, or when the page has come. A later goal, or the reader's own scrolling, takes its place. */
export class Destination {
  readonly #pages: PageList;
  readonly #highlights: Highlights;
  #goal: Goal | undefined;

  constructor(pages: PageList, highlights: Highlights) {
    this.#pages = pages;
    this.#highlights = highlights;
  }

  goTo(goal: Goal): void {
    this.#goal = goal;
    this.arrive();
  }

  forget(): void {
    this.#goal = undefined;
  }

  /** Shows the goal if its page is there; else brings the page's place into view, so that it comes. */
  arrive(): void {
    const goal = this.#goal;
    if (!goal) return;
    const { page, element } = this.#find(goal);
    if (goal.kind === 'align') this.#pages.align(page, element);
    else this.#pages.reveal(page, element);
    if (!element) return;
    this.#goal = undefined;
    if (goal.kind === 'gap') (element as HTMLElement).focus({ preventScroll: true });
  }

  #find(goal: Goal): { readonly page: number; readonly element: Element | undefined } {
    if (goal.kind === 'found') return { page: goal.match[0].page, element: this.#highlights.element };
    const { spot } = goal;
    const sheet = this.#pages.canvas.querySelector(`[data-page="${spot.page}"]`);
    const gap = sheet && goal.kind === 'gap' ? gapAt(sheet, spot) : undefined;
    return { page: spot.page, element: gap ?? (sheet ? lineOf(elementsOfBlock(sheet, spot.block), spot) : undefined) };
  }
}
