import { env, l10n, Uri } from 'vscode';
import { reportOf } from '../activeReport.ts';
import { requestExport } from '../exporting/requestExport.ts';
import { saveExport } from '../exporting/saveExport.ts';
import type { ClientHost } from '../host.ts';
import type { ReportClient } from '../languageClient.ts';
import { withProgress } from '../withProgress.ts';

/**
 * Opens the pages in the browser, which prints them or saves them as PDF; the web editor, which has no folder of its own to put them in, saves them
 * where the writer says. Gives where the pages lie; `undefined` when it was cancelled or failed.
 */
export async function printReport(client: ReportClient, host: ClientHost, uri: Uri | undefined, target?: Uri): Promise<Uri | undefined> {
  const document = await reportOf(uri);
  if (!document) return undefined;
  const made = await withProgress(client, l10n.t('Laying out the pages…'), document.uri, (step) =>
    requestExport(client, document, { format: 'html', final: false }, step),
  );
  if (!made) return undefined;
  const path = target === undefined ? await host.keepForPrinting?.(made.suggestedName, made.bytes) : undefined;
  if (path === undefined) {
    return saveExport({ ...made, document, title: l10n.t('Save Pages for Printing'), kind: ['HTML', 'html'] }, target, host);
  }
  const file = Uri.file(path);
  await env.openExternal(file);
  return file;
}
