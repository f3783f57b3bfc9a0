import type { Table } from '../../engine/model/report.ts';
import { leastWidths, mostLeastWidth } from './columnWidths.ts';
import { measuresOf } from './measures.ts';
import type { PageLayout } from './pageLayout.ts';

/**
 * Whether a table stands on a page that lies on its side: as the writer says, or because its columns cannot fit the type area when each takes what it
 * wants at least (three characters a line, and its longest number or word in one piece; `leastWidths`). At 四号 that is nine columns of Chinese, or seven of
 * numbers like 12345.67.
 */
export function isLandscape(table: Table, layout: PageLayout): boolean {
  if (table.orientation !== undefined) return table.orientation === 'landscape';
  if (layout.paper.width > layout.paper.height) return false;
  const { width } = measuresOf(layout);
  // Even if every column took the most it can: most tables end here.
  if (table.alignments.length * mostLeastWidth(layout) <= width) return false;
  return leastWidths(table, layout).reduce((sum, one) => sum + one, 0) > width;
}

const turned = new WeakMap<PageLayout, PageLayout>();

/**
 * The page on its side. The sheet is turned so that its left edge is on top: that is the binding edge of odd pages and the cutting edge of even ones, where
 * the head of a table lies (GB/T 9704-2012, 8). Pitch and characters stay; lines are fewer and longer. Cached for each layout object.
 */
export function landscapeLayout(layout: PageLayout): PageLayout {
  if (layout.paper.width > layout.paper.height) return layout;
  const known = turned.get(layout);
  if (known) return known;
  const { paper, margins, grid } = layout;
  const sideways: PageLayout = {
    ...layout,
    paper: { width: paper.height, height: paper.width },
    margins: { top: margins.left, bottom: margins.right, left: margins.bottom, right: margins.top },
    grid: { ...grid, chars: 1, lines: 1 },
  };
  const upright = measuresOf(layout);
  const { width, height } = measuresOf(sideways);
  const result = { ...sideways, grid: { ...grid, chars: Math.floor(width / upright.cell), lines: Math.floor(height / upright.pitch) } };
  turned.set(layout, result);
  return result;
}
