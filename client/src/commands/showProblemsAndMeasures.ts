import {
  Disposable,
  DocumentLink,
  type DocumentLinkProvider,
  EventEmitter,
  l10n,
  languages,
  type TextDocumentContentProvider,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import { type RemediesParams, type RemediesResult, remediesRequest } from '../../../server/src/protocol/remedies.ts';
import { activeReportEditor } from '../activeReport.ts';
import { asRange } from '../asRange.ts';
import { reportNameOf } from '../files/nameOf.ts';
import type { ReportClient } from '../languageClient.ts';

const scheme = 'report-writer-remedies';

interface Shown {
  readonly report: Uri;
  readonly result: RemediesResult;
}

/** The problems of a report beside their causes and measures: a text that nobody can edit, its entries linked to the report. */
export class ProblemsAndMeasures implements TextDocumentContentProvider, DocumentLinkProvider {
  readonly #client: ReportClient;
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  /** By the URI of the text; an entry lives as long as the text is open. */
  readonly #shown = new Map<string, Shown>();

  constructor(client: ReportClient) {
    this.#client = client;
  }

  register(): Disposable {
    return Disposable.from(
      this.#changed,
      workspace.registerTextDocumentContentProvider(scheme, this),
      languages.registerDocumentLinkProvider({ scheme }, this),
      workspace.onDidCloseTextDocument(({ uri }) => this.#shown.delete(uri.toString())),
    );
  }

  async show(): Promise<void> {
    const document = activeReportEditor()?.document;
    if (document === undefined) return;
    const { client } = this.#client;
    const params: RemediesParams = { textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document) };
    const result = await client.sendRequest<RemediesResult>(remediesRequest, params);
    if (result.text === '') {
      const message = l10n.t('No list of problems was found: they stand under a heading such as “存在的主要问题”.');
      void window.showInformationMessage(message);
      return;
    }
    // Without the extension: the text is no report itself.
    const name = reportNameOf(document.uri);
    const uri = Uri.from({ scheme, path: `/${l10n.t('Problems and measures')} - ${name}`, query: document.uri.toString() });
    this.#shown.set(uri.toString(), { report: document.uri, result });
    // Shown again, it is what the report says now.
    this.#changed.fire(uri);
    const text = await workspace.openTextDocument(uri);
    await window.showTextDocument(text, { viewColumn: ViewColumn.Beside, preserveFocus: false, preview: true });
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#shown.get(uri.toString())?.result.text ?? '';
  }

  provideDocumentLinks({ uri }: { readonly uri: Uri }): DocumentLink[] {
    const shown = this.#shown.get(uri.toString());
    if (shown === undefined) return [];
    return shown.result.links.map(({ range, target }) => {
      const place = shown.report.with({ fragment: `L${target.line + 1},${target.character + 1}` });
      return new DocumentLink(asRange(range), place);
    });
  }
}
