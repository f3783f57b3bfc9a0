import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CancellationToken } from 'vscode-languageserver';
import { exportHere } from '../lsp/exportHere.ts';
import { createNodeHost } from '../lsp/nodeHost.ts';
import { readPictures } from '../lsp/readPictures.ts';
import { parse } from './arguments.ts';
import { type ExitCode, exitCodes, Failure, type Terminal, UsageFailure } from './failure.ts';
import { readReportWithData } from './readData.ts';
import { uriOf } from './readReport.ts';
import { checkTarget, writeWhole } from './writeWhole.ts';

const options = {
  output: { type: 'string', short: 'o' },
  final: { type: 'boolean' },
  'refuse-gaps': { type: 'boolean' },
  'allow-gaps': { type: 'boolean' },
  'no-list': { type: 'boolean' },
} as const;

interface Task {
  readonly source: string;
  readonly target: string;
}

interface How {
  readonly final: boolean;
  /** Write nothing while data are missing. */
  readonly refuseGaps: boolean;
  /** List the missing data at the end of a draft. */
  readonly list: boolean;
}

/** `export FILE… -o OUT.docx [--final] [--refuse-gaps] [--allow-gaps] [--no-list]`; with several files `-o` is a folder. 1 when a report was refused. */
export async function exportReport(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { t, error } = terminal;
  const { values, positionals } = parse(args, options, t);
  if (values.output === undefined) throw new UsageFailure(t('Say where to write: -o OUT.docx'));
  const tasks = await tasksOf(positionals, values.output, terminal);
  const final = values.final === true;
  // A final file with gaps is what nobody wants by accident.
  const refuseGaps = values['allow-gaps'] !== true && (final || values['refuse-gaps'] === true);
  const how: How = { final, refuseGaps, list: values['no-list'] !== true };
  let failed = false;
  let refused = false;
  for (const task of tasks) {
    try {
      if (!(await exportOne(task, how, terminal))) refused = true;
    } catch (failure) {
      if (!(failure instanceof Failure) || tasks.length === 1) throw failure;
      error(`report-writer: ${failure.message}\n`);
      failed = true;
    }
  }
  if (failed) return exitCodes.couldNotRun;
  return refused ? exitCodes.findings : exitCodes.nothingFound;
}

async function tasksOf(sources: readonly string[], output: string, { t }: Terminal): Promise<readonly Task[]> {
  const [first, ...others] = sources;
  if (first === undefined) throw new UsageFailure(t('Name the report.'));
  const isFolder = (await stat(output).catch(() => undefined))?.isDirectory() === true;
  if (others.length === 0 && !isFolder) return [{ source: first, target: output }];
  if (!isFolder) throw new Failure(t('The folder {0} does not exist. Make it first, or choose another one.', output));
  const tasks = sources.map((source) => ({ source, target: join(output, `${withoutExtension(source)}.docx`) }));
  const targets = new Set(tasks.map(({ target }) => target.toLowerCase()));
  if (targets.size < tasks.length)
    throw new Failure(t('Two reports would be written to the same file in {0}. Export them one by one.', output));
  return tasks;
}

function withoutExtension(path: string): string {
  return basename(path).replace(/(?:\.report(?:\.md)?|\.md|\.txt)$/i, '');
}

/** Gives whether the file was written. */
async function exportOne(
  { source, target }: Task,
  { final, refuseGaps, list }: How,
  { out, error, t, locale }: Terminal,
): Promise<boolean> {
  await checkTarget(target, t);
  const { document, data } = await readReportWithData(source, t);
  if (refuseGaps && document.missingCount > 0) {
    error(
      `${t('{0} is not exported: data missing: {1}. See: report-writer gaps; --allow-gaps exports it all the same.', source, document.missingCount)}\n`,
    );
    return false;
  }
  const pictures = await readPictures(createNodeHost(), document, [uriOf('.')], CancellationToken.None);
  const job = { uri: document.uri, text: document.getText(), final, list, locale, sheets: data?.sheets, pictures };
  const { bytes, problems } = await exportHere(job, () => undefined, CancellationToken.None);
  await writeWhole(target, bytes, t);
  for (const { message, range } of problems) {
    error(`${source}${range === undefined ? '' : `:${range.start.line + 1}`} ${t('warning')} ${message}\n`);
  }
  out(`${t('Written: {0}', target)}\n`);
  return true;
}
