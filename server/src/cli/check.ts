import { CancellationToken, type Diagnostic } from 'vscode-languageserver';
import type { ReportDocument } from '../engine/document.ts';
import { reportOf } from '../engine/model/blocks.ts';
import type { HouseStyle } from '../engine/model/houseStyle.ts';
import { diagnostics } from '../features/diagnostics.ts';
import { pageDiagnostics } from '../features/pageDiagnostics.ts';
import { styleFindings } from '../features/styleFindings.ts';
import { createNodeHost } from '../lsp/nodeHost.ts';
import { pictureSources } from '../lsp/pictureFiles.ts';
import { readPictures } from '../lsp/readPictures.ts';
import { layoutOf } from '../render/layout/layoutOf.ts';
import { ReportLayout } from '../render/layout/reportLayout.ts';
import { builtInCatalogue } from '../sections/builtInCatalogue.ts';
import type { Localize } from '../wording/localize.ts';
import { formatOf, parse } from './arguments.ts';
import { type CheckedFile, printJson } from './checkedFile.ts';
import { type ExitCode, exitCodes, type Terminal } from './failure.ts';
import { printText } from './printText.ts';
import { readReportWithData } from './readData.ts';
import { readEach } from './readEach.ts';
import { uriOf } from './readReport.ts';
import { printSarif } from './sarif.ts';

const options = { format: { type: 'string' }, pages: { type: 'boolean' } } as const;
const printers = { text: printText, json: printJson, sarif: printSarif } as const;

/** `check FILE… [--format text|json|sarif] [--pages]`: 1 for any warning or error, 2 when a file could not be read; the others are checked. */
export async function check(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { out, t } = terminal;
  const { values, positionals } = parse(args, options, t);
  const format = formatOf(values.format, ['text', 'json', 'sarif'], t);
  const { files, unreadable } = await readEach(positionals, terminal, async (path): Promise<CheckedFile> => {
    const { document, data, style } = await readReportWithData(path, t);
    const found = diagnostics(document, { hints: true, limit: Number.POSITIVE_INFINITY, data, types: builtInCatalogue().types, t });
    const ofStyle = styleFindings(document, { preset: undefined, file: style, t });
    const ofPages = values.pages ? await pagesOf(document, style?.style, t) : [];
    return { path, diagnostics: [...found, ...ofStyle, ...ofPages].sort(byPlace) };
  });
  if (files.length > 0 || format !== 'text') out(printers[format](files, t));
  if (unreadable) return exitCodes.couldNotRun;
  const found = files.some((file) => file.diagnostics.some(({ severity }) => severity === 1 || severity === 2));
  return found ? exitCodes.findings : exitCodes.nothingFound;
}

/** Lays the report out, with its pictures, and says what its pages show. */
async function pagesOf(document: ReportDocument, style: HouseStyle | undefined, t: Localize): Promise<readonly Diagnostic[]> {
  const pictures = pictureSources(await readPictures(createNodeHost(), document, [uriOf('.')], CancellationToken.None), t);
  const layout = new ReportLayout(layoutOf(document, undefined, style), pictures);
  const { blocks, frontMatter } = reportOf(document);
  layout.update(blocks, frontMatter);
  const starts = layout.entries.map(() => 0);
  let line = 0;
  layout.entries.forEach(({ block }, index) => {
    starts[index] = line;
    line += block?.lineCount ?? 0;
  });
  return pageDiagnostics(document, layout, { firstLineOf: (entry) => starts[entry] ?? 0, t });
}

function byPlace({ range: { start: a } }: Diagnostic, { range: { start: b } }: Diagnostic): number {
  return a.line - b.line || a.character - b.character;
}
