import type { ReportDocument } from '../engine/document.ts';
import { plainUri } from './paths.ts';
import { Rereading } from './rereading.ts';

export interface ReadingOptions<T> {
  /** What of a report says which files it names: when it changes, they are read anew. `undefined` where it names none. */
  readonly keyOf: (document: ReportDocument) => string | undefined;
  /** Whether the reading waits until the key rests: it changes at each keystroke. */
  readonly waits: boolean;
  /** `undefined` where the report names no file. */
  readonly read: (document: ReportDocument) => Promise<T | undefined>;
  /** The files (URIs) that were read, or looked for. */
  readonly filesOf: (read: T) => Iterable<string>;
  /** Told after each reading. */
  readonly changed: (document: ReportDocument, now: T | undefined, before: T | undefined) => void;
  readonly failed: (error: unknown) => void;
}

interface Entry<T> {
  readonly document: ReportDocument;
  readonly rereading: Rereading;
  key: string | undefined;
  read: T | undefined;
}

/** After a keystroke, and after a file changed on disk: programs write in several steps. */
const delay = 150;

/**
 * What the files say that open reports name. Owner: a service, one a server. An entry is read anew when its report names other files or the
 * client says that one of them changed; until then what was read stays good.
 */
export class ReportReadings<T> {
  readonly #options: ReadingOptions<T>;
  readonly #entries = new Map<string, Entry<T>>();

  constructor(options: ReadingOptions<T>) {
    this.#options = options;
  }

  /** What is known by now. */
  of(uri: string): T | undefined {
    return this.#entries.get(uri)?.read;
  }

  /** What the files say now: waits for a reading that is under way or planned. */
  async ready(uri: string): Promise<T | undefined> {
    const entry = this.#entries.get(uri);
    await entry?.rereading.ready();
    return entry?.read;
  }

  /** After opening and after each change. */
  changed(document: ReportDocument): void {
    const { keyOf, waits, failed } = this.#options;
    const key = keyOf(document);
    const known = this.#entries.get(document.uri);
    if (known?.document === document) {
      if (known.key === key) return;
      known.key = key;
      if (waits) known.rereading.plan();
      else known.rereading.now();
      return;
    }
    this.closed(document);
    const rereading = new Rereading((isLatest) => this.#read(entry, isLatest), failed, delay);
    const entry: Entry<T> = { document, rereading, key, read: undefined };
    this.#entries.set(document.uri, entry);
    if (key !== undefined) rereading.now();
  }

  closed({ uri }: ReportDocument): void {
    this.#entries.get(uri)?.rereading.stop();
    this.#entries.delete(uri);
  }

  /** Files (URIs) were made, changed or deleted. */
  filesChanged(uris: readonly string[]): void {
    const changed = new Set(uris.map(plainUri));
    for (const { read, rereading } of this.#entries.values()) {
      if (read !== undefined && [...this.#options.filesOf(read)].some((file) => changed.has(plainUri(file)))) rereading.plan();
    }
  }

  stop(): void {
    for (const { document } of [...this.#entries.values()]) this.closed(document);
  }

  async #read(entry: Entry<T>, isLatest: () => boolean): Promise<void> {
    const fresh = await this.#options.read(entry.document);
    if (!isLatest()) return;
    const before = entry.read;
    entry.read = fresh;
    this.#options.changed(entry.document, fresh, before);
  }
}
