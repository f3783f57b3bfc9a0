import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { JobAnswer, JobRequest, StartThread } from './jobThreads.ts';
import { serveJob } from './serveJobs.ts';

const mark = 'report-writer-jobs';

/** Starts worker threads with a built file that calls `serveJobsHere`. */
export function nodeThreads(workerFile: string): StartThread {
  return ({ answer, ended }) => {
    const worker = new Worker(workerFile, { workerData: mark });
    worker.on('message', (message: JobAnswer) => {
      // Without work it holds nobody back from ending.
      if (message.kind !== 'step') worker.unref();
      answer(message);
    });
    worker.on('error', (error) => ended(error.stack ?? error.message));
    worker.on('exit', (code) => ended(`The worker ended with code ${code}.`));
    return {
      post(request) {
        worker.ref();
        worker.postMessage(request);
      },
      end: () => void worker.terminate(),
    };
  };
}

/** On a thread of `nodeThreads`: serves jobs and gives true. */
export function serveJobsHere(): boolean {
  if (isMainThread || workerData !== mark) return false;
  parentPort?.on('message', (request: JobRequest) => void serveJob(request, (answer) => parentPort?.postMessage(answer)));
  return true;
}
