import type { PreviewTexts } from '../../server/src/protocol/preview.ts';

export interface HoverCardEvents {
  readonly go: (mark: Element) => void;
  readonly fill: (mark: Element) => void;
}

/** Before the card appears and before it goes, in milliseconds: the pointer may cross a mark, or the way from the mark to the card. */
const delays = { show: 300, hide: 250 } as const;

/** What a missing datum is and what can be done with it: at the pointer after a moment, at the keyboard's focus at once. */
export class HoverCard {
  readonly element = document.createElement('div');
  readonly #words = document.createElement('p');
  readonly #go = document.createElement('button');
  readonly #fill = document.createElement('button');
  #mark: Element | undefined;
  #timer = 0;

  constructor(root: HTMLElement, { go, fill }: HoverCardEvents) {
    this.element.className = 'card';
    this.element.setAttribute('role', 'dialog');
    this.element.hidden = true;
    const buttons = document.createElement('div');
    for (const [button, run] of [
      [this.#go, go],
      [this.#fill, fill],
    ] as const) {
      button.type = 'button';
      // The keyboard has its own ways, from the mark itself.
      button.tabIndex = -1;
      button.addEventListener('click', () => {
        if (this.#mark) run(this.#mark);
        this.hide();
      });
      buttons.append(button);
    }
    this.element.append(this.#words, buttons);
    const markOf = (event: Event) => (event.target instanceof Element ? event.target.closest('.missing') : null);
    root.addEventListener('pointerover', (event) => {
      const mark = markOf(event);
      if (mark) this.#plan(() => this.#show(mark), delays.show);
    });
    root.addEventListener('pointerout', (event) => markOf(event) && this.#plan(() => this.hide(), delays.hide));
    this.element.addEventListener('pointerenter', () => clearTimeout(this.#timer));
    this.element.addEventListener('pointerleave', () => this.#plan(() => this.hide(), delays.hide));
    root.addEventListener('focusin', (event) => {
      const mark = markOf(event);
      if (mark?.matches(':focus-visible')) this.#show(mark);
    });
    root.addEventListener('focusout', (event) => markOf(event) && this.hide());
  }

  get isShown(): boolean {
    return !this.element.hidden;
  }

  setTexts({ goThere, fillIn }: PreviewTexts): void {
    this.#go.textContent = goThere;
    this.#fill.textContent = fillIn;
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.element.hidden = true;
    this.#mark = undefined;
  }

  #plan(run: () => void, delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(run, delay);
  }

  #show(mark: Element): void {
    clearTimeout(this.#timer);
    const words = (mark as HTMLElement).dataset.finding;
    if (!mark.isConnected || !words) return;
    this.#mark = mark;
    this.#words.textContent = words;
    this.element.setAttribute('aria-label', words);
    this.element.hidden = false;
    const { left, top, bottom } = mark.getBoundingClientRect();
    const { width, height } = this.element.getBoundingClientRect();
    const below = bottom + 4 + height < window.innerHeight;
    this.element.style.left = `${Math.max(4, Math.min(left, window.innerWidth - width - 4))}px`;
    this.element.style.top = `${below ? bottom + 4 : Math.max(4, top - height - 4)}px`;
  }
}
