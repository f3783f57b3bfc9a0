import { l10n, type QuickPickItem, type TextDocument, window, workspace } from 'vscode';
import type { ImportRemark } from '../../../server/src/protocol/import.ts';
import { asRange } from '../asRange.ts';
import { nameOf } from '../files/nameOf.ts';

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
    await window.showTextDocument(document, { selection: asRange(picked.place) });
  }
}

function textOf({ uri }: TextDocument, remarks: readonly ImportRemark[]): string {
  const name = nameOf(uri);
  const lines = remarks.map(({ message, range }) => (range ? `${name}:${range.start.line + 1}  ${message}` : `${name}  ${message}`));
  return `${l10n.t('Remarks on the import')}\n\n${lines.join('\n')}\n`;
}
