import type { PreviewTexts } from '../../server/src/protocol/preview.ts';

export interface ToolbarEvents {
  readonly zoomBy: (steps: number) => void;
  readonly fitWidth: () => void;
  readonly actualSize: () => void;
  readonly nextMissing: () => void;
}

/** Page number and zoom, at the head of the preview. */
export class Toolbar {
  readonly element = document.createElement('div');
  readonly #events: ToolbarEvents;
  readonly #page = document.createElement('span');
  readonly #zoom = document.createElement('button');
  readonly #fit = document.createElement('button');
  readonly #buttons = new Map<keyof PreviewTexts, HTMLButtonElement>();
  #texts: PreviewTexts | undefined;
  #place: readonly [page: number, count: number] = [0, 0];

  constructor(events: ToolbarEvents) {
    this.#events = events;
    this.element.className = 'toolbar';
    this.element.setAttribute('role', 'toolbar');
    this.#page.className = 'place';
    this.#page.setAttribute('role', 'status');
    this.element.append(this.#page);
    this.#button('nextMissing', '⟦ ⟧', () => this.#events.nextMissing());
    this.#button('zoomOut', '−', () => this.#events.zoomBy(-1));
    this.#zoom.type = 'button';
    this.#zoom.addEventListener('click', () => this.#events.actualSize());
    this.element.append(this.#zoom);
    this.#button('zoomIn', '+', () => this.#events.zoomBy(1));
    this.#fit = this.#button('fitWidth', '↔', () => this.#events.fitWidth());
  }

  setTexts(texts: PreviewTexts): void {
    this.#texts = texts;
    for (const [key, button] of this.#buttons) {
      button.title = texts[key];
      button.setAttribute('aria-label', texts[key]);
    }
    this.#zoom.title = texts.actualSize;
    this.element.setAttribute('aria-label', texts.pages);
    this.setPlace(...this.#place);
  }

  setPlace(page: number, count: number): void {
    this.#place = [page, count];
    const text = (this.#texts?.pageOf ?? '{0} / {1}').replace('{0}', String(page + 1)).replace('{1}', String(count));
    if (this.#page.textContent !== text) this.#page.textContent = text;
  }

  setZoom(scale: number, fits: boolean): void {
    this.#zoom.textContent = `${Math.round(scale * 100)} %`;
    this.#fit.setAttribute('aria-pressed', String(fits));
  }

  #button(key: keyof PreviewTexts, sign: string, run: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = sign;
    button.addEventListener('click', run);
    this.#buttons.set(key, button);
    this.element.append(button);
    return button;
  }
}
