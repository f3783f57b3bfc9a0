import { decimalText } from '../../data/decimal.ts';
import { parseValue } from '../../data/value.ts';
import type { Block, Inline, Table, TableRow } from '../../engine/model/report.ts';
import { printedText } from './paragraphs.ts';

export interface ChartSeries {
  readonly name: string;
  /** One for each category; `null` where the datum is missing or is no number. */
  readonly values: readonly (number | null)[];
}

export interface ChartFigure {
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  /** 万元, %: of all values; empty if there is none. */
  readonly unit: string;
  /** Names of columns that are left out because their unit is another. */
  readonly leftOut: readonly string[];
}

export type ChartData = ChartFigure | ChartProblem;

export interface ChartProblem {
  readonly problem: 'noTable' | 'noNumbers' | 'noColumn' | 'tooMany';
  /** The number of the table, or the words of the column, that are not there. */
  readonly named?: string;
}

type Chart = Extract<Block, { readonly kind: 'chart' }>;

/** More points are no chart that anybody can read, and would be slow to draw. */
const mostPoints = 2000;

const summaries = /^(?:合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|(?:sub|grand )?total|sum)$/i;
const serials = /^(?:序\s*号|编\s*号|no\.?|#)$/i;
const times =
  /^(?:(?:19|20)\d\d(?:年(?:度)?)?(?:[-.年]?\d{1,2}月?)?|\d{1,2}月(?:份)?|第?[一二三四1-4]季度|Q[1-4]|[上下]半年|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)$/i;
const captionNumber = /^\s*(?:表|Table)\s{0,4}(\d{1,4})(?!\d)/i;

/** The table of each chart, by the chart's index: the one with its number, or else the nearest above it; `undefined` where there is none. */
export function chartTables(blocks: Iterable<Block | undefined>): ReadonlyMap<number, Table | undefined> {
  const found = new Map<number, Table | undefined>();
  const wanted: { readonly index: number; readonly number: number }[] = [];
  const tables: Table[] = [];
  let index = 0;
  for (const block of blocks) {
    if (block?.kind === 'table') tables.push(block.table);
    if (block?.kind === 'chart') {
      if (block.table !== undefined) wanted.push({ index, number: block.table });
      found.set(index, tables.at(-1));
    }
    index++;
  }
  if (wanted.length === 0) return found;
  const numbered = new Map<number, Table>();
  for (const table of tables) {
    const number = table.caption && captionNumber.exec(textOf(table.caption.inlines))?.[1];
    if (number !== undefined && !numbered.has(Number(number))) numbered.set(Number(number), table);
  }
  for (const { index: chart, number } of wanted) found.set(chart, numbered.get(number));
  return found;
}

const textOf = (inlines: readonly Inline[]): string => inlines.map(printedText).join('').trim();

/** A column of figures, or a row of them where the columns are times. */
interface Figures {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly (number | null)[];
}

/**
 * What a chart of `table` shows. Categories are the first column of words, series the columns of figures; where those are times (2023年, 1月), it is the other
 * way round, so that time runs along the axis. Rows of sums are left out, and columns of another unit than the first. A pie shows one series: the one that its
 * caption names, or else the first.
 */
export function chartData(table: Table | undefined, { chart: kind, table: wanted, columns: shown, caption }: Chart): ChartData {
  if (table === undefined) return { problem: 'noTable', ...(wanted === undefined ? {} : { named: String(wanted) }) };
  const names = columnNames(table);
  const body = table.rows.slice((table.headerRows ?? 1) - 1);
  if (body.length * names.length > mostPoints * 4) return { problem: 'tooMany' };
  const nameAt = serials.test(names[0] ?? '') && names.length > 2 ? 1 : 0;
  const labels = rowLabels(body, nameAt);
  const kept = body.flatMap((row, index) => (summaries.test(labels[index] ?? '') ? [] : [{ row, label: labels[index] ?? '' }]));
  const cells = names.map((_, column) => kept.map(({ row }) => cellValue(row.cells[column])));
  const columns = names.map((_, column) => column).filter((column) => column !== nameAt && isFigures(cells[column] ?? []));
  const byTime = kind !== 'pie' && columns.length > 1 && columns.every((column) => times.test(names[column] ?? ''));
  const fallback = captionUnit(table);
  const figures: readonly Figures[] = byTime
    ? kept.map(({ label }, index) =>
        figuresOf(
          label,
          columns.map((column) => cells[column]?.[index]),
          fallback,
        ),
      )
    : columns.map((column) => figuresOf(names[column] ?? '', cells[column] ?? [], fallback));
  const missing = shown?.find((words) => called(words, figures) === undefined);
  if (missing !== undefined) return { problem: 'noColumn', named: missing };
  const asked = shown ? shown.flatMap((words) => called(words, figures) ?? []) : figures;
  const drawn = asked.filter(({ values }) => values.some((value) => value !== null));
  const first = (kind === 'pie' && !shown ? namedIn(textOf(caption), drawn) : undefined) ?? drawn[0];
  if (first === undefined) return { problem: 'noNumbers' };
  const unit = drawn.find((one) => one.unit !== '')?.unit ?? '';
  // A column that names no unit has that of the others.
  const isDrawn = (one: Figures): boolean => one.unit === '' || one.unit === unit;
  const series = kind === 'pie' ? [first] : drawn.filter(isDrawn);
  if (kind === 'pie' && !isShare(first.values)) return { problem: 'noNumbers' };
  const categories = byTime ? columns.map((column) => names[column] ?? '') : kept.map(({ label }) => label);
  if (categories.length * series.length > mostPoints) return { problem: 'tooMany' };
  return {
    categories,
    series: series.map(({ name, values }) => ({ name, values })),
    unit: kind === 'pie' ? first.unit : unit,
    leftOut: kind === 'pie' ? [] : drawn.filter((one) => !isDrawn(one)).map(({ name }) => name),
  };
}

/** The figures that words call: by their whole name, or else a part of it; a unit in brackets may be written with it. */
function called(words: string, figures: readonly Figures[]): Figures | undefined {
  const name = withoutUnit(words);
  return figures.find((one) => one.name === name) ?? figures.find((one) => one.name.includes(name));
}

const withoutUnit = (label: string): string => {
  const unit = bracketed.exec(label);
  return unit === null || unit.index === 0 ? label : label.slice(0, unit.index);
};

/** Slices of a pie: none below zero, one above. */
const isShare = (values: readonly (number | null)[]): boolean =>
  values.every((value) => value === null || value >= 0) && values.some((value) => value !== null && value > 0);

/** The series whose name's last word stands in a caption. */
const namedIn = (caption: string, figures: readonly Figures[]): Figures | undefined =>
  figures.find(({ name }) => caption.includes(name.split(' ').at(-1) || name));

/** 表1 各县进度（单位：万元）. */
const captionUnit = ({ caption }: Table): string =>
  /单位\s?[：:]\s?([^（()）,，;；、\s]{1,8})/.exec(caption ? textOf(caption.inlines) : '')?.[1] ?? '';

interface CellValue {
  readonly number: number | null;
  readonly unit: string;
  /** Has words that are no number. */
  readonly words: boolean;
}

/** A cell's number. What is missing is no number and no zero. */
function cellValue(inlines: readonly Inline[] = []): CellValue {
  const text = textOf(inlines);
  const isMissing = inlines.some((inline) => inline.kind === 'missing' || (inline.kind === 'field' && inline.value === undefined));
  const value = isMissing || text === '' ? undefined : parseValue(text);
  if (value === undefined) return { number: null, unit: '', words: !isMissing && /[\p{L}\d]/u.test(text) };
  const number = Number(decimalText(value.number));
  return Number.isFinite(number) ? { number, unit: value.unit, words: false } : { number: null, unit: '', words: true };
}

const isFigures = (cells: readonly CellValue[]): boolean => {
  const numbers = cells.filter(({ number }) => number !== null).length;
  return numbers > 0 && numbers >= cells.filter(({ words }) => words).length;
};

const bracketed = /\s{0,9}[（(]\s{0,9}(?:单位[：:]\s{0,9})?([^（()）\d]{1,12})[）)]$/;

/** Columns that hold shares of a hundred, whatever unit the caption names. */
const rates = /率$|占比$|比重$/;

function figuresOf(label: string, cells: readonly (CellValue | undefined)[], fallback: string): Figures {
  const unit = bracketed.exec(label);
  const own = cells.find((cell) => cell?.number != null && cell.unit !== '')?.unit ?? '';
  return {
    name: unit === null ? label : label.slice(0, unit.index),
    unit: own || unit?.[1]?.trim() || (rates.test(label) ? '%' : fallback),
    values: cells.map((cell) => cell?.number ?? null),
  };
}

/** The words above each column: of a header of several rows all of them, those of merged cells in each column below. */
function columnNames(table: Table): readonly string[] {
  const rows = [table.header, ...table.rows.slice(0, (table.headerRows ?? 1) - 1)];
  const names = table.alignments.map((): string[] => []);
  for (const row of rows) {
    row.cells.forEach((cell, column) => {
      const merge = row.merges?.[column];
      const width = merge?.kind === 'origin' ? merge.columns : 1;
      const words = textOf(cell);
      if (words === '') return;
      for (let at = column; at < column + width; at++) names[at]?.push(words);
    });
  }
  return names.map((words) => words.join(' '));
}

/** The words of a column; a merged cell's go for all its rows. */
function rowLabels(rows: readonly TableRow[], column: number): readonly string[] {
  let above = '';
  return rows.map((row) => {
    if (row.merges?.[column]?.kind !== 'continued') above = textOf(row.cells[column] ?? []);
    return above;
  });
}
