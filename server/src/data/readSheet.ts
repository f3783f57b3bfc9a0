import { decodeText } from './decodeText.ts';
import { readCsvSheet } from './readCsv.ts';
import { readJsonSheet, readYamlSheet } from './readYaml.ts';
import { type DataSheet, unreadableSheet } from './sheet.ts';
import { readXlsxSheet } from './xlsx/readXlsx.ts';

/** Bytes. A larger file is not read. */
export const mostSheetBytes = 20_000_000;

/** Turns a file's bytes into text: UTF-8, UTF-16 or GB 18030; `undefined` where it is none. The wiring's `decodeText` is one. */
export type Decode = (bytes: Uint8Array) => string | undefined;

const textReaders: Readonly<Record<string, (path: string, text: string) => DataSheet>> = {
  yaml: readYamlSheet,
  yml: readYamlSheet,
  json: readJsonSheet,
  csv: readCsvSheet,
  tsv: readCsvSheet,
};

/** The endings of files that can be sheets. */
export const sheetExtensions: readonly string[] = [...Object.keys(textReaders), 'xlsx', 'xlsm'];

/** Reads a data sheet by its ending: YAML, JSON, CSV or XLSX. Never throws: what cannot be read is a problem of the sheet. */
export function readSheet(path: string, bytes: Uint8Array, decode: Decode = decodeText): DataSheet {
  const extension = /\.([A-Za-z]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  if (bytes.length > mostSheetBytes) {
    return unreadableSheet(
      path,
      'too-large',
      'The file is too large ({0} MB at most): leave only the data in it.',
      mostSheetBytes / 1_000_000,
    );
  }
  if (extension === 'xlsx' || extension === 'xlsm') return readXlsxSheet(path, bytes);
  if (extension === 'xls') return unreadableSheet(path, 'unreadable', 'Old workbooks (.xls) are not read: save it as .xlsx.');
  const read = Object.hasOwn(textReaders, extension) ? textReaders[extension] : undefined;
  if (read === undefined)
    return unreadableSheet(path, 'unreadable', 'Data sheets are {0}: save the data as one of these.', '.yaml, .json, .csv, .xlsx');
  const text = decode(bytes);
  if (text === undefined) return unreadableSheet(path, 'unreadable', 'This is no text in UTF-8, UTF-16 or GBK: save it as UTF-8.');
  return read(path, text);
}
