import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, extname, join } from 'node:path';
import { CancellationToken } from 'vscode-languageserver';
import { type RunJob, runJobHere } from '../lsp/jobs/jobs.ts';
import { JobThreads } from '../lsp/jobs/jobThreads.ts';
import { nodeThreads } from '../lsp/jobs/nodeThread.ts';
import { createNodeHost } from '../lsp/nodeHost.ts';
import { readPictures } from '../lsp/readPictures.ts';
import { deviationsOf, deviationsText } from '../render/layout/deviations.ts';
import { layoutOf } from '../render/layout/layoutOf.ts';
import { makePdf } from '../system/makePdf.ts';
import { findPdfProgram, type PdfProgram } from '../system/pdfProgram.ts';
import type { Localize } from '../wording/localize.ts';
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
  deviations: { type: 'boolean' },
  jobs: { type: 'string', short: 'j' },
} as const;

interface Task {
  readonly source: string;
  /** Ends in .pdf for a PDF; anything else is a Word file. */
  readonly target: string;
}

interface How {
  readonly final: boolean;
  /** Write nothing while data are missing. */
  readonly refuseGaps: boolean;
  /** List the missing data at the end of a draft. */
  readonly list: boolean;
  /** Print in what the layout differs from the standard. */
  readonly deviations: boolean;
  readonly runJob: RunJob;
}

/** What one report has to say at its end; several reports do not speak at once. */
interface Outcome {
  readonly code: ExitCode;
  readonly out?: string;
  readonly errors: readonly string[];
}

/**
 * `export FILE… -o OUT.docx [--final] [--refuse-gaps] [--allow-gaps] [--no-list] [--deviations] [--jobs N]`; OUT.pdf makes a PDF; with several files `-o` is a
 * folder. 1 when a report was refused.
 */
export async function exportReport(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { t, out, error, workerFile } = terminal;
  const { values, positionals } = parse(args, options, t);
  if (values.output === undefined) throw new UsageFailure(t('Say where to write: -o OUT.docx'));
  const tasks = await tasksOf(positionals, values.output, terminal);
  const jobs = Math.min(tasks.length, jobsOf(values.jobs, terminal));
  const final = values.final === true;
  const threads = jobs > 1 && workerFile !== undefined ? new JobThreads(nodeThreads(workerFile)) : undefined;
  const how: How = {
    final,
    // A final file with gaps is what nobody wants by accident.
    refuseGaps: values['allow-gaps'] !== true && (final || values['refuse-gaps'] === true),
    list: values['no-list'] !== true,
    deviations: values.deviations === true,
    runJob: threads?.run ?? runJobHere,
  };
  const codes: ExitCode[] = [];
  await inOrder(
    tasks,
    jobs,
    (task) => exportOne(task, how, terminal),
    (outcome) => {
      for (const line of outcome.errors) error(`${line}\n`);
      if (outcome.out !== undefined) out(`${outcome.out}\n`);
      codes.push(outcome.code);
    },
  );
  threads?.dispose();
  return ([exitCodes.couldNotRun, exitCodes.findings] as const).find((code) => codes.includes(code)) ?? exitCodes.nothingFound;
}

/** Does `limit` items at a time and tells the results in the items' order. */
async function inOrder<T, R>(items: readonly T[], limit: number, work: (item: T) => Promise<R>, tell: (result: R) => void): Promise<void> {
  const running: Promise<R>[] = [];
  let next = 0;
  for (let told = 0; told < items.length; told += 1) {
    for (; next < items.length && next < told + limit; next += 1) {
      const result = work(items[next] as T);
      // It is told in its turn; until then nobody waits for it.
      result.catch(() => undefined);
      running.push(result);
    }
    tell(await (running[told] as Promise<R>));
  }
}

/** As many reports at a time as the machine has cores, if nobody says otherwise. */
function jobsOf(given: string | undefined, { t }: Terminal): number {
  if (given === undefined) return availableParallelism();
  if (!/^[1-9]\d{0,2}$/.test(given)) throw new UsageFailure(t('--jobs needs a number from 1 to 999, not “{0}”.', given));
  return Number(given);
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

/** Exports one report; what stands in the way is told in the outcome. */
async function exportOne(task: Task, how: How, terminal: Terminal): Promise<Outcome> {
  try {
    return await writeOne(task, how, terminal);
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    return { code: exitCodes.couldNotRun, errors: [`report-writer: ${failure.message}`] };
  }
}

async function writeOne(
  { source, target }: Task,
  { final, refuseGaps, list, deviations, runJob }: How,
  { t, locale }: Terminal,
): Promise<Outcome> {
  await checkTarget(target, t);
  const { document, data, style } = await readReportWithData(source, t);
  if (refuseGaps && document.missingCount > 0) {
    const refused = t(
      '{0} is not exported: data missing: {1}. See: report-writer gaps; --allow-gaps exports it all the same.',
      source,
      document.missingCount,
    );
    return { code: exitCodes.findings, errors: [refused] };
  }
  const program = extname(target).toLowerCase() === '.pdf' ? await pdfProgram(t) : undefined;
  const pictures = await readPictures(createNodeHost(), document, [uriOf('.')], CancellationToken.None);
  const format = program?.kind === 'browser' ? 'html' : 'docx';
  const job = { uri: document.uri, text: document.getText(), format, final, list, locale, sheets: data?.sheets, style, pictures } as const;
  const { bytes, problems } = await runJob('export', job, () => undefined, CancellationToken.None);
  await writeWhole(target, program === undefined ? bytes : await pdfOf(program, bytes, target, t), t);
  const errors = problems.map(
    ({ message, range }) => `${source}${range === undefined ? '' : `:${range.start.line + 1}`} ${t('warning')} ${message}`,
  );
  const listed = deviations ? `\n${deviationsText(deviationsOf(layoutOf(document, undefined, style?.style), t), t)}` : '';
  return { code: exitCodes.nothingFound, out: `${t('Written: {0}', target)}${listed}`, errors };
}

async function pdfProgram(t: Localize): Promise<PdfProgram> {
  const program = await findPdfProgram();
  if (program === undefined) {
    throw new Failure(t('A PDF needs LibreOffice, Chromium, Chrome or Edge, and none is here. Install one, or export to .docx.'));
  }
  return program;
}

async function pdfOf(program: PdfProgram, bytes: Uint8Array, target: string, t: Localize): Promise<Uint8Array> {
  try {
    return await makePdf(program, bytes, new AbortController().signal);
  } catch (error) {
    throw new Failure(
      t('{0} is not written: {1} failed: {2}', target, program.path, error instanceof Error ? error.message : String(error)),
    );
  }
}
