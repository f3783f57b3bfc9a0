import type { MissingDatum } from '../missing/missingDatum.ts';
import type { Mention } from '../rules/mentions.ts';
import type { LineFinding } from '../rules/rule.ts';
import type { Eol } from '../text/splitLines.ts';
import type { FieldMark } from './fields.ts';
import type { LineState } from './lineState.ts';
import type { LineSyntax } from './lineSyntax.ts';
import type { InlinePoint } from './points.ts';

/** One line of a document and all that is known of it. Never changes; columns are relative, so it can stand anywhere. */
export interface Line {
  /** Without the line break. */
  readonly text: string;
  readonly eol: Eol;
  readonly stateIn: LineState;
  readonly stateOut: LineState;
  readonly syntax: LineSyntax;
  /** Part of the structure: it has a node in the outline, or bounds one. */
  readonly structural: boolean;
  /** Points in the running text: 一是 … 二是 …; two at least, or none. */
  readonly points: readonly InlinePoint[];
  /** Named data, with the values that the document was given for them. */
  readonly fields: readonly FieldMark[];
  /** Empty where a comment silences them; what has a value is not among them. */
  readonly missing: readonly MissingDatum[];
  /** Has a character that a wrong encoding leaves behind (U+FFFD) or a binary file has (NUL). */
  readonly damaged: boolean;
  /** What the rules that see one line say of it. Empty where a comment silences them. */
  readonly findings: readonly LineFinding[];
  /** Words that rules compare with other lines: figures, tables and attachments, announced lists … */
  readonly mentions: readonly Mention[];
  /** Has mentions, or is what other lines may speak of: a caption, an attachment, a closing, a date …; or bounds a comment or a code block. */
  readonly related: boolean;
  /** Has points of a series, be it one only or one said in another way (二要 …). */
  readonly counting: boolean;
}
