import { type Disposable, l10n, StatusBarAlignment, type StatusBarItem, window, workspace } from 'vscode';
import type { ReportClient } from '../languageClient.ts';
import type { MissingCounts } from '../missingCounts.ts';

/** One item for the report in the active editor: how many data are missing. A click goes to the next of them. */
export class StatusBar implements Disposable {
  readonly #item: StatusBarItem;
  readonly #client: ReportClient;
  readonly #counts: MissingCounts;
  readonly #subscriptions: readonly Disposable[];

  constructor(client: ReportClient, counts: MissingCounts) {
    this.#client = client;
    this.#counts = counts;
    this.#item = window.createStatusBarItem('missingData', StatusBarAlignment.Right, 100);
    this.#item.name = l10n.t('Missing Data');
    this.#subscriptions = [
      this.#item,
      // Told of the server's state as well.
      counts.onDidChange(() => this.#show()),
      window.onDidChangeActiveTextEditor(() => this.#show()),
      // Also told when the language of a document changes.
      workspace.onDidOpenTextDocument(() => this.#show()),
    ];
    this.#show();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
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
      const missing = this.#counts.of(document.uri);
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
