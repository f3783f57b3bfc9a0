import type { Range } from '../engine/text/position.ts';

/** A place in a text file (YAML, JSON, CSV, front matter): zero-based line and UTF-16 column. */
export interface TextPlace {
  readonly line: number;
  readonly character?: number;
}

/** A place in a workbook, as Excel names it: the sheet, the row from 1, and the column's letters where one cell is meant. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column?: string;
}

export type SheetPlace = TextPlace | CellPlace;

/** One named datum. All texts are trimmed and of one line. */
export interface SheetRow {
  readonly key: string;
  /** As the writer typed it, or as the workbook shows it; absent where nothing is given yet. */
  readonly value?: string;
  /** The value, where it is a number; good for checks, not for arithmetic: that is done in decimals. */
  readonly number?: number;
  /** The number behind a value that a workbook shows rounded, or that was computed; in decimals. */
  readonly exact?: string;
  readonly unit?: string;
  readonly period?: string;
  readonly source?: string;
  readonly owner?: string;
  readonly due?: string;
  readonly checked?: string;
  readonly lastYear?: string;
  /** A derived value without its `=`: `sum(a, b)`. */
  readonly formula?: string;
  /** Other names of the same datum. */
  readonly aliases?: readonly string[];
  readonly kind?: string;
  readonly section?: string;
  readonly context?: string;
  readonly note?: string;
  readonly place: SheetPlace;
  /** Where the key stands in a text file, quotes left out: what a rename replaces. */
  readonly keyRange?: Range;
}

/** What a column, or an attribute of a row, can be. */
export type Attribute =
  | 'key'
  | 'value'
  | 'unit'
  | 'period'
  | 'source'
  | 'owner'
  | 'due'
  | 'checked'
  | 'lastYear'
  | 'formula'
  | 'aliases'
  | 'kind'
  | 'section'
  | 'context'
  | 'note';

export type SheetProblemCode =
  | 'unreadable'
  | 'too-large'
  | 'syntax'
  | 'alias'
  | 'shape'
  | 'duplicate-key'
  | 'empty-key'
  | 'bad-key'
  | 'unknown-column'
  | 'no-key-column'
  | 'no-value-column'
  | 'merged-cells'
  | 'error-value'
  | 'formula'
  | 'derive'
  | 'line-break';

/** What is wrong with a sheet, and what to do about it. `message` is English; `{0}` stands for the first of `args`. */
export interface SheetProblem {
  readonly code: SheetProblemCode;
  readonly severity: 'error' | 'warning' | 'information';
  readonly message: string;
  readonly args: readonly (string | number)[];
  /** The key of the row it is said of, where the message does not name it. */
  readonly subject?: string;
  /** Absent where the whole file is meant. */
  readonly place?: SheetPlace;
}

/** A file of named data, as far as it could be read. */
export interface DataSheet {
  /** As the report names it. */
  readonly path: string;
  readonly rows: readonly SheetRow[];
  readonly problems: readonly SheetProblem[];
}

export const isTextPlace = (place: SheetPlace): place is TextPlace => 'line' in place;

/** A sheet that could not be read at all. */
export function unreadableSheet(path: string, code: SheetProblemCode, message: string, ...args: readonly (string | number)[]): DataSheet {
  return { path, rows: [], problems: [{ code, severity: 'error', message, args }] };
}
