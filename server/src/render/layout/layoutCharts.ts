import type { Block, Table } from '../../engine/model/report.ts';
import { breakChart } from './chartBlock.ts';
import { chartData, chartTables } from './chartData.ts';
import type { PageLayout } from './pageLayout.ts';
import type { BrokenBlock, Entry } from './rows.ts';

/** Whether an entry is a chart, or a table that one may draw. */
export const isDrawn = ({ block }: Entry): boolean => block?.kind === 'chart' || block?.kind === 'table';

/** The charts of one report: each is broken with the table that it draws, which stands elsewhere. */
export class LayoutCharts {
  readonly #layout: PageLayout;
  /** Owned here, keyed by chart: what it looked like with which table. Blocks never change. */
  readonly #drawn = new WeakMap<Block, { readonly table: Table | undefined; readonly broken: BrokenBlock }>();
  #count = 0;

  constructor(layout: PageLayout) {
    this.#layout = layout;
  }

  /** Takes note of entries that go and of blocks that come. */
  note(gone: readonly Entry[], come: readonly Block[]): void {
    for (const { block } of gone) if (block?.kind === 'chart') this.#count--;
    for (const { kind } of come) if (kind === 'chart') this.#count++;
  }

  /** Gives every chart the rows of its table, in place; the indices of the first and the last entry that are new, if any. `places`: of charts and tables. */
  fill(entries: Entry[], places: readonly number[]): { readonly first: number; readonly last: number } | undefined {
    if (this.#count === 0) return undefined;
    let first = Number.POSITIVE_INFINITY;
    let last = -1;
    for (const [at, table] of chartTables(places.map((place) => entries[place]?.block))) {
      const index = places[at] ?? -1;
      const entry = entries[index];
      const chart = entry?.block;
      if (entry === undefined || chart?.kind !== 'chart') continue;
      let drawn = this.#drawn.get(chart);
      if (drawn === undefined || drawn.table !== table) {
        drawn = { table, broken: breakChart(chart, this.#layout, chartData(table, chart)) };
        this.#drawn.set(chart, drawn);
      }
      if (entry.broken === drawn.broken) continue;
      entries[index] = { ...entry, broken: drawn.broken };
      first = Math.min(first, index);
      last = Math.max(last, index);
    }
    return last < 0 ? undefined : { first, last };
  }
}
