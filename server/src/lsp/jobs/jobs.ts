import type { CancellationToken } from 'vscode-languageserver';
import type { DataSheet } from '../../data/sheet.ts';
import type { DocxImport } from '../../import/importDocx.ts';
import type { CompareJob, CompareOutcome } from './compareJob.ts';
import type { ExportJob, ExportOutcome } from './exportJob.ts';
import type { ImportJob } from './importJob.ts';
import type { SheetJob } from './sheetJob.ts';

/** Work that may take long: what goes in and what comes out, plain data both, so that a thread can take it along. */
export interface Jobs {
  readonly compare: { readonly input: CompareJob; readonly output: CompareOutcome };
  readonly export: { readonly input: ExportJob; readonly output: ExportOutcome };
  readonly import: { readonly input: ImportJob; readonly output: DocxImport };
  readonly sheet: { readonly input: SheetJob; readonly output: DataSheet };
}

export type JobName = keyof Jobs;

/** Told how far a job is, 0–100. */
export type Step = (percentage: number) => void;

/** Runs a job. Rejects when it is cancelled or fails. */
export type RunJob = <N extends JobName>(
  name: N,
  input: Jobs[N]['input'],
  step: Step,
  token: CancellationToken,
) => Promise<Jobs[N]['output']>;

type Runner<N extends JobName> = (
  input: Jobs[N]['input'],
  step: Step,
  token: CancellationToken,
) => Jobs[N]['output'] | Promise<Jobs[N]['output']>;

/** Loaded when first needed: the Word library is large. */
const runners: { readonly [N in JobName]: () => Promise<Runner<N>> } = {
  compare: async () => (await import('./compareJob.ts')).runCompareJob,
  export: async () => (await import('./exportJob.ts')).runExportJob,
  import: async () => (await import('./importJob.ts')).runImportJob,
  sheet: async () => (await import('./sheetJob.ts')).runSheetJob,
};

/** The job on the calling thread. */
export const runJobHere: RunJob = async (name, input, step, token) => {
  const run = await runners[name]();
  return await run(input, step, token);
};
