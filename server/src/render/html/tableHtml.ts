import { cellPadding } from '../layout/columnWidths.ts';
import type { Fragment } from '../layout/paginate.ts';
import type { TableRowRow, TextRow } from '../layout/rows.ts';
import { lineHtml } from './lineHtml.ts';
import type { HtmlContext } from './pageHtml.ts';
import { pixels, placeOf } from './place.ts';

/**
 * Rows of a table that stand on one page. A merged cell takes the rows of it that are here and holds their words; where a page begins inside of one, it
 * goes on there.
 */
export function tableHtml(rows: readonly TableRowRow[], columns: readonly number[], fragment: Fragment, context: HtmlContext): string {
  const widths = columns.map((width) => `<col width="${pixels(width)}">`).join('');
  const body = rows.map((row, index) => {
    const cells = row.cells.map((lines, column) => cellHtml(rows, index, column, lines, fragment, context));
    return `<tr height="${pixels(row.height)}"${placeOf(fragment, row.sourceLine, context)}>${cells.join('')}</tr>`;
  });
  const { tableSize } = fragment.entry.broken;
  const size = tableSize === undefined ? '' : ` t-${tableSize * 2}`;
  return `<table class="table${size}" cellpadding="${pixels(cellPadding)}"><colgroup>${widths}</colgroup>${body.join('')}</table>`;
}

function cellHtml(
  rows: readonly TableRowRow[],
  index: number,
  column: number,
  own: readonly TextRow[],
  fragment: Fragment,
  context: HtmlContext,
): string {
  const row = rows[index] as TableRowRow;
  const merge = row.merges?.[column];
  const isCovered = merge?.kind === 'covered' || (merge?.kind === 'continued' && startsAbove(rows, index, column));
  if (isCovered) return '';
  let lines = own;
  let span = '';
  if (merge !== undefined) {
    let end = index + 1;
    while (rows[end]?.merges?.[column]?.kind === 'continued') end++;
    if (end > index + 1) lines = rows.slice(index, end).flatMap(({ cells }) => cells[column] ?? []);
    span = `${merge.columns > 1 ? ` colspan="${merge.columns}"` : ''}${end > index + 1 ? ` rowspan="${end - index}"` : ''}`;
  }
  const paragraph = lines[0]?.paragraph;
  // Words of a row before this one know their own line.
  const place = paragraph && paragraph.sourceLine !== row.sourceLine ? placeOf(fragment, paragraph.sourceLine, context) : '';
  const tag = row.header ? 'th' : 'td';
  const scope = row.header ? ` scope="${merge !== undefined && merge.columns > 1 ? 'colgroup' : 'col'}"` : '';
  const words = lines.map((line) => lineHtml(line, undefined, context)).join('');
  return `<${tag}${scope} class="a-${paragraph?.align ?? 'left'}"${span}${place}>${words}</${tag}>`;
}

/** Whether the row above on this page has the same merged cell. */
function startsAbove(rows: readonly TableRowRow[], index: number, column: number): boolean {
  const above = rows[index - 1]?.merges?.[column];
  return above !== undefined && above.kind !== 'covered';
}
