import type { PreviewTexts } from '../../server/src/protocol/preview.ts';
import type { Zoom } from './host.ts';
import { type IconName, iconButton, nameButton } from './icons.ts';

export interface ToolbarEvents {
  readonly zoomBy: (steps: number) => void;
  readonly zoomTo: (zoom: Zoom) => void;
  readonly nextMissing: () => void;
  readonly find: () => void;
}

type Named = IconName & keyof PreviewTexts;

/** Page number, search, missing data and zoom, at the head of the preview. */
export class Toolbar {
  readonly element = document.createElement('div');
  readonly #page = document.createElement('span');
  readonly #zoom = document.createElement('button');
  readonly #buttons = new Map<Named, HTMLButtonElement>();
  #texts: PreviewTexts | undefined;
  #place: readonly [page: number, count: number] = [0, 0];

  constructor({ zoomBy, zoomTo, nextMissing, find }: ToolbarEvents) {
    this.element.className = 'toolbar';
    this.element.setAttribute('role', 'toolbar');
    this.#page.className = 'place';
    this.#page.setAttribute('role', 'status');
    this.element.append(this.#page);
    this.#add('find', find);
    this.#add('nextMissing', nextMissing);
    this.#add('zoomOut', () => zoomBy(-1));
    this.#zoom.type = 'button';
    this.#zoom.className = 'scale';
    this.#zoom.addEventListener('click', () => zoomTo(1));
    this.element.append(this.#zoom);
    this.#add('zoomIn', () => zoomBy(1));
    this.#add('fitWidth', () => zoomTo('width'));
    this.#add('fitPage', () => zoomTo('page'));
    this.#add('twoPages', () => zoomTo('spread'));
  }

  setTexts(texts: PreviewTexts): void {
    this.#texts = texts;
    for (const [name, button] of this.#buttons) nameButton(button, texts[name]);
    this.#zoom.title = texts.actualSize;
    this.element.setAttribute('aria-label', texts.tools);
    this.setPlace(...this.#place);
  }

  setPlace(page: number, count: number): void {
    this.#place = [page, count];
    const pattern = this.#texts?.pageOf ?? '{0} / {1}';
    const text = count === 0 ? '' : pattern.replace('{0}', String(page + 1)).replace('{1}', String(count));
    if (this.#page.textContent !== text) this.#page.textContent = text;
  }

  setZoom(scale: number, zoom: Zoom): void {
    this.#zoom.textContent = `${Math.round(scale * 100)} %`;
    for (const [name, fit] of [
      ['fitWidth', 'width'],
      ['fitPage', 'page'],
      ['twoPages', 'spread'],
    ] as const) {
      this.#buttons.get(name)?.setAttribute('aria-pressed', String(zoom === fit));
    }
  }

  #add(name: Named, run: () => void): void {
    const button = iconButton(name, run);
    this.#buttons.set(name, button);
    this.element.append(button);
  }
}
