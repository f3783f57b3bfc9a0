import { Footer, Paragraph } from 'docx';
import type { FrontMatter } from '../../engine/model/frontMatter.ts';
import { toPoints } from '../layout/measures.ts';
import type { DocumentState } from './documentState.ts';
import { pageFooters } from './pageFooters.ts';
import { sidewaysNumber } from './rawXml.ts';
import { footerPitch, styleIds } from './styles.ts';

/** Room for a page number along its line, in points. */
const numberRoom = 110;

/**
 * The page number of pages on their side stays where it is on the sheet held upright (GB/T 9704-2012, 8): under what is then its lower edge, so here along
 * the left edge and turned, on odd pages towards the lower end, on even ones towards the upper one. Layouts that the standard does not bind have it below.
 */
export function landscapeFooters(frontMatter: FrontMatter, state: DocumentState): { readonly default: Footer; readonly even?: Footer } {
  const { pageNumber, margins, paper, typeAreaInset = 0, fonts } = state.layout;
  if (!pageNumber.outer) return { default: pageFooters(frontMatter, state).default };
  const thickness = footerPitch(state.layout) / 20;
  const left = toPoints(margins.bottom + typeAreaInset - pageNumber.below) - thickness / 2;
  const edge = pageNumber.edgeIndentChars * fonts.pageNumber.size;
  const number = (side: 'right' | 'left'): Footer => {
    const top = side === 'right' ? toPoints(paper.width - margins.right) - edge - numberRoom : toPoints(margins.left) + edge;
    const box = { left, top, width: thickness, height: numberRoom };
    return new Footer({
      children: [
        new Paragraph({
          style: styleIds.footer,
          children: [sidewaysNumber(box, side, styleIds.footer, pageNumber.dashes, side === 'right' ? 1 : 2)],
        }),
      ],
    });
  };
  return { default: number('right'), even: number('left') };
}
