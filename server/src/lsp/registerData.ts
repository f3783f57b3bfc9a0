import { LSPErrorCodes, type RenameParams, ResponseError, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { mostSheetBytes } from '../data/readSheet.ts';
import type { ReportDocument } from '../engine/document.ts';
import type { Position } from '../engine/text/position.ts';
import { makeDataSheet, mergeDataSheet } from '../features/dataSheet.ts';
import { fieldInlayHints } from '../features/fieldInlayHints.ts';
import { fieldDefinition, fieldReferences } from '../features/fieldPlaces.ts';
import { fieldRename, prepareFieldRename } from '../features/fieldRename.ts';
import { labelDefinition, labelReferences, labelRename, prepareLabelRename } from '../features/labelPlaces.ts';
import { toBase64 } from '../protocol/base64.ts';
import {
  type MakeDataSheetParams,
  type MakeDataSheetResult,
  type MergeDataSheetParams,
  type MergeDataSheetResult,
  makeDataSheetRequest,
  mergeDataSheetRequest,
  sheetFormats,
} from '../protocol/dataSheets.ts';
import type { DataService } from './dataService.ts';
import { decodeSheet } from './decodeText.ts';
import { rootOf } from './paths.ts';
import { nearest, onDocument, onPosition, type Session } from './session.ts';

/** Named data in the editor: definition, references, rename, values behind the fields; sheets made and merged. */
export function registerData(session: Session, data: DataService): void {
  const { connection } = session;
  const fileOf = (uri: string) => (path: string) => data.fileOf(uri, path);

  connection.onDefinition(
    onPosition(session, 'definition', null, (document, position) => {
      const known = data.of(document.uri);
      return (known && fieldDefinition(document, position, known, fileOf(document.uri))) ?? [...labelDefinition(document, position)];
    }),
  );
  connection.onReferences(
    onPosition(session, 'references', [], (document, position, { context }) => {
      const fields = fieldReferences(document, position, data.of(document.uri), {
        declaration: context.includeDeclaration,
        fileOf: fileOf(document.uri),
      });
      return fields.length > 0 ? [...fields] : [...labelReferences(document, position, context.includeDeclaration)];
    }),
  );
  connection.onPrepareRename(
    onPosition(
      session,
      'prepareRename',
      null,
      (document, position) => prepareFieldRename(document, position) ?? prepareLabelRename(document, position) ?? null,
    ),
  );
  connection.onRenameRequest(
    onPosition<RenameParams, WorkspaceEdit | null>(session, 'rename', null, (document, position, { newName }) =>
      rename(session, data, document, position, newName),
    ),
  );
  connection.languages.inlayHint.on(
    onDocument(session, 'inlayHint', [], (document, { range }) => {
      const known = data.of(document.uri);
      const shown = { start: nearest(document, range.start), end: nearest(document, range.end) };
      return known === undefined ? [] : [...fieldInlayHints(document, shown, known)];
    }),
  );
  connection.onRequest<MakeDataSheetResult, never>(
    makeDataSheetRequest,
    onDocument<MakeDataSheetParams, MakeDataSheetResult>(session, makeDataSheetRequest, nothingMade, async (document, params) => {
      const format = sheetFormats.find((one) => one === params.format) ?? 'yaml';
      const known = await data.ready(document.uri);
      const { rows, sheet, edits, named } = makeDataSheet(document, { format, path: params.path, data: known, t: session.t });
      return { version: document.version, rows, bytes: toBase64(sheet), edits, named };
    }),
  );
  connection.onRequest<MergeDataSheetResult, never>(
    mergeDataSheetRequest,
    onDocument<MergeDataSheetParams, MergeDataSheetResult>(session, mergeDataSheetRequest, nothingMerged, async (document) =>
      mergeDataSheet(document, await data.ready(document.uri)),
    ),
  );
}

const nothingMade: MakeDataSheetResult = { version: -1, rows: 0, bytes: '', edits: [], named: false };
const nothingMerged: MergeDataSheetResult = { version: -1, named: false, edits: [], left: 0 };

async function rename(
  session: Session,
  data: DataService,
  document: ReportDocument,
  position: Position,
  newName: string,
): Promise<WorkspaceEdit> {
  const { uri, version } = document;
  const label = labelRename(document, position, newName, session.t);
  if (label !== undefined) {
    if ('refusal' in label) throw new ResponseError(LSPErrorCodes.RequestFailed, label.refusal);
    return asWorkspaceEdit(session, [[uri, version, [...label]]]);
  }
  const known = await data.ready(uri);
  // Typed meanwhile: the positions are those of another text.
  if (document.version !== version) throw new ResponseError(LSPErrorCodes.ContentModified, 'Content modified.');
  const textOf = async (path: string) => await readText(session, uri, data.fileOf(uri, path));
  const result = await fieldRename(document, position, newName, known, { t: session.t, textOf });
  if (document.version !== version) throw new ResponseError(LSPErrorCodes.ContentModified, 'Content modified.');
  if ('refusal' in result) throw new ResponseError(LSPErrorCodes.RequestFailed, result.refusal);
  const { report, sheet } = result;
  const file = sheet && data.fileOf(uri, sheet.path);
  const changes: FileEdits[] = [[uri, version, [...report]]];
  if (sheet !== undefined && file !== undefined) changes.push([file, null, [...sheet.edits]]);
  return asWorkspaceEdit(session, changes);
}

type FileEdits = [uri: string, version: number | null, edits: TextEdit[]];

function asWorkspaceEdit({ supports }: Session, changes: readonly FileEdits[]): WorkspaceEdit {
  return supports.versionedEdits
    ? { documentChanges: changes.map(([of, at, edits]) => ({ textDocument: { uri: of, version: at }, edits })) }
    : { changes: Object.fromEntries(changes.map(([of, , edits]) => [of, edits])) };
}

async function readText({ host, folders }: Session, report: string, file: string | undefined): Promise<string | undefined> {
  const root = rootOf(report, folders);
  if (file === undefined || root === undefined) return undefined;
  const answer = await host.readFile(file, root, mostSheetBytes);
  return answer.kind === 'file' ? decodeSheet(answer.bytes) : undefined;
}
