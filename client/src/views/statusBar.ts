import { type Disposable, l10n, StatusBarAlignment, type StatusBarItem, type TextDocument, window, workspace } from 'vscode';
import { type StatusParams, statusNotification } from '../../../server/src/protocol/requests.ts';
import type { ReportClient } from '../languageClient.ts';

/** One item for the report in the active editor: how many data are missing. A click goes to the next of them. */
export class StatusBar implements Disposable {
  readonly #item: StatusBarItem;
  readonly #client: ReportClient;
  readonly #missing = new Map<string, number>();
  readonly #subscriptions: readonly Disposable[];

  constructor(client: ReportClient) {
    this.#client = client;
    this.#item = window.createStatusBarItem('missingData', StatusBarAlignment.Right, 100);
    this.#item.name = l10n.t('Missing Data');
    this.#subscriptions = [
      this.#item,
      client.client.onNotification(statusNotification, ({ uri, missing }: StatusParams) => {
        this.#missing.set(uri, missing);
        this.#show();
      }),
      client.onDidChangeState((state) => {
        if (state !== 'running') this.#missing.clear();
        this.#show();
      }),
      window.onDidChangeActiveTextEditor(() => this.#show()),
      // Also told when the language of a document changes.
      workspace.onDidOpenTextDocument(() => this.#show()),
      workspace.onDidCloseTextDocument((document) => {
        this.#missing.delete(this.#uri(document));
        this.#show();
      }),
    ];
    this.#show();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #uri(document: TextDocument): string {
    return this.#client.client.code2ProtocolConverter.asUri(document.uri);
  }

  #show(): void {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== 'report') {
      this.#item.hide();
      return;
    }
    if (this.#client.state === 'failed' || this.#client.state === 'stopped') {
      this.#item.text = `$(debug-disconnect) ${l10n.t('Report Writer')}`;
      this.#item.tooltip = l10n.t('The language server is not running. Click to start it.');
      this.#item.command = 'reportWriter.restartServer';
    } else {
      const missing = this.#missing.get(this.#uri(document));
      this.#item.text = missing === undefined ? `$(loading~spin) ${l10n.t('Report Writer')}` : l10n.t('Missing: {0}', missing);
      this.#item.tooltip = tooltip(missing);
      this.#item.command = missing ? 'reportWriter.nextMissingDatum' : undefined;
    }
    this.#item.show();
  }
}

function tooltip(missing: number | undefined): string {
  if (missing === undefined) return l10n.t('Reading the report…');
  if (missing === 0) return l10n.t('No datum is missing in this report.');
  return l10n.t('Data missing in this report: {0}. Click to go to the next one.', missing);
}
