import { l10n, type QuickPickItem, SnippetString, window, workspace } from 'vscode';
import {
  type NewReportParams,
  type NewReportResult,
  newReportRequest,
  type ReportTypesResult,
  reportTypesRequest,
} from '../../../server/src/protocol/requests.ts';
import type { ReportClient } from '../languageClient.ts';

/** Opens a new, unsaved report with the skeleton of its type, its gaps as tab stops. */
export async function newReport({ client }: ReportClient, chosen?: unknown): Promise<void> {
  const type = typeof chosen === 'string' ? chosen : await chooseType(client.sendRequest<ReportTypesResult>(reportTypesRequest));
  if (type === undefined) return;
  const params: NewReportParams = { type };
  const { snippet } = await client.sendRequest<NewReportResult>(newReportRequest, params);
  const document = await workspace.openTextDocument({ language: 'report', content: '' });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(snippet));
}

async function chooseType(types: Promise<ReportTypesResult>): Promise<string | undefined> {
  const items = types.then((all) => all.map((choice): QuickPickItem & { readonly id: string } => choice));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('New Report'),
    placeHolder: l10n.t('What kind of report?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.id;
}
