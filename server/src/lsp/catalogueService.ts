import { type Diagnostic, DiagnosticSeverity, DidChangeWatchedFilesNotification, type Disposable } from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import { workspaceCatalogues } from '../protocol/sections.ts';
import { builtInCatalogue } from '../sections/builtInCatalogue.ts';
import type { Catalogue } from '../sections/catalogue.ts';
import { mergeCatalogues, type OwnCatalogue } from '../sections/mergeCatalogues.ts';
import { type FileProblem, readCatalogueFile } from '../sections/readCatalogueFile.ts';
import { decodeText } from './decodeText.ts';
import { plainUri } from './paths.ts';
import { Rereading } from './rereading.ts';
import type { Session } from './session.ts';

/** Files read of one folder, and bytes of each. */
const mostFiles = 200;
const mostBytes = 1024 * 1024;
/** Programs write in several steps. */
const delay = 100;

/**
 * The catalogue of document types: the extension's own and the writer's files. Owner: one a server. It is read anew when one of the files,
 * the workspace folders or the setting changes; until the first reading is done it is the extension's own.
 */
export class CatalogueService {
  readonly #session: Session;
  readonly #changed: () => void;
  readonly #rereading: Rereading;
  #merged: Catalogue | undefined;
  #watcher: Disposable | undefined;
  /** The folders outside of the workspace that are watched, a line each; `undefined` before the first reading. */
  #watched: string | undefined;
  /** Files that have diagnostics. */
  #faulty: readonly string[] = [];
  /** The folder (a URI) that the client keeps for the writer. */
  userFolder: string | undefined;

  /** `changed` is called when there may be other types or sections than before. */
  constructor(session: Session, changed: () => void) {
    this.#session = session;
    this.#changed = changed;
    const failed = (error: unknown) => session.report('catalogues', error);
    this.#rereading = new Rereading((isLatest) => this.#read(isLatest), failed, delay);
  }

  /** What is known by now. */
  get catalogue(): Catalogue {
    return this.#merged ?? builtInCatalogue();
  }

  /** The catalogue as the files are now: waits for a reading that is under way or planned. */
  async ready(): Promise<Catalogue> {
    await this.#rereading.ready();
    return this.catalogue;
  }

  /** Reads all files again. */
  read(): void {
    this.#rereading.now();
  }

  /** Files or folders (URIs) were made, changed or deleted. */
  filesChanged(uris: readonly string[]): void {
    const folders = (this.#watched ?? '').split('\n').filter((folder) => folder !== '');
    const isOurs = (uri: string) =>
      /\/\.report-writer(?:\/sections(?:\/[^/]*)?)?$/.test(uri) || folders.some((folder) => uri.startsWith(folder));
    if (uris.some((uri) => isOurs(plainUri(uri)))) this.#rereading.plan();
  }

  /** The setting or the workspace folders may have changed. */
  settingsChanged(): void {
    this.#rereading.plan();
  }

  stop(): void {
    this.#rereading.stop();
    this.#watcher?.dispose();
  }

  async #read(isLatest: () => boolean): Promise<void> {
    const { t } = this.#session;
    const own: (OwnCatalogue & { readonly uri: string })[] = [];
    for (const { uri, within } of await this.#files()) {
      const text = await this.#textOf(uri, within);
      if (text !== undefined)
        own.push({ uri, name: Utils.basename(URI.parse(uri)).replace(/\.json$/i, ''), file: readCatalogueFile(text, t) });
    }
    if (!isLatest()) return;
    const had = this.#merged !== undefined;
    const { catalogue, problems } = mergeCatalogues(builtInCatalogue(), own, t);
    this.#merged = own.length > 0 ? catalogue : undefined;
    await this.#publish(own.map(({ uri }, i) => [uri, problems[i] ?? []]));
    if (had || own.length > 0) this.#changed();
  }

  /** Those of the workspace first: what an organ has agreed on counts before what one writer keeps. */
  async #files(): Promise<readonly { readonly uri: string; readonly within: string }[]> {
    const { host, folders } = this.#session;
    const found: { uri: string; within: string }[] = [];
    for (const folder of folders) {
      const place = Utils.joinPath(URI.parse(folder), workspaceCatalogues).toString();
      for (const uri of await host.listFolder(place, mostFiles)) found.push({ uri, within: folder });
    }
    const users = await this.userFolders();
    this.#watch(users);
    for (const folder of users) {
      for (const uri of await host.listFolder(folder, mostFiles)) found.push({ uri, within: folder });
    }
    const seen = new Set<string>();
    return found.filter(({ uri }) => /\.json$/i.test(uri) && !seen.has(uri) && seen.add(uri));
  }

  /** Folders (URIs) of the writer's own, outside of the workspace: those of the setting, then the one that the client keeps. */
  async userFolders(): Promise<readonly string[]> {
    const { settings, host, folders } = this.#session;
    const { sections } = await settings.of(folders[0] ?? 'untitled:report');
    const named = sections.folders.map((path) => host.folderOf(path)).filter((uri) => uri !== undefined);
    return this.userFolder === undefined ? named : [...named, this.userFolder];
  }

  async #textOf(uri: string, within: string): Promise<string | undefined> {
    const answer = await this.#session.host.readFile(uri, within, mostBytes);
    const decoded = answer.kind === 'file' ? decodeText(answer.bytes) : undefined;
    if (decoded?.kind === 'text') return decoded.text;
    // Too large, no text, or outside: an empty text is no JSON, and says so in its file.
    return answer.kind === 'missing' ? undefined : '';
  }

  async #publish(files: readonly (readonly [uri: string, problems: readonly FileProblem[]])[]): Promise<void> {
    const faulty = files.filter(([, problems]) => problems.length > 0);
    const gone = this.#faulty.filter((uri) => !faulty.some(([one]) => one === uri));
    this.#faulty = faulty.map(([uri]) => uri);
    for (const uri of gone) await this.#session.connection.sendDiagnostics({ uri, diagnostics: [] });
    for (const [uri, problems] of faulty) {
      const diagnostics = problems.map(
        ({ range, message }): Diagnostic => ({
          range,
          message,
          severity: DiagnosticSeverity.Warning,
          source: 'report-writer',
          code: 'section-catalogue',
        }),
      );
      await this.#session.connection.sendDiagnostics({ uri, diagnostics });
    }
  }

  /** The client watches the workspace's files always; folders outside of it where it can. */
  #watch(users: readonly string[]): void {
    const { supports, connection, report } = this.#session;
    const wanted = users.join('\n');
    if (this.#watched === wanted) return;
    this.#watched = wanted;
    this.#watcher?.dispose();
    this.#watcher = undefined;
    if (!supports.watchFiles) return;
    const watchers = [
      { globPattern: `**/${workspaceCatalogues}/*.json` },
      // A folder that is deleted or renamed tells of itself only.
      { globPattern: '**/.report-writer' },
      ...(supports.relativePatterns ? users.map((baseUri) => ({ globPattern: { baseUri, pattern: '*.json' } })) : []),
    ];
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).then(
      (watcher) => {
        if (this.#watched === wanted) this.#watcher = watcher;
        else watcher.dispose();
      },
      (error) => report('watchCatalogues', error),
    );
  }
}
