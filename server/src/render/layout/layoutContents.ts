import type { Block } from '../../engine/model/report.ts';
import { breakContents, listedHeadings } from './contents.ts';
import type { PageLayout } from './pageLayout.ts';
import type { Page } from './paginate.ts';
import type { BrokenBlock, Entry } from './rows.ts';

/** The table of contents of one report: its rows, and where its headings stand. */
export class LayoutContents {
  readonly #layout: PageLayout;
  #filled: { readonly headings: readonly Block[]; readonly broken: BrokenBlock; readonly eastAsian: boolean } | undefined;
  /** Pages of headings, from 0. Headings of old are forgotten with their blocks. */
  readonly #pages = new WeakMap<Block, number>();

  constructor(layout: PageLayout) {
    this.#layout = layout;
  }

  /** The page of a heading that is listed, from 0. */
  pageOf(heading: Block): number | undefined {
    return this.#filled && this.#pages.get(heading);
  }

  /** Gives the (first) table of contents its rows, in place; its index if they are new. */
  fill(entries: Entry[], eastAsian: boolean): number | undefined {
    const index = entries.findIndex(({ block }) => block?.kind === 'tableOfContents');
    const entry = entries[index];
    if (!entry) {
      this.#filled = undefined;
      return undefined;
    }
    const headings = listedHeadings(entries);
    const known = this.#filled;
    const isKnown =
      known?.eastAsian === eastAsian &&
      known.headings.length === headings.length &&
      headings.every((heading, place) => heading === known.headings[place]);
    if (!isKnown) this.#filled = { headings, broken: breakContents(headings, this.#layout, eastAsian), eastAsian };
    const broken = this.#filled?.broken;
    if (!broken || entry.broken === broken) return undefined;
    entries[index] = { ...entry, broken };
    return index;
  }

  /** Looks where the headings stand on pages `from` to `to`, which changed. Whether a number in the table changed. */
  number(pages: readonly Page[], from: number, to: number): boolean {
    let isChanged = false;
    for (let page = from; page < to; page++) {
      for (const { entry, from: row } of pages[page]?.fragments ?? []) {
        if (row > 0 || entry.block?.kind !== 'heading' || this.#pages.get(entry.block) === page) continue;
        this.#pages.set(entry.block, page);
        isChanged = true;
      }
    }
    return isChanged;
  }

  /** Pages, half-open, that the table stands on; `undefined` without one. */
  placesOn(pages: readonly Page[]): { readonly from: number; readonly to: number } | undefined {
    const broken = this.#filled?.broken;
    if (!broken) return undefined;
    const holds = ({ fragments }: Page) => fragments.some(({ entry }) => entry.broken === broken);
    const from = pages.findIndex(holds);
    if (from < 0) return undefined;
    let to = from + 1;
    for (let page = pages[to]; page && holds(page); page = pages[to]) to++;
    return { from, to };
  }
}
