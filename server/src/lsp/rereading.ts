/**
 * Reads one thing from files, and again whenever it may have changed. Owner: the service that keeps what was read. The reading itself asks
 * `isLatest` when it has waited for files: a reading that another one has overtaken, or that was stopped, must keep nothing.
 */
export class Rereading {
  readonly #read: (isLatest: () => boolean) => Promise<void>;
  readonly #failed: (error: unknown) => void;
  readonly #delay: number;
  /** Grows with each reading. */
  #latest = 0;
  #underWay: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `delay` (ms): how long a planned reading waits for more to change; programs write files in several steps. */
  constructor(read: (isLatest: () => boolean) => Promise<void>, failed: (error: unknown) => void, delay: number) {
    this.#read = read;
    this.#failed = failed;
    this.#delay = delay;
  }

  /** Reads when nothing has changed for a while: each call begins the wait anew. */
  plan(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), this.#delay);
  }

  /** Reads at once, in place of a planned reading. */
  now(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#latest += 1;
    const reading = this.#latest;
    const done = this.#read(() => reading === this.#latest)
      .catch(this.#failed)
      .then(() => {
        if (this.#underWay === done) this.#underWay = undefined;
      });
    this.#underWay = done;
  }

  /** When all that was planned or under way is read; a planned reading begins at once. */
  async ready(): Promise<void> {
    if (this.#timer !== undefined) this.now();
    while (this.#underWay !== undefined) await this.#underWay;
  }

  /** Forgets a planned reading; one under way is the latest no more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#latest += 1;
  }
}
