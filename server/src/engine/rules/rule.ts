import type { ReportDocument } from '../document.ts';
import type { MissingDatum } from '../missing/missingDatum.ts';
import type { Line } from '../syntax/line.ts';
import type { Range, Span } from '../text/position.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Codes of findings; the names under which rules are switched off. */
export type RuleCode = 'missing-data' | 'encoding' | 'front-matter' | 'heading-order';

interface Message {
  /** English, and the key of its translations; `{0}` … stand for `args`. */
  readonly message: string;
  readonly args: readonly (string | number)[];
}

/** Something to tell the writer, at its place in the document. */
export interface Finding extends Message {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly range: Range;
  /** For `missing-data`: what is missing. It makes the message. */
  readonly datum?: MissingDatum;
}

/** A finding of a rule that sees one line. */
export interface LineFinding extends Message, Span {
  readonly severity: Severity;
  readonly datum?: MissingDatum;
}

/** A finding of a rule that sees the headings of one section: `child` is the index of the heading it stands at. */
export interface SectionFinding extends Message, Span {
  readonly severity: Severity;
  readonly child: number;
}

interface RuleBase {
  readonly code: RuleCode;
}

/** Depends on one line; runs for flagged lines only (see `ReportDocument.flaggedLines`). */
export interface LineRule extends RuleBase {
  readonly scope: 'line';
  check(line: Line): readonly LineFinding[];
}

/** Depends on the numbered lines directly under one heading (or under none); runs again only when one of them changed. */
export interface SectionRule extends RuleBase {
  readonly scope: 'section';
  check(children: readonly Line[]): readonly SectionFinding[];
}

/** Depends on the document as a whole; runs whenever findings are asked for, so it must look at little of it. */
export interface DocumentRule extends RuleBase {
  readonly scope: 'document';
  check(document: ReportDocument): readonly Omit<Finding, 'code'>[];
}

export type Rule = LineRule | SectionRule | DocumentRule;
