import { CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Where an unknown error is told of; each distinct stack once. */
export type ReportError = (name: string, error: unknown) => void;

/** Says which request is at work, for the watchdog's log. */
export type NoteRequest = (name: string) => void;

type Answer<R> = R | ResponseError<never>;
type Handler<P, R> = (params: P, token?: CancellationToken) => Answer<R> | Promise<Answer<R>>;

export type Handle = <P, R>(name: string, empty: R, answer: (params: P, token: CancellationToken) => R | Promise<R>) => Handler<P, R>;

/**
 * The one place where cancellation and errors become LSP answers: a cancelled request gives `RequestCancelled`, a thrown
 * `ResponseError` (`ContentModified`, say) is passed on, and anything else is reported and gives `empty`, so a fault in one
 * feature never takes the others down.
 */
export function makeHandle(report: ReportError, note: NoteRequest): Handle {
  return (name, empty, answer) => {
    const failed = (error: unknown, token: CancellationToken) => {
      if (token.isCancellationRequested) return cancelled();
      if (error instanceof ResponseError) return error as ResponseError<never>;
      report(name, error);
      return empty;
    };
    // A message without params gives the token alone.
    return (params, token = CancellationToken.None) => {
      if (token.isCancellationRequested) return cancelled();
      note(name);
      try {
        const result = answer(params, token);
        if (!(result instanceof Promise)) return token.isCancellationRequested ? cancelled() : result;
        return result.then(
          (value) => (token.isCancellationRequested ? cancelled() : value),
          (error) => failed(error, token),
        );
      } catch (error) {
        return failed(error, token);
      }
    };
  };
}

/** Logs each distinct stack once: a rule that fails at each keystroke must not fill the log. */
export function makeErrorReporter(log: (message: string) => void): ReportError {
  const seen = new Set<string>();
  return (name, error) => {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (seen.has(stack) || seen.size >= 1000) return;
    seen.add(stack);
    log(`${name} failed: ${stack}`);
  };
}

function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'Request cancelled.');
}
