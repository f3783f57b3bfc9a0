import { captionOptions } from '../syntax/captionOptions.ts';
import type { Line } from '../syntax/line.ts';
import type { Inlines, NumberedLine } from './blockContent.ts';
import type { ColumnAlignment, Inline, Table, TableRow, TextLine } from './report.ts';
import { type CellMark, cellMark, headerRowsOf, mergesOf } from './tableMerges.ts';

const noteLead = /^\s*(?:(?:备?注|说明|(?:数据|资料)?来源)\s?\d{0,2}|notes?|sources?)\s?[：:]/i;

/** Whether a line right under a table is a note of it. */
export const isTableNote = (line: Line): boolean => line.syntax.kind !== 'tableRow' && noteLead.test(line.text);

/** A table from its caption, its rows and its notes, in order. */
export function tableOf(caption: NumberedLine | undefined, printing: readonly NumberedLine[], inlines: Inlines): Table {
  const typed: { readonly lineOffset: number; readonly cells: readonly (readonly Inline[])[]; readonly marks: readonly CellMark[] }[] = [];
  const notes: TextLine[] = [];
  let alignments: ColumnAlignment[] = [];
  for (const { line, lineOffset } of printing) {
    const { syntax, text } = line;
    if (syntax.kind !== 'tableRow') {
      notes.push({ lineOffset, inlines: wholeLine(line, text.length, inlines) });
    } else if (syntax.part === 'delimiter') {
      alignments = syntax.cells.map(({ start, end }) => alignment(text.slice(start, end)));
    } else {
      const marks = syntax.cells.map(({ start, end }) => (end - start === 2 ? cellMark(text.slice(start, end)) : undefined));
      const cells = syntax.cells.map(({ start, end }, column) =>
        start < end
          ? inlines(line, start, end)
          : emptyCell(line, syntax.cells[column - 1]?.end ?? 0, syntax.cells[column + 1]?.start ?? text.length),
      );
      typed.push({ lineOffset, cells, marks });
    }
  }
  const merges = mergesOf(typed.map(({ marks }) => marks));
  const rows = typed.map(({ lineOffset, cells }, index): TableRow => {
    const own = merges[index];
    if (own === undefined) return { lineOffset, cells };
    const isCovered = (column: number): boolean => own[column] !== undefined && own[column]?.kind !== 'origin';
    return { lineOffset, cells: cells.map((cell, column) => (isCovered(column) ? [] : cell)), merges: own };
  });
  const columns = rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  while (alignments.length < columns) {
    alignments.push('left');
  }
  const [header = { lineOffset: 0, cells: [] }, ...body] = rows;
  const headerRows = headerRowsOf(merges);
  const options = caption && captionOptions(caption.line.text);
  return {
    ...(caption
      ? {
          caption: {
            lineOffset: caption.lineOffset,
            inlines: wholeLine(caption.line, options?.start ?? caption.line.text.length, inlines),
          },
        }
      : {}),
    header,
    rows: body,
    ...(headerRows > 1 ? { headerRows } : {}),
    alignments: alignments.slice(0, columns),
    ...(notes.length > 0 ? { notes } : {}),
    ...(options ? { orientation: options.orientation } : {}),
  };
}

/** A cell without words between two columns of the line: its blanks, where a datum is missing there. One that may be empty stays so. */
function emptyCell({ text, missing }: Line, from: number, to: number): readonly Inline[] {
  const datum = missing.find(
    ({ start, end, insertAt, certainty }) =>
      certainty !== 'maybe' && start >= from && (insertAt ?? end) <= to && text.slice(start, insertAt ?? end).trim() === '',
  );
  if (datum === undefined) return [];
  return [{ kind: 'missing', text: text.slice(datum.start, datum.insertAt ?? datum.end) || ' ', start: datum.start, datum }];
}

/** The words of a line up to a column, without blanks at either end. */
function wholeLine(line: Line, to: number, inlines: Inlines): readonly Inline[] {
  const words = line.text.slice(0, to);
  const start = words.length - words.trimStart().length;
  return inlines(line, start, Math.max(start, words.trimEnd().length));
}

function alignment(delimiter: string): ColumnAlignment {
  if (!delimiter.endsWith(':')) {
    return 'left';
  }
  return delimiter.startsWith(':') ? 'center' : 'right';
}
