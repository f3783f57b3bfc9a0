import type { ColumnAlignment } from '../../engine/model/report.ts';
import { isTableNote } from '../../engine/model/tableContent.ts';
import { type CellMark, headerRowsOf, mergesOf } from '../../engine/model/tableMerges.ts';
import type { Line } from '../../engine/syntax/line.ts';
import { type Cell, plain, type TableItem, withoutBold } from './item.ts';
import { type LineWriter, ofKind, type Written } from './lineWriter.ts';
import { type EscapeLevel, escapeLevels, markup, nothing } from './markup.ts';
import { type Known, keyOf, printedKey } from './printed.ts';

const delimiters: Readonly<Record<ColumnAlignment, string>> = { left: '---', center: ':-:', right: '--:' };
const marks = { left: '<<', above: '^^' } as const;

/** Writes a table: caption, header, alignment, rows, notes. */
export function writeTable(writer: LineWriter, item: TableItem): Written {
  let worst: Written = 'whole';
  const note = (written: Written): void => {
    if (written !== 'whole') worst = worst === 'otherwise' ? worst : written;
  };
  writer.gap();
  if (item.caption !== undefined)
    note(writer.words(item.landscape ? [...item.caption, ...plain(' {横排}')] : item.caption, ofKind('caption')));
  const header = headerRowsOf(mergesOf(item.rows.map((row) => row.map(markOf))));
  for (const [index, row] of item.rows.entries()) {
    if (index === header) writer.raw(`|${item.alignments.map((alignment) => delimiters[alignment]).join('|')}|`);
    note(writeRow(writer, row));
  }
  if (item.rows.length <= header) writer.raw(`|${item.alignments.map((alignment) => delimiters[alignment]).join('|')}|`);
  for (const words of item.notes) note(writer.words(words, isTableNote));
  writer.gap();
  return worst;
}

const markOf = (cell: Cell): CellMark => (cell.kind === 'words' ? undefined : cell.kind);

function writeRow(writer: LineWriter, row: readonly Cell[]): Written {
  const bare = row.map((cell): Cell => (cell.kind === 'words' ? { ...cell, pieces: withoutBold(cell.pieces) } : cell));
  for (const [cells, written] of [
    [row, 'whole'],
    [bare, 'without-bold'],
  ] as const) {
    for (const level of escapeLevels) {
      const text = rowText(cells, level);
      if (writer.reads(text, (line) => isRow(line, cells, writer.known))) {
        writer.raw(text);
        return written;
      }
    }
  }
  writer.raw(rowText(bare, 'all'));
  return 'otherwise';
}

const rowText = (cells: readonly Cell[], level: EscapeLevel): string => `| ${cells.map((cell) => cellText(cell, level)).join(' | ')} |`;

function cellText(cell: Cell, level: EscapeLevel): string {
  if (cell.kind !== 'words') return marks[cell.kind];
  const words = markup(cell.pieces, level, true).trim();
  // Words that are a mark of merged cells, or that would take the bar after them along.
  return /^(?:<<|\^\^|＜＜|＾＾)$/.test(words) || words.endsWith('\\') ? `${words}${nothing}` : words;
}

function isRow(line: Line, cells: readonly Cell[], known: Known): boolean {
  const { syntax, text } = line;
  if (syntax.kind !== 'tableRow' || syntax.part === 'delimiter' || syntax.cells.length !== cells.length) return false;
  return syntax.cells.every((span, index) => {
    const cell = cells[index];
    if (cell === undefined) return false;
    if (cell.kind !== 'words') return text.slice(span.start, span.end) === marks[cell.kind];
    return (
      !/^(?:<<|\^\^|＜＜|＾＾)$/.test(text.slice(span.start, span.end)) &&
      printedKey(line, [span], known) === keyOf(cell.pieces, known.missing)
    );
  });
}
