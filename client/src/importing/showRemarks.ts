import { l10n, type QuickPickItem, Range, type TextDocument, window, workspace } from 'vscode';
import type { ImportRemark } from '../../../server/src/protocol/import.ts';

/** Longer ones are cut in a list's first line; their whole words stand in the second. */
const longestLabel = 70;

type Choice = QuickPickItem & { readonly place?: ImportRemark['range']; readonly all?: true };

/** Lists what was not carried over; choosing one goes to its place in the report, and all of them can be had as a text to keep. */
export async function showRemarks(document: TextDocument, remarks: readonly ImportRemark[]): Promise<void> {
  const items = remarks.map(({ message, range }): Choice => {
    const label = message.length > longestLabel ? `${message.slice(0, longestLabel)}…` : message;
    return {
      label,
      ...(label === message ? {} : { detail: message }),
      ...(range ? { description: l10n.t('line {0}', range.start.line + 1), place: range } : {}),
    };
  });
  const asText: Choice = { label: `$(list-unordered) ${l10n.t('Show all as a text')}`, all: true };
  const picked = await window.showQuickPick([...items, asText], { title: l10n.t('Remarks on the import'), matchOnDetail: true });
  if (picked?.all === true) {
    await window.showTextDocument(await workspace.openTextDocument({ content: textOf(document, remarks) }));
  } else if (picked?.place) {
    const { start, end } = picked.place;
    await window.showTextDocument(document, { selection: new Range(start.line, start.character, end.line, end.character) });
  }
}

function textOf({ uri }: TextDocument, remarks: readonly ImportRemark[]): string {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const lines = remarks.map(({ message, range }) => (range ? `${name}:${range.start.line + 1}  ${message}` : `${name}  ${message}`));
  return `${l10n.t('Remarks on the import')}\n\n${lines.join('\n')}\n`;
}
