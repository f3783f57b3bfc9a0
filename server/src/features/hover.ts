import type { Hover } from 'vscode-languageserver';
import type { ReportDocument } from '../engine/document.ts';
import type { MissingDatum } from '../engine/missing/missingDatum.ts';
import { type OutlineNode, outlineOf } from '../engine/model/outline.ts';
import type { Position, Range } from '../engine/text/position.ts';
import { describeMissing } from '../wording/describeMissing.ts';
import type { Localize } from '../wording/localize.ts';
import { countCharacters } from './countCharacters.ts';
import { missingText } from './documentSymbols.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import { phraseAround } from './phraseAround.ts';

/** On a missing datum: what is missing, and the words around it. On a heading: how long its section is and what is missing in it. */
export function hover(document: ReportDocument, position: Position, t: Localize): Hover | undefined {
  const { text, missing, syntax } = document.line(position.line);
  const datum = missing.find(({ start, end }) => start <= position.character && position.character <= end);
  if (datum !== undefined) return datumHover(text, datum, position.line, t);
  return syntax.kind === 'heading' || syntax.kind === 'title' ? headingHover(document, position, t) : undefined;
}

function datumHover(text: string, datum: MissingDatum, line: number, t: Localize): Hover {
  return {
    contents: { kind: 'markdown', value: `${escapeMarkdown(describeMissing(datum, t))}\n\n> ${markedPhrase(text, datum)}` },
    range: { start: { line, character: datum.start }, end: { line, character: datum.end } },
  };
}

/** The clause that holds the datum, the mark in bold, in Markdown. */
function markedPhrase(text: string, datum: MissingDatum): string {
  const { before, mark, after } = phraseAround(text, datum);
  // Markdown's ** does not close beside some punctuation, and the mark itself is often a star.
  return `${escapeMarkdown(before)}**⟦${escapeMarkdown(mark)}⟧**${escapeMarkdown(after)}`;
}

function headingHover(document: ReportDocument, { line }: Position, t: Localize): Hover | undefined {
  const node = nodeAt(outlineOf(document), line);
  if (node === undefined) return undefined;
  const { start, end } = node.range;
  const parts = [t('{0} characters', countCharacters(document, start.line, end.line))];
  if (node.missing > 0) parts.push(missingText(node.missing, t));
  return {
    contents: { kind: 'markdown', value: `**${escapeMarkdown(node.name)}**\n\n${parts.join(' · ')}` },
    range: wholeLine(document, line),
  };
}

/** The node that begins on a line; children lie inside their parents, so one way leads down. */
function nodeAt(roots: readonly OutlineNode[], line: number): OutlineNode | undefined {
  let nodes = roots;
  for (;;) {
    const holder = nodes.findLast(({ range }) => range.start.line <= line && line <= range.end.line);
    if (holder === undefined || holder.selectionRange.start.line === line) return holder;
    nodes = holder.children;
  }
}

function wholeLine(document: ReportDocument, line: number): Range {
  return { start: { line, character: 0 }, end: { line, character: document.line(line).text.length } };
}
