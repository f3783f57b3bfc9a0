/** Waits before each new start, in milliseconds: a server that crashes at once must not spin. */
const waits: readonly number[] = [500, 2_000, 8_000, 30_000];
/** A server that lived so long, in milliseconds, is healthy: its next crash counts as the first. */
const healthy = 3 * 60_000;

/** Says after a crash how long to wait until the next start, and when to give up. */
export class RestartPolicy {
  readonly #now: () => number;
  #crashes = 0;
  #started = 0;

  /** `now` gives milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  started(): void {
    this.#started = this.#now();
  }

  /** Milliseconds to wait; `undefined` after the fifth crash: give up and ask. */
  crashed(): number | undefined {
    if (this.#started > 0 && this.#now() - this.#started >= healthy) this.#crashes = 0;
    const wait = waits[this.#crashes];
    this.#crashes += 1;
    return wait;
  }

  /** The writer asked for a new start. */
  reset(): void {
    this.#crashes = 0;
  }
}
