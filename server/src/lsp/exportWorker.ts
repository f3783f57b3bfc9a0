import { parentPort, workerData } from 'node:worker_threads';
import { CancellationToken } from 'vscode-languageserver';
import { exportHere } from './exportHere.ts';
import type { ExportJob, ExportOutcome } from './exportJob.ts';

/** What the worker tells the server: steps, then one end. */
export type WorkerMessage =
  | { readonly kind: 'step' /** 0–100. */; readonly percentage: number }
  | { readonly kind: 'done'; readonly outcome: ExportOutcome }
  | { readonly kind: 'failed'; readonly stack: string };

/** The job this thread was started for; `undefined` on the server's own thread. */
export function exportJobOfThisThread(): ExportJob | undefined {
  return (workerData as { reportWriterExport?: ExportJob } | null)?.reportWriterExport;
}

/** The worker's whole life: one export. The server ends the thread, also to cancel it. */
export async function runExportWorker(job: ExportJob): Promise<void> {
  const tell = (message: WorkerMessage) => parentPort?.postMessage(message);
  try {
    const outcome = await exportHere(job, (percentage) => tell({ kind: 'step', percentage }), CancellationToken.None);
    tell({ kind: 'done', outcome });
  } catch (error) {
    tell({ kind: 'failed', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
