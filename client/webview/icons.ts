/** Outlines on a grid of 16, drawn with the colour of the text. */
const outlines = {
  find: 'M6.5 2a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9ZM10 10l4 4',
  nextMissing: 'M5 2H2.5v12H5M11 2h2.5v12H11M8 5v5M5.8 8 8 10.2 10.2 8',
  zoomOut: 'M3 8h10',
  zoomIn: 'M3 8h10M8 3v10',
  fitWidth: 'M2 3v10M14 3v10M4.5 8h7M6.5 6l-2 2 2 2M9.500 6l2 2-2 2',
  fitPage: 'M4 2h8v12H4ZM8 5v6M6.500 6.500 8 5l1.500 1.500M6.500 9.500 8 11l1.500-1.500',
  twoPages: 'M1.500 3.500H7v9H1.500ZM9 3.500h5.500v9H9Z',
  findPrevious: 'M8 13V3M4 7l4-4 4 4',
  findNext: 'M8 3v10M4 9l4 4 4-4',
  close: 'M4 4l8 8M12 4l-8 8',
} as const;

export type IconName = keyof typeof outlines;

/** A button that shows an icon; its words are set with the texts. */
export function iconButton(icon: IconName, run: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('width', '16');
  svg.setAttribute('height', '16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', outlines[icon]);
  path.setAttribute('fill', 'none');
  path.setAttribute('stroke', 'currentColor');
  svg.append(path);
  button.append(svg);
  button.addEventListener('click', run);
  return button;
}

export function nameButton(button: HTMLElement, words: string): void {
  button.title = words;
  button.setAttribute('aria-label', words);
}
