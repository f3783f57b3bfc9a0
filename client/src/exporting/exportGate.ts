import { l10n, type TextDocument, window, workspace } from 'vscode';
import { goToMissingDatum } from '../commands/goToMissingDatum.ts';
import { MissingData } from '../fill/missingData.ts';
import type { ReportClient } from '../languageClient.ts';

export interface GateOptions {
  readonly final: boolean;
  /** A task or a key that names the file to write is not asked; a refusal by the settings holds for it as well. */
  readonly ask: boolean;
}

/** While data are missing the writer says whether to export all the same. Gives whether the export goes on. */
export async function mayExport(client: ReportClient, document: TextDocument, { final, ask }: GateOptions): Promise<boolean> {
  // A server that does not answer cannot export either, and the export says so.
  const total = await new MissingData(client, document).list({ limit: 0 }).then(
    (list) => list.total,
    () => 0,
  );
  if (total === 0) return true;
  const message = l10n.t('Data missing in this report: {0}', total);
  const goToFirst = l10n.t('Go to First Gap');
  const goThere = () =>
    goToMissingDatum(client, 'next', client.client.code2ProtocolConverter.asUri(document.uri), { line: 0, character: 0 });
  if (final && workspace.getConfiguration('reportWriter', document).get('export.refuseWithGaps') === true) {
    const reason = l10n.t('A final Word file is not made while data are missing (setting “{0}”).', 'reportWriter.export.refuseWithGaps');
    void window.showErrorMessage(`${message}. ${reason}`, goToFirst).then((choice) => (choice === goToFirst ? goThere() : undefined));
    return false;
  }
  if (!ask) return true;
  const goOn = final ? l10n.t('Export All the Same') : l10n.t('Export Draft');
  const detail = final
    ? l10n.t('The final file marks no gaps: what is missing stands there as you wrote it.')
    : l10n.t('The draft has its gaps highlighted, and lists them at its end.');
  const choice = await window.showWarningMessage(message, { modal: true, detail }, goOn, goToFirst);
  if (choice === goToFirst) await goThere();
  return choice === goOn;
}
