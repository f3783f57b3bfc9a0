import type { Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';

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
export function printJson(files: readonly CheckedFile[]): string {
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
  return `${JSON.stringify({ files: printed }, undefined, 2)}\n`;
}
