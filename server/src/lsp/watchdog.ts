/** What the watchdog needs: a clock in milliseconds and a log. */
export interface WatchdogOptions {
  readonly now: () => number;
  readonly log: (message: string) => void;
}

const period = 1000;
const tooLong = 2000;

/** Logs when the event loop stood still for more than two seconds, with the request that was at work. */
export class Watchdog {
  #last = '';
  readonly #timer: ReturnType<typeof setInterval>;

  constructor({ now, log }: WatchdogOptions) {
    let before = now();
    this.#timer = setInterval(() => {
      const busy = now() - before - period;
      if (busy > tooLong) log(`The server did not answer for ${Math.round(busy)} ms; the last request was ${this.#last || 'none'}.`);
      before = now();
    }, period);
    // On Node an idle watchdog must not keep the process alive.
    (this.#timer as { unref?: () => void }).unref?.();
  }

  note(request: string): void {
    this.#last = request;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
