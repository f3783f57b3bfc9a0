import type { PreviewFound, PreviewMatch, PreviewTexts } from '../../server/src/protocol/preview.ts';
import { iconButton, nameButton } from './icons.ts';

export interface FindBarEvents {
  /** The server is to look for this; its answer goes to `take`. */
  readonly ask: (query: string) => void;
  /** Other places are to be marked, `current` among them; `isNew`: it is to be brought into view. */
  readonly show: (matches: readonly PreviewMatch[], current: PreviewMatch | undefined, isNew: boolean) => void;
  /** The bar was closed. */
  readonly closed: () => void;
  /** The page that is read: a search begins there. */
  readonly page: () => number;
}

/** The box for searching: the server looks through all pages, for only those near the view exist here. */
export class FindBar {
  readonly element = document.createElement('div');
  readonly #events: FindBarEvents;
  readonly #input = document.createElement('input');
  readonly #count = document.createElement('span');
  readonly #buttons = {
    findPrevious: iconButton('findPrevious', () => this.step(-1)),
    findNext: iconButton('findNext', () => this.step(1)),
    close: iconButton('close', () => this.close()),
  } as const;
  #texts: PreviewTexts | undefined;
  #found: PreviewFound | undefined;
  #current = -1;
  /** What the server was asked last and has not answered. */
  #asked: string | undefined;

  constructor(events: FindBarEvents) {
    this.#events = events;
    this.element.className = 'find';
    this.element.setAttribute('role', 'search');
    this.element.hidden = true;
    this.#input.type = 'text';
    this.#input.spellcheck = false;
    this.#input.maxLength = 1000;
    this.#count.setAttribute('role', 'status');
    this.#input.addEventListener('input', () => this.again());
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
      else if (event.key === 'Enter' && event.target === this.#input && !event.isComposing) this.step(event.shiftKey ? -1 : 1);
      else return;
      event.preventDefault();
    });
    const { findPrevious, findNext, close } = this.#buttons;
    this.element.append(this.#input, this.#count, findPrevious, findNext, close);
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  setTexts(texts: PreviewTexts): void {
    this.#texts = texts;
    this.element.setAttribute('aria-label', texts.find);
    this.#input.placeholder = texts.find;
    this.#input.setAttribute('aria-label', texts.find);
    for (const name of ['findPrevious', 'findNext', 'close'] as const) nameButton(this.#buttons[name], texts[name]);
  }

  /** Opens the bar, with what is selected on a page as the query. */
  open(): void {
    const selected = document.getSelection()?.toString() ?? '';
    if (selected !== '' && selected.length < 100 && !selected.includes('\n')) this.#input.value = selected;
    this.element.hidden = false;
    this.#input.focus();
    this.#input.select();
    this.again();
  }

  /** As `open`, but whoever types in the bar already goes on: VS Code hears a key that opened it as well, and tells of it later. */
  openFromAfar(): void {
    if (!this.isOpen || document.activeElement !== this.#input) this.open();
  }

  close(): void {
    if (!this.isOpen) return;
    this.element.hidden = true;
    this.#found = undefined;
    this.#events.ask('');
    this.#asked = undefined;
    this.#events.show([], undefined, false);
    this.#events.closed();
  }

  /** Looks anew: for other words, or after an edit. */
  again(): void {
    if (!this.isOpen || this.#asked !== undefined) return;
    this.#asked = this.#input.value;
    this.#events.ask(this.#input.value);
  }

  /** An answer was lost with its server. */
  forget(): void {
    this.#asked = undefined;
  }

  take(found: PreviewFound): void {
    if (!this.isOpen || found.query !== this.#asked) return;
    this.#asked = undefined;
    // Typed on meanwhile.
    if (found.query !== this.#input.value) {
      this.again();
      return;
    }
    const before = this.#found;
    this.#found = found;
    const isNew = before?.query !== found.query;
    const page = this.#events.page();
    const from = found.matches.findIndex(([first]) => first.page >= page);
    this.#current = isNew ? Math.max(0, from) : Math.min(this.#current, found.matches.length - 1);
    this.#show(isNew);
  }

  step(by: number): void {
    const { length } = this.#found?.matches ?? [];
    if (length === 0) return;
    this.#current = (this.#current + by + length) % length;
    this.#show(true);
  }

  #show(isNew: boolean): void {
    const { matches = [], isCut = false, query = '' } = this.#found ?? {};
    const pattern = this.#texts?.findOf ?? '{0} / {1}';
    const total = `${matches.length}${isCut ? '+' : ''}`;
    const isVain = query !== '' && matches.length === 0;
    this.#count.textContent = isVain
      ? (this.#texts?.findNothing ?? '0')
      : matches.length === 0
        ? ''
        : pattern.replace('{0}', String(this.#current + 1)).replace('{1}', total);
    this.#input.setAttribute('aria-invalid', String(isVain));
    this.#events.show(matches, matches[this.#current], isNew);
  }
}
