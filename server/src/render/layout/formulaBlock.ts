import type { Block } from '../../engine/model/report.ts';
import { mathHeight } from '../math/mathHeight.ts';
import { readTex } from '../math/readTex.ts';
import type { PageLayout } from './pageLayout.ts';
import { gapAbove, looseSpacing } from './pictures.ts';
import type { BrokenBlock } from './rows.ts';

/** Above and below a formula, in points. */
export const formulaMargin = 6;

/** Height of the line that a formula in LaTeX stands on, in points, without its margins. The DOCX says the same. */
export function formulaHeight(tex: string, { fonts }: PageLayout): number {
  const read = readTex(tex);
  const { size } = fonts.body;
  return Math.ceil(Math.max(size * looseSpacing, 'node' in read ? mathHeight(read.node) * size : 0));
}

/** A formula, centred, off the grid. */
export function breakFormula({ tex, start }: Extract<Block, { readonly kind: 'formula' }>, layout: PageLayout): BrokenBlock {
  const height = formulaHeight(tex, layout) + formulaMargin;
  return {
    rows: [gapAbove(formulaMargin), { kind: 'formula', height, tex, formula: readTex(tex), column: start }],
    breakBefore: false,
    keepWithNext: false,
    keepWithPrevious: false,
    together: 2,
  };
}
