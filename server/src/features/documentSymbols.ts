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

/** Title, headings and points as a tree; beside each, how many data are missing under it. */
export function documentSymbols(document: ReportDocument, t: Localize): readonly DocumentSymbol[] {
  return outlineOf(document).map((node) => symbolOf(node, t));
}

/** As deep as headings go, so it may call itself. */
function symbolOf(node: OutlineNode, t: Localize): DocumentSymbol {
  return {
    // VS Code refuses an empty name.
    name: node.name || '…',
    ...(node.missing > 0 && { detail: missingText(node.missing, t) }),
    kind: symbolKinds[node.kind],
    range: node.range,
    selectionRange: node.selectionRange,
    children: node.children.map((child) => symbolOf(child, t)),
  };
}

/** “缺 3 项”. */
export function missingText(count: number, t: Localize): string {
  return count === 1 ? t('1 missing') : t('{0} missing', count);
}
