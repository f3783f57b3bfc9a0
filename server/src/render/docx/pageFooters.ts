import { AlignmentType, Footer, Header, PageNumber, Paragraph, TextRun } from 'docx';
import type { DocumentState } from './documentState.ts';
import { twipsOfMm } from './measures.ts';
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
export function pageFooters(state: DocumentState): { readonly default: Footer; readonly even?: Footer } {
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
  return outer ? { default: number('right'), even: number('left') } : { default: number('center') };
}

/** The mark of a draft at the head of every page. */
export function draftHeaders(state: DocumentState): { readonly default: Header; readonly even?: Header } {
  const header = (): Header =>
    new Header({ children: [new Paragraph({ style: styleIds.header, children: textRuns(state.t('Draft'), state, { color: '808080' }) })] });
  return state.layout.pageNumber.outer ? { default: header(), even: header() } : { default: header() };
}
