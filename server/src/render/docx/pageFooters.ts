import { AlignmentType, BorderStyle, Footer, Header, PageNumber, Paragraph, Tab, TextRun } from 'docx';
import type { FrontMatter } from '../../engine/model/frontMatter.ts';
import { formOf } from '../layout/forms.ts';
import { widthInChars } from '../layout/widthInChars.ts';
import type { DocumentState } from './documentState.ts';
import { letterFooter, letterHeader } from './letterHead.ts';
import { twipsOfMm, twipsOfPt } from './measures.ts';
import { textRuns } from './runs.ts';
import { footerPitch, styleIds } from './styles.ts';

/**
 * From the paper's lower edge to the footer's, in twips, so that the middle of the number's line lies
 * `pageNumber.below` under the type area (GB/T 9704-2012, 7.5).
 */
export function footerDistance({ layout }: DocumentState): number {
  const lowerEdge = layout.margins.bottom + (layout.typeAreaInset ?? 0);
  return Math.max(0, twipsOfMm(lowerEdge - layout.pageNumber.below) - Math.round(footerPitch(layout) / 2));
}

/** Page numbers `— 1 —`: on odd pages at the right, on even ones at the left, one character from the edge (7.5). */
export function pageFooters(
  frontMatter: FrontMatter,
  state: DocumentState,
): { readonly default: Footer; readonly even?: Footer; readonly first?: Footer } {
  const { outer, dashes, edgeIndentChars } = state.layout.pageNumber;
  const edge = Math.round(edgeIndentChars * state.measures.char);
  const number = (side: 'left' | 'right' | 'center'): Footer =>
    new Footer({
      children: [
        new Paragraph({
          style: styleIds.footer,
          alignment: AlignmentType[side === 'left' ? 'LEFT' : side === 'right' ? 'RIGHT' : 'CENTER'],
          ...(side === 'center' ? {} : { indent: { [side]: edge } }),
          children: [
            ...(dashes ? textRuns('— ', state) : []),
            new TextRun({ children: [PageNumber.CURRENT] }),
            ...(dashes ? textRuns(' —', state) : []),
          ],
        }),
      ],
    });
  const first =
    formOf(frontMatter) === 'letter'
      ? { first: new Footer({ children: [...letterFooter(state), new Paragraph({ style: styleIds.footer })] }) }
      : {};
  return outer ? { default: number('right'), even: number('left'), ...first } : { default: number('center'), ...first };
}

/** The running title and the mark of a draft at the head of every page, and the head of a letter on its first. */
export function pageHeaders(
  frontMatter: FrontMatter,
  state: DocumentState,
  head?: string,
): { readonly default?: Header; readonly even?: Header; readonly first?: Header } {
  const { final } = state.options;
  const { width } = state.measures;
  const draft = () => (final ? [] : textRuns(state.words('Draft'), state, { color: '808080' }));
  const mark = (): Paragraph => new Paragraph({ style: styleIds.header, children: draft() });
  const tab = (): TextRun => new TextRun({ children: [new Tab()] });
  const titled = (title: string): Paragraph =>
    new Paragraph({
      style: styleIds.header,
      alignment: AlignmentType.LEFT,
      tabStops: [
        { type: 'center', position: Math.round(width / 2) },
        { type: 'right', position: width },
      ],
      border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 1, color: 'auto' } },
      children: [tab(), ...textRuns(shortened(title, state), state), tab(), ...draft()],
    });
  const first = formOf(frontMatter) === 'letter' ? { first: new Header({ children: [...letterHeader(frontMatter, state), mark()] }) } : {};
  if (final && head === undefined) return first;
  const header = (): Header => new Header({ children: [head === undefined ? mark() : titled(head)] });
  return state.layout.pageNumber.outer ? { default: header(), even: header(), ...first } : { default: header(), ...first };
}

/** A title that fits beside the mark of a draft on one line of the header. */
function shortened(title: string, { layout, measures }: DocumentState): string {
  const chars = Math.floor((measures.width * 0.7) / twipsOfPt(layout.fonts.footnote.size));
  let width = 0;
  let fitting = '';
  for (const char of title) {
    width += widthInChars(char);
    if (width > chars) return `${fitting}…`;
    fitting += char;
  }
  return title;
}
