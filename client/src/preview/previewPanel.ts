import { type Disposable, env, l10n, Uri, type ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import {
  asFromWebview,
  type FromWebview,
  type PreviewLocateParams,
  type PreviewOpened,
  type PreviewPages,
  type PreviewPatch,
  type PreviewSpot,
  type PreviewTexts,
  previewMethods,
  type ToWebview,
} from '../../../server/src/protocol/preview.ts';
import { picturePath } from './picturePath.ts';
import { makeNonce, previewHtml } from './previewHtml.ts';
import { revealPlace } from './revealPlace.ts';
import type { ServerConnection } from './serverConnection.ts';

export const viewType = 'reportWriter.preview';

/** One preview: the webview of a report, and what goes to and fro between it and the server. */
export class PreviewPanel implements Disposable {
  readonly #panel: WebviewPanel;
  readonly #server: ServerConnection;
  readonly #dist: Uri;
  readonly #subscriptions: readonly Disposable[];
  #uri: Uri;
  /** Whether the webview's script is there to take messages. */
  #isReady = false;
  /** Goes up with each opening, so that an answer for a document left meanwhile is dropped. */
  #opening = 0;
  #cursor = 0;

  constructor(panel: WebviewPanel, uri: Uri, server: ServerConnection, extensionUri: Uri) {
    this.#panel = panel;
    this.#uri = uri;
    this.#server = server;
    this.#dist = Uri.joinPath(extensionUri, 'dist');
    const media = (name: string): Uri => Uri.joinPath(extensionUri, 'media', name);
    this.#subscriptions = [
      panel.webview.onDidReceiveMessage((message: unknown) => {
        const checked = asFromWebview(message);
        if (checked) this.#receive(checked).catch(isLogged);
      }),
      server.onNotification<PreviewPatch>(previewMethods.patch, (patch) => {
        if (patch.uri === this.#key) this.#post({ type: 'patch', patch });
      }),
      window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        if (textEditor.document.uri.toString() !== this.#uri.toString() || !selections[0]) return;
        this.#follow(selections[0].active, true).catch(isLogged);
      }),
    ];
    panel.iconPath = { light: media('report-light.svg'), dark: media('report-dark.svg') };
    this.#load();
  }

  get uri(): Uri {
    return this.#uri;
  }

  get viewColumn(): ViewColumn | undefined {
    return this.#panel.viewColumn;
  }

  onDidDispose(listener: () => void): Disposable {
    return this.#panel.onDidDispose(listener);
  }

  reveal(column?: ViewColumn): void {
    this.#panel.reveal(column, true);
  }

  /** Shows another report. */
  show(uri: Uri): void {
    if (uri.toString() === this.#uri.toString()) return;
    this.#close();
    this.#uri = uri;
    this.#load();
  }

  /** Asks the server for the pages from the start: at first, and when there is a new server. */
  async open(): Promise<void> {
    if (!this.#isReady) return;
    const opening = ++this.#opening;
    const uri = this.#uri;
    // The server knows only documents that are open; a restored preview may be here before its editor.
    await workspace.openTextDocument(uri);
    const opened = await this.#server.sendRequest<PreviewOpened | null>(previewMethods.open, { uri: this.#key });
    if (opening !== this.#opening || !opened) return;
    this.#post({ type: 'open', opened, texts: previewTexts() });
    const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    if (editor) await this.#follow(editor.selection.active, false);
  }

  dispose(): void {
    this.#close();
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#panel.dispose();
  }

  get #key(): string {
    return this.#uri.toString();
  }

  #close(): void {
    this.#opening++;
    this.#isReady = false;
    this.#server.sendNotification(previewMethods.close, { uri: this.#key }).catch(() => {
      // A server that has stopped keeps no preview.
    });
  }

  /** (Re)loads the webview for the document: its folder is where pictures may come from. The script says `ready`. */
  #load(): void {
    this.#isReady = false;
    const { webview } = this.#panel;
    const title = l10n.t('Preview {0}', this.#uri.path.slice(this.#uri.path.lastIndexOf('/') + 1));
    this.#panel.title = title;
    webview.options = { enableScripts: true, localResourceRoots: [this.#dist, this.#folder()] };
    webview.html = previewHtml({
      webview,
      script: Uri.joinPath(this.#dist, 'preview.js'),
      style: Uri.joinPath(this.#dist, 'preview.css'),
      nonce: makeNonce(),
      language: env.language,
      title,
    });
  }

  /** The workspace folder of the document, or the folder it lies in. */
  #folder(): Uri {
    return workspace.getWorkspaceFolder(this.#uri)?.uri ?? Uri.joinPath(this.#uri, '..');
  }

  #post(message: ToWebview): void {
    if (this.#isReady) void this.#panel.webview.postMessage(message);
  }

  async #receive(message: FromWebview): Promise<void> {
    if (message.type === 'ready') {
      this.#isReady = true;
      await this.open();
      return;
    }
    if (message.uri !== this.#key) return;
    switch (message.type) {
      case 'needPages': {
        const { uri, from, to } = message;
        const pages = await this.#server.sendRequest<PreviewPages | null>(previewMethods.pages, { uri, from, to });
        if (pages) this.#post({ type: 'pages', pages });
        break;
      }
      case 'needPictures':
        await this.#findPictures(message.paths);
        break;
      case 'reveal':
        await revealPlace(this.#server, this.#uri, message, this.#panel.viewColumn);
        break;
      case 'openLink':
        await env.openExternal(Uri.parse(message.href, true));
        break;
    }
  }

  async #findPictures(paths: readonly string[]): Promise<void> {
    const uri = this.#key;
    const folder = this.#folder();
    const pictures = await Promise.all(
      paths.map(async (path) => {
        const target = picturePath(folder.path, this.#uri.path, path);
        const picture = target === undefined ? undefined : this.#uri.with({ path: target, query: '', fragment: '' });
        const isThere = picture !== undefined && (await exists(picture));
        return { path, source: isThere ? this.#panel.webview.asWebviewUri(picture).toString() : null };
      }),
    );
    this.#post({ type: 'pictures', uri, pictures });
  }

  /** Tells the webview where the cursor's place is printed; of several moves only the last counts. */
  async #follow(position: PreviewLocateParams['position'], scroll: boolean): Promise<void> {
    if (!this.#isReady) return;
    const move = ++this.#cursor;
    const uri = this.#key;
    const params: PreviewLocateParams = { uri, position: { line: position.line, character: position.character } };
    const spot = await this.#server.sendRequest<PreviewSpot | null>(previewMethods.locate, params);
    if (spot && move === this.#cursor) this.#post({ type: 'cursor', uri, spot, scroll });
  }
}

/** A request that fails is in the log of the language client, and the status bar says when there is no server. */
const isLogged = (): void => {};

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

const previewTexts = (): PreviewTexts => ({
  pageOf: l10n.t('Page {0} of {1}', '{0}', '{1}'),
  zoomIn: l10n.t('Zoom In'),
  zoomOut: l10n.t('Zoom Out'),
  fitWidth: l10n.t('Fit Width'),
  actualSize: l10n.t('Actual Size'),
  nextMissing: l10n.t('Next Missing Datum'),
  pages: l10n.t('Pages of the report'),
  loading: l10n.t('Loading…'),
  pictureMissing: l10n.t('Picture not found: {0}', '{0}'),
});
