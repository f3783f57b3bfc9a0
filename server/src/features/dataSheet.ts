import { addDataFile } from '../data/addDataFile.ts';
import { makeSheet, type SheetFormat } from '../data/makeSheet.ts';
import { mergeSheet, type SheetEdit } from '../data/mergeSheet.ts';
import type { ReportData } from '../data/reportData.ts';
import type { ReportDocument } from '../engine/document.ts';
import type { MergeDataSheetResult } from '../protocol/dataSheets.ts';
import type { Localize } from '../wording/localize.ts';

export interface DataSheetOptions {
  readonly format: SheetFormat;
  /** As the front matter will name it. */
  readonly path: string;
  /** What the report names already. */
  readonly data: ReportData | undefined;
  readonly t: Localize;
}

export interface MadeDataSheet {
  readonly rows: number;
  readonly sheet: Uint8Array;
  readonly edits: readonly SheetEdit[];
  readonly named: boolean;
}

/** A sheet with a row for each gap, and the edits that name it in the front matter and turn the gaps into fields. */
export function makeDataSheet(document: ReportDocument, { format, path, data, t }: DataSheetOptions): MadeDataSheet {
  const known = data === undefined ? [] : [...data.values.values.values()].flatMap(({ key, row }) => [key, ...(row.aliases ?? [])]);
  const { rows, edits, sheet } = makeSheet(document, { format, t, known });
  const name = rows.length === 0 ? undefined : addDataFile(document, path, t('data'));
  return {
    rows: rows.length,
    sheet: typeof sheet === 'string' ? new TextEncoder().encode(sheet) : sheet,
    edits: name === undefined ? edits : [name, ...edits],
    named: name !== undefined,
  };
}

/** The edits that put values in the place of their fields. */
export function mergeDataSheet(document: ReportDocument, data: ReportData | undefined): MergeDataSheetResult {
  const { version } = document;
  if (data === undefined) return { version, named: false, edits: [], left: 0 };
  const { edits, left } = mergeSheet(document, data.values);
  return { version, named: true, edits: edits.map((edit) => ({ ...edit, field: document.getText(edit.range) })), left: left.length };
}
