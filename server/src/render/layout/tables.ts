import type { CellMerge, Table, TableRow } from '../../engine/model/report.ts';
import { cellPadding, columnWidths, emboldened, sumOf } from './columnWidths.ts';
import { measuresOf } from './measures.ts';
import type { PageLayout } from './pageLayout.ts';
import { breakParagraph, styledRuns } from './paragraphs.ts';
import { looseSpacing } from './pictures.ts';
import type { TableRowRow, TextRow } from './rows.ts';

/** What margins and lines of a table add to each row, in points. */
const ruleHeight = 3.5;
/** The line above a table, in points. */
const topRule = 0.5;

/** The words of a cell merged over several rows: what of them is still to be printed, and in how many rows. */
interface Pending {
  readonly lines: readonly TextRow[];
  printed: number;
  rows: number;
}

/** Breaks the rows of one table, in order. */
class RowBreaker {
  readonly #table: Table;
  readonly #widths: readonly number[];
  readonly #layout: PageLayout;
  readonly #pitch: number;
  readonly #pending: (Pending | undefined)[] = [];

  constructor(table: Table, widths: readonly number[], layout: PageLayout) {
    this.#table = table;
    this.#widths = widths;
    this.#layout = layout;
    this.#pitch = layout.fonts.table.size * looseSpacing;
  }

  /** One row, or several where its cells are higher than half a page. */
  rowsOf(row: TableRow, header: boolean): readonly TableRowRow[] {
    const cells = this.#widths.map((_, column) => this.#linesOf(row, column, header));
    let most = cells.reduce((lines, cell) => Math.max(lines, cell?.length ?? 1), 1);
    for (const pending of this.#pending) {
      if (pending && --pending.rows === 0) most = Math.max(most, pending.lines.length - pending.printed);
    }
    const all = cells.map((lines, column) => lines ?? this.#take(column, most));
    const room = Math.max(1, Math.floor((measuresOf(this.#layout).height / 2 - ruleHeight) / this.#pitch));
    const parts: TableRowRow[] = [];
    for (let from = 0; from < most; from += room) {
      const lines = Math.min(room, most - from);
      const merges = from === 0 ? row.merges : row.merges?.map(continued);
      parts.push({
        kind: 'tableRow',
        header,
        sourceLine: row.lineOffset,
        cells: most <= room ? all : all.map((cell) => cell.slice(from, from + room)),
        height: lines * this.#pitch + ruleHeight + (header && from === 0 && row === this.#table.header ? topRule : 0),
        ...(merges && { merges }),
      });
    }
    return parts;
  }

  /** The lines of a cell; `undefined` if it is merged over several rows and the height of the row says how many there are. */
  #linesOf(row: TableRow, column: number, header: boolean): readonly TextRow[] | undefined {
    const merge = row.merges?.[column];
    if (merge?.kind === 'covered') return [];
    if (merge?.kind === 'continued') return undefined;
    const align = header ? 'center' : (this.#table.alignments[column] ?? 'left');
    const width = sumOf(this.#widths.slice(column, column + (merge?.columns ?? 1))) - 2 * cellPadding;
    const shape = { kind: 'cell', align, pitch: this.#pitch, width, sourceLine: row.lineOffset } as const;
    const runs = styledRuns(row.cells[column] ?? [], 'table', this.#layout);
    const lines = breakParagraph(header ? runs.map(emboldened) : runs, shape, this.#layout);
    if (merge === undefined || merge.rows === 1) return lines;
    this.#pending[column] = { lines, printed: 0, rows: merge.rows };
    return undefined;
  }

  /** At most `most` lines of what is pending in a column. */
  #take(column: number, most: number): readonly TextRow[] {
    const pending = this.#pending[column];
    if (!pending) return [];
    const lines = pending.lines.slice(pending.printed, pending.printed + most);
    pending.printed += lines.length;
    if (pending.rows === 0) this.#pending[column] = undefined;
    return lines;
  }
}

const continued = (merge: CellMerge | undefined): CellMerge | undefined =>
  merge?.kind === 'origin' && merge.rows > 1 ? { kind: 'continued', columns: merge.columns } : merge;

export interface BrokenTable {
  /** The header's rows first. */
  readonly rows: readonly TableRowRow[];
  /** The rows of the header, to be repeated; none where they would fill a third of a page. */
  readonly header: readonly TableRowRow[];
  readonly columns: readonly number[];
}

/** Breaks a table's cells into lines. */
export function breakTable(table: Table, layout: PageLayout): BrokenTable {
  const columns = columnWidths(table, layout);
  const breaker = new RowBreaker(table, columns, layout);
  const rows: TableRowRow[] = [...breaker.rowsOf(table.header, true)];
  const headerRows = table.headerRows ?? 1;
  let header = rows.length;
  for (const [index, row] of table.rows.entries()) {
    const inHeader = index + 1 < headerRows;
    for (const part of breaker.rowsOf(row, inHeader)) rows.push(part);
    if (inHeader) header = rows.length;
  }
  const head = rows.slice(0, header);
  const height = head.reduce((sum, row) => sum + row.height, 0);
  return { rows, header: height > measuresOf(layout).height / 3 ? [] : head, columns };
}

/** The notes under a table, smaller than its words, off the grid. */
export function tableNoteRows({ notes = [] }: Table, layout: PageLayout): readonly TextRow[] {
  const pitch = layout.fonts.footnote.size * looseSpacing;
  return notes.flatMap(({ inlines, lineOffset }) =>
    breakParagraph(
      styledRuns(inlines, 'footnote', layout),
      { kind: 'tableNote', align: 'left', pitch, sourceLine: lineOffset },
      layout,
    ).map((row) => ({ ...row, height: row.height + (row.first ? tableNoteMargin : 0) })),
  );
}

/** Above each note, in points. */
export const tableNoteMargin = 3;
