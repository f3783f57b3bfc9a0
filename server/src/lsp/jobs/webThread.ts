import type { JobAnswer, JobRequest, StartThread } from './jobThreads.ts';
import { serveJob } from './serveJobs.ts';

const mark = 'report-writer-jobs';

/** What we use of a web worker's global scope. */
interface WorkerScope {
  readonly name: string;
  readonly location: { readonly href: string };
  onmessage: ((event: { readonly data: JobRequest }) => void) | null;
  postMessage(message: unknown): void;
}

interface WebWorker {
  onmessage: ((event: { readonly data: JobAnswer }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  postMessage(message: unknown): void;
  terminate(): void;
}

type WebWorkerConstructor = new (url: string, options: { readonly name: string }) => WebWorker;

const scope = globalThis as unknown as WorkerScope;

/** Starts the server's own script as a further worker; `undefined` where the browser has no workers within workers. */
export function webThreads(): StartThread | undefined {
  const { Worker } = globalThis as unknown as { Worker?: WebWorkerConstructor };
  const script = scope.location?.href;
  if (Worker === undefined || script === undefined) return undefined;
  return ({ answer, ended }) => {
    const worker = new Worker(script, { name: mark });
    worker.onmessage = ({ data }) => answer(data);
    worker.onerror = ({ message }) => ended(message ?? 'The worker could not be started.');
    return { post: (request) => worker.postMessage(request), end: () => worker.terminate() };
  };
}

/** On a worker of `webThreads`: serves jobs and gives true. */
export function serveJobsHere(): boolean {
  if (scope.name !== mark) return false;
  scope.onmessage = ({ data }) => void serveJob(data, (answer) => scope.postMessage(answer));
  return true;
}
