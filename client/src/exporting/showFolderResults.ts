import { l10n, type QuickPickItem, type Uri, window } from 'vscode';
import type { FolderResult } from '../commands/exportFolder.ts';
import { nameOf } from '../files/nameOf.ts';

/** Says how many reports were exported, and on request what became of each; choosing one opens its report. */
export async function showFolderResults(results: readonly FolderResult[], wanted: number): Promise<void> {
  const written = results.filter(({ target }) => target !== undefined).length;
  const message = l10n.t('Reports exported: {0} of {1}.', written, wanted);
  if (written === wanted && results.every(({ remarks }) => remarks.length === 0)) {
    void window.showInformationMessage(message);
    return;
  }
  const show = l10n.t('Show Remarks ({0})', results.filter(({ remarks }) => remarks.length > 0).length);
  if ((await window.showWarningMessage(message, show)) !== show) return;
  const items = results
    .filter(({ remarks }) => remarks.length > 0)
    .map(({ report, target, remarks }): QuickPickItem & { readonly report: Uri } => ({
      label: `${target === undefined ? '$(error)' : '$(warning)'} ${nameOf(report)}`,
      detail: remarks.join(' '),
      report,
    }));
  const picked = await window.showQuickPick(items, { title: message, matchOnDetail: true });
  if (picked) await window.showTextDocument(picked.report);
}
