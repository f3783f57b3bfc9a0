import { l10n, Position, Selection, TextEditorRevealType, Uri, window, workspace } from 'vscode';
import {
  type NextMissingDatumParams,
  type NextMissingDatumResult,
  nextMissingDatumRequest,
} from '../../../server/src/protocol/missingData.ts';
import { activeReportEditor } from '../activeReport.ts';
import type { ReportClient } from '../languageClient.ts';

/** Puts the cursor on the next or previous missing datum. A quick fix of the server says from where; else from the cursor. */
export async function goToMissingDatum(
  { client }: ReportClient,
  direction: NextMissingDatumParams['direction'],
  uri?: unknown,
  from?: unknown,
): Promise<void> {
  const editor =
    typeof uri === 'string' ? await window.showTextDocument(await workspace.openTextDocument(Uri.parse(uri))) : activeReportEditor();
  if (!editor) return;
  // Going on from a selected datum means from its end, going back from its beginning.
  const position = asPosition(from) ?? (direction === 'next' ? editor.selection.end : editor.selection.start);
  const params: NextMissingDatumParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(editor.document),
    position: { line: position.line, character: position.character },
    direction,
  };
  const found = await client.sendRequest<NextMissingDatumResult>(nextMissingDatumRequest, params);
  if (!found) {
    window.setStatusBarMessage(l10n.t('No datum is missing in this report.'), 5000);
    return;
  }
  const range = client.protocol2CodeConverter.asRange(found);
  const shown = await window.showTextDocument(editor.document, editor.viewColumn);
  shown.selection = new Selection(range.start, range.end);
  shown.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

function asPosition(value: unknown): Position | undefined {
  const { line, character } = (value ?? {}) as { readonly line?: unknown; readonly character?: unknown };
  return typeof line === 'number' && typeof character === 'number' ? new Position(line, character) : undefined;
}
