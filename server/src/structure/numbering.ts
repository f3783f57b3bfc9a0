import { type Arrangement, asItIs, type Placed, place } from './arrangement.ts';
import { numberCaptions } from './captionNumbers.ts';
import { type Doubt, judge, type Series, seriesOf, throughStyles } from './series.ts';
import type { SectionNode, Structure } from './structure.ts';

export interface NumberingOptions {
  /** `renumber`: what is doubtful is numbered from 1 on, under each heading; `keep`: it stays as it is. */
  readonly doubtful: 'renumber' | 'keep';
  /** Number all; otherwise only what counts with something that was moved or put in. */
  readonly all: boolean;
  /** Lines of the text that were put in: what stands on them counts from now on. */
  readonly isNew?: ((line: number) => boolean) | undefined;
}

/** What numbers all things have after a change. */
export interface Numbering {
  readonly placed: readonly Placed[];
  /** By the node's index: its own number, alone or as the last of a path (2.1); `undefined` for what is taken out. */
  readonly values: readonly (readonly number[] | undefined)[];
  /** By the node's index: the numbers of the nodes above it and its own. */
  readonly paths: readonly (readonly number[])[];
  /** By the caption's index. */
  readonly captions: readonly (readonly number[] | undefined)[];
  readonly doubts: readonly Doubt[];
}

/** The numbers that headings, items, attachments and captions get when the text is arranged so. */
export function numberAll(structure: Structure, arrangement: Arrangement, options: NumberingOptions): Numbering {
  const { nodes } = structure;
  const { isNew } = options;
  const known = place(structure, asItIs);
  const placed = arrangement.moved === undefined && arrangement.marks.size === 0 ? known : place(structure, arrangement);
  const before = isNew === undefined ? known : known.filter(({ node }) => !isNew(node.line));
  const through = throughStyles(before);
  // Where all is to be numbered, numbers that go on through sections are in doubt as well.
  const kept = options.doubtful === 'renumber' && options.all ? new Set<string>() : through;
  const judged = new Map([...seriesOf(before, kept)].map(([key, members]) => [key, judge(members, nodes)] as const));
  const doubts: Doubt[] = options.all ? doubtsOfThrough(before, through) : [];
  const own = ownNumbers(nodes, judged, seriesOf(placed, kept), options, doubts);
  const oldPaths = pathsOf(before, nodes.length, ({ node }) => node.numerals.at(-1)?.value);
  const paths = pathsOf(placed, nodes.length, ({ node, style }) => (style === '' ? undefined : own[node.index]));
  const values: (readonly number[] | undefined)[] = [];
  for (const { node, parent, style } of placed) {
    const isNewPath = style !== node.style && style.startsWith('decimal');
    values[node.index] = isNewPath ? paths[node.index] : valuesOf(node, own[node.index], paths[parent], oldPaths[node.parent]);
  }
  const captions = numberCaptions(structure, arrangement, { ...options, placed, values, doubts });
  return { placed, values, paths, captions, doubts };
}

/** 1. and 2. that go on under the next heading: as the writer wants it, or the mark of sections put together. */
function doubtsOfThrough(placed: readonly Placed[], through: ReadonlySet<string>): Doubt[] {
  const doubts: Doubt[] = [];
  const seen = new Map<string, number>();
  for (const { node, parent, level, style, part } of placed) {
    const group = `${part} ${level} ${style}`;
    if (!through.has(group)) continue;
    const first = seen.get(group);
    if (first === undefined) seen.set(group, parent);
    else if (first !== parent && first !== Number.NEGATIVE_INFINITY) {
      doubts.push({ kind: 'through', line: node.line });
      seen.set(group, Number.NEGATIVE_INFINITY);
    }
  }
  return doubts;
}

/** The last number of each node's mark, by its index. */
function ownNumbers(
  nodes: readonly SectionNode[],
  judged: ReadonlyMap<string, Series>,
  fresh: ReadonlyMap<string, readonly Placed[]>,
  { doubtful, all }: NumberingOptions,
  doubts: Doubt[],
): readonly (number | undefined)[] {
  const own: (number | undefined)[] = nodes.map(({ numerals }) => numerals.at(-1)?.value);
  const runs: number[] = [];
  const doubtOf = new Map<number, Doubt>();
  for (const { members, runs: of, doubt } of judged.values()) {
    for (const [i, { node }] of members.entries()) {
      runs[node.index] = of[i] ?? 0;
      if (doubt !== undefined) doubtOf.set(node.index, doubt);
    }
    if (doubt?.node !== undefined) doubtOf.set(doubt.node, doubt);
  }
  const told = new Set<Doubt>();
  for (const [key, members] of fresh) {
    const old = judged.get(key);
    if (!all && old !== undefined && sameMembers(old.members, members)) continue;
    const doubt = members.map(({ node }) => doubtOf.get(node.index)).find((one) => one !== undefined);
    if (doubt !== undefined && !told.has(doubt)) {
      told.add(doubt);
      doubts.push(doubt);
    }
    if (doubt !== undefined && (doubtful === 'keep' || doubt.kind === 'tooMany')) continue;
    const start = members.some(({ node }) => node.numerals.at(-1)?.value === 0) ? 0 : 1;
    const homes = old === undefined ? undefined : new Set(old.members.map(({ node }) => node.index));
    let next = start;
    let run = 0;
    for (const { node } of members) {
      const itsRun = homes?.has(node.index) === true ? (runs[node.index] ?? 0) : run;
      if (itsRun > run) {
        run = itsRun;
        next = start;
      }
      own[node.index] = next;
      next += 1;
    }
  }
  return own;
}

function sameMembers(a: readonly Placed[], b: readonly Placed[]): boolean {
  return a.length === b.length && a.every(({ node }, i) => node === b[i]?.node);
}

/** The numbers from the top down to each node. What has no number adds none. */
function pathsOf(placed: readonly Placed[], count: number, ownOf: (one: Placed) => number | undefined): readonly (readonly number[])[] {
  const paths: (readonly number[])[] = new Array(count).fill([]);
  for (const one of placed) {
    const above = one.node.kind === 'attachment' ? [] : (paths[one.parent] ?? []);
    const own = ownOf(one);
    paths[one.node.index] = own === undefined || one.node.kind === 'attachment' ? above : [...above, own];
  }
  return paths;
}

/** 2.1 begins with the number of the section that it stands in, if it did so before or can do so now. */
function valuesOf(
  { numerals, kind }: SectionNode,
  own: number | undefined,
  above: readonly number[] = [],
  oldAbove: readonly number[] = [],
): readonly number[] {
  if (own === undefined || kind === 'attachment') return own === undefined ? [] : [own];
  const typed = numerals.slice(0, -1).map(({ value }) => value);
  if (typed.length === 0) return [own];
  if (above.length === typed.length) return [...above, own];
  const tail = oldAbove.slice(-typed.length);
  const followed = tail.length === typed.length && tail.every((value, i) => value === typed[i]) && above.length >= typed.length;
  return [...(followed ? above.slice(-typed.length) : typed), own];
}
