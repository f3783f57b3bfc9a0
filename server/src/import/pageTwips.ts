import { measuresOf } from '../render/layout/measures.ts';
import type { PageLayout } from '../render/layout/pageLayout.ts';

/** A layout's lengths in twips, rounded as the Word export rounds them. */
export interface PageTwips {
  readonly top: number;
  readonly left: number;
  /** One line of the grid. */
  readonly line: number;
  /** One character of the grid. */
  readonly char: number;
  /** Width of the type area. */
  readonly width: number;
}

export function pageTwips(layout: PageLayout): PageTwips {
  const ofMm = (mm: number): number => Math.round((mm * 1440) / 25.4);
  const { margins, paper, fonts, grid } = layout;
  return {
    top: ofMm(margins.top),
    left: ofMm(margins.left),
    line: Math.round(grid.linePitchPt * 20),
    char: Math.round(fonts.body.size * 20) + Math.round(measuresOf(layout).letterSpacing * 20),
    width: ofMm(paper.width - margins.left - margins.right),
  };
}
