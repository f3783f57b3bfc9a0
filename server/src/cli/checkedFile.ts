import type { Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { describeRule } from '../wording/describeFinding.ts';
import type { Localize } from '../wording/localize.ts';

export interface CheckedFile {
  /** As it was named on the command line. */
  readonly path: string;
  readonly diagnostics: readonly Diagnostic[];
}

export type SeverityName = 'error' | 'warning' | 'information' | 'hint';

const severityNames: Readonly<Record<DiagnosticSeverity, SeverityName>> = { 1: 'error', 2: 'warning', 3: 'information', 4: 'hint' };

export function severityOf({ severity }: Diagnostic): SeverityName {
  return severityNames[severity ?? 1];
}

export function messageOf({ message }: Diagnostic): string {
  return typeof message === 'string' ? message : message.value;
}

/** The fixed contract of `check --format json`; positions are zero-based, UTF-16. */
export function printJson(files: readonly CheckedFile[], t: Localize): string {
  const printed = files.map(({ path, diagnostics }) => ({
    path,
    diagnostics: diagnostics.map((diagnostic) => ({
      code: String(diagnostic.code ?? ''),
      severity: severityOf(diagnostic),
      message: messageOf(diagnostic),
      range: diagnostic.range,
      ...(diagnostic.data !== undefined && { data: diagnostic.data }),
    })),
  }));
  // Beside the contract: what the rules that spoke are about, by code.
  const codes = [...new Set(printed.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)))].sort();
  const rules = Object.fromEntries(
    codes.flatMap((code) => [describeRule(code, t)].flatMap((rule) => (rule === undefined ? [] : [[code, rule]]))),
  );
  return `${JSON.stringify({ files: printed, rules }, undefined, 2)}\n`;
}
