import { type OutlineNode, outlineOf } from '../engine/model/outline.ts';
import type { Range } from '../engine/text/position.ts';
import { missingText } from '../features/documentSymbols.ts';
import type { Localize } from '../wording/localize.ts';
import { formatOf, onlyFile, parse } from './arguments.ts';
import { type ExitCode, exitCodes, type Terminal } from './failure.ts';
import { readReport } from './readReport.ts';

const options = { format: { type: 'string' } } as const;

/** A node of the outline as the command prints it: a fixed contract. Positions are zero-based, UTF-16. */
interface PrintedNode {
  readonly name: string;
  readonly level: number;
  readonly range: Range;
  readonly children: readonly PrintedNode[];
}

/** `outline FILE [--format text|json]` */
export async function outline(args: readonly string[], { out, t }: Terminal): Promise<ExitCode> {
  const { values, positionals } = parse(args, options, t);
  const format = formatOf(values.format, ['text', 'json'], t);
  const roots = outlineOf(await readReport(onlyFile(positionals, t), t));
  out(format === 'json' ? `${JSON.stringify(roots.map(printed), undefined, 2)}\n` : treeText(roots, '', t));
  return exitCodes.nothingFound;
}

/** As deep as headings go, so it may call itself. */
function printed({ name, level, range, children }: OutlineNode): PrintedNode {
  return { name, level, range, children: children.map(printed) };
}

function treeText(nodes: readonly OutlineNode[], indent: string, t: Localize): string {
  return nodes
    .map(({ name, missing, children }) => {
      const count = missing > 0 ? `  (${missingText(missing, t)})` : '';
      return `${indent}${name}${count}\n${treeText(children, `${indent}  `, t)}`;
    })
    .join('');
}
