import { CancellationToken } from 'vscode-languageserver';
import { type ReportData, reportDataOf } from '../data/reportData.ts';
import type { ReportDocument } from '../engine/document.ts';
import type { DocumentChange } from '../engine/documentChange.ts';
import { plainUri } from './paths.ts';
import { readSheets } from './readSheets.ts';
import { Rereading } from './rereading.ts';
import type { Session } from './session.ts';

/** Told when a document has other data than before, with the lines that print something else. */
export type DataListener = (document: ReportDocument, change: DocumentChange) => void;

interface Entry {
  readonly document: ReportDocument;
  /** The front matter that was read last. */
  frontMatter: string;
  readonly rereading: Rereading;
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
    await entry.rereading.ready();
    return entry.data;
  }

  /** After opening and after each change: reads the sheets again where the front matter is another one. */
  changed(document: ReportDocument): void {
    const frontMatter = frontMatterOf(document);
    const known = this.#entries.get(document.uri);
    if (known?.document === document) {
      if (known.frontMatter === frontMatter) return;
      known.frontMatter = frontMatter;
      known.rereading.plan();
      return;
    }
    this.closed(document);
    const failed = (error: unknown) => this.#session.report('readSheets', error);
    const rereading = new Rereading((isLatest) => this.#read(entry, isLatest), failed, delay);
    const entry: Entry = { document, frontMatter, rereading, files: new Map(), data: undefined };
    this.#entries.set(document.uri, entry);
    if (frontMatter !== '') rereading.now();
  }

  closed({ uri }: ReportDocument): void {
    this.#entries.get(uri)?.rereading.stop();
    this.#entries.delete(uri);
  }

  /** Files (URIs) were made, changed or deleted. */
  filesChanged(uris: readonly string[]): void {
    const changed = new Set(uris.map(plainUri));
    for (const entry of this.#entries.values()) {
      if ([...entry.files.values()].some((file) => changed.has(plainUri(file)))) entry.rereading.plan();
    }
  }

  stop(): void {
    for (const { document } of [...this.#entries.values()]) this.closed(document);
  }

  async #read(entry: Entry, isLatest: () => boolean): Promise<void> {
    const { host, folders } = this.#session;
    const { document } = entry;
    const read = await readSheets(host, document, folders, CancellationToken.None);
    if (!isLatest()) return;
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
