import { CancellationToken } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { type ReportData, reportDataOf } from '../data/reportData.ts';
import type { DocumentChange, ReportDocument } from '../engine/document.ts';
import { readSheets } from './readSheets.ts';
import type { Session } from './session.ts';

/** Told when a document has other data than before, with the lines that print something else. */
export type DataListener = (document: ReportDocument, change: DocumentChange) => void;

interface Entry {
  readonly document: ReportDocument;
  /** The front matter that was read last. */
  frontMatter: string;
  /** Grows with each reading: an older one that ends later is dropped. */
  reading: number;
  pending: Promise<void> | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
  files: ReadonlyMap<string, string>;
  data: ReportData | undefined;
}

/** After a keystroke in the front matter, and after a file changed on disk: programs write in several steps. */
const delay = 150;
const mostLines = 500;

/**
 * The data of open reports. Owner: one a server. An entry is read anew when the front matter of its report changes or the client says that
 * one of its files did; until then what was read stays good.
 */
export class DataService {
  readonly #session: Session;
  readonly #changed: DataListener;
  readonly #entries = new Map<string, Entry>();

  constructor(session: Session, changed: DataListener) {
    this.#session = session;
    this.#changed = changed;
  }

  /** What is known by now. */
  of(uri: string): ReportData | undefined {
    return this.#entries.get(uri)?.data;
  }

  /** The file (a URI) behind a path that a report names. */
  fileOf(uri: string, path: string): string | undefined {
    return this.#entries.get(uri)?.files.get(path);
  }

  /** The data of a report as the files are now: waits for a reading that is under way or planned. */
  async ready(uri: string): Promise<ReportData | undefined> {
    const entry = this.#entries.get(uri);
    if (entry === undefined) return undefined;
    if (entry.timer !== undefined) this.#read(entry);
    while (entry.pending !== undefined) await entry.pending;
    return entry.data;
  }

  /** After opening and after each change: reads the sheets again where the front matter is another one. */
  changed(document: ReportDocument): void {
    const frontMatter = frontMatterOf(document);
    const known = this.#entries.get(document.uri);
    if (known?.document === document) {
      if (known.frontMatter === frontMatter) return;
      known.frontMatter = frontMatter;
      this.#plan(known);
      return;
    }
    this.closed(document);
    const entry: Entry = { document, frontMatter, reading: 0, pending: undefined, timer: undefined, files: new Map(), data: undefined };
    this.#entries.set(document.uri, entry);
    if (frontMatter !== '') this.#read(entry);
  }

  closed({ uri }: ReportDocument): void {
    clearTimeout(this.#entries.get(uri)?.timer);
    this.#entries.delete(uri);
  }

  /** Files (URIs) were made, changed or deleted. */
  filesChanged(uris: readonly string[]): void {
    const changed = new Set(uris.map(plain));
    for (const entry of this.#entries.values()) {
      if ([...entry.files.values()].some((file) => changed.has(plain(file)))) this.#plan(entry);
    }
  }

  stop(): void {
    for (const { document } of [...this.#entries.values()]) this.closed(document);
  }

  #plan(entry: Entry): void {
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => this.#read(entry), delay);
  }

  #read(entry: Entry): void {
    clearTimeout(entry.timer);
    entry.timer = undefined;
    entry.reading += 1;
    const { reading } = entry;
    const done = this.#readNow(entry, reading)
      .catch((error) => this.#session.report('readSheets', error))
      .then(() => {
        if (entry.pending === done) entry.pending = undefined;
      });
    entry.pending = done;
  }

  async #readNow(entry: Entry, reading: number): Promise<void> {
    const { host, folders } = this.#session;
    const { document } = entry;
    const read = await readSheets(host, document, folders, CancellationToken.None);
    // Closed, opened anew or read again meanwhile.
    if (entry.reading !== reading || this.#entries.get(document.uri) !== entry) return;
    if (read === undefined && entry.data === undefined) return;
    entry.files = read?.files ?? new Map();
    entry.data = read === undefined ? undefined : reportDataOf(read.sheets);
    this.#changed(document, document.setValues(entry.data?.texts));
  }
}

function frontMatterOf(document: ReportDocument): string {
  if (document.line(0).syntax.kind !== 'frontMatter') return '';
  const lines: string[] = [];
  for (const { syntax, text } of document.lines(0, mostLines)) {
    if (syntax.kind !== 'frontMatter') break;
    lines.push(text);
  }
  return lines.join('\n');
}

/** One spelling of a URI: clients encode more or less of it. */
const plain = (uri: string): string => URI.parse(uri).toString();
