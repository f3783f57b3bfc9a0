import type { SymbolInformation } from 'vscode-languageserver';
import type { ReportDocument } from '../engine/document.ts';
import { type OutlineNode, outlineOf } from '../engine/model/outline.ts';
import { symbolKinds } from './documentSymbols.ts';

/** Titles and headings of the documents whose name holds the characters of `query` in their order; at most `limit`. */
export function workspaceSymbols(documents: Iterable<ReportDocument>, query: string, limit: number): readonly SymbolInformation[] {
  const wanted = [...query.toLowerCase()].filter((character) => character.trim() !== '');
  const found: SymbolInformation[] = [];
  for (const document of documents) {
    addMatches(document.uri, outlineOf(document), undefined, wanted, found, limit);
    if (found.length >= limit) break;
  }
  return found;
}

/** As deep as headings go, so it may call itself. */
function addMatches(
  uri: string,
  nodes: readonly OutlineNode[],
  container: string | undefined,
  wanted: readonly string[],
  found: SymbolInformation[],
  limit: number,
): void {
  for (const { name, kind, range, selectionRange, children } of nodes) {
    if (found.length >= limit) return;
    if ((kind === 'title' || kind === 'heading') && holdsInOrder(name, wanted)) {
      const location = { uri, range: { start: selectionRange.start, end: range.end } };
      found.push({ name, kind: symbolKinds[kind], location, ...(container !== undefined && { containerName: container }) });
    }
    addMatches(uri, children, name, wanted, found, limit);
  }
}

function holdsInOrder(name: string, wanted: readonly string[]): boolean {
  const lower = name.toLowerCase();
  let at = 0;
  for (const character of wanted) {
    at = lower.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
