import { EventEmitter, type ExtensionContext, l10n, type TextDocumentContentProvider, Uri, ViewColumn, window, workspace } from 'vscode';
import { type DeviationsResult, deviationsRequest } from '../../../server/src/protocol/style.ts';
import { reportOf } from '../activeReport.ts';
import type { ReportClient } from '../languageClient.ts';

const scheme = 'report-writer-deviations';

/** Opens what a report's layout has that the standard does not, beside it, as a page that cannot be edited. */
export async function showDeviations(client: ReportClient, deviations: Deviations, uri: Uri | undefined): Promise<void> {
  const report = await reportOf(uri);
  if (report === undefined) return;
  const answer = await client.client.sendRequest<DeviationsResult | null>(deviationsRequest, {
    textDocument: { uri: client.client.code2ProtocolConverter.asUri(report.uri) },
  });
  if (answer === null) return;
  const page = deviations.put(report.uri, answer.markdown);
  const document = await workspace.openTextDocument(page);
  await window.showTextDocument(document, { preview: true, viewColumn: ViewColumn.Beside });
}

/** The pages, one a report. Owner: the extension; a page lives as long as it is open or until it is asked for anew. */
export class Deviations implements TextDocumentContentProvider {
  readonly #pages = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;

  register({ subscriptions }: Pick<ExtensionContext, 'subscriptions'>): this {
    subscriptions.push(
      workspace.registerTextDocumentContentProvider(scheme, this),
      workspace.onDidCloseTextDocument(({ uri }) => this.#pages.delete(uri.toString())),
      this.#changed,
    );
    return this;
  }

  put(report: Uri, markdown: string): Uri {
    const name = l10n.t('Deviations from the standard');
    const page = Uri.from({ scheme, path: `/${name}.md`, query: report.toString() });
    this.#pages.set(page.toString(), markdown);
    this.#changed.fire(page);
    return page;
  }

  provideTextDocumentContent(page: Uri): string {
    return this.#pages.get(page.toString()) ?? '';
  }
}
