import { Position, Range, Selection, TextEditorRevealType, type Uri, ViewColumn, window, workspace } from 'vscode';
import { type FromWebview, type PreviewResolveParams, previewMethods } from '../../../server/src/protocol/preview.ts';
import {
  type NextMissingDatumParams,
  type NextMissingDatumResult,
  nextMissingDatumRequest,
} from '../../../server/src/protocol/requests.ts';
import type { ServerConnection } from './serverConnection.ts';

type Reveal = Extract<FromWebview, { readonly type: 'reveal' }>;

/** Puts the cursor where a place on the page comes from; a missing datum is selected, so that typing fills it. */
export async function revealPlace(
  server: ServerConnection,
  uri: Uri,
  { place, fill }: Reveal,
  preview: ViewColumn | undefined,
): Promise<void> {
  const params: PreviewResolveParams = { uri: uri.toString(), place };
  const found = await server.sendRequest<{ readonly line: number; readonly character: number } | null>(previewMethods.resolve, params);
  if (!found) return;
  const position = new Position(found.line, found.character);
  const range = fill ? await datumAt(server, uri, position) : new Range(position, position);
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  // Beside the preview, never in its place.
  const beside = preview !== undefined && preview > ViewColumn.One ? preview - 1 : ViewColumn.Beside;
  const editor = await window.showTextDocument(shown?.document ?? (await workspace.openTextDocument(uri)), shown?.viewColumn ?? beside);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

async function datumAt(server: ServerConnection, uri: Uri, position: Position): Promise<Range> {
  const params: NextMissingDatumParams = {
    textDocument: { uri: uri.toString() },
    position: { line: position.line, character: position.character },
    direction: 'next',
  };
  const datum = await server.sendRequest<NextMissingDatumResult>(nextMissingDatumRequest, params);
  const isHere = datum && datum.start.line === position.line && datum.start.character === position.character;
  return isHere ? new Range(position, new Position(datum.end.line, datum.end.character)) : new Range(position, position);
}
