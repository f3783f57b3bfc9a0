import type { Block } from '../../engine/model/report.ts';
import { type Note, noteRows, withCalls, withNoteNumbers } from './footnotes.ts';
import type { PageLayout } from './pageLayout.ts';
import type { BrokenBlock, Entry } from './rows.ts';

/** Blocks that notes make anew, by index among the entries; `first` > `last` if there are none. */
export interface Touched {
  readonly first: number;
  readonly last: number;
}

export const isOfNotes = ({ block, broken }: Entry): boolean => block?.kind === 'footnote' || broken.noteCalls !== undefined;

/**
 * The footnotes of one report: their numbers, by the order of their first call, as Word counts; and their lines. Kept between updates, so that only
 * blocks whose numbers changed are broken again.
 */
export class LayoutNotes {
  readonly #layout: PageLayout;
  readonly #break: (block: Block) => BrokenBlock;
  /** By block: as broken with these numbers. Owned here. */
  readonly #numbered = new WeakMap<Block, { readonly key: string; readonly broken: BrokenBlock }>();
  #notes: ReadonlyMap<string, Note> = new Map();
  #callers: ReadonlyMap<string, Block | undefined> = new Map();

  constructor(layout: PageLayout, breakAnew: (block: Block) => BrokenBlock) {
    this.#layout = layout;
    this.#break = breakAnew;
  }

  /** Notes that are called, by label. */
  get notes(): ReadonlyMap<string, Note> {
    return this.#notes;
  }

  /**
   * Numbers all notes, in place: entries that call them or are them, which stand at `places`, get rows with their numbers. While a report `isWhole` not yet, a note that was not
   * met may still come. Gives the entries whose pages must be filled again.
   */
  number(entries: Entry[], places: readonly number[], isWhole: boolean): Touched {
    const defined = new Map<string, number>();
    for (const index of places) {
      const block = entries[index]?.block;
      if (block?.kind === 'footnote' && !defined.has(block.label)) defined.set(block.label, index);
    }
    const numbers = new Map<string, number>();
    const callerAt = new Map<string, number>();
    let first = Number.POSITIVE_INFINITY;
    let last = -1;
    const touch = (index: number) => {
      first = Math.min(first, index);
      last = Math.max(last, index);
    };
    for (const index of places) {
      const entry = entries[index];
      const calls = entry?.broken.noteCalls;
      if (!calls || !entry?.block) continue;
      const isFirst = (label: string) => (callerAt.get(label) ?? index) === index;
      for (const label of calls) {
        if ((isWhole && !defined.has(label)) || numbers.has(label)) continue;
        numbers.set(label, numbers.size + 1);
        callerAt.set(label, index);
      }
      const key = calls.map((label) => `${numbers.get(label) ?? ''}${isFirst(label) ? '!' : ''}`).join();
      const broken = this.#withNumbers(entry.block, key, calls, numbers, isFirst);
      if (broken === entry.broken) continue;
      entries[index] = { ...entry, broken };
      touch(index);
    }
    const notes = new Map<string, Note>();
    const callers = new Map<string, Block | undefined>();
    for (const [label, number] of numbers) {
      const index = defined.get(label);
      const caller = callerAt.get(label) ?? 0;
      callers.set(label, entries[caller]?.block);
      const entry = index === undefined ? undefined : entries[index];
      if (index === undefined || entry?.block?.kind !== 'footnote') continue;
      const known = this.#notes.get(label);
      if (known?.number === number && known.entry === entry) notes.set(label, known);
      else {
        const rows = noteRows(entry.block, number, this.#layout);
        entries[index] = { ...entry, broken: { ...entry.broken, note: rows } };
        notes.set(label, { entry: entries[index], rows, number });
      }
      if (notes.get(label) !== known || callers.get(label) !== this.#callers.get(label)) touch(caller);
    }
    this.#notes = notes;
    this.#callers = callers;
    return { first, last };
  }

  #withNumbers(
    block: Block,
    key: string,
    noteCalls: readonly string[],
    numbers: ReadonlyMap<string, number>,
    isFirst: (label: string) => boolean,
  ): BrokenBlock {
    const known = this.#numbered.get(block);
    if (known?.key === key) return known.broken;
    const { block: printed, labelOf } = withNoteNumbers(block, numbers);
    const broken = { ...withCalls(this.#break(printed), labelOf, isFirst), noteCalls };
    this.#numbered.set(block, { key, broken });
    return broken;
  }
}
