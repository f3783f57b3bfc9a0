import type { Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { checkFields, type FieldProblem } from '../data/checkFields.ts';
import { describeSheetProblem } from '../data/describeSheetProblem.ts';
import { dataLineOf, ownName, type ReportData } from '../data/reportData.ts';
import { isTextPlace, type SheetPlace } from '../data/sheet.ts';
import type { ReportDocument } from '../engine/document.ts';
import { isDisabled } from '../engine/syntax/lineState.ts';
import type { Range } from '../engine/text/position.ts';
import type { Localize } from '../wording/localize.ts';

/** What travels with a `data-field` finding: the name that was probably meant. */
export interface FieldFindingData {
  readonly suggestion?: string;
}

type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Rules about data, beside those of the engine: the names under which they are switched off. */
export const dataRuleCodes = ['data-field', 'data-sheet'] as const;

/** A finding about data, before settings. */
export interface DataFinding {
  readonly code: (typeof dataRuleCodes)[number];
  readonly severity: Severity;
  readonly range: Range;
  readonly message: string;
  readonly data?: FieldFindingData;
  /** Where the missing datum begins that this finding says more about. */
  readonly insteadOf?: Range['start'];
}

const mostNames = 10;

/** What is wrong with the sheets, at the `data:` line, and with the fields, where they stand. What a comment silences is left out. */
export function dataFindings(document: ReportDocument, { sheets, values }: ReportData, t: Localize): readonly DataFinding[] {
  const found: DataFinding[] = [];
  const line = dataLineOf(document);
  const own = ownName(document);
  for (const problem of values.problems) {
    const range = problem.path === own ? (lineOf(document, problem.place) ?? line) : line;
    found.push({ code: 'data-sheet', severity: problem.severity, range, message: describeSheetProblem(problem.path, problem, t) });
  }
  const { problems, unused } = checkFields(document, values);
  // While a sheet cannot be read nobody knows what is in it.
  const unknownMayBeThere = sheets.some(
    ({ rows, problems: wrong }) => rows.length === 0 && wrong.some(({ severity }) => severity === 'error'),
  );
  for (const problem of problems) {
    if (problem.code !== 'unknown-key' || !unknownMayBeThere) found.push(fieldFinding(problem, t));
  }
  if (unused.length > 0) {
    const names = unused.slice(0, mostNames).map(({ key }) => key);
    const list = names.join(t(', '));
    const rest = unused.length - names.length;
    const message =
      rest > 0
        ? t('The report never uses {0} and {1} more data of its sheets.', list, rest)
        : t('The report never uses these data: {0}', list);
    found.push({ code: 'data-sheet', severity: 'hint', range: line, message });
  }
  return found.filter(({ code, range }) => !isDisabled(document.line(range.start.line).stateIn, code));
}

function fieldFinding({ message, args, range, use, suggestion }: FieldProblem, t: Localize): DataFinding {
  return {
    code: 'data-field',
    severity: 'warning',
    range,
    message: t(message, ...args),
    insteadOf: use.range.start,
    ...(suggestion === undefined ? {} : { data: { suggestion } }),
  };
}

function lineOf(document: ReportDocument, place: SheetPlace | undefined): Range | undefined {
  if (place === undefined || !isTextPlace(place) || place.line >= document.lineCount) return undefined;
  const { line } = place;
  return { start: { line, character: 0 }, end: { line, character: document.line(line).text.length } };
}

/** In LSP's shape. */
export function dataDiagnostic({ code, range, message, data }: DataFinding, severity: DiagnosticSeverity): Diagnostic {
  return { range, severity, source: 'report-writer', code, message, ...(data === undefined ? {} : { data }) };
}
