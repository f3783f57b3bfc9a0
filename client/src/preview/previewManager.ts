import { Disposable, type TextEditor, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { PreviewPanel, viewType } from './previewPanel.ts';
import { previewSetting, setPreviewSetting } from './previewSettings.ts';
import type { ServerConnection } from './serverConnection.ts';

type Mode = Pick<PreviewPanel, 'isLocked'> & { readonly isRestored: boolean };

/**
 * All previews: one that follows the report in the active editor, and any number that are locked to theirs. A report has one preview at most. They come
 * back after a reload of the window.
 */
export class PreviewManager implements Disposable {
  readonly #server: ServerConnection;
  readonly #extensionUri: Uri;
  readonly #subscription: Disposable;
  readonly #panels = new Set<PreviewPanel>();
  readonly #told = new Set<string>();

  constructor(server: ServerConnection, extensionUri: Uri) {
    this.#server = server;
    this.#extensionUri = extensionUri;
    this.#subscription = Disposable.from(
      window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: async (panel, state) => this.#restore(panel, state),
      }),
    );
  }

  /** The report of the active preview, or else of the one that follows. */
  get uri(): Uri | undefined {
    return (this.#active ?? this.#following)?.uri;
  }

  /** Shows the pages of a report, in the active column or beside it; the editor keeps the focus. */
  show(uri: Uri, beside: boolean): void {
    const panel = this.#of(uri) ?? this.#following;
    if (!panel) {
      this.#create(uri, beside, false);
      return;
    }
    panel.show(uri);
    panel.reveal(beside ? panel.viewColumn : ViewColumn.Active);
  }

  /** Shows the pages of a report in a preview that stays with it. */
  showLocked(uri: Uri): void {
    const panel = this.#of(uri);
    if (!panel) {
      this.#create(uri, true, true);
      return;
    }
    panel.isLocked = true;
    panel.reveal(panel.viewColumn);
  }

  /** Locks the active preview, or the only one, to its report, or lets it follow: then the one that followed goes. */
  toggleLock(): void {
    const panel = this.#active ?? this.#following ?? [...this.#panels][0];
    if (!panel) return;
    if (panel.isLocked) this.#following?.dispose();
    panel.isLocked = !panel.isLocked;
  }

  /** Opens the search box of the active preview. */
  find(): void {
    (this.#active ?? this.#following)?.find();
  }

  async toggleDimming(): Promise<void> {
    const name = 'preview.dimOnDarkThemes';
    const uri = this.uri ?? window.activeTextEditor?.document.uri;
    await setPreviewSetting(name, uri === undefined || !previewSetting(name, uri));
  }

  /** There is a new server: it knows nothing of what is shown. */
  reconnect(): void {
    for (const panel of this.#panels) {
      panel.open().catch(() => {
        // This server has gone too; the next one comes here again.
      });
    }
  }

  dispose(): void {
    this.#subscription.dispose();
    for (const panel of [...this.#panels]) panel.dispose();
  }

  get #active(): PreviewPanel | undefined {
    return [...this.#panels].find(({ isActive }) => isActive);
  }

  get #following(): PreviewPanel | undefined {
    return [...this.#panels].find(({ isLocked }) => !isLocked);
  }

  #of(uri: Uri): PreviewPanel | undefined {
    return [...this.#panels].find((panel) => panel.uri.toString() === uri.toString());
  }

  #create(uri: Uri, beside: boolean, isLocked: boolean): void {
    const viewColumn = beside ? ViewColumn.Beside : ViewColumn.Active;
    // The search of VS Code would see only the pages near the view; ours looks through all.
    const panel = window.createWebviewPanel(viewType, '', { viewColumn, preserveFocus: true }, { enableFindWidget: false });
    this.#adopt(panel, uri, { isLocked, isRestored: false });
  }

  #adopt(webview: WebviewPanel, uri: Uri, mode: Mode): void {
    const shared = { server: this.#server, extensionUri: this.#extensionUri, told: this.#told };
    const panel = new PreviewPanel(webview, { uri, ...mode, ...shared });
    this.#panels.add(panel);
    panel.onDidDispose(() => {
      if (this.#panels.delete(panel)) panel.dispose();
    });
  }

  #restore(webview: WebviewPanel, state: unknown): void {
    const { uri, isLocked } = (typeof state === 'object' && state !== null ? state : {}) as {
      readonly uri?: unknown;
      readonly isLocked?: unknown;
    };
    const report = typeof uri === 'string' ? Uri.parse(uri) : undefined;
    // Without a document there is nothing to show, and each report is shown once.
    if (!report || this.#of(report)) webview.dispose();
    // Only one follows.
    else this.#adopt(webview, report, { isLocked: isLocked === true || this.#following !== undefined, isRestored: true });
  }

  #follow(editor: TextEditor | undefined): void {
    const uri = editor?.document.languageId === 'report' ? editor.document.uri : undefined;
    // A report that has its own locked preview is shown already.
    if (uri && !this.#of(uri)) this.#following?.show(uri);
  }
}
