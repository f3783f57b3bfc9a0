import type { Table, TableRow } from '../../engine/model/report.ts';
import { measuresOf } from './measures.ts';
import type { PageLayout } from './pageLayout.ts';
import { addedRun, printedText, roomFor, styledRuns } from './paragraphs.ts';
import type { StyledRun } from './rows.ts';

/** Left and right of a cell's words, in points: Word's 0.19 cm. */
export const cellPadding = 5.4;
/** Fewer characters on a line, and Chinese no longer reads in words: a column wants so many, or all it has. */
const leastChars = 3;
/** A piece that cannot be broken is wanted whole up to so many characters of the table's font; an address of the web is no reason to turn the page. */
const mostChars = 8;
const unbroken = /[0-9]{4}年|[0-9]{1,2}月[0-9]{1,2}日|(?:[\w.,:/%+-]|(?<=[0-9])×(?=[0-9])){4,200}/g;
const wideChar = /[年月日×]/g;
/** How long a piece looks, in letters: a Chinese character is two. */
const letters = (piece: string): number => piece.length + (piece.match(wideChar)?.length ?? 0);

export const sumOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

/** Headers are bold, as in the DOCX. */
export const emboldened = (run: StyledRun): StyledRun => (run.style === 'regular' ? { ...run, style: 'bold' } : run);

function forEachRow({ header, headerRows = 1, rows }: Table, take: (row: TableRow, header: boolean) => void): void {
  take(header, true);
  rows.forEach((row, index) => {
    take(row, index + 1 < headerRows);
  });
}

/** No column wants more than this at least, in points. */
export const mostLeastWidth = ({ fonts }: PageLayout): number => mostChars * fonts.table.size + 2 * cellPadding;

/** What each column wants at least, in points: three characters on a line, and its longest number, Latin word, year or day (6月15日) in one piece. */
export function leastWidths(table: Table, layout: PageLayout): readonly number[] {
  const count = table.alignments.length;
  const { size } = layout.fonts.table;
  const least = new Array<number>(count).fill(0);
  const longest = new Array<number>(count).fill(0);
  const consider = ({ cells, merges }: TableRow, header: boolean): void => {
    for (let column = 0; column < count; column++) {
      const merge = merges?.[column];
      if (merge?.kind === 'origin' && merge.columns > 1) continue;
      const words = cells[column]?.map(printedText).join('') ?? '';
      least[column] = Math.max(least[column] ?? 0, leastOf(words, least[column] ?? 0, header, layout));
      if (2 * words.length <= (longest[column] ?? 0)) continue;
      for (const [piece] of words.matchAll(unbroken)) {
        const length = letters(piece);
        if (length <= (longest[column] ?? 0)) continue;
        // Bold words of a header are wider: a word as long below is not.
        longest[column] = length;
        const run = addedRun(piece, 'table', layout);
        least[column] = Math.max(least[column] ?? 0, Math.min(mostChars * size, roomFor([header ? emboldened(run) : run]) + 1));
      }
    }
  };
  forEachRow(table, consider);
  return least.map((words) => words + 2 * cellPadding);
}

/** What words that may be broken want: three characters, or all they have. `known`: what their column wants anyway. */
function leastOf(words: string, known: number, header: boolean, layout: PageLayout): number {
  const { size } = layout.fonts.table;
  const most = leastChars * size;
  // A character is no wider than its size, and no narrower than a fifth of it.
  if (known >= Math.min(most, words.length * size)) return known;
  if (words.length >= leastChars * 5) return most;
  const run = addedRun(words, 'table', layout);
  return Math.min(most, roomFor([header ? emboldened(run) : run]));
}

/** Widths of the columns in points; they add up to the type area. What the words want counts, but no column starves. */
export function columnWidths(table: Table, layout: PageLayout): readonly number[] {
  const { width } = measuresOf(layout);
  const count = table.alignments.length;
  const wanted = naturalWidths(table, layout);
  const sum = sumOf(wanted);
  if (sum <= width) return wanted.map((natural) => natural + (width - sum) / count);
  // Too wide: every column keeps what it wants at least and gets its share of the rest.
  const least = leastWidths(table, layout);
  const spare = width - sumOf(least);
  if (spare < 0) return least.map((one) => (one / sumOf(least)) * width);
  const greed = wanted.map((natural, column) => Math.max(0, natural - (least[column] ?? 0)));
  const all = sumOf(greed) || 1;
  return least.map((one, column) => one + ((greed[column] ?? 0) / all) * spare);
}

/** The width of each column with all its words on one line, at most the type area's. */
function naturalWidths(table: Table, layout: PageLayout): readonly number[] {
  const { width } = measuresOf(layout);
  const count = table.alignments.length;
  const least = Math.min(leastChars * layout.fonts.table.size + 2 * cellPadding, width / Math.max(1, count));
  const wanted = new Array<number>(count).fill(least);
  /** Cells over several columns, looked at when the others are known. */
  const wide: { readonly column: number; readonly columns: number; readonly natural: number }[] = [];
  const consider = ({ cells, merges }: TableRow, header: boolean) => {
    for (let column = 0; column < count; column++) {
      const cell = cells[column];
      if (!cell || cell.length === 0) continue;
      const runs = styledRuns(cell, 'table', layout);
      const natural = roomFor(header ? runs.map(emboldened) : runs) + 2 * cellPadding + 1;
      const merge = merges?.[column];
      if (merge?.kind === 'origin' && merge.columns > 1) wide.push({ column, columns: merge.columns, natural });
      else if (natural > (wanted[column] ?? 0)) wanted[column] = Math.min(natural, width);
    }
  };
  forEachRow(table, consider);
  for (const { column, columns, natural } of wide) {
    const lack = Math.min(natural, width) - sumOf(wanted.slice(column, column + columns));
    for (let at = column; lack > 0 && at < column + columns; at++) wanted[at] = (wanted[at] ?? 0) + lack / columns;
  }
  return wanted;
}
