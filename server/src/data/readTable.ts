import { attributeOf } from './columns.ts';
import type { Attribute, SheetPlace } from './sheet.ts';
import type { SheetBuilder } from './sheetBuilder.ts';

/** A cell as the sheet shows it. */
export interface TableCell {
  readonly text: string;
  /** The number behind a rounded one. */
  readonly exact?: string;
  /** A formula whose result was not saved with it. */
  readonly noResult?: true;
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  readonly place: SheetPlace;
}

type Header = readonly (Attribute | undefined)[];

/** A headline, the date and the like may stand above the names of the columns. */
const mostRowsAbove = 10;

/**
 * Reads a table (CSV, XLSX): the first row that names a column for the keys is its header, what follows are the data. False, with a problem,
 * where there is none.
 */
export function readTable(rows: readonly TableRow[], builder: SheetBuilder): boolean {
  const filled = rows.filter(({ cells }) => cells.some(({ text, noResult }) => text.trim() !== '' || noResult));
  const first = filled[0];
  if (first === undefined) {
    builder.error('shape', undefined, 'The sheet is empty: its first row names the columns, such as key, value, unit.');
    return false;
  }
  const at = filled.slice(0, mostRowsAbove).findIndex(({ cells }) => cells.some(({ text }) => attributeOf(text) === 'key'));
  const head = filled[at];
  if (head === undefined) {
    builder.error('no-key-column', first.place, 'No column holds the names: call one of them “key” or “名称” in the first row.');
    return false;
  }
  const header = readHeader(head, builder);
  for (let i = at + 1; i < filled.length; i++) {
    const row = filled[i];
    if (row !== undefined) addRow(header, row, builder);
  }
  return true;
}

/** Which column is what. Unknown and doubled columns are said and left out. */
function readHeader({ cells, place }: TableRow, builder: SheetBuilder): Header {
  const header: (Attribute | undefined)[] = [];
  const taken = new Set<Attribute>();
  for (const cell of cells) {
    const name = cell.text.trim();
    const attribute = name === '' ? undefined : attributeOf(name);
    const doubled = attribute !== undefined && taken.has(attribute);
    if (name !== '' && attribute === undefined) builder.unknownColumn(name, place);
    if (doubled) builder.doubledColumn(name, place);
    header.push(doubled ? undefined : attribute);
    if (attribute !== undefined) taken.add(attribute);
  }
  if (!taken.has('value')) {
    builder.warning('no-value-column', place, 'No column holds the values: call one of them “value” or “数值” in the first row.');
  }
  return header;
}

function addRow(header: Header, { cells, place }: TableRow, builder: SheetBuilder): void {
  const attributes: Partial<Record<Attribute, string>> = {};
  let exact: string | undefined;
  for (let i = 0; i < header.length && i < cells.length; i++) {
    const attribute = header[i];
    const cell = cells[i];
    if (attribute === undefined || cell === undefined) continue;
    attributes[attribute] = cell.text;
    if (attribute === 'value') exact = cell.exact;
    if (cell.noResult) {
      const message = 'The formula in column “{0}” has no saved result: open the workbook in Excel or WPS, let it calculate, and save it.';
      builder.error('formula', place, message, attribute);
    }
  }
  builder.add({ attributes, place, exact });
}
