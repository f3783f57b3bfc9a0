import type { ReportDocument } from '../engine/document.ts';
import type { OpenNode } from './structure.ts';

/**
 * Fits the ends of items. An item goes on to the next one of its list; the last ends with its line, unless those before it go on over
 * several lines: what follows a list belongs to the section. Articles (条) go on to the next one.
 */
export function fitItems(document: ReportDocument, nodes: readonly OpenNode[]): void {
  const next = new Int32Array(nodes.length).fill(-1);
  const lastChild = new Int32Array(nodes.length).fill(-1);
  const latest = new Map<string, number>();
  for (const { index, parent, style } of nodes) {
    if (parent >= 0) lastChild[parent] = index;
    const list = `${parent} ${style}`;
    const before = latest.get(list);
    if (before !== undefined) next[before] = index;
    latest.set(list, index);
  }
  /** Ends of last items as they were, by the list's last node. */
  const cut = new Map<number, number>();
  const lastOf = new Int32Array(nodes.length).fill(-1);
  const goesOn = new Set<number>();
  for (let at = nodes.length - 1; at >= 0; at -= 1) {
    const node = nodes[at] as OpenNode;
    if (node.kind !== 'item' || node.style === 'ordinal 条') continue;
    const child = lastChild[at] as number;
    const own = Math.max(node.line + 1, child < 0 ? 0 : (nodes[child] as OpenNode).endLine);
    const following = next[at] as number;
    const after = following < 0 ? undefined : nodes[following];
    const parted = after !== undefined && hasWords(document, own, after.firstLine);
    if (after !== undefined && parted && after.numerals.at(-1)?.value === 1) after.startsAnew = true;
    if (after === undefined || after.startsAnew) {
      lastOf[at] = at;
      if (node.endLine > own) cut.set(at, node.endLine);
      node.endLine = own;
    } else {
      const last = lastOf[following] as number;
      lastOf[at] = last;
      if (parted && last >= 0) goesOn.add(last);
    }
  }
  for (const [at, end] of cut) if (goesOn.has(at)) (nodes[at] as OpenNode).endLine = end;
}

function hasWords(document: ReportDocument, from: number, to: number): boolean {
  for (const { syntax } of document.lines(from, to)) if (syntax.kind !== 'blank' && syntax.kind !== 'comment') return true;
  return false;
}
