import { type FieldUse, fieldsOf, fieldsOfLine } from '../data/fields.ts';
import type { ReportData } from '../data/reportData.ts';
import type { ReportDocument } from '../engine/document.ts';
import type { Position } from '../engine/text/position.ts';

/** The field that a position touches, its braces included. */
export function fieldAt(document: ReportDocument, { line, character }: Position): FieldUse | undefined {
  return fieldsOfLine(document.line(line), line).find(
    ({ range }) => range.start.character <= character && character <= range.end.character,
  );
}

/** The name under which a datum is counted: its key, whichever of its names is used. */
const keyOf = (name: string, data: ReportData | undefined): string => data?.values.get(name)?.key ?? name;

/** All fields that mean one datum, in order. */
export function usesOf(document: ReportDocument, name: string, data: ReportData | undefined): readonly FieldUse[] {
  const key = keyOf(name, data);
  return [...fieldsOf(document)].filter((use) => keyOf(use.key, data) === key);
}
