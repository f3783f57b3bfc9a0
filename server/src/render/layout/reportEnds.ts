import type { FrontMatter } from '../../engine/model/frontMatter.ts';
import type { Block } from '../../engine/model/report.ts';
import { titleBlock } from './breakBlock.ts';
import { runningHead } from './cover.ts';
import { coverRows } from './coverRows.ts';
import { breakHead } from './headRows.ts';
import { breakImprint } from './imprintRows.ts';
import type { PageLayout } from './pageLayout.ts';
import type { ReportForm } from './reportForm.ts';
import type { BrokenBlock, Entry } from './rows.ts';

/** What a cover says in words of the report. */
export interface CoverBlocks {
  /** The first. */
  readonly title: Block | undefined;
  /** The last. */
  readonly signature: Block | undefined;
}

/** What stands before and behind the blocks of one report: cover, head, title of the front matter; the imprint. Made anew only when it changes. */
export class ReportEnds {
  readonly #layout: PageLayout;
  #headKey = '';
  #footKey = '';
  #runningHead: string | undefined;

  constructor(layout: PageLayout) {
    this.#layout = layout;
  }

  /** The title at the head of every page, where the layout wants one. */
  get runningHead(): string | undefined {
    return this.#runningHead;
  }

  /** The head, with the title where only the front matter has one; the old one if nothing in it changed. */
  head(frontMatter: FrontMatter, form: ReportForm, cover: CoverBlocks, old: Entry | undefined, id: () => number): Entry {
    const title = !cover.title && frontMatter.title ? frontMatter.title : undefined;
    const wantsBlocks = frontMatter.cover === true || this.#layout.runningHead === true;
    const blocks = wantsBlocks ? [cover.title, cover.signature].filter((block) => block !== undefined) : [];
    this.#runningHead = runningHead(frontMatter, blocks, this.#layout);
    const key = JSON.stringify([frontMatter, title, form, frontMatter.cover ? blocks : []]);
    if (old && key === this.#headKey) return old;
    this.#headKey = key;
    const coverPage = coverRows(frontMatter, blocks, this.#layout);
    const head = breakHead(frontMatter, this.#layout, form.eastAsian);
    const shown: BrokenBlock[] = [head];
    if (title !== undefined) shown.push(titleBlock([{ lineOffset: 0, inlines: [{ kind: 'text', text: title, start: 0 }] }], this.#layout));
    const below = shown.flatMap(({ rows }) => rows);
    const rows = [...coverPage, ...below];
    const broken: BrokenBlock = {
      ...head,
      rows,
      keepWithNext: below.length > 0,
      together: coverPage.length > 0 ? coverPage.length : rows.length,
      ...(coverPage.length > 0 && { coverEnd: coverPage.length }),
    };
    return { id: id(), block: undefined, broken };
  }

  /** The imprint, when the report `isWhole`; the old one if nothing in it changed. */
  foot(frontMatter: FrontMatter, form: ReportForm, isWhole: boolean, old: Entry | undefined, id: () => number): Entry {
    const { copiesTo, printingOrgan, printingDate } = frontMatter;
    const key = JSON.stringify([isWhole, copiesTo, printingOrgan, printingDate, form]);
    if (old && key === this.#footKey) return old;
    this.#footKey = key;
    const broken = breakImprint(isWhole ? frontMatter : {}, this.#layout, form.eastAsian);
    // No imprint before and none now: nothing changed.
    if (old && old.broken.rows.length === 0 && broken.rows.length === 0) return old;
    return { id: id(), block: undefined, broken };
  }
}
