import { Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx';
import type { ColumnAlignment, TableRow as Row, Table as TableModel } from '../../engine/model/report.ts';
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
export function tableParagraphs(table: TableModel, state: DocumentState): (Paragraph | Table)[] {
  const widths = twipWidths(table, state);
  if (widths.length === 0) return [];
  const rows = [rowOf(table.header, widths, table.alignments, true, state)];
  for (const row of table.rows) rows.push(rowOf(row, widths, table.alignments, false, state));
  const printed = new Table({
    rows,
    width: { size: state.measures.width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { left: twipsOfPt(cellPadding), right: twipsOfPt(cellPadding), top: 30, bottom: 30, marginUnitType: WidthType.DXA },
  });
  return [...(table.caption ? [captionParagraph('table', table.caption.inlines, state, true)] : []), printed];
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
              children: runsOf(row.cells[column] ?? [], state),
            }),
          ],
        }),
    ),
  });
}
