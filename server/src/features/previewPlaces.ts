import type { Block } from '../engine/model/report.ts';
import type { Row } from '../render/layout/rows.ts';

/** Where entries begin after those from `from` to `to` gave way to `blocks` and all lines behind moved by `delta`. */
export function moved(starts: Int32Array, from: number, to: number, blocks: readonly Block[], delta: number): Int32Array {
  const next = new Int32Array(starts.length - (to - from) + blocks.length);
  next.set(starts.subarray(0, from));
  let line = starts[from] ?? 0;
  blocks.forEach((block, index) => {
    next[from + index] = line;
    line += block.lineCount;
  });
  const behind = from + blocks.length;
  next.set(starts.subarray(to), behind);
  if (delta !== 0) for (let index = behind; index < next.length; index++) next[index] = (next[index] ?? 0) + delta;
  return next;
}

/** The last of the first `count` ascending values that is at most `value`. */
export function lastAtMost(values: Int32Array, count: number, value: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((values[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

export interface FoundRow {
  readonly row: number;
  /** Source line below the block's first, as `data-line` says it. */
  readonly line: number;
  readonly column: number;
}

/** The row of a block that shows a column of one of its source lines: the last that begins at or before it. */
export function findRow(rows: readonly Row[], line: number, column: number): FoundRow {
  let found: FoundRow | undefined;
  rows.forEach((row, index) => {
    const place = placeOfRow(row);
    if (!place) return;
    const isBefore = place.line < line || (place.line === line && place.column <= column);
    if (!found || isBefore) found = { row: index, ...place };
  });
  return found ?? { row: 0, line: 0, column: 0 };
}

function placeOfRow(row: Row): { readonly line: number; readonly column: number } | undefined {
  if (row.kind === 'tableRow') return { line: row.sourceLine, column: 0 };
  if (row.kind === 'picture') return { line: 0, column: 0 };
  if (row.kind !== 'text') return undefined;
  const slice = row.slices.find(({ run }) => row.paragraph.runs[run]?.inline !== undefined);
  const run = slice && row.paragraph.runs[slice.run];
  return { line: row.paragraph.sourceLine, column: row.first || !slice || !run ? 0 : run.column + slice.start };
}
