import { l10n, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { type CompareParams, type CompareResult, compareRequest } from '../../../server/src/protocol/compare.ts';
import { reportOf } from '../activeReport.ts';
import { comparisonPage } from '../compare/comparisonPage.ts';
import { chooseVersion, fileVersion } from '../compare/versions.ts';
import { nameOf } from '../files/nameOf.ts';
import type { ReportClient } from '../languageClient.ts';
import { withProgress } from '../withProgress.ts';

/**
 * Shows a report and an older version of it as pages in one, changes marked. `old`: the file to compare with; otherwise the writer is asked. Gives how
 * many changes there are; `undefined` when it was cancelled or failed, which has been said then.
 */
export async function compareReport(client: ReportClient, uri: Uri | undefined, old: Uri | undefined): Promise<number | undefined> {
  const document = await reportOf(uri);
  if (!document) return undefined;
  const version = old ? await fileVersion(old) : await chooseVersion(document);
  if (!version) return undefined;
  const params: CompareParams = {
    textDocument: client.client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    old: version.old,
    oldName: version.name,
  };
  const result = await withProgress(client, l10n.t('Comparing…'), document.uri, ({ token }) =>
    client.client.sendRequest<CompareResult>(compareRequest, params, token),
  );
  if (!result) return undefined;
  const name = nameOf(document.uri);
  if (result.changes === 0) void window.showInformationMessage(l10n.t('{0} reads as {1} does: nothing has changed.', name, version.name));
  else show(`${name} ↔ ${version.name}`, result.html);
  return result.changes;
}

/** A page without scripts: it may do nothing but be read. */
function show(title: string, html: string): WebviewPanel {
  const panel = window.createWebviewPanel('reportWriter.comparison', title, ViewColumn.Active, {
    enableScripts: false,
    enableFindWidget: true,
    localResourceRoots: [],
  });
  panel.webview.html = comparisonPage(html, { fitWidth: l10n.t('Fit Width') });
  return panel;
}
