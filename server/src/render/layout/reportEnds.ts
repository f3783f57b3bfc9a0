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

type BlockOf<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>;

/** The first title and the last signature of a report, for its cover. */
function coverBlocks(entries: readonly Entry[]): readonly Block[] {
  const title = entries.find(({ block }) => block?.kind === 'title')?.block as BlockOf<'title'> | undefined;
  const signature = entries.findLast(({ block }) => block?.kind === 'signature')?.block as BlockOf<'signature'> | undefined;
  return [...(title ? [title] : []), ...(signature ? [signature] : [])];
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

  /** The head, with the title where only the front matter has one; the old one if nothing in it changed. `titles`: how many title blocks there are. */
  head(
    frontMatter: FrontMatter,
    form: ReportForm,
    titles: number,
    entries: readonly Entry[],
    old: Entry | undefined,
    id: () => number,
  ): Entry {
    const title = titles === 0 && frontMatter.title ? frontMatter.title : undefined;
    const wantsBlocks = frontMatter.cover === true || this.#layout.runningHead === true;
    const blocks = wantsBlocks ? coverBlocks(entries) : [];
    this.#runningHead = runningHead(frontMatter, blocks, this.#layout);
    const key = JSON.stringify([frontMatter, title, form, frontMatter.cover ? blocks : []]);
    if (old && key === this.#headKey) return old;
    this.#headKey = key;
    const cover = coverRows(frontMatter, blocks, this.#layout);
    const head = breakHead(frontMatter, this.#layout, form.eastAsian);
    const shown: BrokenBlock[] = [head];
    if (title !== undefined) shown.push(titleBlock([{ lineOffset: 0, inlines: [{ kind: 'text', text: title, start: 0 }] }], this.#layout));
    const below = shown.flatMap(({ rows }) => rows);
    const rows = [...cover, ...below];
    const broken: BrokenBlock = {
      ...head,
      rows,
      keepWithNext: below.length > 0,
      together: cover.length > 0 ? cover.length : rows.length,
      ...(cover.length > 0 && { coverEnd: cover.length }),
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
