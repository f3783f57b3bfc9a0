import type { CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver';
import type { ReportDocument } from '../engine/document.ts';
import { lineFindingsAt, structureFindingsOf } from '../engine/rules/findings.ts';
import type { Finding } from '../engine/rules/rule.ts';
import { ruleInfo } from '../engine/rules/ruleTable.ts';
import type { Range } from '../engine/text/position.ts';
import { addMissingSectionsCommand, renumberCommand } from '../protocol/commands.ts';
import type { DocumentType } from '../sections/documentType.ts';
import { typeFindingsOf } from '../sections/rules/typeRule.ts';
import { describeFix } from '../wording/describeFinding.ts';
import type { Localize } from '../wording/localize.ts';

export interface FindingActionOptions {
  readonly range: Range;
  readonly diagnostics: readonly Diagnostic[];
  readonly types: readonly DocumentType[];
  /** Makes edits of this document, with its version where the client takes it. */
  readonly edit: (edits: TextEdit[]) => Pick<CodeAction, 'edit'>;
  readonly t: Localize;
}

const quickFix = 'quickfix';
const lineLimit = 50;
const mostFindings = 20;

/** For the findings of rules that the range touches: their fixes, what else mends them, and how to silence them. Each is one step of undo. */
export function findingActions(document: ReportDocument, options: FindingActionOptions): readonly CodeAction[] {
  const touched = findingsIn(document, options);
  const fixes = touched.flatMap((finding) => fixesOf(document, finding, options));
  const silenced = new Set<string>();
  const silences = touched.flatMap((finding) => {
    const key = `${finding.code} ${finding.range.start.line}`;
    if (silenced.has(key)) return [];
    silenced.add(key);
    return silencesOf(document, finding, options);
  });
  return [...fixes, ...silences];
}

function findingsIn(document: ReportDocument, { range: { start, end }, types }: FindingActionOptions): readonly Finding[] {
  const found: Finding[] = [];
  const take = (finding: Finding): void => {
    const { range } = finding;
    const isBefore = range.end.line < start.line || (range.end.line === start.line && range.end.character < start.character);
    const isAfter = range.start.line > end.line || (range.start.line === end.line && range.start.character > end.character);
    if (!isBefore && !isAfter && found.length < mostFindings) found.push(finding);
  };
  for (const finding of types.length > 0 ? typeFindingsOf(document, types) : []) take(finding);
  for (const finding of structureFindingsOf(document)) take(finding);
  const last = Math.min(end.line, start.line + lineLimit - 1, document.lineCount - 1);
  for (let line = start.line; line <= last; line += 1) {
    for (const finding of lineFindingsAt(document.line(line), line)) take(finding);
  }
  return found;
}

function fixesOf(document: ReportDocument, finding: Finding, { diagnostics, edit, t }: FindingActionOptions): readonly CodeAction[] {
  const { code, fix, sections } = finding;
  const answered = answeredBy(diagnostics, finding);
  const actions: CodeAction[] = [];
  if (fix !== undefined) {
    const edits = fix.edits.map(({ range, newText }): TextEdit => ({ range, newText: newText.replaceAll('\n', document.eol) }));
    actions.push({ title: describeFix(fix, t), kind: quickFix, isPreferred: true, ...answered, ...edit(edits) });
  }
  if (code === 'heading-order') {
    const title = t('Renumber the report');
    actions.push({
      title,
      kind: quickFix,
      ...answered,
      command: { title, command: renumberCommand, arguments: [document.uri, finding.range.start] },
    });
  }
  if (sections !== undefined) {
    const title = t('Add the missing sections');
    const command = { title, command: addMissingSectionsCommand, arguments: [document.uri, [...sections]] };
    actions.push({ title, kind: quickFix, isPreferred: true, ...answered, command });
  }
  return actions;
}

/** A comment above the line; in a table it would end the table. */
function silencesOf(document: ReportDocument, finding: Finding, { diagnostics, edit, t }: FindingActionOptions): readonly CodeAction[] {
  const { code, range } = finding;
  const { line } = range.start;
  const { syntax } = document.line(line);
  if (syntax.kind === 'tableRow' || syntax.kind === 'frontMatter' || ruleInfo(code).level === undefined) return [];
  const at = { line, character: 0 };
  const newText = `<!-- report-writer-disable-next-line ${code} -->${document.eol}`;
  return [
    {
      title: t('Silence “{0}” here', code),
      kind: quickFix,
      ...answeredBy(diagnostics, finding),
      ...edit([{ range: { start: at, end: at }, newText }]),
    },
  ];
}

function answeredBy(diagnostics: readonly Diagnostic[], { code, range: { start } }: Finding): { diagnostics?: Diagnostic[] } {
  const found = diagnostics.filter(
    (one) =>
      one.source === 'report-writer' &&
      one.code === code &&
      one.range.start.line === start.line &&
      one.range.start.character === start.character,
  );
  return found.length > 0 ? { diagnostics: found } : {};
}
