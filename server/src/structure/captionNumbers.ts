import { type Arrangement, newPlaceOf, type Placed } from './arrangement.ts';
import type { Doubt } from './series.ts';
import type { Caption, Structure } from './structure.ts';

interface Options {
  readonly doubtful: 'renumber' | 'keep';
  readonly all: boolean;
  readonly isNew?: ((line: number) => boolean) | undefined;
  readonly placed: readonly Placed[];
  /** The numbers that the nodes get. */
  readonly values: readonly (readonly number[] | undefined)[];
  readonly doubts: Doubt[];
}

interface Entry {
  readonly caption: Caption;
  readonly index: number;
  /** The top heading that it stands under, before and after. */
  readonly oldChapter: number;
  readonly chapter: number;
}

/** The numbers that captions get: 图1, 图2 in the order of the text, 图2-1 by chapters, in attachments as they did before. */
export function numberCaptions(
  structure: Structure,
  arrangement: Arrangement,
  options: Options,
): readonly (readonly number[] | undefined)[] {
  const { captions, nodes } = structure;
  const parents = nodes.map(({ parent }) => parent);
  for (const { node, parent } of options.placed) parents[node.index] = parent;
  const entries = captions.map((caption, index): Entry => {
    const oldChapter = chapterOf(nodes, caption.node, (at) => nodes[at]?.parent ?? -1);
    return { caption, index, oldChapter, chapter: chapterOf(nodes, caption.node, (at) => parents[at] ?? -1) };
  });
  const fresh = inNewOrder(entries, arrangement);
  const given: (readonly number[] | undefined)[] = [];
  for (const { caption, index } of fresh) given[index] = caption.numerals.map(({ value }) => value);
  const perPart = wordsPerPart(captions);
  const groupOf = ({ word, part, numerals }: Caption, chapter: number): string =>
    numerals.length > 1 ? `${word} ${numerals.length} ${chapter}` : `${word} ${perPart.has(word) ? part : ''}`;
  const lastOf = (node: number): number | undefined => nodes[node]?.numerals.at(-1)?.value;
  const { isNew } = options;
  const known = isNew === undefined ? entries : entries.filter(({ caption }) => !isNew(caption.line));
  const before = grouped(known, ({ caption, oldChapter }) => groupOf(caption, oldChapter));
  for (const [key, members] of grouped(fresh, ({ caption, chapter }) => groupOf(caption, chapter))) {
    const old = before.get(key) ?? [];
    const isSame = old.length === members.length && old.every(({ index }, i) => index === members[i]?.index);
    const counts = isSame && !options.all ? undefined : count(members, old, options);
    for (const [i, { caption, index, oldChapter, chapter }] of members.entries()) {
      if (caption.numerals.length === 0) continue;
      const own = counts?.[i] ?? caption.numerals.at(-1)?.value ?? 0;
      given[index] = [...prefixOf(caption, lastOf(oldChapter), options.values[chapter]?.at(-1)), own];
    }
  }
  return given;
}

function inNewOrder(entries: readonly Entry[], arrangement: Arrangement): readonly Entry[] {
  if (arrangement.moved === undefined) return entries;
  return entries
    .flatMap((entry) => {
      const at = newPlaceOf(arrangement, entry.caption.line);
      return at === undefined ? [] : [{ entry, at }];
    })
    .sort((a, b) => a.at - b.at)
    .map(({ entry }) => entry);
}

/** The top heading that a caption stands under. */
function chapterOf(nodes: Structure['nodes'], node: number, above: (index: number) => number): number {
  let top = -1;
  for (let at = node; at >= 0; at = above(at)) if (nodes[at]?.kind === 'heading') top = at;
  return top;
}

/** Words whose captions begin again in an attachment. */
function wordsPerPart(captions: readonly Caption[]): ReadonlySet<string> {
  const last = new Map<string, Caption>();
  const perPart = new Set<string>();
  for (const caption of captions) {
    if (caption.numerals.length !== 1) continue;
    const before = last.get(caption.word);
    if (before !== undefined && before.part !== caption.part && caption.numerals[0]?.value === 1) perPart.add(caption.word);
    last.set(caption.word, caption);
  }
  return perPart;
}

function grouped(entries: readonly Entry[], groupOf: (entry: Entry) => string): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = groupOf(entry);
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [entry]);
    else members.push(entry);
  }
  return groups;
}

/** 图2-1 in chapter 2 goes with its chapter; where the first number is another one, it stays. */
function prefixOf({ numerals }: Caption, oldChapter: number | undefined, chapter: number | undefined): readonly number[] {
  const typed = numerals.slice(0, -1).map(({ value }) => value);
  return typed.length === 1 && typed[0] === oldChapter && chapter !== undefined ? [chapter] : typed;
}

/** The last numbers of captions that count together, in their new order; `undefined` where they stay. */
function count(members: readonly Entry[], old: readonly Entry[], { doubtful, doubts }: Options): readonly number[] | undefined {
  const values = old.flatMap(({ caption }) => (caption.repeats ? [] : caption.numerals.slice(-1).map(({ value }) => value)));
  const allSame = values.length >= 3 && values.every((value) => value === values[0]);
  if (allSame) doubts.push({ kind: 'same', line: members[0]?.caption.line ?? 0 });
  if (allSame && doubtful === 'keep') return undefined;
  const holes = !fits(old, false) || fits(old, true);
  let next = 0;
  return members.map(({ caption }) => {
    if (!caption.repeats && (caption.numerals.length > 0 || holes)) next += 1;
    return next;
  });
}

/** Whether the numbers count up as they stand; `holes`: 图* takes a number as well. */
function fits(entries: readonly Entry[], holes: boolean): boolean {
  let next = 0;
  return entries.every(({ caption: { numerals, repeats } }) => {
    if (!repeats && (numerals.length > 0 || holes)) next += 1;
    return numerals.length === 0 || numerals.at(-1)?.value === next;
  });
}
