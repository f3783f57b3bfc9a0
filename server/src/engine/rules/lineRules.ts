import { isDisabled, type LineState } from '../syntax/lineState.ts';
import type { LineKind, LineSyntax } from '../syntax/lineSyntax.ts';
import { dateForm } from './line/dateForm.ts';
import { dateRange } from './line/dateRange.ts';
import { documentNumber } from './line/documentNumbers.ts';
import { impossibleDate } from './line/impossibleDate.ts';
import { numberBrackets, numberMark } from './line/numberMarks.ts';
import { seriesOrder } from './line/series.ts';
import type { LineFinding, LineRule } from './rule.ts';

/** The rules that see one line. They run when a line is read. */
export const lineRules: readonly LineRule[] = [
  numberMark,
  numberBrackets,
  seriesOrder,
  documentNumber,
  dateForm,
  impossibleDate,
  dateRange,
];

/** Kinds of lines that concern a rule without any sign in them. */
const alwaysChecked: ReadonlySet<LineKind> = new Set([
  'heading',
  'numbered',
  'point',
  'attachmentNote',
  'documentNumber',
  'issueDate',
  'signature',
  'frontMatter',
]);

const none: readonly LineFinding[] = Object.freeze([]);

/** What the line rules say of a line, but for what a comment silences. */
export function lineFindingsOf(text: string, syntax: LineSyntax, signs: number, state: LineState): readonly LineFinding[] {
  if (signs === 0 && !alwaysChecked.has(syntax.kind)) {
    return none;
  }
  const line = { text, syntax, signs };
  let found: LineFinding[] | undefined;
  for (const rule of lineRules) {
    const one = rule.check(line);
    if (one.length > 0 && !isDisabled(state, rule.code)) {
      found ??= [];
      for (const finding of one) found.push(finding);
    }
  }
  return found ?? none;
}
