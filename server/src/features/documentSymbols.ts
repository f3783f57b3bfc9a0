import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { ReportDocument } from '../engine/document.ts';
import { type OutlineNode, outlineOf } from '../engine/model/outline.ts';
import type { Localize } from './localize.ts';

/** LSP's numbers for the icons of the outline. */
export const symbolKinds: Readonly<Record<OutlineNode['kind'], SymbolKind>> = {
  title: 1, // File
  heading: 15, // String: what VS Code shows for headings elsewhere
  point: 22, // EnumMember
  leadIn: 20, // Key
  attachment: 1, // File
  table: 23, // Struct
  figure: 19, // Object
};

/** More symbols take longer to send than to find, and nobody looks through so many. */
const mostSymbols = 8000;
/** Highest level that is shown, one try after another: all, headings only, then ever fewer of them. */
const coarser = [6, 4, 3, 2, 1];

/**
 * Title, headings and points as a tree; beside each, how many data are missing under it. A very long report has its upper levels only,
 * and the counts still are of all that is under them.
 */
export function documentSymbols(document: ReportDocument, t: Localize): readonly DocumentSymbol[] {
  const roots = outlineOf(document);
  const counts = countByLevel(roots);
  const deepest = coarser.find((level) => counts.slice(0, level + 1).reduce((sum, count) => sum + count, 0) <= mostSymbols) ?? 1;
  return symbolsOf(roots, deepest, t);
}

/** As deep as headings go, so it may call itself. */
function symbolsOf(nodes: readonly OutlineNode[], deepest: number, t: Localize): DocumentSymbol[] {
  const symbols: DocumentSymbol[] = [];
  for (const { name, kind, level, missing, range, selectionRange, children } of nodes) {
    if (level > deepest) continue;
    symbols.push({
      // VS Code refuses an empty name.
      name: name || '…',
      ...(missing > 0 && { detail: missingText(missing, t) }),
      kind: symbolKinds[kind],
      range,
      selectionRange,
      children: symbolsOf(children, deepest, t),
    });
  }
  return symbols;
}

function countByLevel(roots: readonly OutlineNode[]): readonly number[] {
  const counts: number[] = [];
  const add = (nodes: readonly OutlineNode[]) => {
    for (const { level, children } of nodes) {
      counts[level] = (counts[level] ?? 0) + 1;
      add(children);
    }
  };
  add(roots);
  return Array.from(counts, (count) => count ?? 0);
}

/** “缺 3 项”. */
export function missingText(count: number, t: Localize): string {
  return count === 1 ? t('1 missing') : t('{0} missing', count);
}
