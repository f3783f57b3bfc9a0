import { attribute, readXml } from '../../ooxml/xml.ts';
import type { TableCell, TableRow } from '../readTable.ts';
import { general, type NumberFormat, showNumber } from './numberFormat.ts';

/** What the cells of all sheets refer to. */
export interface Styles {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly since1904: boolean;
}

/** Columns and rows that are read; a sheet of data has some ten columns. */
const mostColumns = 64;
const mostRows = 110_000;

/** A cell while it is being read. */
interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  formula: boolean;
  /** A result is saved, be it an empty one. */
  saved: boolean;
  readonly value: string[];
  readonly words: string[];
}

/** The rows of a worksheet, and its merged cells (`A2:A5`). Never throws. */
export function readWorksheet(
  xml: string,
  sheet: string,
  styles: Styles,
): { readonly rows: readonly TableRow[]; readonly merged: readonly string[] } {
  const rows: TableRow[] = [];
  const merged: string[] = [];
  let number = 0;
  let cells: TableCell[] = [];
  let column = -1;
  let cell: OpenCell | undefined;
  let into: string[] | undefined;
  for (const event of readXml(xml)) {
    if (event.kind === 'text') {
      into?.push(event.text);
    } else if (event.kind === 'open') {
      switch (event.name) {
        case 'row':
          number = Number(attribute(event.attributes, 'r') ?? number + 1);
          cells = [];
          column = -1;
          break;
        case 'c':
          column = columnOf(attribute(event.attributes, 'r')) ?? column + 1;
          cell = {
            column,
            type: attribute(event.attributes, 't') ?? 'n',
            style: Number(attribute(event.attributes, 's') ?? -1),
            formula: false,
            saved: false,
            value: [],
            words: [],
          };
          break;
        case 'f':
          if (cell) cell.formula = true;
          break;
        case 'v':
          into = cell?.value;
          if (cell) cell.saved = true;
          break;
        case 't':
          into = cell?.words;
          break;
        case 'rPh':
          into = undefined;
          break;
        case 'mergeCell':
          merged.push(attribute(event.attributes, 'ref') ?? '');
          break;
      }
    } else if (event.name === 'v' || event.name === 't') {
      into = undefined;
    } else if (event.name === 'c' && cell !== undefined) {
      if (cell.column < mostColumns) {
        while (cells.length < cell.column) cells.push(empty);
        cells[cell.column] = showCell(cell, styles);
      }
      cell = undefined;
    } else if (event.name === 'row') {
      if (rows.length < mostRows) rows.push({ cells, place: { sheet, row: number } });
    }
  }
  return { rows, merged };
}

const empty: TableCell = { text: '' };

function showCell({ type, style, formula, saved, value, words }: OpenCell, { strings, formats, since1904 }: Styles): TableCell {
  const raw = value.join('');
  // A number has no empty result; words may.
  if (formula && (!saved || (type === 'n' && raw.trim() === '')) && words.length === 0) return { text: '', noResult: true };
  switch (type) {
    case 's':
      return { text: strings[Number(raw)] ?? '' };
    case 'inlineStr':
      return { text: words.join('') };
    case 'b':
      return { text: raw === '1' ? 'TRUE' : 'FALSE' };
    case 'n':
      return showNumber(raw, formats[style] ?? general, since1904);
    default:
      // `str` (a formula's words), `e` (an error, such as #N/A), `d` (a date as ISO writes it).
      return { text: raw };
  }
}

/** `BC12` is column 54, from 0. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
