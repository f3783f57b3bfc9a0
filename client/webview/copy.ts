/** Copied text without the page's line ends: a paragraph is one line, cells of a table are parted by tabs, page numbers are left out. */
export function cleanText(fragment: DocumentFragment): string {
  const paragraphs = [...fragment.querySelectorAll('.p, tr')];
  if (paragraphs.length === 0) return fragment.textContent ?? '';
  const texts: string[] = [];
  for (const paragraph of paragraphs) {
    const words =
      paragraph.localName === 'tr'
        ? [...paragraph.children].map((cell) => cell.textContent ?? '').join('\t')
        : (paragraph.textContent ?? '');
    // A paragraph goes on from the page before.
    if (paragraph.classList.contains('continued') && texts.length > 0) texts[texts.length - 1] += words;
    else texts.push(words);
  }
  return texts.join('\n');
}

export function onCopy(event: ClipboardEvent): void {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !event.clipboardData) return;
  const parts: string[] = [];
  for (let index = 0; index < selection.rangeCount; index++) parts.push(cleanText(selection.getRangeAt(index).cloneContents()));
  event.clipboardData.setData('text/plain', parts.join('\n'));
  event.preventDefault();
}
