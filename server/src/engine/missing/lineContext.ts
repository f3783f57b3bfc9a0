import type { LineKind } from '../syntax/lineSyntax.ts';
import type { Span } from '../text/position.ts';

/** What the detector has to know of a line beside its text. Columns are UTF-16, in the line. */
export interface LineContext {
  /** Where the content begins, after bullet, number or `#`: nothing before it is a mark. */
  readonly start: number;
  /** Where the content ends. */
  readonly end: number;
  /** The cells of a table row: each is looked at by itself, and a cell whose whole text is a mark counts. */
  readonly cells?: readonly Span[];
  /** For a row of a table: the text of its header row, so that a cell is read by the name of its column. */
  readonly tableHeader?: string;
  /** The document says that marks like 张×× hide names on purpose. */
  readonly masking?: boolean;
  readonly kind: LineKind;
}
