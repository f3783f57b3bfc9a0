import { missingList } from '../features/missingList.ts';
import type { MissingEntry } from '../protocol/missingData.ts';
import type { Localize } from '../wording/localize.ts';
import { formatOf, parse } from './arguments.ts';
import { csvText } from './csv.ts';
import { type ExitCode, exitCodes, type Terminal } from './failure.ts';
import { readReportWithData } from './readData.ts';
import { readEach } from './readEach.ts';

const options = { format: { type: 'string' } } as const;
const printers = { text: printText, json: printJson, csv: printCsv } as const;

interface FileGaps {
  /** As it was named on the command line. */
  readonly path: string;
  /** Without hints. */
  readonly missing: number;
  readonly gaps: readonly MissingEntry[];
}

/** `gaps FILE… [--format text|json|csv]`: 1 when data are missing (hints do not count), 2 when a file could not be read. */
export async function gaps(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { out, t } = terminal;
  const { values, positionals } = parse(args, options, t);
  const format = formatOf(values.format, ['text', 'json', 'csv'], t);
  const { files, unreadable } = await readEach(positionals, terminal, async (path): Promise<FileGaps> => {
    const { total, entries = [] } = missingList((await readReportWithData(path, t)).document, { t });
    return { path, missing: total, gaps: entries };
  });
  if (files.length > 0 || format !== 'text') out(printers[format](files, t));
  if (unreadable) return exitCodes.couldNotRun;
  return files.some(({ missing }) => missing > 0) ? exitCodes.findings : exitCodes.nothingFound;
}

const separator = ' › ';
const phraseOf = ({ phrase: { before, mark, after } }: MissingEntry) => `${before}${mark}${after}`;

function printText(files: readonly FileGaps[], t: Localize): string {
  const lines = files.flatMap(({ path, gaps: found }) =>
    found.map((entry) => {
      const { line, character } = entry.range.start;
      const { before, mark, after } = entry.phrase;
      const hint = entry.certainty === 'maybe' ? ` (${t('hint')})` : '';
      const phrase = entry.insertAt === undefined ? `${before}⟦${mark}⟧${after}` : `${before}⟦⟧${mark}${after}`;
      return `${path}:${line + 1}:${character + 1} ${entry.name}${hint}  ${phrase}`;
    }),
  );
  const missing = files.reduce((sum, file) => sum + file.missing, 0);
  return `${[...lines, t('{0} file(s), missing data: {1}', files.length, missing)].join('\n')}\n`;
}

/** A fixed contract; positions are zero-based, UTF-16. */
function printJson(files: readonly FileGaps[]): string {
  const printed = files.map(({ path, missing, gaps: found }) => ({
    path,
    missing,
    gaps: found.map((entry) => {
      const { range, insertAt, kind, unit, field, name, section, certainty } = entry;
      return { range, insertAt, kind, unit, field, name, section, phrase: phraseOf(entry), certainty };
    }),
  }));
  return `${JSON.stringify({ files: printed }, undefined, 2)}\n`;
}

const columns = ['file', 'line', 'column', 'section', 'field', 'kind', 'unit', 'certainty', 'name', 'phrase'] as const;

function printCsv(files: readonly FileGaps[]): string {
  const rows = files.flatMap(({ path, gaps: found }) =>
    found.map((entry) => {
      const { range, section, field = '', kind, unit = '', certainty, name } = entry;
      const place = [range.start.line + 1, range.start.character + 1];
      return [path, ...place, section.join(separator), field, kind, unit, certainty, name, phraseOf(entry)];
    }),
  );
  return csvText([columns, ...rows]);
}
