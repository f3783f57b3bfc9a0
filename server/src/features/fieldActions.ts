import type { CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver';
import { canBeKey } from '../data/sheetBuilder.ts';
import type { ReportDocument } from '../engine/document.ts';
import type { MissingDatum } from '../engine/missing/missingDatum.ts';
import type { Range } from '../engine/text/position.ts';
import type { Localize } from '../wording/localize.ts';
import { replacedSpan } from './fillMissing.ts';

/** A fix before it is put into LSP's shape. */
export interface FieldFix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** For unknown names among the findings that a client shows: the name that was probably meant. */
export function suggestionFixes(document: ReportDocument, diagnostics: readonly Diagnostic[], t: Localize): readonly CodeAction[] {
  const { uri } = document;
  return diagnostics.flatMap((diagnostic): CodeAction[] => {
    const suggestion = suggestionOf(diagnostic);
    if (suggestion === undefined || !isInside(document, diagnostic.range)) return [];
    const edit: TextEdit = { range: diagnostic.range, newText: suggestion };
    const title = t('Change to “{0}”', suggestion);
    return [{ title, kind: 'quickfix', isPreferred: true, diagnostics: [diagnostic], edit: { changes: { [uri]: [edit] } } }];
  });
}

function suggestionOf({ source, code, data }: Diagnostic): string | undefined {
  if (source !== 'report-writer' || code !== 'data-field') return undefined;
  const { suggestion } = (typeof data === 'object' && data !== null ? data : {}) as { readonly suggestion?: unknown };
  return typeof suggestion === 'string' && canBeKey(suggestion) ? suggestion : undefined;
}

function isInside(document: ReportDocument, { start, end }: Range): boolean {
  return start.line === end.line && start.line < document.lineCount && end.character <= document.line(start.line).text.length;
}

/** Turns a gap into a named datum, with the name of what is missing; `undefined` where nothing names it, or it is one already. */
export function namedFieldFix(document: ReportDocument, line: number, datum: MissingDatum, t: Localize): FieldFix | undefined {
  const { text, fields } = document.line(line);
  const name = datum.field?.trim() ?? '';
  if (datum.masking || !canBeKey(name) || fields.some(({ start, end }) => start < datum.end && datum.start < end)) return undefined;
  const { start, end } = replacedSpan(text, datum);
  const field = `{{${name}}}`;
  return {
    title: t('Turn into the named datum {0}', field),
    edits: [{ range: { start: { line, character: start }, end: { line, character: end } }, newText: field }],
  };
}
