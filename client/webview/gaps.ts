import type { PreviewPlace, PreviewTexts } from '../../server/src/protocol/preview.ts';
import { placeOfElement } from './places.ts';

const columnOf = (element: Element): number => Number(element.getAttribute('data-column'));
const lengthOf = (element: Element): number => element.textContent?.length ?? 0;

/**
 * Makes the marks of missing data of a fresh page ready to be used: what each says goes where a screen reader and our own hover find it, parts of one that
 * stands on two lines are told apart from two, and the margin gets its counts. Gives how many there are.
 */
export function prepareGaps(page: HTMLElement, number: number, texts: PreviewTexts | undefined): number {
  let count = 0;
  let before: Element | undefined;
  for (const mark of page.querySelectorAll<HTMLElement>('.missing')) {
    const finding = mark.title;
    mark.removeAttribute('title');
    if (before && goesOn(before, mark, finding)) {
      mark.dataset.start = before.getAttribute('data-start') ?? before.getAttribute('data-column') ?? '';
      mark.removeAttribute('tabindex');
    } else {
      count++;
      mark.setAttribute('role', 'button');
      mark.setAttribute('aria-label', `${mark.textContent} ${finding}`);
      const block = mark.closest<HTMLElement>('[data-block]');
      // A row has its count behind its last cell.
      const holder = block?.localName === 'tr' ? (block.lastElementChild as HTMLElement | null) : block;
      if (holder) holder.dataset.gaps = String(Number(holder.dataset.gaps ?? 0) + 1);
    }
    mark.dataset.finding = finding;
    before = mark;
  }
  if (count > 0 && texts) page.append(countOf(count, number, texts));
  return count;
}

function countOf(count: number, number: number, texts: PreviewTexts): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'count';
  button.textContent = String(count);
  const words = texts.missingOnPage.replace('{0}', String(count)).replace('{1}', String(number));
  button.title = words;
  button.setAttribute('aria-label', words);
  return button;
}

/** Whether a mark is the rest of the one before, which did not fit on its line. */
function goesOn(before: Element, mark: Element, finding: string): boolean {
  const [line, next] = [before.closest('.line'), mark.closest('.line')];
  const [from, to] = [columnOf(before), columnOf(mark)];
  return (
    line !== next &&
    line?.nextElementSibling === next &&
    line?.lastElementChild === before &&
    next?.firstElementChild === mark &&
    (before as HTMLElement).dataset.finding === finding &&
    (to === from || to === from + lengthOf(before))
  );
}

/** Where the missing datum begins that a mark is, or is the rest of. */
export function placeOfGap(mark: Element): PreviewPlace | undefined {
  const place = placeOfElement(mark);
  const start = Number(mark.getAttribute('data-start') ?? Number.NaN);
  return place && Number.isSafeInteger(start) ? { ...place, column: start } : place;
}

/** The mark of a missing datum that begins at a place. */
export function gapAt(root: ParentNode, { block, line, column }: PreviewPlace): HTMLElement | undefined {
  const marks = root.querySelectorAll<HTMLElement>(
    `[data-block="${block}"][data-line="${line}"] .missing[tabindex][data-column="${column}"]`,
  );
  return marks[0];
}

/** The mark before or after one, as far as there are pages. */
export function gapBeside(root: ParentNode, mark: Element, direction: 'next' | 'previous'): HTMLElement | undefined {
  const marks = [...root.querySelectorAll<HTMLElement>('.missing[tabindex]')];
  return marks[marks.indexOf(mark as HTMLElement) + (direction === 'next' ? 1 : -1)];
}
