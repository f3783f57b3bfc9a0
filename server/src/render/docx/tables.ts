import { Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx';
import type { ColumnAlignment, Inline, TableRow as Row, Table as TableModel } from '../../engine/model/report.ts';
import { cellPadding, columnWidths } from '../layout/tables.ts';
import { captionParagraph } from './captions.ts';
import type { DocumentState } from './documentState.ts';
import { twipsOfPt } from './measures.ts';
import { runsOf } from './runs.ts';
import { styleIds } from './styles.ts';

/**
 * A table as wide as the type area, its caption above. The header row is repeated on every page, no row is torn between
 * two pages, and lines are single-spaced: an exact pitch would clip them.
 */
export function tableParagraphs(full: TableModel, index: number, state: DocumentState, keepNext = false): (Paragraph | Table)[] {
  const table = narrowed(full, index, state);
  const widths = twipWidths(table, state);
  if (widths.length === 0) return [];
  const rows = [rowOf(table.header, widths, table.alignments, true, state)];
  for (const row of table.rows) {
    const last = row === table.rows.at(-1);
    rows.push(rowOf(row, widths, table.alignments, false, state, keepNext && last));
  }
  const printed = new Table({
    rows,
    width: { size: state.measures.width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { left: twipsOfPt(cellPadding), right: twipsOfPt(cellPadding), top: 30, bottom: 30, marginUnitType: WidthType.DXA },
  });
  return [...(table.caption ? [captionParagraph('table', table.caption.inlines, state, true)] : []), printed];
}

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
    return { ...row, cells: [...row.cells.slice(0, mostColumns - 1), [...last, ...rest]] };
  };
  return { ...table, header: narrow(table.header), rows: table.rows.map(narrow), alignments: table.alignments.slice(0, mostColumns) };
}

/** The preview's widths in twips; rounding goes to the last column. */
function twipWidths(table: TableModel, state: DocumentState): number[] {
  const widths = columnWidths(table, state.layout).map((points) => twipsOfPt(points));
  const rest = state.measures.width - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === widths.length - 1 ? width + rest : width));
}

function rowOf(
  row: Row,
  widths: readonly number[],
  alignments: readonly ColumnAlignment[],
  header: boolean,
  state: DocumentState,
  keepNext = false,
): TableRow {
  return new TableRow({
    tableHeader: header,
    cantSplit: true,
    children: widths.map(
      (width, column) =>
        new TableCell({
          width: { size: width, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          children: [
            new Paragraph({
              style: header ? styleIds.tableHeader : styleIds.tableText,
              ...(header || alignments[column] === 'left' ? {} : { alignment: alignments[column] ?? 'left' }),
              ...(keepNext ? { keepNext } : {}),
              children: runsOf(row.cells[column] ?? [], state),
            }),
          ],
        }),
    ),
  });
}
