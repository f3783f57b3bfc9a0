import type { Block } from '../../engine/model/report.ts';
import { measuresOf } from './measures.ts';
import type { PageLayout } from './pageLayout.ts';
import type { BrokenBlock } from './rows.ts';

/** A formula on whole lines of the grid. */
export function breakFormula(block: Extract<Block, { readonly kind: 'formula' }>, layout: PageLayout): BrokenBlock {
  const { pitch } = measuresOf(layout);
  return {
    rows: [{ kind: 'formula', height: 2 * pitch, tex: block.tex, column: block.start }],
    breakBefore: false,
    keepWithNext: false,
    keepWithPrevious: false,
    together: 1,
  };
}
