import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CancellationToken } from 'vscode-languageserver';
import { exportHere } from '../lsp/exportHere.ts';
import { createNodeHost } from '../lsp/nodeHost.ts';
import { readPictures } from '../lsp/readPictures.ts';
import { parse } from './arguments.ts';
import { type ExitCode, exitCodes, Failure, type Terminal, UsageFailure } from './failure.ts';
import { readReport, uriOf } from './readReport.ts';
import { checkTarget, writeWhole } from './writeWhole.ts';

const options = { output: { type: 'string', short: 'o' }, final: { type: 'boolean' } } as const;

interface Task {
  readonly source: string;
  readonly target: string;
}

/** `export FILE… -o OUT.docx [--final]`; with several files `-o` is a folder. */
export async function exportReport(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { t, error } = terminal;
  const { values, positionals } = parse(args, options, t);
  if (values.output === undefined) throw new UsageFailure(t('Say where to write: -o OUT.docx'));
  const tasks = await tasksOf(positionals, values.output, terminal);
  let failed = false;
  for (const task of tasks) {
    try {
      await exportOne(task, values.final === true, terminal);
    } catch (failure) {
      if (!(failure instanceof Failure) || tasks.length === 1) throw failure;
      error(`report-writer: ${failure.message}\n`);
      failed = true;
    }
  }
  return failed ? exitCodes.couldNotRun : exitCodes.nothingFound;
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

async function exportOne({ source, target }: Task, final: boolean, { out, error, t, locale }: Terminal): Promise<void> {
  await checkTarget(target, t);
  const document = await readReport(source, t);
  const pictures = await readPictures(createNodeHost(), document, [uriOf('.')], CancellationToken.None);
  const job = { uri: document.uri, text: document.getText(), final, locale, pictures };
  const { bytes, problems } = await exportHere(job, () => undefined, CancellationToken.None);
  await writeWhole(target, bytes, t);
  for (const { message, range } of problems) {
    error(`${source}${range === undefined ? '' : `:${range.start.line + 1}`} ${t('warning')} ${message}\n`);
  }
  out(`${t('Written: {0}', target)}\n`);
}
