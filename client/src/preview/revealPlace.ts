import { commands, Position, Range, Selection, TextEditorRevealType, type Uri, ViewColumn, window, workspace } from 'vscode';
import {
  type NextMissingDatumParams,
  type NextMissingDatumResult,
  nextMissingDatumRequest,
} from '../../../server/src/protocol/missingData.ts';
import type { PreviewPlace } from '../../../server/src/protocol/preview.ts';
import type { EditorSync } from './editorSync.ts';
import type { ServerConnection } from './serverConnection.ts';

export interface Reveal {
  readonly uri: Uri;
  readonly place: PreviewPlace;
  /** What to do where a missing datum begins: select it, so that typing fills it, or ask for its value. */
  readonly gap?: 'select' | 'fill';
  /** Where the preview is. */
  readonly preview: ViewColumn | undefined;
}

/** Puts the cursor where a place on the page comes from. */
export async function revealPlace(server: ServerConnection, sync: EditorSync, { uri, place, gap, preview }: Reveal): Promise<void> {
  const found = await sync.resolve(place);
  if (!found) return;
  const position = new Position(found.line, found.character);
  const range = gap ? await datumAt(server, uri, position) : new Range(position, position);
  const shown = sync.editor;
  // Beside the preview, never in its place.
  const beside = preview !== undefined && preview > ViewColumn.One ? preview - 1 : ViewColumn.Beside;
  const editor = await window.showTextDocument(shown?.document ?? (await workspace.openTextDocument(uri)), shown?.viewColumn ?? beside);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  const { line, character } = range.start;
  if (gap === 'fill') await commands.executeCommand('reportWriter.fillMissingData', uri.toString(), { line, character }, 'here');
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
