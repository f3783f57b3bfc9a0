/** Numbers of pages, leaders, counts, boxes of missing pictures: nothing that a writer wrote. */
const notWritten = '.folio, .leader, .number, .count, .picture-missing, svg';

/** What belongs together on several pages: the parts of a paragraph, the header of a table that is printed again. */
const keyOf = (element: Element): string | undefined => {
  const block = element.getAttribute('data-block');
  return block === null ? undefined : `${element.localName} ${block} ${element.getAttribute('data-line')}`;
};

/** Blanks that only place words on the page. */
const trimmed = (words: string): string => words.replace(/^[ \u3000\u00a0]+|[ \u3000\u00a0]+$/g, '');

/** Copied text without the page's line ends: a paragraph is one line, cells of a table are parted by tabs, page numbers are left out. */
function cleanText(fragment: DocumentFragment): string {
  for (const element of fragment.querySelectorAll(notWritten)) element.remove();
  const paragraphs = [...fragment.querySelectorAll('.p, tr[data-block]')];
  if (paragraphs.length === 0) return fragment.textContent ?? '';
  const texts: string[] = [];
  const places = new Map<string, number>();
  for (const paragraph of paragraphs) {
    const isRow = paragraph.localName === 'tr';
    const key = keyOf(paragraph);
    const before = key === undefined ? undefined : places.get(key);
    const words = isRow ? [...paragraph.children].map(wordsOf).join('\t') : wordsOf(paragraph);
    if (before !== undefined && isRow) continue;
    if (before !== undefined && paragraph.classList.contains('continued')) {
      texts[before] += words;
      continue;
    }
    if (key !== undefined) places.set(key, texts.length);
    texts.push(words);
  }
  return texts.map(trimmed).join('\n');
}

/** Words of a paragraph or a cell; the layout leaves out no blank where a line ends. */
const wordsOf = (element: Element): string => element.textContent ?? '';

export function onCopy(event: ClipboardEvent): void {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !event.clipboardData || event.target instanceof HTMLInputElement) return;
  const parts: string[] = [];
  for (let index = 0; index < selection.rangeCount; index++) parts.push(cleanText(selection.getRangeAt(index).cloneContents()));
  event.clipboardData.setData('text/plain', parts.join('\n'));
  event.preventDefault();
}
