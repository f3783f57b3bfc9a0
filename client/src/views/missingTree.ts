import type { MissingEntry } from '../../../server/src/protocol/missingData.ts';

/** Every way to group, in the order in which the view's button goes through them. */
export const groupings = ['section', 'kind', 'owner'] as const;
export type Grouping = (typeof groupings)[number];

/** Names of the groups of what belongs to no other. */
export interface GroupNames {
  readonly perhaps: string;
  readonly noOwner: string;
}

/** A group of gaps, by the heading above them, by the kind of what is missing or by who is to send it. */
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
export function missingTree(entries: readonly MissingEntry[], grouping: Grouping, names: GroupNames): readonly MissingNode[] {
  const sure = entries.filter(({ certainty }) => certainty !== 'maybe');
  const hints = entries.filter(({ certainty }) => certainty === 'maybe');
  const roots = grouping === 'section' ? bySection(sure) : grouped(sure, groupOf[grouping](names));
  if (hints.length === 0) return roots;
  const children = hints.map((entry): MissingLeaf => ({ type: 'gap', entry }));
  return [...roots, { type: 'group', id: 'perhaps', label: names.perhaps, count: hints.length, children }];
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

/** The group that a gap belongs to: its id and its label. */
type GroupOf = (entry: MissingEntry) => readonly [id: string, label: string];

const groupOf: Readonly<Record<Exclude<Grouping, 'section'>, (names: GroupNames) => GroupOf>> = {
  kind: () => (entry) => [`kind\n${entry.kind}`, entry.kindName],
  owner: (names) => (entry) => (entry.owner === undefined ? ['nobody', names.noOwner] : [`owner\n${entry.owner}`, entry.owner]),
};

/** The group in which most are missing first. */
function grouped(entries: readonly MissingEntry[], of: GroupOf): readonly MissingNode[] {
  const groups = new Map<string, OpenGroup>();
  for (const entry of entries) {
    const [id, label] = of(entry);
    const group = groups.get(id) ?? { type: 'group', id, label, count: 0, children: [] };
    groups.set(id, group);
    group.count += 1;
    group.children.push({ type: 'gap', entry });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}
