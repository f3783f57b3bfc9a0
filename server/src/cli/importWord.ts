import { mkdir, open, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CancellationToken } from 'vscode-languageserver';
import { runJobHere } from '../lsp/jobs/jobs.ts';
import { documentName, mostDocumentBytes, pictureFolderName } from '../protocol/import.ts';
import type { Localize } from '../wording/localize.ts';
import { parse } from './arguments.ts';
import { type ExitCode, exitCodes, Failure, type Terminal, UsageFailure } from './failure.ts';
import { checkTarget, writeWhole } from './writeWhole.ts';

const options = { output: { type: 'string', short: 'o' }, force: { type: 'boolean' } } as const;

interface Task {
  readonly source: string;
  readonly target: string;
}

/** `import FILE.docx… [-o OUT.report] [--force]`; with several files `-o` is a folder; without it each report goes beside its document. */
export async function importWord(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { t, error } = terminal;
  const { values, positionals } = parse(args, options, t);
  const tasks = await tasksOf(positionals, values.output, terminal);
  let failed = false;
  for (const task of tasks) {
    try {
      await importOne(task, values.force === true, terminal);
    } catch (failure) {
      if (!(failure instanceof Failure) || tasks.length === 1) throw failure;
      error(`report-writer: ${failure.message}\n`);
      failed = true;
    }
  }
  return failed ? exitCodes.couldNotRun : exitCodes.nothingFound;
}

async function tasksOf(sources: readonly string[], output: string | undefined, { t }: Terminal): Promise<readonly Task[]> {
  const [only, ...others] = sources;
  if (only === undefined) throw new UsageFailure(t('Name the Word document.'));
  const nameOf = (source: string): string => `${documentName(basename(source))}.report`;
  const isFolder = output !== undefined && (await stat(output).catch(() => undefined))?.isDirectory() === true;
  if (others.length > 0 && output !== undefined && !isFolder)
    throw new UsageFailure(t('Several documents: -o names a folder that exists.'));
  const tasks = sources.map((source): Task => {
    if (output === undefined) return { source, target: join(dirname(source), nameOf(source)) };
    return { source, target: isFolder ? join(output, nameOf(source)) : output };
  });
  if (new Set(tasks.map(({ target }) => target.toLowerCase())).size < tasks.length)
    throw new Failure(t('Two documents would become the same report. Import them one by one.'));
  return tasks;
}

async function importOne({ source, target }: Task, force: boolean, { out, error, t, locale }: Terminal): Promise<void> {
  await checkTarget(target, t);
  if (!force) await refuseTaken(target, t);
  const bytes = await readDocument(source, t);
  const folder = await pictureFolder(target, force);
  const made = await runJobHere('import', { bytes, pictureFolder: basename(folder), locale }, () => undefined, CancellationToken.None);
  if (made.kind === 'refused') throw new Failure(`${source}: ${made.message}`);
  const isNew = made.pictures.length > 0 && (await mkdir(folder, { recursive: true })) !== undefined;
  try {
    for (const picture of made.pictures) await writeWhole(join(folder, picture.name), picture.bytes, t);
    // Last, so that a report never stands there without its pictures; and whole, so not by an exclusive write.
    if (!force) await refuseTaken(target, t);
    await writeWhole(target, made.text, t);
  } catch (failure) {
    if (isNew) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    throw failure;
  }
  for (const { message, line } of made.remarks) error(`${target}${line === undefined ? '' : `:${line + 1}`} ${t('remark')} ${message}\n`);
  out(`${t('Written: {0}', target)}\n`);
}

async function refuseTaken(target: string, t: Localize): Promise<void> {
  if (await exists(target)) throw new Failure(t('{0} exists already and is left as it is. Choose another name, or say --force.', target));
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

async function readDocument(source: string, t: Localize): Promise<Uint8Array> {
  try {
    const handle = await open(source, 'r');
    try {
      const { size } = await handle.stat();
      if (size > mostDocumentBytes)
        throw new Failure(
          t('{0} is too large ({1} MB at most): take out pictures, or import it in parts.', source, mostDocumentBytes / 1_000_000),
        );
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(t('{0} cannot be read: {1}', source, (error as Error).message));
  }
}

/** Beside the report; a folder that is there is left alone, unless its report is to be replaced. */
async function pictureFolder(target: string, force: boolean): Promise<string> {
  const name = pictureFolderName(basename(target).replace(/\.report(?:\.md)?$/i, ''));
  const path = (count: number): string => join(dirname(target), count === 1 ? name : name.replace(/\.assets$/, `-${count}.assets`));
  let count = 1;
  while (!force && count < 1000 && (await exists(path(count)))) count++;
  return path(count);
}
