import type { CellMerge } from './report.ts';

/** What a cell says of itself: it belongs to the one at its left (`<<`), to the one above (`^^`), or it has words of its own. */
export type CellMark = 'left' | 'above' | undefined;

/** `<<` and `^^` as the only words of a cell, in full or half width. */
export function cellMark(words: string): CellMark {
  if (words === '<<' || words === '＜＜') return 'left';
  return words === '^^' || words === '＾＾' ? 'above' : undefined;
}

interface Area {
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  rows: number;
}

/**
 * How the cells of a table's rows are merged, row by row, `undefined` for rows without merged cells. A mark that makes no rectangle (`<<` in the
 * first column, `^^` in the first row or under a part of a wider cell) merges nothing: its cell is printed as it stands.
 */
export function mergesOf(rows: readonly (readonly CellMark[])[]): readonly (readonly (CellMerge | undefined)[] | undefined)[] {
  const areas: Area[] = [];
  let above: readonly (Area | undefined)[] = [];
  rows.forEach((marks, row) => {
    const own: (Area | undefined)[] = [];
    for (let column = 0; column < marks.length; ) {
      const over = marks[column] === 'above' ? above[column] : undefined;
      if (over && reaches(over, column, marks)) {
        over.rows++;
        for (const end = column + over.columns; column < end; column++) own[column] = over;
        continue;
      }
      let end = column + 1;
      while (marks[end] === 'left') end++;
      const area: Area = { row, column, columns: end - column, rows: 1 };
      areas.push(area);
      for (; column < end; column++) own[column] = area;
    }
    above = own;
  });
  return printed(areas, rows);
}

/** Whether a row goes on with the whole width of an area above it. */
function reaches(area: Area, column: number, marks: readonly CellMark[]): boolean {
  if (area.column !== column) return false;
  for (let at = column; at < column + area.columns; at++) if (marks[at] === undefined) return false;
  return marks[column + area.columns] !== 'left';
}

function printed(
  areas: readonly Area[],
  rows: readonly (readonly CellMark[])[],
): readonly (readonly (CellMerge | undefined)[] | undefined)[] {
  const merges: ((CellMerge | undefined)[] | undefined)[] = rows.map(() => undefined);
  for (const { row, column, columns, rows: deep } of areas) {
    if (columns === 1 && deep === 1) continue;
    for (let at = row; at < row + deep; at++) {
      merges[at] ??= new Array<CellMerge | undefined>(rows[at]?.length ?? 0).fill(undefined);
      const own = merges[at] as (CellMerge | undefined)[];
      own[column] = at === row ? { kind: 'origin', columns, rows: deep } : { kind: 'continued', columns };
      for (let covered = column + 1; covered < column + columns; covered++) own[covered] = { kind: 'covered' };
    }
  }
  return merges;
}

/** Headers of more rows are none: somebody merged a whole column. */
const mostHeaderRows = 4;

/** How many rows a table's header has: the first, and those that its cells reach down into. */
export function headerRowsOf(merges: readonly (readonly (CellMerge | undefined)[] | undefined)[]): number {
  let end = 1;
  for (let row = 0; row < end && row < mostHeaderRows; row++) {
    for (const merge of merges[row] ?? []) if (merge?.kind === 'origin') end = Math.max(end, row + merge.rows);
  }
  return end > mostHeaderRows ? 1 : end;
}
