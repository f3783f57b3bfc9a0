import type { Diagnostic } from 'vscode-languageserver';
import { diagnostics } from '../features/diagnostics.ts';
import { styleFindings } from '../features/styleFindings.ts';
import { builtInCatalogue } from '../sections/builtInCatalogue.ts';
import { formatOf, parse } from './arguments.ts';
import { type CheckedFile, printJson } from './checkedFile.ts';
import { type ExitCode, exitCodes, type Terminal } from './failure.ts';
import { printText } from './printText.ts';
import { readReportWithData } from './readData.ts';
import { readEach } from './readEach.ts';
import { printSarif } from './sarif.ts';

const options = { format: { type: 'string' } } as const;
const printers = { text: printText, json: printJson, sarif: printSarif } as const;

/** `check FILE… [--format text|json|sarif]`: 1 for any warning or error, 2 when a file could not be read; the others are checked. */
export async function check(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { out, t } = terminal;
  const { values, positionals } = parse(args, options, t);
  const format = formatOf(values.format, ['text', 'json', 'sarif'], t);
  const { files, unreadable } = await readEach(positionals, terminal, async (path): Promise<CheckedFile> => {
    const { document, data, style } = await readReportWithData(path, t);
    const found = diagnostics(document, { hints: true, limit: Number.POSITIVE_INFINITY, data, types: builtInCatalogue().types, t });
    return { path, diagnostics: [...found, ...styleFindings(document, { preset: undefined, file: style, t })].sort(byPlace) };
  });
  if (files.length > 0 || format !== 'text') out(printers[format](files, t));
  if (unreadable) return exitCodes.couldNotRun;
  const found = files.some((file) => file.diagnostics.some(({ severity }) => severity === 1 || severity === 2));
  return found ? exitCodes.findings : exitCodes.nothingFound;
}

function byPlace({ range: { start: a } }: Diagnostic, { range: { start: b } }: Diagnostic): number {
  return a.line - b.line || a.character - b.character;
}
