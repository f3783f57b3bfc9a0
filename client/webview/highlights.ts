import type { PreviewMatch, PreviewSpan } from '../../server/src/protocol/preview.ts';

const pageOf = (root: ParentNode, page: number): Element | null => root.querySelector(`[data-page="${page}"]`);

/** The text nodes that the spans of a page count: printed words, without what is drawn in pictures and the numbers of the contents. */
function* textsOf(page: Element, block: number, line: number): Generator<Text> {
  for (const element of page.querySelectorAll(`[data-block="${block}"][data-line="${line}"]`)) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest('[data-column]:not([data-block])')) yield node as Text;
    }
  }
}

function rangeOf(page: Element, { block, line, from, to }: PreviewSpan): Range | undefined {
  let at = 0;
  let range: Range | undefined;
  for (const node of textsOf(page, block, line)) {
    const end = at + node.length;
    if (!range && from < end) {
      range = document.createRange();
      range.setStart(node, Math.max(0, from - at));
    }
    if (range && to <= end) {
      range.setEnd(node, to - at);
      return range;
    }
    at = end;
  }
  return undefined;
}

/** Marks what a search found on the pages that are there, without a change to them. */
export class Highlights {
  readonly #root: ParentNode;
  #matches: readonly PreviewMatch[] = [];
  #current: PreviewMatch | undefined;

  constructor(root: ParentNode) {
    this.#root = root;
  }

  set(matches: readonly PreviewMatch[], current: PreviewMatch | undefined): void {
    this.#matches = matches;
    this.#current = current;
    this.refresh();
  }

  /** Pages came or changed. */
  refresh(): void {
    if (!('highlights' in CSS)) return;
    CSS.highlights.delete('found');
    CSS.highlights.delete('found-now');
    if (this.#matches.length === 0) return;
    const all = new Highlight();
    const now = new Highlight();
    now.priority = 1;
    for (const match of this.#matches) {
      for (const span of match) {
        const page = pageOf(this.#root, span.page);
        const range = page && rangeOf(page, span);
        if (range) (match === this.#current ? now : all).add(range);
      }
    }
    CSS.highlights.set('found', all);
    CSS.highlights.set('found-now', now);
  }

  /** The element that holds the beginning of the current place, if its page is there. */
  get element(): Element | undefined {
    const span = this.#current?.[0];
    const page = span && pageOf(this.#root, span.page);
    const range = page ? rangeOf(page, span) : undefined;
    return range?.startContainer.parentElement ?? undefined;
  }
}
