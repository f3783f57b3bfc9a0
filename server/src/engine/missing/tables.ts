import { cellsOf } from '../syntax/scanMarkup.ts';
import type { Span } from '../text/position.ts';
import { isBlank, skipBlanks, skipBlanksBack } from './chars.ts';
import type { DatumKind, MissingDatum } from './missingDatum.ts';
import { labelKindOf, labelledKind } from './words/labels.ts';
import { unitAt } from './words/units.ts';

/** What the header of a column says of the cells below it. */
interface Column {
  /** The header without its unit: 投入资金. */
  readonly name: string;
  readonly kind?: DatumKind;
  readonly unit?: string;
  /** Whether its cells hold figures: the header names a unit, its noun asks for figures, or neither. */
  readonly figures: 'unit' | 'noun' | 'no';
}

/** A row of a table as its columns show it. */
interface Row {
  readonly text: string;
  readonly cells: readonly Span[];
  readonly columns: readonly Column[];
  /** The cell that names the row (清溪镇), or -1. */
  readonly nameAt: number;
  /** 合计, 平均: some of its cells stay blank. */
  readonly summary: boolean;
  readonly averages: boolean;
  /** 万人, where the table has a column 单位. */
  readonly unit?: { readonly kind: DatumKind; readonly unit: string };
}

const remarks = /^(?:备\s*注|说\s*明|附\s*注|注|备考|其他|其它|notes?|remarks?|comments?)$/i;
const summaries = /^(?:合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|总\s*和|平均|均值|(?:sub|grand )?total|sum|average|mean)(?![a-z])/i;
const averages = /^(?:平均|均值|average|mean)/i;
const identifiers = /(?:序号|编号|代码|号码|账号|电话|手机|证号|邮编|页码|单号|学号|工号)$|^(?:no\.?|#|id|code|phone|ref\.?)$/i;
const figureNouns =
  /(?:[数额率量比]|占比|比例|比重|面积|得分|分值|总分|分数|成绩|产值|收入|支出|费用?|单价|均价|价格|总价|造价|利税|税[额款]?|[款费]|预算|决算|合计|小计|总计|资金|经费|人口|[增降][速幅]|[实目完]\S{1,2}值|里程|长度|年龄|工期|人次|利润|税收|投资|余额|库存)$|^(?:.* )?(?:number|amount|total|count|qty|quantity|costs?|budget|price|revenue|rate|score|percentage|percent|value|spent|spend|actuals?|forecast|hours|days|headcount|fte)$/i;
/** Sums make no sense of these. */
const neverSummed = /率|比|价|均|年龄|得分|分值|评分|rate|price|average|score|percent|%/i;
/** A header that names a time or a reading: its unit stands in the row's own column 单位. */
const readings =
  /^(?:\d{4}年?.{0,6}|[本上去今]年.{0,4}|[本上]期.{0,4}|[本上]月.{0,4}|.{0,4}[数值]|实际|计划|目标|完成情况|基准|现状|actual|target|baseline)$/i;
const unitColumns = /^(?:计量)?单\s*位$|^units?$/i;

/** The header that was read last: all rows of a table share it. */
let lastHeader = '';
let lastColumns: readonly Column[] = [];

/**
 * Reads what was found in the cells of a row by the headers of their columns (投入资金（万元）: money, 万元), leaves out a cross that
 * judges (√/×), and adds the cells of figures that are empty. `found`: the data of the row; `header`: the text of the header row.
 */
export function readByColumns(
  text: string,
  cells: readonly Span[],
  header: string,
  found: readonly MissingDatum[],
): readonly MissingDatum[] {
  const row = rowOf(text, cells, columnsOf(header));
  const data: MissingDatum[] = [];
  let next = 0;
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index];
    const column = row.columns[index];
    if (!cell) continue;
    const before = data.length;
    for (let datum = found[next]; datum !== undefined && datum.start < cell.end; datum = found[++next]) {
      const read = column === undefined ? datum : readByColumn(row, index, column, cell, datum);
      if (read) data.push(read);
    }
    if (data.length > before || column === undefined) continue;
    const extra = emptyCell(row, index, column, cell);
    if (extra) data.push(extra);
  }
  return data;
}

/** Whether a row has a cell without words. */
export function hasEmptyCell(text: string, cells: readonly Span[]): boolean {
  for (const cell of cells) if (cell.end - cell.start < 2 || isBlank(text.charCodeAt(cell.start)) || isDots(text, cell)) return true;
  return false;
}

function isDots(text: string, { start, end }: Span): boolean {
  return /^(?:…{1,2}|\.{3,6})$/.test(text.slice(start, Math.min(end, start + 7)));
}

function columnsOf(header: string): readonly Column[] {
  if (header !== lastHeader) {
    const names = cellsOf(header, header.indexOf('|')).map(({ start, end }) => header.slice(start, end).replaceAll('*', ''));
    // `<<`: the name at the left goes for this column as well.
    names.forEach((name, column) => {
      if (name === '<<') names[column] = names[column - 1] ?? name;
    });
    lastColumns = names.map(columnOf);
    lastHeader = header;
  }
  return lastColumns;
}

const moneySigns = /^(?:[$£€¥￥]|US\$|HK\$|USD|EUR|GBP|RMB|CNY|HKD)\s?(?:k|m|mn|bn|million|thousand)?$/i;

function columnOf(header: string): Column {
  const bracket = /[（(]\s*(?:单位[：:]\s*)?([^（()）]{1,12})[）)]\s*$/.exec(header) ?? /[/／,，]\s*([^/／,，\s]{1,5})\s*$/.exec(header);
  const words = bracket?.[1]?.trim() ?? '';
  const name = (bracket ? header.slice(0, bracket.index) : header).trim();
  if (remarks.test(name)) return { name, figures: 'no' };
  const money = moneySigns.test(words);
  const unit = words === '' || money ? undefined : unitAt(words, 0, words.length);
  if (money) return { name, kind: 'money', unit: words, figures: 'unit' };
  if (unit?.end === words.length && unit.kind !== 'date') return { name, kind: unit.kind, unit: unit.unit, figures: 'unit' };
  if (/^(?:.* )?[%％]$/.test(header.trim())) return { name, kind: 'percent', unit: '%', figures: 'unit' };
  if (identifiers.test(name)) return { name, figures: 'no' };
  const noun = name.replace(/[（(][^（()）]{0,12}[）)]$/, '').trim();
  const kind = /[A-Za-z]/.test(noun) ? labelKindOf(noun) : labelledKind(noun);
  if (figureNouns.test(noun)) return { name: noun, kind: kind === 'name' || kind === undefined ? 'count' : kind, figures: 'noun' };
  return { name: noun, ...(kind ? { kind } : {}), figures: 'no' };
}

function rowOf(text: string, cells: readonly Span[], columns: readonly Column[]): Row {
  const words = (index: number): string => {
    const cell = cells[index];
    return cell ? text.slice(cell.start, cell.end).trim() : '';
  };
  let nameAt = 0;
  while (nameAt < Math.min(3, cells.length) && !/[\u4e00-\u9fffA-Za-z]{2}/.test(words(nameAt))) nameAt++;
  const unitAtColumn = columns.findIndex((column) => unitColumns.test(column.name));
  const unitWords = unitAtColumn < 0 ? '' : words(unitAtColumn);
  const unit = unitWords === '' ? undefined : unitAt(unitWords, 0, unitWords.length);
  return {
    text,
    cells,
    columns,
    nameAt: nameAt < Math.min(3, cells.length) ? nameAt : -1,
    averages: averages.test(words(0)) || averages.test(words(1)),
    summary: summaries.test(words(0)) || summaries.test(words(1)),
    ...(unit?.end === unitWords.length && unit.kind !== 'date' ? { unit: { kind: unit.kind, unit: unit.unit } } : {}),
  };
}

/** What a cell of a column holds: its header's unit and kind, or those of the row's own column 单位. */
function meaningIn(row: Row, column: Column): { readonly kind?: DatumKind; readonly unit?: string; readonly measured: boolean } {
  if (row.unit && column.figures !== 'unit' && !unitColumns.test(column.name) && readings.test(column.name))
    return { ...row.unit, measured: true };
  return {
    ...(column.kind ? { kind: column.kind } : {}),
    ...(column.unit ? { unit: column.unit } : {}),
    measured: column.figures === 'unit',
  };
}

function readByColumn(row: Row, index: number, column: Column, cell: Span, datum: MissingDatum): MissingDatum | undefined {
  const { kind, unit } = meaningIn(row, column);
  const whole = skipBlanksBack(row.text, datum.start, cell.start) === cell.start && skipBlanks(row.text, datum.end, cell.end) === cell.end;
  // A single cross in a column that asks for no value says no.
  if (whole && kind === undefined && /^[×✕╳]$/.test(row.text.slice(datum.start, datum.end))) return undefined;
  if (kind === undefined || (datum.kind !== 'text' && !(whole && datum.kind === kind))) return datum;
  const field = datum.field === undefined || whole ? fieldIn(row, index, column) : undefined;
  return {
    ...datum,
    kind,
    ...(unit !== undefined && datum.unit === undefined ? { unit } : {}),
    ...(field !== undefined ? { field } : {}),
  };
}

/** 清溪镇供水人口: the row's name and the column's. */
function fieldIn(row: Row, index: number, column: Column): string | undefined {
  const cell = row.cells[row.nameAt];
  const name = cell === undefined || index <= row.nameAt ? '' : row.text.slice(cell.start, cell.end).trim();
  if (column.name === '' || name.length > 14 || /[*×_\\XＸ○]{2}|^[*×]/.test(name)) return column.name || undefined;
  const latin = /[A-Za-z]$/.test(name) && /^[A-Za-z]/.test(column.name);
  return readings.test(column.name) && row.unit ? `${name}（${column.name}）` : `${name}${latin ? ' ' : ''}${column.name}`;
}

/** A cell of figures without words, or with dots or one letter only. */
function emptyCell(row: Row, index: number, column: Column, cell: Span): MissingDatum | undefined {
  const { text, cells, columns, nameAt } = row;
  const words = text.slice(cell.start, cell.end).trim();
  const dots = isDots(text, { start: cell.start, end: cell.start + words.length }) && words !== '';
  if (words !== '' && !dots && !/^[XxＸ×Nn#？?]$/.test(words)) return undefined;
  const { kind, unit, measured } = meaningIn(row, column);
  if (nameAt < 0 || index <= nameAt || kind === undefined || (!measured && column.figures === 'no')) return undefined;
  if (row.summary && (kind === 'percent' || neverSummed.test(column.name) || row.averages || (words !== '' && !dots))) return undefined;
  let filled = true;
  let others = 0;
  for (let other = nameAt + 1; other < cells.length && other < columns.length; other++) {
    const { start, end } = cells[other] as Span;
    const empty = skipBlanks(text, start, end) === end;
    if (other === index || remarks.test(columns[other]?.name ?? '')) continue;
    if (empty) filled = false;
    else others++;
  }
  const field = fieldIn(row, index, column);
  const certainty = measured && filled && others > 0 && !row.summary && !dots ? ('likely' as const) : ('maybe' as const);
  const what = { kind, certainty, ...(unit !== undefined ? { unit } : {}), ...(field !== undefined ? { field } : {}) };
  if (words !== '') return { start: skipBlanks(text, cell.start, cell.end), end: skipBlanksBack(text, cell.end, cell.start), ...what };
  const start = skipBlanksBack(text, cell.start, 0);
  const end = skipBlanks(text, cell.end, text.length);
  // `||`: the value goes in between the bars; the finding stands on the second.
  return end > start ? { start, end, ...what } : { start, end: Math.min(text.length, start + 1), ...what, insertAt: start };
}
