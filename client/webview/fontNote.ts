import type { PreviewFont, PreviewTexts } from '../../server/src/protocol/preview.ts';
import { missingFonts } from './fonts.ts';
import { iconButton, nameButton } from './icons.ts';

/** A quiet line that says which named fonts are missing and what stands in; until it is closed, or never again. */
export class FontNote {
  readonly element = document.createElement('aside');
  readonly #hide: (forGood: boolean) => void;

  constructor(hide: (forGood: boolean) => void) {
    this.#hide = hide;
    this.element.className = 'fonts';
    this.element.hidden = true;
  }

  show(fonts: readonly PreviewFont[], texts: PreviewTexts): void {
    const missing = missingFonts(fonts);
    this.element.hidden = missing.length === 0;
    if (missing.length === 0) return;
    const summary = document.createElement('summary');
    summary.textContent = texts.fontsMissing.replace('{0}', () => missing.map(({ name }) => name).join(texts.fontSeparator));
    const list = document.createElement('ul');
    for (const { name, standIn } of missing) {
      const item = document.createElement('li');
      item.textContent = standIn === undefined ? name : texts.fontStandIn.replace('{0}', () => name).replace('{1}', () => standIn);
      list.append(item);
    }
    const breaks = document.createElement('p');
    breaks.textContent = texts.fontsBreaks;
    const details = document.createElement('details');
    details.append(summary, list, breaks);
    const forGood = document.createElement('button');
    forGood.type = 'button';
    forGood.textContent = texts.hideForGood;
    forGood.addEventListener('click', () => this.#close(true));
    const close = iconButton('close', () => this.#close(false));
    nameButton(close, texts.close);
    this.element.setAttribute('aria-label', texts.fontsMissing.replace('{0}', ''));
    this.element.replaceChildren(details, forGood, close);
  }

  hide(): void {
    this.element.hidden = true;
  }

  #close(forGood: boolean): void {
    this.hide();
    this.#hide(forGood);
  }
}
