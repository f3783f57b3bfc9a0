import { readTable, type TableRow } from './readTable.ts';
import type { DataSheet } from './sheet.ts';
import { SheetBuilder } from './sheetBuilder.ts';

/** A record of a CSV file, and the line (from 0) and column it begins at. */
interface CsvRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * Reads a CSV file (RFC 4180; comma, semicolon or tab). Never throws. A reader of our own, because each row's line is needed, also where a
 * quoted cell goes over several lines; the usual libraries do not tell it.
 */
export function readCsvSheet(path: string, text: string): DataSheet {
  const builder = new SheetBuilder(path);
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const rows: TableRow[] = [];
  for (const { cells, line } of records(source, separatorOf(source), builder)) {
    // A quote mark before = + - @ keeps a spreadsheet from taking words for a formula; it is none of the words.
    rows.push({ cells: cells.map((text) => ({ text: /^'[=+\-@＝]/.test(text) ? text.slice(1) : text })), place: { line } });
  }
  readTable(rows, builder);
  return builder.done();
}

/** The separator that the first line has most of. */
function separatorOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const first = text.slice(0, Math.min(end < 0 ? text.length : end, 5000));
  const count = (character: string): number => first.split(character).length;
  return [',', '\t', ';', '，'].reduce((best, one) => (count(one) > count(best) ? one : best));
}

function* records(text: string, separator: string, builder: SheetBuilder): Generator<CsvRecord, void, undefined> {
  let at = 0;
  let line = 0;
  while (at < text.length) {
    const cells: string[] = [];
    const first = line;
    for (;;) {
      let cell: string;
      if (text[at] === '"') {
        const close = closingQuote(text, at + 1);
        if (close < 0) builder.error('syntax', { line: first }, 'A quotation mark opens here and is not closed: add the closing one.');
        const stop = close < 0 ? text.length : close;
        cell = text.slice(at + 1, stop).replaceAll('""', '"');
        line += lineBreaks(text, at, stop);
        at = Math.min(stop + 1, text.length);
        // What follows the closing quote belongs to the cell as well: nothing a writer typed is lost.
        const rest = cellEnd(text, at, separator);
        cell += text.slice(at, rest);
        at = rest;
      } else {
        const stop = cellEnd(text, at, separator);
        cell = text.slice(at, stop);
        at = stop;
      }
      cells.push(cell);
      if (text[at] !== separator) break;
      at++;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    if (at < text.length) {
      at++;
      line++;
    }
    yield { cells, line: first };
  }
}

function closingQuote(text: string, from: number): number {
  let at = from;
  for (;;) {
    at = text.indexOf('"', at);
    if (at < 0 || text[at + 1] !== '"') return at;
    at += 2;
  }
}

function cellEnd(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) count++;
  }
  return count;
}
