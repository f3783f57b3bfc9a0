import type { Location } from 'vscode-languageserver';
import type { FieldValue } from '../data/bind.ts';
import { ownName, type ReportData } from '../data/reportData.ts';
import { isTextPlace } from '../data/sheet.ts';
import type { ReportDocument } from '../engine/document.ts';
import type { Position } from '../engine/text/position.ts';
import { fieldAt, usesOf } from './fieldAt.ts';

/** Gives the URI of the file that a report calls by this path. */
export type FileOf = (path: string) => string | undefined;

/** Where the datum of a field stands in its sheet: the line of a text file, or the workbook. */
export function fieldDefinition(document: ReportDocument, position: Position, data: ReportData, fileOf: FileOf): Location | undefined {
  const use = fieldAt(document, position);
  const datum = use && data.values.get(use.key);
  return datum && placeOf(document, datum, fileOf);
}

/** All fields of the datum that a position names, and its line in the sheet where `declaration` is wanted. */
export function fieldReferences(
  document: ReportDocument,
  position: Position,
  data: ReportData | undefined,
  { declaration, fileOf }: { readonly declaration: boolean; readonly fileOf: FileOf },
): readonly Location[] {
  const use = fieldAt(document, position);
  if (use === undefined) return [];
  const uses = usesOf(document, use.key, data).map(({ keyRange }) => ({ uri: document.uri, range: keyRange }));
  const datum = data?.values.get(use.key);
  const place = declaration && datum !== undefined ? placeOf(document, datum, fileOf) : undefined;
  return place === undefined ? uses : [place, ...uses];
}

function placeOf(document: ReportDocument, { row, sheet }: FieldValue, fileOf: FileOf): Location | undefined {
  const uri = sheet.path === ownName(document) ? document.uri : fileOf(sheet.path);
  if (uri === undefined) return undefined;
  if (row.keyRange !== undefined) return { uri, range: row.keyRange };
  const at = isTextPlace(row.place) ? { line: row.place.line, character: row.place.character ?? 0 } : { line: 0, character: 0 };
  return { uri, range: { start: at, end: at } };
}
