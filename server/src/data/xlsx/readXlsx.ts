import { openZip, type Zip, type ZipFailure, zipLimits } from '../../ooxml/openZip.ts';
import { attribute, readXml } from '../../ooxml/xml.ts';
import { attributeOf } from '../columns.ts';
import { decodeUtf8 } from '../decodeText.ts';
import { readTable, type TableCell, type TableRow } from '../readTable.ts';
import { type DataSheet, type SheetProblemCode, unreadableSheet } from '../sheet.ts';
import { SheetBuilder } from '../sheetBuilder.ts';
import { general, type NumberFormat, numberFormat } from './numberFormat.ts';
import { readWorksheet, type Styles } from './readWorksheet.ts';

const mostSheets = 50;

const failures: Readonly<Record<ZipFailure, readonly [SheetProblemCode, string]>> = {
  'too-large': ['too-large', 'The workbook is too large ({0} MB at most): leave only the data in it.'],
  bomb: ['too-large', 'The workbook unpacks to far more than a sheet of data holds, and is not opened: save the data in a new workbook.'],
  password: ['unreadable', 'The workbook is protected by a password: save it without one (File, Info, Protect Workbook).'],
  'old-format': ['unreadable', 'The workbook is of an old format (.xls), or protected by a password: save it as .xlsx without one.'],
  damaged: ['unreadable', 'The file is no workbook, or is damaged: open it in Excel or WPS and save it as .xlsx.'],
};

/**
 * Reads the visible sheets of an XLSX workbook that have a column for names. Never throws; runs in a worker. A reader of our own over
 * `fflate`: what the usual ones drop (merged cells, error values, formulas without a saved result, a cell's row) is what a writer must be told.
 */
export function readXlsxSheet(path: string, bytes: Uint8Array): DataSheet {
  const zip = openZip(bytes);
  if (typeof zip === 'string') return unreadableSheet(path, ...failures[zip], zipLimits.bytes / 1_000_000);
  const book = relations(zip, '_rels/.rels', '').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const xml = readText(zip, book);
  if (xml === undefined) return unreadableSheet(path, ...failures.damaged);
  const { sheets, since1904 } = readWorkbook(xml);
  const folder = book.slice(0, book.lastIndexOf('/') + 1);
  const related = relations(zip, `${folder}_rels/${book.slice(folder.length)}.rels`, folder);
  const partOf = (type: string): string => readText(zip, related.find((one) => one.type === type)?.target ?? '') ?? '';
  const styles: Styles = { strings: readStrings(partOf('sharedStrings')), formats: readFormats(partOf('styles')), since1904 };
  const builder = new SheetBuilder(path);
  const read: { readonly rows: readonly TableRow[]; readonly name: string; readonly merged: readonly string[] }[] = [];
  for (const { name, id } of sheets.slice(0, mostSheets)) {
    const part = readText(zip, related.find((one) => one.id === id)?.target ?? '');
    if (part === undefined)
      builder.error('unreadable', { sheet: name, row: 1 }, 'This sheet is damaged: open the workbook in Excel or WPS and save it again.');
    else read.push({ name, ...readWorksheet(part, name, styles) });
  }
  const tables = read.filter(({ rows }) => rows.slice(0, 10).some(({ cells }) => cells.some(isKeyName)));
  for (const { rows, name, merged } of tables.length > 0 ? tables : read.slice(0, 1)) {
    for (const ref of merged) {
      const row = Number(/\d+/.exec(ref)?.[0] ?? 1);
      builder.warning(
        'merged-cells',
        { sheet: name, row },
        'The cells {0} are merged: only the first of them has the words. Unmerge them and fill each.',
        ref,
      );
    }
    readTable(rows, builder);
  }
  return builder.done();
}

const isKeyName = ({ text }: TableCell): boolean => attributeOf(text) === 'key';

function readWorkbook(xml: string): {
  readonly sheets: readonly { readonly name: string; readonly id: string }[];
  readonly since1904: boolean;
} {
  const sheets: { readonly name: string; readonly id: string }[] = [];
  let since1904 = false;
  for (const event of readXml(xml)) {
    if (event.kind !== 'open') continue;
    if (event.name === 'workbookPr') since1904 = /^(?:1|true)$/.test(attribute(event.attributes, 'date1904') ?? '');
    if (event.name === 'sheet' && !/hidden/i.test(attribute(event.attributes, 'state') ?? '')) {
      sheets.push({
        name: attribute(event.attributes, 'name') ?? '',
        id: attribute(event.attributes, 'r:id') ?? attribute(event.attributes, 'id') ?? '',
      });
    }
  }
  return { sheets, since1904 };
}

interface Relation {
  readonly id: string;
  /** The last word of its type: worksheet, styles … */
  readonly type: string;
  readonly target: string;
}

/** The parts that a part refers to; those outside the file are passed over. */
function relations(zip: Zip, name: string, folder: string): readonly Relation[] {
  const found: Relation[] = [];
  for (const event of readXml(readText(zip, name) ?? '')) {
    if (event.kind !== 'open' || event.name !== 'Relationship' || attribute(event.attributes, 'TargetMode') === 'External') continue;
    const target = attribute(event.attributes, 'Target') ?? '';
    found.push({
      id: attribute(event.attributes, 'Id') ?? '',
      type: (attribute(event.attributes, 'Type') ?? '').replace(/^.*\//, ''),
      target: target.startsWith('/') ? target.slice(1) : folder + target,
    });
  }
  return found;
}

/** The strings that cells share; readings of Japanese names (`rPh`) are none of their words. */
function readStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let parts: string[] = [];
  let inText = false;
  let inReading = false;
  for (const event of readXml(xml)) {
    if (event.kind === 'text') {
      if (inText && !inReading) parts.push(event.text);
      continue;
    }
    const opens = event.kind === 'open';
    if (event.name === 't') inText = opens;
    else if (event.name === 'rPh') inReading = opens;
    else if (event.name === 'si') {
      if (!opens) strings.push(parts.join(''));
      parts = [];
    }
  }
  return strings;
}

/** The number format of each cell style. */
function readFormats(xml: string): readonly NumberFormat[] {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  for (const event of readXml(xml)) {
    if (event.kind === 'text') continue;
    if (event.name === 'cellXfs') inCells = event.kind === 'open';
    if (event.kind === 'close') continue;
    if (event.name === 'numFmt')
      codes.set(Number(attribute(event.attributes, 'numFmtId')), attribute(event.attributes, 'formatCode') ?? '');
    if (event.name === 'xf' && inCells) {
      const id = Number(attribute(event.attributes, 'numFmtId') ?? 0);
      formats.push(id === 0 ? general : numberFormat(id, codes.get(id)));
    }
  }
  return formats;
}

function readText(zip: Zip, name: string): string | undefined {
  const bytes = zip.read(name);
  return bytes === undefined ? undefined : decodeUtf8(bytes);
}
