import type { Placed } from './arrangement.ts';
import { largest } from './numeral.ts';
import type { SectionNode } from './structure.ts';

/**
 * Why it is not sure what a number should be. `same`: all are the same. `restart`: under one heading they begin again. `mixed`: a gap holds
 * a heading that is numbered in another way. `gaps`: they grow, but were hardly counted from one. `through`: they go on from section to
 * section. `tooMany`: more than can be numbered; these stay as they are. `reading`: with its new number a line would be read as something else.
 */
export type DoubtKind = 'same' | 'restart' | 'mixed' | 'gaps' | 'through' | 'tooMany' | 'reading';

export interface Doubt {
  readonly kind: DoubtKind;
  /** The line of the number at which it shows. */
  readonly line: number;
  /** Of `mixed`, the heading in the gap: it is as doubtful. */
  readonly node?: number;
}

/** Numbers that count together. */
export interface Series {
  readonly members: readonly Placed[];
  /** For each member, which of the runs of the series it belongs to: at the first of a run the count begins again. */
  readonly runs: readonly number[];
  readonly doubt: Doubt | undefined;
}

const lastValue = ({ numerals }: SectionNode): number => numerals.at(-1)?.value ?? -1;

/** What counts together: numbers of one style under one heading; articles count through all chapters. */
function keyOf({ parent, level, style, part }: Placed, through: ReadonlySet<string>): string {
  const group = `${part} ${level} ${style}`;
  return style === 'ordinal 条' || through.has(group) ? `through ${group}` : `${parent} ${level} ${style}`;
}

/** The members of each series, in order. What has no number is in none. */
export function seriesOf(placed: readonly Placed[], through: ReadonlySet<string>): ReadonlyMap<string, readonly Placed[]> {
  const all = new Map<string, Placed[]>();
  for (const one of placed) {
    if (one.style === '') continue;
    const key = keyOf(one, through);
    const members = all.get(key);
    if (members === undefined) all.set(key, [one]);
    else members.push(one);
  }
  return all;
}

/** Styles that go on counting from one heading to the next: （一）1. 2. （二）3. 4. */
export function throughStyles(placed: readonly Placed[]): ReadonlySet<string> {
  const groups = new Map<string, { parent: number; last: number; series: number; isThrough: boolean }>();
  for (const { node, parent, level, style, part } of placed) {
    if (style === '' || level === 0 || style === 'ordinal 条') continue;
    const key = `${part} ${level} ${style}`;
    const value = lastValue(node);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { parent, last: value, series: 1, isThrough: value === 1 });
    else {
      group.isThrough &&= value === group.last + 1;
      if (parent !== group.parent) group.series += 1;
      group.parent = parent;
      group.last = value;
    }
  }
  return new Set([...groups].filter(([, { isThrough, series }]) => isThrough && series > 1).map(([key]) => key));
}

/** What the numbers that stand there say: where runs begin, and what is doubtful. */
export function judge(members: readonly Placed[], nodes: readonly SectionNode[]): Series {
  const values = members.map(({ node }) => lastValue(node));
  const runs: number[] = [];
  const restarts: number[] = [];
  let run = 0;
  let begun = 0;
  for (const [i, { node }] of members.entries()) {
    if (i > 0 && node.startsAnew) {
      run += 1;
      begun = i;
    } else if (values[i] === 1 && i - begun >= 2 && values[i + 1] === 2) {
      restarts.push(i);
      begun = i;
    }
    runs.push(run);
  }
  if (restarts.length > 0 && (members[0]?.level ?? 0) >= 3 && isWellFormed(values)) {
    // 1. 2. … 1. 2. … under one heading: two lists.
    let more = 0;
    const own = members.map(({ node }, i) => {
      if (restarts.includes(i) || node.startsAnew) more += 1;
      return more;
    });
    return { members, runs: own, doubt: undefined };
  }
  return { members, runs, doubt: doubtOf(members, values, restarts, nodes) };
}

function isWellFormed(values: readonly number[]): boolean {
  return values.every((value, i) => value === 1 || (i > 0 && value === (values[i - 1] as number) + 1));
}

function doubtOf(
  members: readonly Placed[],
  values: readonly number[],
  restarts: readonly number[],
  nodes: readonly SectionNode[],
): Doubt | undefined {
  const at = (kind: DoubtKind, i: number): Doubt => ({ kind, line: (members[i] as Placed).node.line });
  const [first = 1] = values;
  if (members.length > largest) return at('tooMany', 0);
  const sameList = members.every(({ node }) => !node.startsAnew);
  if (values.length >= 3 && sameList && values.every((value) => value === first)) return at('same', 0);
  if (restarts[0] !== undefined) return at('restart', restarts[0]);
  for (let i = 0; i + 1 < values.length; i += 1) {
    if ((values[i + 1] as number) - (values[i] as number) < 2) continue;
    const mixed = mixedBetween((members[i] as Placed).node, (members[i + 1] as Placed).node, (values[i] as number) + 1, nodes);
    if (mixed !== undefined) return { kind: 'mixed', line: mixed.line, node: mixed.index };
  }
  const grows = values.length >= 2 && first > 1 && values.every((value, i) => i === 0 || value > (values[i - 1] as number));
  return grows && (values.at(-1) as number) - first >= values.length ? at('gaps', 0) : undefined;
}

/** 一、 2、 三、: a heading with the number that is wanted, in another style, which begins no list of its own. */
function mixedBetween(from: SectionNode, to: SectionNode, wanted: number, nodes: readonly SectionNode[]): SectionNode | undefined {
  const begun = new Set<string>();
  for (let i = from.index + 1; i < to.index; i += 1) {
    const node = nodes[i] as SectionNode;
    if (node.style === '') continue;
    const list = `${node.parent} ${node.style}`;
    if (!begun.has(list) && lastValue(node) === wanted && wanted > 1) return node;
    begun.add(list);
  }
  return undefined;
}
