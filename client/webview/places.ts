import type { PreviewPlace } from '../../server/src/protocol/preview.ts';

/** The text node and offset under a point of the window. */
function caretAt(x: number, y: number): { readonly node: Node; readonly offset: number } | undefined {
  if ('caretPositionFromPoint' in document) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret ? { node: caret.offsetNode, offset: caret.offset } : undefined;
  }
  // Chromium before 128, and WebKit.
  const { caretRangeFromPoint } = document as { caretRangeFromPoint?: (x: number, y: number) => Range | null };
  const range = caretRangeFromPoint?.call(document, x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}

const numberOf = (element: Element | null, name: string): number | undefined => {
  const value = Number(element?.getAttribute(name) ?? Number.NaN);
  return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
};

/** The place that an element stands for, with the column it begins at. */
export function placeOfElement(element: Element): PreviewPlace | undefined {
  const holder = element.closest('[data-block]');
  const block = numberOf(holder, 'data-block');
  const line = numberOf(holder, 'data-line');
  if (block === undefined || line === undefined) return undefined;
  const column = numberOf(element.closest('[data-column]') ?? element.querySelector('[data-column]'), 'data-column') ?? 0;
  return { block, line, column };
}

/** The page that an element stands on, from 0. */
export const pageOf = (element: Element | undefined): number | undefined => numberOf(element?.closest('[data-page]') ?? null, 'data-page');

/** The place under a point: to the very character where there is text. */
export function placeAt(x: number, y: number, target: Element): PreviewPlace | undefined {
  const caret = caretAt(x, y);
  const parent = caret?.node.parentElement;
  const piece = parent?.closest('[data-column]');
  if (caret && piece && target.contains(piece)) {
    const place = placeOfElement(piece);
    // A piece holds one text node, and its text is the source's.
    return place && caret.node.nodeType === Node.TEXT_NODE ? { ...place, column: place.column + caret.offset } : place;
  }
  return placeOfElement(target);
}

/** Everything a block prints on the pages that are there. */
export const elementsOfBlock = (root: ParentNode, block: number): readonly HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(`[data-block="${block}"]`),
];

/** The printed line that shows a place: the last that begins at or before its column. */
export function lineOf(elements: readonly HTMLElement[], { line, column }: PreviewPlace): HTMLElement | undefined {
  let found: HTMLElement | undefined;
  for (const element of elements) {
    const at = numberOf(element, 'data-line') ?? 0;
    if (at > line) continue;
    found ??= element;
    if (at < line) {
      found = element;
      continue;
    }
    for (const piece of element.querySelectorAll<HTMLElement>('[data-column]')) {
      if ((numberOf(piece, 'data-column') ?? 0) > column) break;
      found = piece.closest<HTMLElement>('.line') ?? piece;
    }
  }
  return found ?? elements[0];
}
