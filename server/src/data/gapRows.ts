import type { ReportDocument } from '../engine/document.ts';
import type { DatumKind, MissingDatum } from '../engine/missing/missingDatum.ts';
import type { Line } from '../engine/syntax/line.ts';
import { fieldsOfLine } from './fields.ts';
import type { SheetEdit } from './mergeSheet.ts';

/** A row of a sheet to be filled in. */
export interface GapRow {
  readonly key: string;
  readonly kind: DatumKind | undefined;
  readonly unit: string;
  readonly period: string;
  /** The headings above it: `二、工作开展情况 › （一）…`. */
  readonly section: string;
  /** The words around it, `▮` in its place. */
  readonly context: string;
}

export interface GapOptions {
  /** The same field name with the same unit is one datum: one row, and one key in all places. Otherwise each place has its own. */
  readonly joinSame?: boolean;
  /** Hints count as well: gaps of blanks, numbers that are simply not there. */
  readonly hints?: boolean;
  /** Keys that sheets have already. */
  readonly taken?: Iterable<string>;
  /** Keys that have a row in a sheet already: they are taken, and their fields get none. */
  readonly known?: Iterable<string>;
}

export interface Gaps {
  readonly rows: readonly GapRow[];
  /** In order, without overlaps: each turns a mark into a field. */
  readonly edits: readonly SheetEdit[];
}

const longestName = 30;
const longestHeading = 40;
const contextBefore = 16;
const contextAfter = 10;
const separator = ' › ';

/** Names for data of which the detector knows no field. */
const kindWords: Readonly<Record<DatumKind, string>> = {
  count: '数量',
  money: '金额',
  percent: '百分比',
  ratio: '比值',
  multiple: '倍数',
  date: '日期',
  org: '单位名称',
  person: '人员姓名',
  document: '文件名称',
  reference: '序号',
  place: '地点',
  name: '名称',
  text: '内容',
};

/**
 * One row for each missing datum of a report, and the edits that turn their marks into `{{key}}`. Fields that the report names already get a
 * row each, unless a sheet has them, and stay. Data of one name in two places are two data (名称, 名称2) unless `joinSame` says otherwise: only the writer knows.
 */
export function gapsOf(
  document: ReportDocument,
  { joinSame = false, hints = false, taken = [], known: inSheets = [] }: GapOptions = {},
): Gaps {
  const known = new Set(inSheets);
  const rows: GapRow[] = [];
  const edits: SheetEdit[] = [];
  const names = new KeyNames([...taken, ...known], document);
  const joined = new Map<string, string>();
  const named = new Set<string>();
  const path = new HeadingPath();
  let number = -1;
  for (const line of document.lines()) {
    number++;
    path.pass(line);
    const uses = fieldsOfLine(line, number);
    if (uses.length === 0 && line.missing.length === 0) continue;
    const fields = new Map(uses.map((use) => [use.range.start.character, use]));
    for (const use of fields.values()) {
      if (named.has(use.key) || known.has(use.key)) continue;
      named.add(use.key);
      const datum = line.missing.find(({ start }) => start === use.range.start.character);
      const span = { start: use.range.start.character, end: use.range.end.character };
      rows.push({
        key: use.key,
        kind: datum?.kind,
        unit: use.unit ?? datum?.unit ?? '',
        period: datum?.period ?? '',
        section: path.text,
        context: around(line.text, span),
      });
    }
    for (const datum of line.missing) {
      if (datum.masking || (!hints && datum.certainty === 'maybe')) continue;
      if ([...fields.values()].some(({ range }) => range.start.character < datum.end && datum.start < range.end.character)) continue;
      const base = nameOf(datum, path.last);
      const same = `${base}\n${datum.unit ?? ''}\n${datum.kind}`;
      let key = joinSame ? joined.get(same) : undefined;
      if (key === undefined) {
        key = names.unique(base);
        joined.set(same, key);
        rows.push({
          key,
          kind: datum.kind,
          unit: datum.unit ?? '',
          period: datum.period ?? '',
          section: path.text,
          context: around(line.text, place(datum)),
        });
      }
      const { start, end } = place(datum);
      edits.push({ range: { start: { line: number, character: start }, end: { line: number, character: end } }, newText: `{{${key}}}` });
    }
  }
  return { rows, edits };
}

/** What gives way to the field: the mark, or nothing where nothing stands for the datum. */
const place = ({ start, end, insertAt }: MissingDatum): { readonly start: number; readonly end: number } =>
  insertAt === undefined ? { start, end } : { start: insertAt, end: insertAt };

/** The datum's field name; without one its section and what is counted. */
function nameOf(datum: MissingDatum, heading: string): string {
  const field = clean(datum.field ?? '');
  if (field !== '') return field;
  const what = datum.unit === undefined || datum.unit === '' ? kindWords[datum.kind] : `${kindWords[datum.kind]}${datum.unit}`;
  return clean(`${heading.slice(0, 12)}${what}`) || clean(kindWords[datum.kind]);
}

/** Leaves out what cannot stand in `{{key}}`. */
function clean(name: string): string {
  return name
    .replace(/[{}|｜｛｝;()=<>\\`*×\r\n\t]+/g, '')
    .replace(/^[/#>!\s]+/, '')
    .slice(0, longestName)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
}

/** Gives each datum a key of its own. */
class KeyNames {
  private readonly used: Set<string>;
  private readonly next = new Map<string, number>();

  constructor(taken: Iterable<string>, document: ReportDocument) {
    this.used = new Set(taken);
    let number = 0;
    for (const line of document.lines()) for (const { key } of fieldsOfLine(line, number++)) this.used.add(key);
  }

  unique(base: string): string {
    let count = this.next.get(base) ?? 1;
    let key = count === 1 ? base : `${base}${count}`;
    while (this.used.has(key)) key = `${base}${++count}`;
    this.next.set(base, count + 1);
    this.used.add(key);
    return key;
  }
}

/** The headings above the line that is passed. */
class HeadingPath {
  private readonly open: { readonly level: number; readonly name: string }[] = [];
  text = '';

  get last(): string {
    return this.open.at(-1)?.name.replace(/^[（(]?[一二三四五六七八九十百\d.]+[）)、.．]?\s*/, '') ?? '';
  }

  pass({ syntax, text }: Line): void {
    if (syntax.kind === 'attachmentStart') this.enter(0, text.trim());
    if (syntax.kind !== 'heading') return;
    const marker = syntax.marker === undefined ? '' : text.slice(syntax.marker.start, syntax.marker.end);
    this.enter(syntax.level, `${marker}${text.slice(syntax.contentStart, syntax.contentEnd)}`.trim());
  }

  private enter(level: number, name: string): void {
    while ((this.open.at(-1)?.level ?? -1) >= level) this.open.pop();
    this.open.push({ level, name: name.slice(0, longestHeading) });
    this.text = this.open.map((one) => one.name).join(separator);
  }
}

/** The words around a datum, to its sentence's ends at most. */
function around(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const before = text
    .slice(Math.max(0, start - contextBefore), start)
    .replace(/^.*[。；！？|]/s, '')
    .replace(/^[\udc00-\udfff]/, '');
  const after = text
    .slice(end, end + contextAfter)
    .replace(/[。；！？|].*$/s, '')
    .replace(/[\ud800-\udbff]$/, '');
  return `${before.trimStart()}▮${after.trimEnd()}`;
}
