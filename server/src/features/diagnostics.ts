import type { Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { ReportData } from '../data/reportData.ts';
import type { ReportDocument } from '../engine/document.ts';
import type { DatumKind, MissingDatum } from '../engine/missing/missingDatum.ts';
import type { Finding, Severity } from '../engine/rules/rule.ts';
import type { Position } from '../engine/text/position.ts';
import type { RuleSetting } from '../protocol/settings.ts';
import type { DocumentType } from '../sections/documentType.ts';
import { describeFinding } from '../wording/describeFinding.ts';
import { describeMissing } from '../wording/describeMissing.ts';
import type { Localize } from '../wording/localize.ts';
import { dataDiagnostic, dataFindings } from './dataFindings.ts';
import { findingsWithTypes } from './findingsWithTypes.ts';

export interface DiagnosticOptions {
  /** Show what may be missing too. */
  readonly hints: boolean;
  /** At most so many findings, then one that says how many more data are missing. */
  readonly limit: number;
  /** Rules switched off, or with another severity than their own, by code. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** The data of the report, where it names any. */
  readonly data?: ReportData | undefined;
  /** The types of documents that there are; without them, rules that have to know the type say nothing. */
  readonly types?: readonly DocumentType[];
  readonly t: Localize;
}

/** What travels with a `missing-data` finding: a fixed contract. */
export interface MissingDatumData {
  readonly kind: DatumKind;
  readonly unit?: string;
  readonly field?: string;
}

/** LSP's numbers. */
const severities: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, information: 3, hint: 4 };

const source = 'report-writer';

/** All findings of a document in LSP's shape: those of its data first, then those of the document and its sections, then line by line. */
export function diagnostics(
  document: ReportDocument,
  { hints, limit, rules = {}, data, types = [], t }: DiagnosticOptions,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  // Fields of which the data say more than that they are missing.
  const told = new Set<string>();
  for (const finding of data === undefined ? [] : dataFindings(document, data, t)) {
    const setting = rules[finding.code];
    if (setting === 'off' || (finding.severity === 'hint' && !hints) || found.length >= limit) continue;
    if (finding.insteadOf !== undefined) told.add(placeKey(finding.insteadOf));
    found.push(dataDiagnostic(finding, severities[setting === undefined ? finding.severity : adjusted(finding, setting)]));
  }
  let counted = 0;
  for (const finding of findingsWithTypes(document, types)) {
    const setting = rules[finding.code];
    if (setting === 'off' || (finding.severity === 'hint' && !hints)) continue;
    if (finding.datum !== undefined && told.has(placeKey(finding.range.start))) {
      if (finding.severity === 'warning') counted += 1;
      continue;
    }
    if (found.length >= limit) {
      const more = document.missingCount - counted;
      if (more > 0) found.push(moreMissing(found, more, t));
      break;
    }
    if (finding.datum !== undefined && finding.severity === 'warning') counted += 1;
    found.push(diagnosticOf(setting === undefined ? finding : { ...finding, severity: adjusted(finding, setting) }, t));
  }
  return found;
}

const placeKey = ({ line, character }: Position): string => `${line}:${character}`;

/** A setting moves what a rule is sure of; a hint or an information stays one. */
function adjusted({ severity }: Pick<Finding, 'severity'>, setting: Severity): Severity {
  return severities[setting] > severities[severity] || severity === 'warning' || severity === 'error' ? setting : severity;
}

function diagnosticOf(finding: Finding, t: Localize): Diagnostic {
  const { code, severity, range, datum } = finding;
  if (datum === undefined) return { range, severity: severities[severity], source, code, message: describeFinding(finding, t) };
  const words = wordsOf(datum, t);
  return { range, severity: severities[severity], source, code, message: words.message, data: words.data };
}

interface Words {
  readonly message: string;
  readonly data: MissingDatumData;
}

/**
 * Words by language and datum. Owner: this module. Data never change, so an entry is good as long as its line stands; without it
 * a thousand messages would be put together anew at each keystroke.
 */
const known = new WeakMap<Localize, WeakMap<MissingDatum, Words>>();

function wordsOf(datum: MissingDatum, t: Localize): Words {
  let inLanguage = known.get(t);
  if (inLanguage === undefined) {
    inLanguage = new WeakMap();
    known.set(t, inLanguage);
  }
  let words = inLanguage.get(datum);
  if (words === undefined) {
    words = { message: describeMissing(datum, t), data: dataOf(datum) };
    inLanguage.set(datum, words);
  }
  return words;
}

function dataOf({ kind, unit, field }: MissingDatum): MissingDatumData {
  return { kind, ...(unit !== undefined && { unit }), ...(field !== undefined && { field }) };
}

/** Where the list ends, so it is also the last in a list by lines. */
function moreMissing(shown: readonly Diagnostic[], more: number, t: Localize): Diagnostic {
  const range = shown.at(-1)?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const message = t('{0} more data are missing after the first {1} findings.', more, shown.length);
  return { range, severity: severities.information, source, code: 'more-findings', message };
}
