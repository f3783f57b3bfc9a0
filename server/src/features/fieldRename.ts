import type { TextEdit } from 'vscode-languageserver';
import { ownName, type ReportData } from '../data/reportData.ts';
import { isTextPlace, type SheetRow } from '../data/sheet.ts';
import { canBeKey } from '../data/sheetBuilder.ts';
import type { ReportDocument } from '../engine/document.ts';
import type { Position, Range } from '../engine/text/position.ts';
import type { Localize } from '../wording/localize.ts';
import { fieldAt, usesOf } from './fieldAt.ts';

/** Why a name is not changed, in the writer's language. */
export interface RenameRefusal {
  readonly refusal: string;
}

export interface RenameEdits {
  /** In the report. */
  readonly report: readonly TextEdit[];
  /** In the sheet that has the datum, where that is another file. */
  readonly sheet?: { readonly path: string; readonly edits: readonly TextEdit[] };
}

/** The name that can be changed at a position, and where it stands. */
export function prepareFieldRename(
  document: ReportDocument,
  position: Position,
): { readonly range: Range; readonly placeholder: string } | undefined {
  const use = fieldAt(document, position);
  return use && { range: use.keyRange, placeholder: use.key };
}

/** A name that YAML, JSON and CSV take without quotes and without taking it for something else. */
const plainName = /^[\p{L}_][\p{L}\p{N}_（）()·%％ -]*$/u;
const words = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/**
 * The edits that give a datum another name, in the report and in its sheet; `textOf` reads the sheet as it is now. Declines where the sheet
 * is not what was read, or no text.
 */
export async function fieldRename(
  document: ReportDocument,
  position: Position,
  newName: string,
  data: ReportData | undefined,
  { t, textOf }: { readonly t: Localize; readonly textOf: (path: string) => Promise<string | undefined> },
): Promise<RenameEdits | RenameRefusal> {
  const name = newName.trim();
  const use = fieldAt(document, position);
  if (use === undefined) return { refusal: t('There is no named datum here.') };
  if (!canBeKey(name) || !plainName.test(name) || words.test(name)) {
    return { refusal: t('“{0}” cannot be a name here: use letters, digits, blanks, _, - and brackets, and begin with a letter.', name) };
  }
  const datum = data?.values.get(use.key);
  const taken = data?.values.get(name);
  if (taken !== undefined && taken !== datum) return { refusal: t('“{0}” is a name in {1} already.', name, taken.sheet.path) };
  const edits = usesOf(document, use.key, undefined).map(({ keyRange }): TextEdit => ({ range: keyRange, newText: name }));
  if (datum === undefined) return { report: edits };
  const { row, sheet } = datum;
  if (use.key !== datum.key) return { refusal: t('“{0}” is another name of “{1}”: change it in {2}.', use.key, datum.key, sheet.path) };
  if (data?.values.usedByFormulas.has(datum.key)) {
    return { refusal: t('Formulas in the sheets name “{0}”: change the name there and in the sheet, then in the report.', datum.key) };
  }
  const isOwn = sheet.path === ownName(document);
  const text = !isTextPlace(row.place) ? undefined : isOwn ? document.getText() : await textOf(sheet.path);
  const range = text === undefined ? undefined : keyRangeIn(text, row);
  if (range === undefined) {
    const message = isTextPlace(row.place)
      ? '“{0}” was not found in {1} where it stood: save the sheet and try again, or change the name there.'
      : '“{0}” stands in the workbook {1}, which only Excel or WPS can change: change the name there, then in the report.';
    return { refusal: t(message, datum.key, sheet.path) };
  }
  const edit: TextEdit = { range, newText: name };
  return isOwn ? { report: [edit, ...edits] } : { report: edits, sheet: { path: sheet.path, edits: [edit] } };
}

/** Where a row's key stands in the text of its sheet, if it still does. */
function keyRangeIn(text: string, { key, keyRange, place }: SheetRow): Range | undefined {
  if (!isTextPlace(place)) return undefined;
  const lines = text.split(/\r\n|\r|\n/);
  if (keyRange !== undefined) {
    const { start, end } = keyRange;
    return lines[start.line]?.slice(start.character, end.character) === key ? keyRange : undefined;
  }
  const line = lines[place.line];
  if (line === undefined) return undefined;
  // CSV: the one cell of the line that is the key.
  const found: number[] = [];
  for (let at = line.indexOf(key); at >= 0; at = line.indexOf(key, at + 1)) {
    const left = line.slice(0, at).trimEnd().at(-1) ?? ',';
    const right =
      line
        .slice(at + key.length)
        .trimStart()
        .charAt(0) || ',';
    if (/[,，;\t"]/.test(left) && /[,，;\t"]/.test(right)) found.push(at);
  }
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) return undefined;
  const { line: number } = place;
  return { start: { line: number, character: only }, end: { line: number, character: only + key.length } };
}
