import type { ReportDocument } from '../engine/document.ts';
import { parseFrontMatter } from '../engine/model/parseFrontMatter.ts';
import type { FieldTexts } from '../engine/syntax/fields.ts';
import type { Range } from '../engine/text/position.ts';
import { bindSheets, type FieldValues } from './bind.ts';
import { parseField } from './fields.ts';
import { formatValue } from './format.ts';
import { readFrontMatterData } from './readFrontMatterData.ts';
import type { DataSheet } from './sheet.ts';

/** What the front matter says about data. */
export interface DataSources {
  /** Files, as the report names them. */
  readonly paths: readonly string[];
  /** The data that stand in the front matter itself; their `path` is the report's own name. */
  readonly own?: DataSheet;
}

/** All data of a report, ready for use. */
export interface ReportData {
  readonly sheets: readonly DataSheet[];
  readonly values: FieldValues;
  /** What the document prints: for `ReportDocument.setValues`. A new object for each reading. */
  readonly texts: FieldTexts;
}

/** More sheets than a report has: what follows is not read. */
const mostSheets = 50;

/** Where the data of a report are; `undefined` where its front matter names none. */
export function dataSourcesOf(document: ReportDocument): DataSources | undefined {
  if (document.line(0).syntax.kind !== 'frontMatter') return undefined;
  const own = readFrontMatterData(document, ownName(document));
  if (own !== undefined) return { paths: [], own };
  const paths = [...new Set(parseFrontMatter(document).frontMatter.data ?? [])].slice(0, mostSheets);
  return paths.length === 0 ? undefined : { paths };
}

/** What a report's own data are called in messages: the report's file name. */
export function ownName({ uri }: ReportDocument): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Brings sheets together; derived values are computed here. */
export function reportDataOf(sheets: readonly DataSheet[]): ReportData {
  const values = bindSheets(sheets);
  const texts: FieldTexts = {
    text(expression, after) {
      const field = parseField(expression);
      const value = values.get(field.key);
      return value?.value === undefined ? undefined : formatValue(value, field, after).text;
    },
  };
  return { sheets, values, texts };
}

const dataKey = /^\s*(?:data|数据)\s*[:：]/i;

/** The line of the front matter that names the data: findings about sheets stand there. The first line where there is none. */
export function dataLineOf(document: ReportDocument): Range {
  let number = 0;
  for (const { syntax, text } of document.lines(0, 500)) {
    if (syntax.kind !== 'frontMatter') break;
    if (dataKey.test(text)) return { start: { line: number, character: 0 }, end: { line: number, character: text.length } };
    number += 1;
  }
  return { start: { line: 0, character: 0 }, end: { line: 0, character: document.line(0).text.length } };
}
