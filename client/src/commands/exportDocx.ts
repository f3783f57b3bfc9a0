import { l10n, type Uri } from 'vscode';
import { reportOf } from '../activeReport.ts';
import { mayExport } from '../exporting/exportGate.ts';
import { requestExport } from '../exporting/requestExport.ts';
import { saveExport } from '../exporting/saveExport.ts';
import type { ClientHost } from '../host.ts';
import type { ReportClient } from '../languageClient.ts';
import { withProgress } from '../withProgress.ts';

export interface ExportOptions {
  /** The report; otherwise the active editor's. */
  readonly uri: Uri | undefined;
  /** Without the marks and the list of missing data. */
  readonly final: boolean;
  /** Where the file goes; otherwise the writer is asked. */
  readonly target: Uri | undefined;
}

/**
 * Makes a Word file of a report and saves it where the writer wants it. Gives where, or `undefined` when the writer
 * cancelled or it failed; why it failed has been said then.
 */
export async function exportDocx(client: ReportClient, host: ClientHost, { uri, final, target }: ExportOptions): Promise<Uri | undefined> {
  const document = await reportOf(uri);
  if (!document || !(await mayExport(client, document, { final, ask: target === undefined }))) return undefined;
  const made = await withProgress(client, l10n.t('Making the Word file…'), document.uri, (step) =>
    requestExport(client, document, { format: 'docx', final }, step),
  );
  return made && saveExport({ ...made, document, title: l10n.t('Export DOCX'), kind: [l10n.t('Word document'), 'docx'] }, target, host);
}
