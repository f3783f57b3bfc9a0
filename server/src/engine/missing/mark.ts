import type { Span } from '../text/position.ts';
import type { LineContext } from './lineContext.ts';
import type { Certainty, DatumKind } from './missingDatum.ts';

/** A mark that stands for a datum, before marks of one datum are joined and its kind is told. */
export interface Mark extends Span {
  readonly certainty: Certainty;
  /** Where the form of the mark alone tells the kind (`20XX`, `{{…}}`). */
  readonly kind?: DatumKind;
  /** The words inside a mark that has some: `【待补：参会人数】`, `[Client Name]`, `{{total}}`. */
  readonly label?: string;
  readonly unit?: string;
  readonly masking?: true;
  readonly insertAt?: number;
}

/** One stretch of a line that is being looked at: the whole content, or one cell. */
export interface Scan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly context: LineContext;
  readonly cell: boolean;
  readonly marks: Mark[];
  /** Where the closing `**` of a bold stretch stands that was opened before; -1 for none. */
  boldClose: number;
}

/** Looks at the trigger at `at`, adds what it finds to `scan.marks`, and gives the column to go on from (beyond `at`). */
export type Matcher = (scan: Scan, at: number) => number;
