import type { CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver';
import type { ReportDocument } from '../engine/document.ts';
import type { MissingDatum } from '../engine/missing/missingDatum.ts';
import type { Position, Range } from '../engine/text/position.ts';
import { fillMissingDataCommand, goToNextMissingDatumCommand } from '../protocol/commands.ts';
import type { RuleSetting } from '../protocol/settings.ts';
import type { DocumentType } from '../sections/documentType.ts';
import type { Localize } from '../wording/localize.ts';
import { namedFieldFix, suggestionFixes } from './fieldActions.ts';
import { findingActions } from './findingActions.ts';
import { fixAllEdits } from './fixAll.ts';
import { sameDatumKey } from './sameDatum.ts';

export interface CodeActionOptions {
  readonly range: Range;
  /** What the client shows there; fixes name the one they answer. */
  readonly diagnostics: readonly Diagnostic[];
  /** Wanted kinds (`quickfix` …); absent for all. */
  readonly only?: readonly string[] | undefined;
  /** Edits may carry the version they were made for. */
  readonly versioned: boolean;
  /** The types of documents that there are, for findings that need them. */
  readonly types?: readonly DocumentType[];
  /** Rules switched off, or with another severity than their own. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly t: Localize;
}

const quickFix = 'quickfix';
/** Asked for by *Fix All*, or on save (`editor.codeActionsOnSave`). */
export const fixAllKind = 'source.fixAll.reportWriter';
/** Lines and data looked at for fixes: a whole report may be selected, or be one line. */
const lineLimit = 50;
const placeLimit = 20;

/** What can be done about the missing data and the findings that the range touches, and all that is sure at once for those who ask for it. Each is one step of undo. */
export function codeActions(document: ReportDocument, options: CodeActionOptions): readonly CodeAction[] {
  const { only } = options;
  // Fixes of the whole source come only to those who ask for them.
  const all = only?.some((kind) => kind === '' || fixAllKind === kind || fixAllKind.startsWith(`${kind}.`))
    ? fixAll(document, options)
    : [];
  if (only !== undefined && !only.some((kind) => kind === '' || kind === quickFix)) return all;
  const { range, diagnostics, types = [], t, versioned } = options;
  const ofRules = findingActions(document, { range, diagnostics, types, t, edit: (edits) => editOf(document, edits, versioned) });
  const suggestions = [...suggestionFixes(document, options.diagnostics, options.t), ...ofRules, ...all];
  const touched = missingIn(document, options.range);
  const [first] = touched;
  if (first === undefined) return suggestions;
  const actions = touched.flatMap((place) => fixesOf(document, place, options));
  const toFill = touched.find(({ datum }) => !datum.masking);
  return [
    ...suggestions,
    ...fillFixes(document, toFill, options),
    ...actions,
    ...fieldFixes(document, toFill, options),
    ...lineFixes(document, first, options),
    goToNext(document, first, options),
  ];
}

interface Place {
  readonly line: number;
  readonly datum: MissingDatum;
}

function missingIn(document: ReportDocument, { start, end }: Range): readonly Place[] {
  const places: Place[] = [];
  const last = Math.min(end.line, start.line + lineLimit - 1, document.lineCount - 1);
  for (let line = start.line; line <= last; line += 1) {
    const from = line === start.line ? start.character : 0;
    const to = line === end.line ? end.character : Number.POSITIVE_INFINITY;
    for (const datum of document.line(line).missing) {
      if (datum.end >= from && datum.start <= to) places.push({ line, datum });
      if (places.length >= placeLimit) return places;
    }
  }
  return places;
}

/** Filling asks for the value, so these are commands of the client. */
function fillFixes(document: ReportDocument, place: Place | undefined, { diagnostics, t }: CodeActionOptions): readonly CodeAction[] {
  if (place === undefined) return [];
  const { line, datum } = place;
  const key = sameDatumKey(datum);
  const same = key === undefined ? 1 : countSame(document, key);
  const position: Position = { line, character: datum.start };
  const fix = (title: string, scope: 'here' | 'all'): CodeAction => ({
    title,
    kind: quickFix,
    ...answered(diagnostics, place),
    command: { title, command: fillMissingDataCommand, arguments: [document.uri, position, scope] },
  });
  const here = fix(t('Fill here…'), 'here');
  return same > 1 ? [here, fix(t('Fill all {0} of {1}…', same, shorten(datum.field ?? '')), 'all')] : [here];
}

function fieldFixes(document: ReportDocument, place: Place | undefined, options: CodeActionOptions): readonly CodeAction[] {
  const fix = place && namedFieldFix(document, place.line, place.datum, options.t);
  return place === undefined || fix === undefined ? [] : [edit(document, place, options, { title: fix.title, edits: [...fix.edits] })];
}

function countSame(document: ReportDocument, key: string): number {
  let count = 0;
  for (const [, { missing }] of document.flaggedLines()) {
    for (const datum of missing) if (sameDatumKey(datum) === key) count += 1;
  }
  return count;
}

function fixesOf(document: ReportDocument, place: Place, options: CodeActionOptions): readonly CodeAction[] {
  const { line, datum } = place;
  const { t } = options;
  const mark = document.line(line).text.slice(datum.start, datum.end);
  const notMissing = edit(document, place, options, {
    title: t('“{0}” is not missing data: put \\ before it', shorten(mark)),
    edits: [insert({ line, character: datum.start }, '\\')],
  });
  if (!datum.masking) return [notMissing];
  const masking = edit(document, place, options, {
    title: t('Names are masked in this report on purpose'),
    edits: [insertFrontMatter(document, t('masking: true'))],
  });
  return [masking, notMissing];
}

function lineFixes(document: ReportDocument, place: Place, options: CodeActionOptions): readonly CodeAction[] {
  const { t } = options;
  const eol = document.eol;
  const wholeFile = edit(document, place, options, {
    title: t('Ignore missing data in this file'),
    edits: [insert(afterFrontMatter(document), `<!-- report-writer-disable missing-data -->${eol}`)],
  });
  // A comment between the rows would end the table.
  if (document.line(place.line).syntax.kind === 'tableRow') return [wholeFile];
  const thisLine = edit(document, place, options, {
    title: t('Ignore missing data on this line'),
    edits: [insert({ line: place.line, character: 0 }, `<!-- report-writer-disable-next-line missing-data -->${eol}`)],
  });
  return [thisLine, wholeFile];
}

function goToNext(document: ReportDocument, { line, datum }: Place, { t }: CodeActionOptions): CodeAction {
  const title = t('Go to the next missing datum');
  const position: Position = { line, character: datum.end };
  return { title, kind: quickFix, command: { title, command: goToNextMissingDatumCommand, arguments: [document.uri, position] } };
}

function edit(
  document: ReportDocument,
  place: Place,
  { diagnostics, versioned }: CodeActionOptions,
  { title, edits }: { readonly title: string; readonly edits: TextEdit[] },
): CodeAction {
  return { title, kind: quickFix, ...answered(diagnostics, place), ...editOf(document, edits, versioned) };
}

function editOf({ uri, version }: ReportDocument, edits: TextEdit[], versioned: boolean): Pick<CodeAction, 'edit'> {
  return { edit: versioned ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } } };
}

function fixAll(document: ReportDocument, { rules = {}, versioned, t }: CodeActionOptions): readonly CodeAction[] {
  const edits = fixAllEdits(document, { rules });
  return edits.length === 0 ? [] : [{ title: t('Fix all that is sure'), kind: fixAllKind, ...editOf(document, [...edits], versioned) }];
}

/** The findings that a fix answers, if the client named any. */
function answered(diagnostics: readonly Diagnostic[], place: Place): { diagnostics?: Diagnostic[] } {
  const found = diagnostics.filter((diagnostic) => diagnostic.source === 'report-writer' && startsAt(diagnostic, place));
  return found.length > 0 ? { diagnostics: found } : {};
}

function startsAt({ range }: Diagnostic, { line, datum }: Place): boolean {
  return range.start.line === line && range.start.character === datum.start;
}

function insert(position: Position, newText: string): TextEdit {
  return { range: { start: position, end: position }, newText };
}

function insertFrontMatter(document: ReportDocument, entry: string): TextEdit {
  const eol = document.eol;
  return hasFrontMatter(document)
    ? insert({ line: 1, character: 0 }, `${entry}${eol}`)
    : insert({ line: 0, character: 0 }, `---${eol}${entry}${eol}---${eol}`);
}

function hasFrontMatter(document: ReportDocument): boolean {
  return document.line(0).syntax.kind === 'frontMatter' && document.lineCount > 1;
}

/** The first place where a comment can stand. */
function afterFrontMatter(document: ReportDocument): Position {
  if (!hasFrontMatter(document)) return { line: 0, character: 0 };
  let index = 0;
  for (const { syntax } of document.lines()) {
    if (syntax.kind !== 'frontMatter') break;
    index += 1;
  }
  return { line: Math.min(index, document.lineCount - 1), character: 0 };
}

function shorten(mark: string): string {
  return mark.length <= 16 ? mark : `${[...mark].slice(0, 15).join('')}…`;
}
