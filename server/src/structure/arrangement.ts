import type { HeadingLevel } from '../engine/syntax/lineSyntax.ts';
import type { MarkForm } from './markForm.ts';
import type { SectionNode, Structure } from './structure.ts';

/** A new mark for a heading whose level changes. */
export interface NewMark {
  readonly level: HeadingLevel;
  readonly form: MarkForm;
}

/**
 * Lines `first` to `end` (exclusive) go before line `before` of the old text, those from `split` on first: a section and the blank lines
 * that part it from the next one change places on the way. Without `before` they are taken out.
 */
export interface MovedLines {
  readonly first: number;
  readonly end: number;
  readonly split: number;
  readonly before?: number;
}

/** How the text of a report is to stand: one run of lines moved or taken out, and marks of other levels. */
export interface Arrangement {
  readonly moved?: MovedLines;
  readonly marks: ReadonlyMap<number, NewMark>;
}

export const asItIs: Arrangement = { marks: new Map() };

/** A node in its new place. */
export interface Placed {
  readonly node: SectionNode;
  /** The index of the node above it, in its new place. */
  readonly parent: number;
  readonly level: HeadingLevel | 0;
  readonly rank: number;
  readonly style: string;
  readonly part: number;
}

/** Where a line of the old text stands among the others; `undefined` if it is taken out. Places tell the order, they are no line numbers. */
export function newPlaceOf({ moved }: Arrangement, line: number): number | undefined {
  if (moved === undefined || line < moved.first || line >= moved.end) return line;
  // Before line `before`, after the one above it.
  return moved.before === undefined ? undefined : moved.before - 1 + (offsetIn(moved, line) + 1) / (moved.end - moved.first + 1);
}

/** How many of the moved lines come before this one of them, in their new order. */
export function offsetIn({ first, split, end }: MovedLines, line: number): number {
  return line >= split ? line - split : end - split + (line - first);
}

/** The nodes in their new order, each under the node that it then belongs to. */
export function place({ nodes }: Structure, arrangement: Arrangement): readonly Placed[] {
  const open: Placed[] = [];
  const all: Placed[] = [];
  let part = 0;
  for (const node of inNewOrder(nodes, arrangement)) {
    const mark = arrangement.marks.get(node.index);
    const level = mark?.level ?? node.level;
    const rank = node.rank + level - node.level;
    if (node.kind === 'attachment') part += 1;
    for (let above = open.at(-1); above !== undefined && above.rank >= rank; above = open.at(-1)) open.pop();
    const parent = open.at(-1)?.node.index ?? -1;
    const placed: Placed = { node, parent, level, rank, style: mark?.form.style ?? node.style, part };
    open.push(placed);
    all.push(placed);
  }
  return all;
}

function inNewOrder(nodes: readonly SectionNode[], arrangement: Arrangement): readonly SectionNode[] {
  if (arrangement.moved === undefined) return nodes;
  return nodes
    .flatMap((node) => {
      const at = newPlaceOf(arrangement, node.line);
      return at === undefined ? [] : [{ node, at }];
    })
    .sort((a, b) => a.at - b.at)
    .map(({ node }) => node);
}
