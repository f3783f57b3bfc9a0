import type { TextEdit } from 'vscode-languageserver';
import { ReportDocument } from '../engine/document.ts';
import { findingsOf } from '../engine/rules/findings.ts';
import { namesSections, numberingEdits } from '../engine/rules/numberingEdits.ts';
import type { Edit } from '../engine/rules/rule.ts';
import type { RuleCode } from '../engine/rules/ruleTable.ts';
import { crossReferencesIn } from '../engine/syntax/crossReferences.ts';
import type { RuleSetting } from '../protocol/settings.ts';
import { renumber } from '../structure/plan.ts';

export interface FixAllOptions {
  /** Rules that are switched off change nothing. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Only fixes of these rules; absent for all. */
  readonly only?: ReadonlySet<RuleCode>;
}

/** What formatting mends: numbers of headings, their marks and brackets, marks after headings. */
export const formattedRules: ReadonlySet<RuleCode> = new Set(['heading-order', 'heading-end', 'number-mark', 'number-brackets']);

/** One fix may show another (一. becomes 一、, and then the number counts); more rounds than this no text needs. */
const mostRounds = 6;

/**
 * The edits that make every sure fix, one a line at most, in order: together one step of undo. Doing it again changes nothing. No fix that is
 * sure changes the number of lines.
 */
export function fixAllEdits(document: ReportDocument, options: FixAllOptions = {}): readonly TextEdit[] {
  let edits = sureEdits(document, options);
  if (edits.length === 0) return [];
  const fixed = ReportDocument.create(document.uri, document.languageId, 0, document.getText());
  for (let round = 0; round < mostRounds && edits.length > 0; round += 1) {
    // One change a line: a line is read anew with each.
    for (const { range, newText } of joined(fixed, edits)) fixed.update([{ range, text: newText }], round + 1);
    edits = sureEdits(fixed, options);
  }
  return changedLines(document, fixed);
}

/** Sure edits in the order of their places; of two that overlap the first. */
function sureEdits(document: ReportDocument, { rules = {}, only }: FixAllOptions): readonly Edit[] {
  const isWanted = (code: RuleCode): boolean => rules[code] !== 'off' && only?.has(code) !== false;
  const edits: Edit[] = isWanted('heading-order') ? [...numbering(document)] : [];
  for (const { code, fix } of findingsOf(document)) {
    if (fix?.sure === true && isWanted(code)) {
      for (const edit of fix.edits) edits.push(edit);
    }
  }
  edits.sort(({ range: { start: a } }, { range: { start: b } }) => a.line - b.line || a.character - b.character);
  const apart: Edit[] = [];
  for (const edit of edits) {
    const last = apart.at(-1)?.range.end;
    const { start } = edit.range;
    if (last === undefined || start.line > last.line || start.character >= last.character) apart.push(edit);
  }
  return apart;
}

/** The edits of each line as one. */
function* joined(document: ReportDocument, edits: readonly Edit[]): Generator<Edit, void, undefined> {
  for (let i = 0; i < edits.length; ) {
    const { range: first } = edits[i] as Edit;
    const { line } = first.start;
    const { text } = document.line(line);
    const parts: string[] = [];
    let end = first.start.character;
    for (; i < edits.length && edits[i]?.range.start.line === line; i += 1) {
      const { range, newText } = edits[i] as Edit;
      parts.push(text.slice(end, range.start.character), newText);
      end = range.end.character;
    }
    yield { range: { start: first.start, end: { line, character: end } }, newText: parts.join('') };
  }
}

/** Numbers of headings that skip or repeat. Where words lead to sections by their numbers, these follow, or all stays as it is. */
function numbering(document: ReportDocument): readonly Edit[] {
  const edits = numberingEdits(document);
  if (edits.length === 0 || !namesSections(document)) return edits;
  const plan = renumber(document);
  const isOfHeadings = plan.changes.every(({ line }) => {
    const { text, syntax } = document.line(line);
    return syntax.kind === 'heading' || syntax.kind === 'numbered' || crossReferencesIn(text).some(({ kind }) => kind === 'section');
  });
  return plan.doubts.length === 0 && plan.left.length === 0 && isOfHeadings ? plan.edits : [];
}

function changedLines(before: ReportDocument, after: ReportDocument): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const fresh = after.lines();
  let line = 0;
  for (const { text } of before.lines()) {
    const now = fresh.next().value?.text ?? '';
    if (now !== text) edits.push(changeOf(line, text, now));
    line += 1;
  }
  return edits;
}

/** The smallest edit that makes one line of another; half a surrogate pair is never left alone. */
function changeOf(line: number, before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let end = 0;
  while (end < shorter - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end += 1;
  if (start > 0 && /[\ud800-\udbff]/.test(before.charAt(start - 1))) start -= 1;
  if (end > 0 && /[\udc00-\udfff]/.test(before.charAt(before.length - end))) end -= 1;
  return {
    range: { start: { line, character: start }, end: { line, character: before.length - end } },
    newText: after.slice(start, after.length - end),
  };
}
