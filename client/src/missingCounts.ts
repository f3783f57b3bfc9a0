import { type Disposable, EventEmitter, type Uri, workspace } from 'vscode';
import { type StatusParams, statusNotification } from '../../server/src/protocol/missingData.ts';
import type { ReportClient } from './languageClient.ts';

/** How many data are missing in each open report, as the server says it. One for all who show it: a notification has one listener. */
export class MissingCounts implements Disposable {
  readonly #client: ReportClient;
  readonly #counts = new Map<string, number>();
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: readonly Disposable[];

  constructor(client: ReportClient) {
    this.#client = client;
    this.#subscriptions = [
      this.#changed,
      client.client.onNotification(statusNotification, ({ uri, missing }: StatusParams) => {
        this.#counts.set(uri, missing);
        this.#changed.fire();
      }),
      client.onDidChangeState((state) => {
        if (state !== 'running') this.#counts.clear();
        this.#changed.fire();
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.#counts.delete(this.#key(uri))) this.#changed.fire();
      }),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** `undefined` until the server has read the report. */
  of(uri: Uri): number | undefined {
    return this.#counts.get(this.#key(uri));
  }

  #key(uri: Uri): string {
    return this.#client.client.code2ProtocolConverter.asUri(uri);
  }
}
