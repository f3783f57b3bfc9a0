import type { PageLayout } from './pageLayout.ts';

const pointsPerMillimetre = 72 / 25.4;
const twipsPerPoint = 20;

export const toPoints = (millimetres: number): number => millimetres * pointsPerMillimetre;

/** What follows from a page layout, in points. */
export interface Measures {
  /** The type area (版心). */
  readonly width: number;
  readonly height: number;
  /** One line of the grid. */
  readonly pitch: number;
  /** One cell of the grid: a body character with its letter spacing. */
  readonly cell: number;
  /** Added to every character so that `grid.chars` of them fill a line; whole twips, as Word stores it. */
  readonly letterSpacing: number;
}

const known = new WeakMap<PageLayout, Measures>();

/** Cached for each layout object; layouts are immutable. */
export function measuresOf(layout: PageLayout): Measures {
  const cached = known.get(layout);
  if (cached) return cached;
  const { paper, margins, grid, fonts } = layout;
  const width = toPoints(paper.width - margins.left - margins.right);
  const letterSpacing = Math.floor((width / grid.chars - fonts.body.size) * twipsPerPoint) / twipsPerPoint;
  const measures: Measures = {
    width,
    height: toPoints(paper.height - margins.top - margins.bottom),
    pitch: grid.linePitchPt,
    cell: fonts.body.size + letterSpacing,
    letterSpacing,
  };
  known.set(layout, measures);
  return measures;
}
