import type { ReportDocument } from '../document.ts';
import type { MissingDatum } from '../missing/missingDatum.ts';
import type { Line } from '../syntax/line.ts';
import type { LineSyntax } from '../syntax/lineSyntax.ts';
import type { Range, Span } from '../text/position.ts';
import type { RuleCode } from './ruleTable.ts';
import type { Section } from './sections.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Words that are put together in the writer's language: `words` are translated, `names` stay. */
export interface WordList {
  readonly words: readonly string[];
  readonly names: readonly string[];
}

export type MessageArgument = string | number | WordList;

interface Message {
  /** English, and the key of its translations; `{0}` … stand for `args`. */
  readonly message: string;
  readonly args: readonly MessageArgument[];
}

/** New words for a stretch of a line. */
export interface LineEdit extends Span {
  readonly newText: string;
}

/** A change that mends what a finding tells of. */
interface FixMessage {
  /** English, and the key of its translations; `{0}` … stand for `args`. */
  readonly title: string;
  readonly args: readonly (string | number)[];
  /** Nobody could want another one: *Fix All* makes it without asking. */
  readonly sure: boolean;
}

/** A fix in the finding's own line. */
export interface LineFix extends FixMessage {
  readonly edits: readonly LineEdit[];
}

export interface Edit {
  readonly range: Range;
  /** Line breaks are `\n`; whoever makes the edit writes those of the document. */
  readonly newText: string;
}

/** A fix anywhere in the document. */
export interface Fix extends FixMessage {
  readonly edits: readonly Edit[];
}

/** Something to tell the writer, at its place in the document. */
export interface Finding extends Message {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly range: Range;
  /** For `missing-data`: what is missing. It makes the message. */
  readonly datum?: MissingDatum;
  /** For `missing-parts`: the ids of the sections that are missing. */
  readonly sections?: readonly string[];
  readonly fix?: Fix;
}

/** A finding of a rule that sees one line. */
export interface LineFinding extends Message, Span {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly fix?: LineFix;
}

/** A finding of a rule that sees the headings of one section: `child` is the index of the heading it stands at. */
export interface SectionFinding extends Message, Span {
  readonly severity: Severity;
  readonly child: number;
  readonly fix?: LineFix;
}

interface RuleBase {
  readonly code: RuleCode;
}

/** What a rule that sees one line may look at. */
export interface LineWords {
  readonly text: string;
  readonly syntax: LineSyntax;
  /** Signs that stand in the text: see `signsOf`. */
  readonly signs: number;
}

/** Depends on one line; runs when the line is read, and not again while it stands. */
export interface LineRule extends RuleBase {
  readonly scope: 'line';
  check(line: LineWords): readonly LineFinding[];
}

/** Depends on the numbered lines directly under one heading (or under none); runs again only when one of them changed. */
export interface SectionRule extends RuleBase {
  readonly scope: 'section';
  check(section: Section): readonly SectionFinding[];
}

/**
 * Depends on the document as a whole; runs again only when something of the structure changed (`ReportDocument.structureVersion`), and
 * looks at structural lines, lines with mentions and the head only.
 */
export interface DocumentRule extends RuleBase {
  readonly scope: 'document';
  check(document: ReportDocument): readonly Omit<Finding, 'code'>[];
}

export type Rule = LineRule | SectionRule | DocumentRule;

/** A place in a line as a range. */
export const rangeIn = (line: number, { start, end }: Span): Range => ({
  start: { line, character: start },
  end: { line, character: end },
});

/** The words of a line without the blanks around them. */
export function wordsOf({ text }: Pick<Line, 'text'>): Span {
  const start = text.length - text.trimStart().length;
  return { start, end: Math.max(start, text.trimEnd().length) };
}
