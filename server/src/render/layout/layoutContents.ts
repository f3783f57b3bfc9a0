import type { Block } from '../../engine/model/report.ts';
import { breakContents, type Heading, listedLevels } from './contents.ts';
import type { PageLayout } from './pageLayout.ts';
import type { Page } from './paginate.ts';
import type { BrokenBlock, Entry } from './rows.ts';

export const isContents = ({ block }: Entry): boolean => block?.kind === 'tableOfContents';
const isListedBlock = (block: Block | undefined): block is Heading => block?.kind === 'heading' && block.level <= listedLevels;
/** Whether a table of contents lists the entry. */
export const isListed = ({ block }: Entry): boolean => isListedBlock(block);

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

  /**
   * Gives the first table of contents its rows, and others none, in place; the indices of those that changed. `places` are those of tables of contents,
   * `listed` those of the headings that a table lists.
   */
  fill(entries: Entry[], places: readonly number[], listed: readonly number[], eastAsian: boolean): readonly number[] {
    const index = places[0] ?? -1;
    const entry = entries[index];
    if (!entry) {
      this.#filled = undefined;
      return [];
    }
    const headings = listed.map((place) => entries[place]?.block).filter(isListedBlock);
    const known = this.#filled;
    const isKnown =
      known?.eastAsian === eastAsian &&
      known.headings.length === headings.length &&
      headings.every((heading, place) => heading === known.headings[place]);
    if (!isKnown) this.#filled = { headings, broken: breakContents(headings, this.#layout, eastAsian), eastAsian };
    const broken = this.#filled?.broken;
    const changed: number[] = [];
    for (const other of places.slice(1)) {
      const second = entries[other];
      if (!second || second.broken.rows.length === 0) continue;
      entries[other] = { ...second, broken: { ...second.broken, rows: [], together: 1 } };
      changed.push(other);
    }
    if (!broken || entry.broken === broken) return changed;
    entries[index] = { ...entry, broken };
    return [index, ...changed];
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
