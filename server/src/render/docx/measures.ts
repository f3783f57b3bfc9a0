import { measuresOf as pointsOf } from '../layout/measures.ts';
import type { PageLayout } from '../layout/pageLayout.ts';

/** Lengths of a Word document, in twips (1/20 pt, 1/1440 inch) unless the name says otherwise. */
export const twipsOfMm = (mm: number): number => Math.round((mm * 1440) / 25.4);
export const twipsOfPt = (pt: number): number => Math.round(pt * 20);
/** The weight of a line as Word counts it. */
export const eighthsOf = (pt: number): number => Math.round(pt * 8);

/** The numbers of a layout as Word wants them. */
export interface Measures {
  /** Width of the type area (版心). */
  readonly width: number;
  /** One character of the grid: the body's size and the spacing that lets `grid.chars` of them stand on a line. */
  readonly char: number;
  /** Character spacing of text in the body's size, mostly below zero (28 × 16 pt is more than 156 mm). */
  readonly charSpacing: number;
  /** One line of the grid. */
  readonly line: number;
  /** Half the leading: how far ink lies below the upper edge of its line. */
  readonly halfLeading: number;
}

/** Word's numbers for `layout`; GB/T 9704-2012, 5.2. */
export function measuresOf(layout: PageLayout): Measures {
  const width = twipsOfMm(layout.paper.width - layout.margins.left - layout.margins.right);
  const size = twipsOfPt(layout.fonts.body.size);
  // The same spacing as the preview's, so that both break their lines alike.
  const charSpacing = twipsOfPt(pointsOf(layout).letterSpacing);
  const line = twipsOfPt(layout.grid.linePitchPt);
  return { width, char: size + charSpacing, charSpacing, line, halfLeading: Math.round((line - size) / 2) };
}
