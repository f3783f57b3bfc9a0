import { stringify } from 'yaml';
import type { ReportDocument } from '../engine/document.ts';
import { nameOfKind } from '../wording/describeMissing.ts';
import type { Localize } from '../wording/localize.ts';
import { type GapOptions, type GapRow, type Gaps, gapsOf } from './gapRows.ts';
import { writeXlsx } from './xlsx/writeXlsx.ts';

export type SheetFormat = 'yaml' | 'csv' | 'xlsx';

export interface MakeOptions extends GapOptions {
  readonly format: SheetFormat;
  readonly t: Localize;
}

export interface MadeSheet extends Gaps {
  /** The new sheet: text, or the bytes of a workbook. Its columns are named in the user's language and read in any. */
  readonly sheet: string | Uint8Array;
}

/** The columns in their order, with their widths in a workbook. Owner, source and checks are for the people who fill the sheet in. */
const columns: readonly {
  readonly header: (t: Localize) => string;
  readonly width: number;
  readonly cell: (row: GapRow, t: Localize) => string;
}[] = [
  { header: (t) => t('key'), width: 24, cell: ({ key }) => key },
  { header: (t) => t('value'), width: 14, cell: () => '' },
  { header: (t) => t('unit'), width: 10, cell: ({ unit }) => unit },
  { header: (t) => t('kind'), width: 10, cell: ({ kind }, t) => (kind === undefined ? '' : nameOfKind(kind, t)) },
  { header: (t) => t('period'), width: 10, cell: ({ period }) => period },
  { header: (t) => t('section'), width: 30, cell: ({ section }) => section },
  { header: (t) => t('context'), width: 46, cell: ({ context }) => context },
  { header: (t) => t('owner'), width: 14, cell: () => '' },
  { header: (t) => t('source'), width: 14, cell: () => '' },
  { header: (t) => t('checked'), width: 10, cell: () => '' },
];

/**
 * Turns the gaps of a report into a sheet to be filled in, and the edits that turn the marks into fields. Each row has its key, kind, unit,
 * section and the words around it; value, owner, source and check are empty.
 */
export function makeSheet(document: ReportDocument, { format, t, ...options }: MakeOptions): MadeSheet {
  const gaps = gapsOf(document, options);
  return { ...gaps, sheet: writers[format](gaps.rows, t) };
}

const writers: Readonly<Record<SheetFormat, (rows: readonly GapRow[], t: Localize) => string | Uint8Array>> = {
  yaml: (rows, t) => {
    const head = t('Fill in the values; the report shows them where it says {0}.', `{{${t('key')}}}`);
    const list = rows.map((row) => Object.fromEntries(columns.map(({ header, cell }) => [header(t), cell(row, t) || null])));
    return `# ${head}\n${list.length === 0 ? '' : stringify(list, { nullStr: '', lineWidth: 0 }).replace(/^- /gm, '\n- ')}`;
  },
  csv: (rows, t) => {
    const lines = tableOf(rows, t).map((cells) => cells.map(csvCell).join(','));
    // The mark tells Excel that it is UTF-8.
    return `\uFEFF${lines.join('\r\n')}\r\n`;
  },
  xlsx: (rows, t) => writeXlsx({ name: t('Missing data'), widths: columns.map(({ width }) => width), rows: tableOf(rows, t) }),
};

function tableOf(rows: readonly GapRow[], t: Localize): readonly (readonly string[])[] {
  return [columns.map(({ header }) => header(t)), ...rows.map((row) => columns.map(({ cell }) => cell(row, t)))];
}

/** A spreadsheet takes a cell that begins so for a formula; a quotation mark before it says that it is none. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r＝]/.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
