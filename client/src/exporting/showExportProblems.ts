import { l10n, type QuickPickItem, type TextDocument, window } from 'vscode';
import type { ExportProblem } from '../../../server/src/protocol/export.ts';
import { asRange } from '../asRange.ts';

/** Lists what the writer should know about an exported file; choosing one goes to its place in the report. */
export async function showProblems(document: TextDocument, problems: readonly ExportProblem[]): Promise<void> {
  const items = problems.map(({ message, range }): QuickPickItem & { readonly place: ExportProblem['range'] } => ({
    label: message,
    ...(range ? { description: l10n.t('line {0}', range.start.line + 1) } : {}),
    place: range,
  }));
  const picked = await window.showQuickPick(items, { title: l10n.t('Remarks on the Word file') });
  if (!picked?.place) return;
  await window.showTextDocument(document, { selection: asRange(picked.place) });
}
