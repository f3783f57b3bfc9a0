import type { MathNode } from './mathNode.ts';

/** How far something reaches above and below the middle of its line, in em. */
interface Extent {
  readonly above: number;
  readonly below: number;
}

const line: Extent = { above: 0.6, below: 0.6 };
/** Size of a script. */
const script = 0.6;

/** Height of a formula in em of its own size: what LibreOffice and Chromium were measured to take, rather more than less. */
export function mathHeight(node: MathNode): number {
  const { above, below } = extentOf(node);
  return above + below;
}

const heightOf = (node: MathNode): number => mathHeight(node);

function extentOf(node: MathNode): Extent {
  switch (node.kind) {
    case 'row':
      return node.children.map(extentOf).reduce(largest, line);
    case 'operator':
      return node.large ? { above: 0.75, below: 0.75 } : line;
    case 'words':
      return { above: 0.65, below: 0.65 };
    case 'fraction':
      return largest(line, { above: heightOf(node.above) * 0.9 + 0.05, below: heightOf(node.below) * 0.9 + 0.05 });
    case 'root': {
      const { above, below } = extentOf(node.body);
      return { above: above + 0.25, below: below + 0.05 };
    }
    case 'scripts': {
      const base = extentOf(node.base);
      const sub = node.sub ? heightOf(node.sub) * script : 0;
      const sup = node.sup ? heightOf(node.sup) * script : 0;
      if (node.limits) return { above: base.above + sup, below: base.below + sub };
      // A script stands with its middle at the base's edge; those of an integral a little further out.
      const inside = node.base.kind === 'operator' && node.base.large ? 0.1 : 0.3;
      return { above: base.above + Math.max(0, sup / 2 - inside), below: base.below + Math.max(0, sub / 2 - inside) };
    }
    case 'mark': {
      const { above, below } = extentOf(node.body);
      return node.place === 'over' ? { above: above + 0.35, below } : { above, below: below + 0.35 };
    }
    case 'fenced':
      return extentOf(node.body);
    case 'table': {
      const height = node.rows.reduce((sum, row) => sum + row.map(heightOf).reduce((most, one) => Math.max(most, one), 1.2) + 0.15, 0);
      return { above: height / 2, below: height / 2 };
    }
    default:
      return line;
  }
}

const largest = (a: Extent, b: Extent): Extent => ({ above: Math.max(a.above, b.above), below: Math.max(a.below, b.below) });
