import { ReportDocument } from '../engine/document.ts';
import { reportOf } from '../engine/model/blocks.ts';
import type { Block } from '../engine/model/report.ts';
import { chartTarget } from '../engine/syntax/chartTarget.ts';
import { chartData, chartTables } from '../render/layout/chartData.ts';
import type { Localize } from '../wording/localize.ts';
import type { Remark } from './word/model.ts';
import { type Cell, type Item, plain, type WordChart } from './write/item.ts';

type Chart = Extract<Block, { readonly kind: 'chart' }>;
type ChartItem = Extract<Item, { kind: 'picture' }> & { readonly chart: WordChart };

const words = {
  zh: { column: '柱形图', bar: '条形图', line: '折线图', pie: '饼图' },
  en: { column: 'column', bar: 'bar', line: 'line', pie: 'pie' },
} as const;
const captionNumber = /^\s*(?:表|Table)\s{0,4}(\d{1,4})(?!\d)/i;
const mostCharts = 100;

const isChart = (item: Item): item is ChartItem => item.kind === 'picture' && item.chart !== undefined;

/**
 * Items in which each chart names the table that it draws, if a table of the report has just its numbers; otherwise the numbers stand in a table of
 * their own above it. `write` gives the report's text.
 */
export function resolveCharts(
  items: readonly Item[],
  chinese: boolean,
  t: Localize,
  write: (items: readonly Item[]) => string,
): { readonly items: readonly Item[]; readonly remarks: readonly Remark[] } {
  if (!items.some(isChart)) return { items, remarks: [] };
  const named = items.map((item) =>
    isChart(item) && item.path === item.chart.kind ? { ...item, path: words[chinese ? 'zh' : 'en'][item.chart.kind] } : item,
  );
  const { blocks } = reportOf(ReportDocument.create('file:///import.report', 'report', 0, write(named)));
  const places = blocks.flatMap((block, index) => (block.kind === 'chart' ? [index] : []));
  const remarks: Remark[] = [];
  const out: Item[] = [];
  let count = 0;
  for (const item of named) {
    if (!isChart(item)) {
      out.push(item);
      continue;
    }
    const place = places[count++];
    const target = place === undefined || count > mostCharts ? undefined : targetOf(item, blocks, place);
    if (target !== undefined) {
      out.push({ ...item, path: target });
      continue;
    }
    remarks.push({ message: t('The numbers of a chart have become a table above it.'), source: item.source });
    out.push(tableOf(item.chart, item.source), { ...item, path: words[chinese ? 'zh' : 'en'][item.chart.kind] });
  }
  return { items: out, remarks };
}

/** The first target that draws what the chart shows. */
function targetOf({ path, chart }: ChartItem, blocks: readonly Block[], place: number): string | undefined {
  const block = blocks[place];
  if (block?.kind !== 'chart') return undefined;
  const numbers = blocks.flatMap((one) => {
    const first = one.kind === 'table' ? one.table.caption?.inlines[0] : undefined;
    return first?.kind === 'text' ? (captionNumber.exec(first.text)?.[1] ?? []) : [];
  });
  const kind = path.split(/\s/)[0] ?? path;
  const tables = ['', ...new Set(numbers.map((number) => (/[\u4e00-\u9fff]/.test(kind) ? ` 表${number}` : ` table ${number}`)))];
  const columns = ` ${chart.series.map(({ name }) => name).join('、')}`;
  for (const target of [path, ...tables.map((table) => kind + table), ...tables.map((table) => kind + table + columns)]) {
    const wanted = chartTarget(target);
    if (wanted === undefined) continue;
    const { caption, lineCount, pathStart } = block;
    const asked: Chart = {
      kind: 'chart',
      chart: wanted.kind,
      ...(wanted.table === undefined ? {} : { table: wanted.table }),
      ...(wanted.columns === undefined ? {} : { columns: wanted.columns }),
      caption,
      source: target,
      pathStart,
      lineCount,
    };
    const table = chartTables(blocks.map((one, index) => (index === place ? asked : one))).get(place);
    if (sameData(chartData(table, asked), chart)) return target;
  }
  return undefined;
}

function sameData(data: ReturnType<typeof chartData>, chart: WordChart): boolean {
  if ('problem' in data || data.series.length !== chart.series.length) return false;
  const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
    a.length === b.length && a.every((one, index) => one === b[index]);
  return (
    same(data.categories, chart.categories) &&
    data.series.every(
      ({ name, values }, index) => (name === chart.series[index]?.name || name === '') && same(values, chart.series[index]?.values ?? []),
    )
  );
}

function tableOf({ categories, series }: WordChart, source: number): Item {
  const cell = (text: string): Cell => ({ kind: 'words', pieces: plain(text.replace(/\s+/g, ' ').trim()) });
  return {
    kind: 'table',
    caption: undefined,
    landscape: false,
    rows: [
      [cell(''), ...series.map(({ name }) => cell(name))],
      ...categories.map((category, row) => [
        cell(category),
        ...series.map(({ values }) => cell(values[row] === null ? '' : String(values[row] ?? ''))),
      ]),
    ],
    alignments: ['left', ...series.map(() => 'right' as const)],
    notes: [],
    source,
  };
}
