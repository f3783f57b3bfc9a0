import { type Disposable, type TextEditor, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { PreviewPanel, viewType } from './previewPanel.ts';
import type { ServerConnection } from './serverConnection.ts';

/** The preview: one panel, which follows the report in the active editor and comes back after a reload of the window. */
export class PreviewManager implements Disposable {
  readonly #server: ServerConnection;
  readonly #extensionUri: Uri;
  readonly #subscriptions: readonly Disposable[];
  #panel: PreviewPanel | undefined;

  constructor(server: ServerConnection, extensionUri: Uri) {
    this.#server = server;
    this.#extensionUri = extensionUri;
    this.#subscriptions = [
      window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: async (panel, state) => this.#restore(panel, state),
      }),
    ];
  }

  /** The report that is shown. */
  get uri(): Uri | undefined {
    return this.#panel?.uri;
  }

  /** Shows the pages of a report, in the active column or beside it; the editor keeps the focus. */
  show(uri: Uri, beside: boolean): void {
    if (this.#panel) {
      this.#panel.show(uri);
      this.#panel.reveal(beside ? this.#panel.viewColumn : ViewColumn.Active);
      return;
    }
    const column = beside ? ViewColumn.Beside : ViewColumn.Active;
    const panel = window.createWebviewPanel(viewType, '', { viewColumn: column, preserveFocus: true }, { enableFindWidget: true });
    this.#adopt(panel, uri);
  }

  /** There is a new server: it knows nothing of what is shown. */
  reconnect(): void {
    this.#panel?.open().catch(() => {
      // This server has gone too; the next one comes here again.
    });
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#panel?.dispose();
  }

  #adopt(webview: WebviewPanel, uri: Uri): void {
    const panel = new PreviewPanel(webview, uri, this.#server, this.#extensionUri);
    this.#panel = panel;
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
      panel.dispose();
    });
  }

  #restore(webview: WebviewPanel, state: unknown): void {
    const { uri } = (state ?? {}) as { readonly uri?: unknown };
    // Two windows' worth of previews cannot be; without a document there is nothing to show.
    if (typeof uri !== 'string' || this.#panel) webview.dispose();
    else this.#adopt(webview, Uri.parse(uri));
  }

  #follow(editor: TextEditor | undefined): void {
    if (editor?.document.languageId === 'report') this.#panel?.show(editor.document.uri);
  }
}
