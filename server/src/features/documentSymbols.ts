import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { ReportDocument } from '../engine/document.ts';
import { type OutlineNode, outlineOf } from '../engine/model/outline.ts';
import type { Localize } from '../wording/localize.ts';

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
/** Deepest levels shown, one try after another: all, then headings only, then ever fewer of them. */
const deepestLevels = [7, 4, 3, 2, 1];

/**
 * Title, headings and points as a tree; beside each, where `counts` says so, how many data are missing under it. A very long report has its upper levels only,
 * and the counts still are of all that is under them.
 */
export function documentSymbols(document: ReportDocument, t: Localize, counts = true): readonly DocumentSymbol[] {
  const detail = (missing: number) => (counts && missing > 0 ? missingText(missing, t) : undefined);
  return outlineOf(document, deepestLevel(document)).map((node) => symbolOf(node, detail));
}

function deepestLevel(document: ReportDocument): number {
  const counts = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const [, { syntax, points }] of document.structuralLines()) {
    const own = syntax.kind === 'heading' ? syntax.level : 5;
    counts[own] = (counts[own] ?? 0) + 1;
    counts[5] = (counts[5] ?? 0) + points.length;
  }
  const upTo = (level: number) => counts.slice(0, level + 1).reduce((sum, count) => sum + count, 0);
  return deepestLevels.find((level) => upTo(level) <= mostSymbols) ?? 1;
}

/** As deep as headings go, so it may call itself. */
function symbolOf(
  { name, kind, missing, range, selectionRange, children }: OutlineNode,
  detailOf: (missing: number) => string | undefined,
): DocumentSymbol {
  const detail = detailOf(missing);
  return {
    // VS Code refuses an empty name.
    name: name || '…',
    ...(detail !== undefined && { detail }),
    kind: symbolKinds[kind],
    range,
    selectionRange,
    children: children.map((child) => symbolOf(child, detailOf)),
  };
}

/** “缺 3 项”. */
export function missingText(count: number, t: Localize): string {
  return count === 1 ? t('1 missing') : t('{0} missing', count);
}
