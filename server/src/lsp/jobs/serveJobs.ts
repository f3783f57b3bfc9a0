import { CancellationToken } from 'vscode-languageserver';
import { runJobHere } from './jobs.ts';
import type { JobAnswer, JobRequest } from './jobThreads.ts';

/** A thread's whole life: the jobs it is sent, one after the other. To cancel one its owner ends the thread. */
export async function serveJob({ name, input }: JobRequest, tell: (answer: JobAnswer) => void): Promise<void> {
  try {
    const output = await runJobHere(name, input, (percentage) => tell({ kind: 'step', percentage }), CancellationToken.None);
    tell({ kind: 'done', output });
  } catch (error) {
    tell({ kind: 'failed', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
