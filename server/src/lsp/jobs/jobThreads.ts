import type { CancellationToken } from 'vscode-languageserver';
import type { JobName, Jobs, RunJob, Step } from './jobs.ts';

/** Pool → thread. */
export interface JobRequest<N extends JobName = JobName> {
  readonly name: N;
  readonly input: Jobs[N]['input'];
}

/** Thread → pool: steps, then one end. */
export type JobAnswer =
  | { readonly kind: 'step'; readonly percentage: number }
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'failed'; readonly stack: string };

/** A thread of Node or of the browser. */
export interface JobThread {
  post(request: JobRequest): void;
  end(): void;
}

/** What a thread tells its owner. */
export interface JobThreadListener {
  readonly answer: (answer: JobAnswer) => void;
  /** It ended without being asked to. */
  readonly ended: (reason: string) => void;
}

export type StartThread = (listener: JobThreadListener) => JobThread;

/** A thread without work is kept so long, in milliseconds: the next export finds the Word library loaded. */
const idleTime = 30_000;

interface Member {
  readonly thread: JobThread;
  listener: JobThreadListener | undefined;
  /** It has said something: it could be started. */
  answered: boolean;
  idle: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Threads for long work, started when needed and one job at a time each. A cancelled job ends its thread, so it takes effect at once whatever
 * the thread is doing.
 */
export class JobThreads {
  readonly #start: StartThread;
  readonly #instead: RunJob | undefined;
  readonly #free: Member[] = [];

  /** `instead`: what runs a job where its thread cannot be started. */
  constructor(start: StartThread, instead?: RunJob) {
    this.#start = start;
    this.#instead = instead;
  }

  readonly run: RunJob = (name, input, step, token) => this.#run(name, input, step, token);

  /** Ends the threads that have nothing to do. */
  dispose(): void {
    for (const member of this.#free.splice(0)) end(member);
  }

  #run<N extends JobName>(name: N, input: Jobs[N]['input'], step: Step, token: CancellationToken): Promise<Jobs[N]['output']> {
    return new Promise((resolve, reject) => {
      if (token.isCancellationRequested) return reject(new Error('cancelled'));
      const member = this.#take();
      const settle = (conclude: () => void, keep: boolean) => {
        cancellation.dispose();
        member.listener = undefined;
        if (keep) this.#keep(member);
        else end(member);
        conclude();
      };
      const cancellation = token.onCancellationRequested(() => settle(() => reject(new Error('cancelled')), false));
      member.listener = {
        answer: (answer) => {
          if (answer.kind === 'step') step(answer.percentage);
          else if (answer.kind === 'done') settle(() => resolve(answer.output as Jobs[N]['output']), true);
          else settle(() => reject(new Error(answer.stack)), true);
        },
        ended: (reason) =>
          settle(() => {
            if (this.#instead !== undefined && !member.answered) this.#instead(name, input, step, token).then(resolve, reject);
            else reject(new Error(reason));
          }, false),
      };
      member.thread.post({ name, input });
    });
  }

  #take(): Member {
    const kept = this.#free.pop();
    clearTimeout(kept?.idle);
    if (kept !== undefined) return kept;
    const member: Member = {
      thread: this.#start({
        answer: (answer) => {
          member.answered = true;
          member.listener?.answer(answer);
        },
        ended: (reason) => {
          if (member.listener !== undefined) member.listener.ended(reason);
          else this.#forget(member);
        },
      }),
      listener: undefined,
      answered: false,
      idle: undefined,
    };
    return member;
  }

  #keep(member: Member): void {
    member.idle = setTimeout(() => {
      this.#forget(member);
      end(member);
    }, idleTime);
    // On Node a kept thread holds nobody back from ending.
    (member.idle as { unref?: () => void }).unref?.();
    this.#free.push(member);
  }

  #forget(member: Member): void {
    const index = this.#free.indexOf(member);
    if (index >= 0) this.#free.splice(index, 1);
  }
}

function end(member: Member): void {
  clearTimeout(member.idle);
  member.thread.end();
}
