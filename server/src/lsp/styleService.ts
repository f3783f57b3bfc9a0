import type { ReportDocument } from '../engine/document.ts';
import { plainUri } from './paths.ts';
import { readStyle, type StyleRead, stylePathOf } from './readStyle.ts';
import { Rereading } from './rereading.ts';
import type { Session } from './session.ts';

interface Entry {
  readonly document: ReportDocument;
  /** The path that was read last. */
  path: string | undefined;
  readonly rereading: Rereading;
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
    await entry.rereading.ready();
    return entry.read;
  }

  /** After opening and after each change. */
  changed(document: ReportDocument): void {
    const path = stylePathOf(document);
    const known = this.#entries.get(document.uri);
    if (known?.document === document) {
      if (known.path === path) return;
      known.path = path;
      known.rereading.now();
      return;
    }
    this.closed(document);
    const failed = (error: unknown) => this.#session.report('readStyle', error);
    const rereading = new Rereading((isLatest) => this.#read(entry, isLatest), failed, delay);
    const entry: Entry = { document, path, rereading, read: undefined };
    this.#entries.set(document.uri, entry);
    if (path !== undefined) rereading.now();
  }

  closed({ uri }: ReportDocument): void {
    this.#entries.get(uri)?.rereading.stop();
    this.#entries.delete(uri);
  }

  /** Files (URIs) were made, changed or deleted. */
  filesChanged(uris: readonly string[]): void {
    const changed = new Set(uris.map(plainUri));
    for (const entry of this.#entries.values()) {
      const file = entry.read?.file;
      if (file !== undefined && changed.has(plainUri(file))) entry.rereading.plan();
    }
  }

  stop(): void {
    for (const { document } of [...this.#entries.values()]) this.closed(document);
  }

  async #read(entry: Entry, isLatest: () => boolean): Promise<void> {
    const { host, folders } = this.#session;
    const read = await readStyle(host, entry.document, folders);
    if (!isLatest() || JSON.stringify(read) === JSON.stringify(entry.read)) return;
    entry.read = read;
    this.generation += 1;
    this.#changed(entry.document);
  }
}
