import type { Localize } from '../wording/localize.ts';

/** The command cannot go on: the message, in the user's language, names the file and what to do. Ends with exit code 2. */
export class Failure extends Error {}

/** The command was called in a wrong way: the usage is worth a look. Ends with exit code 2. */
export class UsageFailure extends Failure {}

export const exitCodes = { nothingFound: 0, findings: 1, couldNotRun: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Where a command writes, and in which language. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly t: Localize;
  /** As in the environment: `zh_CN.UTF-8`. */
  readonly locale: string | undefined;
  /** The built server, whose threads take several reports at a time; without it they are done one after the other. */
  readonly workerFile?: string;
}
