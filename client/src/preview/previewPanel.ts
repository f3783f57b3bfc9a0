import { Disposable, env, l10n, Uri, type ViewColumn, type WebviewPanel, workspace } from 'vscode';
import {
  asFromWebview,
  type FromWebview,
  type PreviewOpened,
  type PreviewPages,
  type PreviewPatch,
  type PreviewPicturesParams,
  previewMethods,
  type ToWebview,
} from '../../../server/src/protocol/preview.ts';
import { nameOf } from '../files/nameOf.ts';
import { answerWebview } from './answerWebview.ts';
import { EditorSync, isLogged, type Synced } from './editorSync.ts';
import { makeNonce, previewHtml } from './previewHtml.ts';
import { PreviewPictures } from './previewPictures.ts';
import { previewSetting } from './previewSettings.ts';
import { previewTexts } from './previewTexts.ts';
import type { ServerConnection } from './serverConnection.ts';

export const viewType = 'reportWriter.preview';

export interface PreviewPanelOptions {
  readonly uri: Uri;
  /** It stays with its report. */
  readonly isLocked: boolean;
  /** It comes back after a reload: it stays where it was scrolled to. */
  readonly isRestored: boolean;
  readonly server: ServerConnection;
  readonly extensionUri: Uri;
  /** Reports whose missing fonts were told in this session. */
  readonly told: Set<string>;
}

/** One preview: the webview of a report, and what goes to and fro between it and the server. */
export class PreviewPanel implements Disposable, Synced {
  readonly #panel: WebviewPanel;
  readonly #options: PreviewPanelOptions;
  readonly #server: ServerConnection;
  readonly #dist: Uri;
  readonly #sync: EditorSync;
  readonly #subscription: Disposable;
  #pictures: PreviewPictures;
  #uri: Uri;
  #isLocked: boolean;
  /** Whether the webview's script is there to take messages. */
  #isReady = false;
  /** The editor's place is to be shown when the pages have come. */
  #isPlaceDue: boolean;
  /** Goes up with each opening, so that an answer for a document left meanwhile is dropped. */
  #opening = 0;
  #isOpening = false;
  /** Later pages are still being laid out. */
  #isPartial = false;
  /** The first page that the webview asked for last. */
  #from = 0;

  constructor(panel: WebviewPanel, options: PreviewPanelOptions) {
    const { uri, isLocked, isRestored, server, extensionUri } = options;
    this.#panel = panel;
    this.#options = options;
    this.#uri = uri;
    this.#isLocked = isLocked;
    this.#isPlaceDue = !isRestored;
    this.#server = server;
    this.#dist = Uri.joinPath(extensionUri, 'dist');
    this.#sync = new EditorSync(server, this);
    this.#pictures = this.#makePictures();
    const media = (name: string): Uri => Uri.joinPath(extensionUri, 'media', name);
    this.#subscription = Disposable.from(
      this.#sync,
      panel.webview.onDidReceiveMessage((message: unknown) => {
        const checked = asFromWebview(message);
        if (checked) this.#receive(checked).catch(isLogged);
      }),
      server.onNotification<PreviewPatch>(previewMethods.patch, (patch) => {
        if (patch.uri !== this.#key) return;
        this.post({ type: 'patch', patch });
        const isDone = this.#isPartial && patch.partial === undefined;
        this.#isPartial = patch.partial === true;
        // Pages laid out anew have new blocks, and the cursor's may have come last: its mark has to find its own.
        if (patch.anew || isDone) this.#markCursor();
      }),
      // Opened again, as the same kind of document or another: the server has a new one.
      workspace.onDidOpenTextDocument((document) => {
        if (document.uri.toString() === this.#key && !this.#isOpening) this.open().catch(isLogged);
      }),
      workspace.onDidChangeConfiguration((change) => {
        if (this.#isReady && change.affectsConfiguration('reportWriter.preview', this.#uri)) this.#setUp();
      }),
    );
    panel.iconPath = { light: media('report-light.svg'), dark: media('report-dark.svg') };
    this.#load();
  }

  get uri(): Uri {
    return this.#uri;
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  get viewColumn(): ViewColumn | undefined {
    return this.#panel.viewColumn;
  }

  get isLocked(): boolean {
    return this.#isLocked;
  }

  set isLocked(isLocked: boolean) {
    this.#isLocked = isLocked;
    this.#panel.title = this.#title;
    if (this.#isReady) this.#setUp();
  }

  onDidDispose(listener: () => void): Disposable {
    return this.#panel.onDidDispose(listener);
  }

  reveal(column?: ViewColumn): void {
    this.#panel.reveal(column, true);
  }

  /** Shows another report. */
  show(uri: Uri): void {
    if (uri.toString() === this.#key) return;
    this.#close();
    this.#uri = uri;
    this.#from = 0;
    this.#isPlaceDue = true;
    this.#pictures.dispose();
    this.#pictures = this.#makePictures();
    this.#load();
  }

  find(): void {
    this.post({ type: 'find' });
  }

  /** Asks the server for the pages: at first, when there is a new server, when the document was opened again. What is shown stays until they come. */
  async open(): Promise<void> {
    if (!this.#isReady) return;
    const opening = ++this.#opening;
    const uri = this.#key;
    this.#isOpening = true;
    try {
      // The server knows only documents that are open; a restored preview may be here before its editor.
      await workspace.openTextDocument(this.#uri);
      const opened = await this.#server.sendRequest<PreviewOpened | null>(previewMethods.open, { uri, from: this.#from });
      if (opening !== this.#opening) return;
      this.#isPartial = opened?.partial === true;
      this.post(opened ? { type: 'open', opened } : { type: 'unavailable', uri });
    } catch (error) {
      if (opening === this.#opening) this.post({ type: 'unavailable', uri });
      throw error;
    } finally {
      if (opening === this.#opening) this.#isOpening = false;
    }
    this.#markCursor();
  }

  post(message: ToWebview): void {
    if (this.#isReady) void this.#panel.webview.postMessage(message);
  }

  dispose(): void {
    this.#close();
    this.#pictures.dispose();
    this.#subscription.dispose();
    this.#panel.dispose();
  }

  get #key(): string {
    return this.#uri.toString();
  }

  get #title(): string {
    const name = nameOf(this.#uri);
    return this.#isLocked ? l10n.t('Locked Preview {0}', name) : l10n.t('Preview {0}', name);
  }

  /** The workspace folder of the document, or the folder it lies in. */
  get #folder(): Uri {
    return workspace.getWorkspaceFolder(this.#uri)?.uri ?? Uri.joinPath(this.#uri, '..');
  }

  #makePictures(): PreviewPictures {
    const uri = this.#key;
    return new PreviewPictures(this.#panel.webview, this.#folder, this.#uri, (pictures) => {
      this.post({ type: 'pictures', uri, pictures });
      const params: PreviewPicturesParams = { uri, paths: pictures.map(({ path }) => path) };
      this.#server.sendNotification(previewMethods.picturesChanged, params).catch(isLogged);
    });
  }

  #close(): void {
    this.#opening++;
    this.#isOpening = false;
    this.#isReady = false;
    this.#server.sendNotification(previewMethods.close, { uri: this.#key }).catch(() => {
      // A server that has stopped keeps no preview.
    });
  }

  /** (Re)loads the webview for the document: its folder is where pictures may come from. The script says `ready`. */
  #load(): void {
    this.#isReady = false;
    const { webview } = this.#panel;
    this.#panel.title = this.#title;
    webview.options = { enableScripts: true, localResourceRoots: [this.#dist, this.#folder] };
    webview.html = previewHtml({
      webview,
      script: Uri.joinPath(this.#dist, 'preview.js'),
      style: Uri.joinPath(this.#dist, 'preview.css'),
      nonce: makeNonce(),
      language: env.language,
      title: this.#title,
    });
  }

  #setUp(): void {
    const { told } = this.#options;
    const uri = this.#key;
    const tellsFonts = previewSetting('preview.tellMissingFonts', this.#uri) && !told.has(uri);
    const isDimmed = previewSetting('preview.dimOnDarkThemes', this.#uri);
    this.post({ type: 'setup', setup: { uri, texts: previewTexts(), isDimmed, isLocked: this.#isLocked, tellsFonts } });
  }

  #markCursor(): void {
    const { editor } = this.#sync;
    if (!editor) return;
    const isDue = this.#isPlaceDue;
    this.#isPlaceDue = false;
    const follow = async (): Promise<void> => {
      if (isDue && !(await this.#sync.followScroll(editor))) this.#isPlaceDue = this.#isPartial;
      await this.#sync.follow(editor.selection.active, false);
    };
    follow().catch(isLogged);
  }

  async #receive(message: FromWebview): Promise<void> {
    if (message.type === 'ready') {
      this.#isReady = true;
      this.#setUp();
      await this.open();
      return;
    }
    if (message.uri !== this.#key) return;
    await answerWebview(message, {
      uri: this.#uri,
      column: this.#panel.viewColumn,
      server: this.#server,
      sync: this.#sync,
      pictures: this.#pictures,
      told: this.#options.told,
      post: (answer) => this.post(answer),
      sendPages: (from, to) => this.#sendPages(from, to),
    });
  }

  async #sendPages(from: number, to: number): Promise<void> {
    this.#from = from;
    const uri = this.#key;
    const pages = await this.#server.sendRequest<PreviewPages | null>(previewMethods.pages, { uri, from, to });
    if (pages) this.post({ type: 'pages', pages });
    // The document was closed meanwhile, with its pages.
    else if (uri === this.#key && !this.#isOpening) await this.open();
  }
}
