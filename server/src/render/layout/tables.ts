import type { Table, TableRow } from '../../engine/model/report.ts';
import { measuresOf } from './measures.ts';
import type { PageLayout } from './pageLayout.ts';
import { breakParagraph, styledRuns, widthOf } from './paragraphs.ts';
import { looseSpacing } from './pictures.ts';
import type { TableRowRow, TextRow } from './rows.ts';

/** Left and right of a cell's words, in points: Word's 0.19 cm. */
export const cellPadding = 5.4;
/** What margins and lines of a table add to each row, in points. */
const ruleHeight = 3.5;
/** The line above a table, in points. */
const topRule = 0.5;
/** Least width of a column, in characters of the table font. */
const leastChars = 3;

/** Widths of the columns in points; they add up to the type area. What the words want counts, but no column starves. */
export function columnWidths(table: Table, layout: PageLayout): readonly number[] {
  const { width } = measuresOf(layout);
  const count = table.alignments.length;
  const least = Math.min(leastChars * layout.fonts.table.size + 2 * cellPadding, width / Math.max(1, count));
  const wanted = new Array<number>(count).fill(least);
  const consider = ({ cells }: TableRow) => {
    for (let column = 0; column < count; column++) {
      const cell = cells[column];
      if (!cell || cell.length === 0) continue;
      const natural = widthOf(styledRuns(cell, 'table', layout)) + 2 * cellPadding + 1;
      if (natural > (wanted[column] ?? 0)) wanted[column] = Math.min(natural, width);
    }
  };
  consider(table.header);
  for (const row of table.rows) consider(row);
  const sum = wanted.reduce((total, natural) => total + natural, 0);
  if (sum <= width) return wanted.map((natural) => natural + (width - sum) / count);
  // Too wide: every column keeps the least width and gets its share of the rest.
  const spare = width - least * count;
  const greed = sum - least * count;
  return wanted.map((natural) => least + ((natural - least) / greed) * spare);
}

/** One row, or several where its cells are higher than a page. */
function breakRow(row: TableRow, header: boolean, table: Table, widths: readonly number[], layout: PageLayout): readonly TableRowRow[] {
  const pitch = layout.fonts.table.size * looseSpacing;
  let most = 1;
  const cells: (readonly TextRow[])[] = [];
  for (let column = 0; column < widths.length; column++) {
    const alignment = header ? 'center' : (table.alignments[column] ?? 'left');
    const lines = breakParagraph(
      styledRuns(row.cells[column] ?? [], 'table', layout),
      { kind: 'cell', align: alignment, pitch, width: (widths[column] ?? 0) - 2 * cellPadding, sourceLine: row.lineOffset },
      layout,
    );
    most = Math.max(most, lines.length);
    cells.push(lines);
  }
  const make = (parts: typeof cells, lines: number): TableRowRow => ({
    kind: 'tableRow',
    header,
    sourceLine: row.lineOffset,
    cells: parts,
    height: lines * pitch + ruleHeight + (header ? topRule : 0),
  });
  const room = Math.max(1, Math.floor((measuresOf(layout).height / 2 - ruleHeight) / pitch));
  if (most <= room) return [make(cells, most)];
  const parts: TableRowRow[] = [];
  for (let from = 0; from < most; from += room) {
    const part = cells.map((lines) => lines.slice(from, from + room));
    parts.push(make(part, Math.min(room, most - from)));
  }
  return parts;
}

export interface BrokenTable {
  readonly rows: readonly TableRowRow[];
  readonly columns: readonly number[];
}

/** Breaks a table's cells into lines. The header comes first. */
export function breakTable(table: Table, layout: PageLayout): BrokenTable {
  const columns = columnWidths(table, layout);
  const rows = [...breakRow(table.header, true, table, columns, layout)];
  for (const row of table.rows) for (const part of breakRow(row, false, table, columns, layout)) rows.push(part);
  return { rows, columns };
}
