import type { SectionEntry } from '../../../server/src/protocol/structure.ts';

/** A section in the view. */
export interface SectionItem {
  readonly entry: SectionEntry;
  /** The same for the same section of another list, so that the view keeps it open. */
  readonly id: string;
  readonly parent: SectionItem | undefined;
  readonly children: readonly SectionItem[];
}

interface OpenItem extends SectionItem {
  readonly children: OpenItem[];
}

export interface SectionTree {
  readonly roots: readonly SectionItem[];
  /** In the order of the text, those that are there. */
  readonly inOrder: readonly SectionItem[];
}

/** The tree of a list of sections. */
export function sectionTree(entries: readonly SectionEntry[]): SectionTree {
  const roots: OpenItem[] = [];
  const items: OpenItem[] = [];
  const ids = new Map<string, number>();
  for (const entry of entries) {
    const parent = items[entry.parent];
    const path = `${parent?.id ?? ''}\n${nameOf(entry)}`;
    // Two headings may have the same words.
    const number = (ids.get(path) ?? 0) + 1;
    ids.set(path, number);
    const item: OpenItem = { entry, id: number === 1 ? path : `${path}\n${number}`, parent, children: [] };
    items.push(item);
    (parent?.children ?? roots).push(item);
  }
  return { roots, inOrder: items.filter(({ entry }) => entry.status !== 'missing') };
}

/** Without the number: a section that is numbered anew is the same one. */
function nameOf({ label, status }: SectionEntry): string {
  const name = label.replace(
    /^(?:[（(]?[〇一二三四五六七八九十百\d０-９.．]+[）)]?[、.．]?|第[一二三四五六七八九十百\d]+[章节条编篇部分]+)[\s\u3000]*/,
    '',
  );
  return `${status === 'missing' ? '+' : ''}${name || label}`;
}

/** The innermost section that a line stands in. */
export function sectionAt({ inOrder }: SectionTree, line: number): SectionItem | undefined {
  let low = 0;
  let high = inOrder.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((inOrder[middle] as SectionItem).entry.line <= line) low = middle + 1;
    else high = middle;
  }
  let item = inOrder[low - 1];
  while (item !== undefined && line >= item.entry.endLine) item = item.parent;
  return item;
}
