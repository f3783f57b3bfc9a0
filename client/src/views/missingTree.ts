import type { MissingEntry } from '../../../server/src/protocol/requests.ts';

export type Grouping = 'section' | 'kind';

/** A group of gaps, by the heading above them or by the kind of what is missing. */
export interface MissingGroup {
  readonly type: 'group';
  /** The same for the same group of another list, so that the view keeps it open. */
  readonly id: string;
  readonly label: string;
  /** How many gaps are in it, its groups counted. */
  readonly count: number;
  readonly children: readonly MissingNode[];
}

export interface MissingLeaf {
  readonly type: 'gap';
  readonly entry: MissingEntry;
}

export type MissingNode = MissingGroup | MissingLeaf;

interface OpenGroup {
  readonly type: 'group';
  readonly id: string;
  readonly label: string;
  count: number;
  readonly children: MissingNode[];
}

/** The tree of a list. What only may be missing stands in a group of its own at the end. */
export function missingTree(entries: readonly MissingEntry[], grouping: Grouping, perhaps: string): readonly MissingNode[] {
  const sure = entries.filter(({ certainty }) => certainty !== 'maybe');
  const hints = entries.filter(({ certainty }) => certainty === 'maybe');
  const roots = grouping === 'section' ? bySection(sure) : byKind(sure);
  if (hints.length === 0) return roots;
  const children = hints.map((entry): MissingLeaf => ({ type: 'gap', entry }));
  return [...roots, { type: 'group', id: 'perhaps', label: perhaps, count: hints.length, children }];
}

/** As the report is built: headings in headings, in their order. Gaps before the first heading stand by themselves. */
function bySection(entries: readonly MissingEntry[]): readonly MissingNode[] {
  const roots: MissingNode[] = [];
  const ids = new Map<string, number>();
  let open: readonly OpenGroup[] = [];
  let names: readonly string[] = [];
  for (const entry of entries) {
    const { section } = entry;
    if (section !== names) {
      let same = 0;
      while (same < open.length && same < section.length && section[same] === open[same]?.label) same += 1;
      open = opened(roots, open.slice(0, same), section.slice(same), ids);
      names = section;
    }
    for (const group of open) group.count += 1;
    (open.at(-1)?.children ?? roots).push({ type: 'gap', entry });
  }
  return roots;
}

/** The groups that are open, with one more in the last of them for each name. */
function opened(
  roots: MissingNode[],
  parents: readonly OpenGroup[],
  names: readonly string[],
  ids: Map<string, number>,
): readonly OpenGroup[] {
  const open = [...parents];
  for (const label of names) {
    const path = `${open.at(-1)?.id ?? 'section'}\n${label}`;
    // Two headings may have the same words.
    const number = (ids.get(path) ?? 0) + 1;
    ids.set(path, number);
    const group: OpenGroup = { type: 'group', id: number === 1 ? path : `${path}\n${number}`, label, count: 0, children: [] };
    (open.at(-1)?.children ?? roots).push(group);
    open.push(group);
  }
  return open;
}

/** The kind of which most are missing first. */
function byKind(entries: readonly MissingEntry[]): readonly MissingNode[] {
  const groups = new Map<string, OpenGroup>();
  for (const entry of entries) {
    const group = groups.get(entry.kind) ?? { type: 'group', id: `kind\n${entry.kind}`, label: entry.kindName, count: 0, children: [] };
    groups.set(entry.kind, group);
    group.count += 1;
    group.children.push({ type: 'gap', entry });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}
