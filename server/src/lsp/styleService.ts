import { URI } from 'vscode-uri';
import type { ReportDocument } from '../engine/document.ts';
import { readStyle, type StyleRead, stylePathOf } from './readStyle.ts';
import type { Session } from './session.ts';

interface Entry {
  readonly document: ReportDocument;
  /** The path that was read last. */
  path: string | undefined;
  /** Grows with each reading: an older one that ends later is dropped. */
  reading: number;
  pending: Promise<void> | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
  read: StyleRead | undefined;
}

/** After a file changed on disk: programs write in several steps. */
const delay = 150;

/**
 * The style files of open reports. Owner: one a server. An entry is read anew when its report names another file or the client says that the
 * file changed; until then what was read stays good.
 */
export class StyleService {
  readonly #session: Session;
  readonly #changed: (document: ReportDocument) => void;
  readonly #entries = new Map<string, Entry>();
  /** Grows whenever a style was read anew: answers that depend on styles are old then. */
  generation = 0;

  constructor(session: Session, changed: (document: ReportDocument) => void) {
    this.#session = session;
    this.#changed = changed;
  }

  /** What is known by now. */
  of(uri: string): StyleRead | undefined {
    return this.#entries.get(uri)?.read;
  }

  /** The style as the file is now: waits for a reading that is under way or planned. */
  async ready(uri: string): Promise<StyleRead | undefined> {
    const entry = this.#entries.get(uri);
    if (entry === undefined) return undefined;
    if (entry.timer !== undefined) this.#read(entry);
    while (entry.pending !== undefined) await entry.pending;
    return entry.read;
  }

  /** After opening and after each change. */
  changed(document: ReportDocument): void {
    const path = stylePathOf(document);
    const known = this.#entries.get(document.uri);
    if (known?.document === document) {
      if (known.path === path) return;
      known.path = path;
      this.#read(known);
      return;
    }
    this.closed(document);
    const entry: Entry = { document, path, reading: 0, pending: undefined, timer: undefined, read: undefined };
    this.#entries.set(document.uri, entry);
    if (path !== undefined) this.#read(entry);
  }

  closed({ uri }: ReportDocument): void {
    clearTimeout(this.#entries.get(uri)?.timer);
    this.#entries.delete(uri);
  }

  /** Files (URIs) were made, changed or deleted. */
  filesChanged(uris: readonly string[]): void {
    const changed = new Set(uris.map(plain));
    for (const entry of this.#entries.values()) {
      const file = entry.read?.file;
      if (file === undefined || !changed.has(plain(file))) continue;
      clearTimeout(entry.timer);
      entry.timer = setTimeout(() => this.#read(entry), delay);
    }
  }

  stop(): void {
    for (const { document } of [...this.#entries.values()]) this.closed(document);
  }

  #read(entry: Entry): void {
    clearTimeout(entry.timer);
    entry.timer = undefined;
    entry.reading += 1;
    const { reading } = entry;
    const done = this.#readNow(entry, reading)
      .catch((error) => this.#session.report('readStyle', error))
      .then(() => {
        if (entry.pending === done) entry.pending = undefined;
      });
    entry.pending = done;
  }

  async #readNow(entry: Entry, reading: number): Promise<void> {
    const { host, folders } = this.#session;
    const read = await readStyle(host, entry.document, folders);
    // Closed, opened anew or read again meanwhile.
    if (entry.reading !== reading || this.#entries.get(entry.document.uri) !== entry) return;
    if (JSON.stringify(read) === JSON.stringify(entry.read)) return;
    entry.read = read;
    this.generation += 1;
    this.#changed(entry.document);
  }
}

/** One spelling of a URI: clients encode more or less of it. */
const plain = (uri: string): string => URI.parse(uri).toString();
