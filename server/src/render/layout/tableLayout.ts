import type { Table } from '../../engine/model/report.ts';
import { cellPadding, leastWidths, mostLeastWidth, sumOf } from './columnWidths.ts';
import { measuresOf } from './measures.ts';
import { isLandscape, landscapeLayout } from './orientation.ts';
import type { PageLayout } from './pageLayout.ts';

/** Sizes in points that a table's words step down to: 小四, 五号, 小五, 六号. Smaller ones nobody reads. */
export const smallerSizes: readonly number[] = [12, 10.5, 9, 7.5];

/**
 * The page that a table is printed on, with the size its words have there: on its side where it must be, and where its columns cannot fit even so when each takes
 * what it wants at least (`leastWidths`), in the first smaller size in which they can; in the smallest if they cannot at all.
 */
export function tableLayout(table: Table, upright: PageLayout): PageLayout {
  const layout = isLandscape(table, upright) ? landscapeLayout(upright) : upright;
  const { width } = measuresOf(layout);
  const count = table.alignments.length;
  if (count * mostLeastWidth(layout) <= width) return layout;
  const { size } = layout.fonts.table;
  const padding = 2 * cellPadding * count;
  const words = sumOf(leastWidths(table, layout)) - padding;
  if (words + padding <= width) return layout;
  const smaller = smallerSizes.filter((one) => one < size);
  const chosen = smaller.find((one) => (words * one) / size + padding <= width) ?? smaller.at(-1);
  return chosen === undefined ? layout : withTableSize(layout, chosen);
}

/** Owned here, keyed by layout and size; layouts never change. */
const resized = new WeakMap<PageLayout, Map<number, PageLayout>>();

function withTableSize(layout: PageLayout, size: number): PageLayout {
  const sizes = resized.get(layout) ?? new Map<number, PageLayout>();
  resized.set(layout, sizes);
  let known = sizes.get(size);
  if (known === undefined) {
    known = { ...layout, fonts: { ...layout.fonts, table: { ...layout.fonts.table, size } } };
    sizes.set(size, known);
  }
  return known;
}
