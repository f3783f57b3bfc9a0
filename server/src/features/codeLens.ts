import type { CodeLens } from 'vscode-languageserver';
import type { ReportDocument } from '../engine/document.ts';
import { type OutlineNode, outlineOf } from '../engine/model/outline.ts';
import { goToNextMissingDatumCommand } from '../protocol/commands.ts';
import type { Localize } from '../wording/localize.ts';
import { CharacterSums } from './countCharacters.ts';
import { missingText } from './documentSymbols.ts';

/** Deeper headings are too near to each other for lines of their own. */
const deepest = 2;
/** More lenses than anybody scrolls through. */
const mostLenses = 2000;

/** Over the title and each heading: how many characters its section has, and how many data are missing in it, with a way to the first of them. */
export function codeLens(document: ReportDocument, t: Localize): readonly CodeLens[] {
  const sums = new CharacterSums(document);
  const lenses: CodeLens[] = [];
  add(document, outlineOf(document, deepest), sums, t, lenses);
  return lenses;
}

/** As deep as headings go, so it may call itself. */
function add(document: ReportDocument, nodes: readonly OutlineNode[], sums: CharacterSums, t: Localize, lenses: CodeLens[]): void {
  for (const { kind, range, selectionRange, missing, children } of nodes) {
    if (lenses.length >= mostLenses) return;
    if (kind === 'title' || kind === 'heading' || kind === 'attachment') {
      const characters = sums.between(range.start.line, range.end.line + 1);
      // No command: it says something and does nothing.
      lenses.push({ range: selectionRange, command: { title: t('{0} characters', characters), command: '' } });
      if (missing > 0) {
        const command = { title: missingText(missing, t), command: goToNextMissingDatumCommand, arguments: [document.uri, range.start] };
        lenses.push({ range: selectionRange, command });
      }
    }
    add(document, children, sums, t, lenses);
  }
}
