import { type ITableOptions, Paragraph, Table, TableLayoutType, WidthType } from 'docx';
import type { CellMerge, Inline, TableRow as Row, Table as TableModel } from '../../engine/model/report.ts';
import { cellPadding, columnWidths } from '../layout/columnWidths.ts';
import type { PageLayout } from '../layout/pageLayout.ts';
import { tableLayout } from '../layout/tableLayout.ts';
import { captionParagraph } from './captions.ts';
import type { DocumentState } from './documentState.ts';
import { measuresOf, twipsOfPt } from './measures.ts';
import { PlainRow, type PlainWords, type PrintedCell } from './plainRow.ts';
import { runsOf, textParts } from './runs.ts';
import { sizedStyle, styleIds } from './styles.ts';

/** Word opens no table of more rows (32,767); what is longer goes on in the next one, under its header again. */
const mostRows = 32_000;

/**
 * A table as wide as the type area of its page, its caption above and its notes below. The rows of the header are repeated on every page, no row is torn
 * between two pages, and lines are single-spaced: an exact pitch would clip them. `keepNext`: its end stands on the page of what follows.
 */
export function tableParagraphs(full: TableModel, index: number, state: DocumentState, keepNext = false): (Paragraph | Table)[] {
  const table = narrowed(full, index, state);
  const layout = tableLayout(table, state.layout);
  const widths = twipWidths(table, layout);
  const styles = cellStyles(layout.fonts.table.size, state);
  const children: (Paragraph | Table)[] = table.caption ? [captionParagraph('table', table.caption.inlines, state, widths.length > 0)] : [];
  const notes = table.notes ?? [];
  if (widths.length > 0) {
    const headerRows = table.headerRows ?? 1;
    const header = [table.header, ...table.rows.slice(0, headerRows - 1)];
    const body = table.rows.slice(headerRows - 1);
    let from = 0;
    do {
      const part = body.slice(from, from + mostRows);
      from += mostRows;
      const isLast = from >= body.length;
      if (!isLast && from === mostRows) tellLength(body.length, index, state);
      // What is merged with a row of the table before begins anew.
      const rows = [...header, ...part.map((row, place) => (place === 0 && from > mostRows ? begun(row) : row))];
      children.push(printed(rows, header.length, { table, widths, styles }, state, isLast && (keepNext || notes.length > 0)));
    } while (from < body.length);
  }
  notes.forEach(({ inlines }, place) => {
    const keep = place < notes.length - 1 || keepNext;
    children.push(new Paragraph({ style: styleIds.tableNote, ...(keep ? { keepNext: true } : {}), children: runsOf(inlines, state) }));
  });
  return children;
}

function tellLength(rows: number, index: number, state: DocumentState): void {
  const message = state.t('The table has {0} rows; Word takes 32,767. It goes on in further tables.', rows);
  state.problems.push({ block: index, message });
}

/** What the rows of one table share: lengths in twips, styles of cells. */
interface TableLook {
  readonly table: TableModel;
  readonly widths: readonly number[];
  readonly styles: { readonly text: string; readonly header: string };
}

/** The styles of a table's cells; words smaller than the layout's have styles of their own, which the document then has. */
function cellStyles(size: number, state: DocumentState): TableLook['styles'] {
  if (size === state.layout.fonts.table.size) return { text: styleIds.tableText, header: styleIds.tableHeader };
  state.tableSizes.add(size);
  return { text: sizedStyle(styleIds.tableText, size), header: sizedStyle(styleIds.tableHeader, size) };
}

/** One table; `keepNext`: its last row stands on the page of what follows. */
function printed(rows: readonly Row[], header: number, look: TableLook, state: DocumentState, keepNext: boolean): Table {
  const { widths } = look;
  return new PrintedTable(
    {
      rows: [],
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: [...widths],
      layout: TableLayoutType.FIXED,
      margins: { left: twipsOfPt(cellPadding), right: twipsOfPt(cellPadding), top: 30, bottom: 30, marginUnitType: WidthType.DXA },
    },
    rows.map((row, index) => rowOf(row, index < header, keepNext && index === rows.length - 1, look, state)),
  );
}

/** A table of our own rows: the library's own would fill the memory. */
class PrintedTable extends Table {
  constructor(options: ITableOptions, rows: readonly PlainRow[]) {
    super(options);
    for (const row of rows) this.root.push(row);
  }
}

const begun = (row: Row): Row =>
  row.merges === undefined
    ? row
    : {
        ...row,
        merges: row.merges.map((merge) => (merge?.kind === 'continued' ? { kind: 'origin', columns: merge.columns, rows: 2 } : merge)),
      };

/** Word opens no table of more columns. */
const mostColumns = 63;

/** A table that Word opens: the words of columns too many stand in the last one, and that is told as a problem of block `index`. */
function narrowed(table: TableModel, index: number, state: DocumentState): TableModel {
  if (table.alignments.length <= mostColumns) return table;
  state.problems.push({
    block: index,
    message: state.t('The table has {0} columns; Word takes {1}. The rest stands in the last one.', table.alignments.length, mostColumns),
  });
  const narrow = (row: Row): Row => {
    const rest = row.cells.slice(mostColumns).flatMap((cell): readonly Inline[] => [{ kind: 'text', text: ' ', start: 0 }, ...cell]);
    const last = row.cells[mostColumns - 1] ?? [];
    // Without its merges: one that the edge cuts off would be none. Every word has its own cell all the same.
    return { lineOffset: row.lineOffset, cells: [...row.cells.slice(0, mostColumns - 1), [...last, ...rest]] };
  };
  return { ...table, header: narrow(table.header), rows: table.rows.map(narrow), alignments: table.alignments.slice(0, mostColumns) };
}

/** The preview's widths in twips; rounding goes to the last column. */
function twipWidths(table: TableModel, layout: PageLayout): number[] {
  const widths = columnWidths(table, layout).map((points) => twipsOfPt(points));
  const rest = measuresOf(layout).width - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === widths.length - 1 ? width + rest : width));
}

function rowOf(
  row: Row,
  header: boolean,
  keepNext: boolean,
  { table: { alignments }, widths, styles }: TableLook,
  state: DocumentState,
): PlainRow {
  const cells: PrintedCell[] = [];
  const style = header ? styles.header : styles.text;
  for (let column = 0; column < widths.length; ) {
    const merge = row.merges?.[column];
    const columns = merge === undefined || merge.kind === 'covered' ? 1 : merge.columns;
    const width = columns === 1 ? (widths[column] ?? 0) : widths.slice(column, column + columns).reduce((sum, one) => sum + one, 0);
    const alignment = header || alignments[column] === 'left' ? undefined : alignments[column];
    const words = wordsOf(row.cells[column] ?? [], { style, keepNext, ...(alignment && { alignment }) }, state);
    cells.push({ width, columns, words, ...verticalMerge(merge) });
    column += columns;
  }
  return new PlainRow(header, cells);
}

/** Words that may lead to a caption. */
const mayRefer = /[表图圖]|Table|Fig/;

function wordsOf(inlines: readonly Inline[], look: Omit<PlainWords, 'parts'>, state: DocumentState): PrintedCell['words'] {
  const [only, more] = inlines;
  if (only === undefined) return { ...look, parts: [] };
  const isPlain = more === undefined && only.kind === 'text' && only.bold !== true;
  if (isPlain && (state.captionBookmarks.size === 0 || !mayRefer.test(only.text))) return { ...look, parts: textParts(only.text, state) };
  const { style, keepNext, alignment } = look;
  return new Paragraph({
    style,
    ...(alignment ? { alignment } : {}),
    ...(keepNext ? { keepNext } : {}),
    children: runsOf(inlines, state),
  });
}

function verticalMerge(merge: CellMerge | undefined): Pick<PrintedCell, 'verticalMerge'> {
  if (merge?.kind === 'continued') return { verticalMerge: 'continue' };
  return merge?.kind === 'origin' && merge.rows > 1 ? { verticalMerge: 'restart' } : {};
}
