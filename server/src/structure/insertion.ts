import { ReportDocument } from '../engine/document.ts';
import type { Position } from '../engine/text/position.ts';
import { asItIs } from './arrangement.ts';
import { followMentions } from './follow.ts';
import { inOrder } from './lineEdit.ts';
import { type Mention, mentionsOf } from './mentions.ts';
import { numberAll } from './numbering.ts';
import { captionEdits, markEdits, type TextEdit, textAfter } from './plan.ts';
import { readStructure } from './readStructure.ts';
import type { Target } from './resolve.ts';
import type { Doubt } from './series.ts';
import type { Structure } from './structure.ts';

export interface AfterInsertion {
  /** Edits of the old text beside the text that is put in; none touches its place. */
  readonly edits: readonly TextEdit[];
  readonly doubts: readonly Doubt[];
}

/**
 * What else changes when whole lines are put in at `at` (the end of a line with `text` that begins with a line break, or the start of a line
 * with `text` that ends with one): what counts with new headings and captions is numbered on, and mentions follow.
 */
export function numbersAfterInsertion(document: ReportDocument, at: Position, text: string): AfterInsertion {
  const range = { start: at, end: at };
  const after = ReportDocument.create(document.uri, document.languageId, 0, textAfter(document, [{ range, newText: text }]));
  const count = after.lineCount - document.lineCount;
  const first = at.character > 0 || text.startsWith('\n') ? at.line + 1 : at.line;
  const isNew = (line: number): boolean => line >= first && line < first + count;
  const newLine = (line: number): number => (line < first ? line : line + count);

  const structure = readStructure(after);
  const numbering = numberAll(structure, asItIs, { doubtful: 'keep', all: false, isNew });
  const mentions = mentionsBefore(document, structure, newLine);
  const { edits } = followMentions(after, structure, numbering, () => false, mentions);
  const changes = [...markEdits(after, structure, numbering, asItIs), ...captionEdits(after, structure, numbering), ...edits]
    .filter(({ line }) => !isNew(line))
    .sort(inOrder)
    .map(({ line, start, end, text: newText }): TextEdit => {
      const old = line < first ? line : line - count;
      return { range: { start: { line: old, character: start }, end: { line: old, character: end } }, newText };
    });
  return { edits: changes, doubts: numbering.doubts };
}

/** The mentions of the old text, said of the new one. */
function* mentionsBefore(
  document: ReportDocument,
  structure: Structure,
  newLine: (line: number) => number,
): Generator<Mention, void, undefined> {
  const old = readStructure(document);
  const nodes = new Map(structure.nodes.map(({ line, index }) => [line, index] as const));
  const captions = new Map(structure.captions.map(({ line }, index) => [line, index] as const));
  const nodeOf = (index: number): number => nodes.get(newLine(old.nodes[index]?.line ?? -1)) ?? -1;
  const captionOf = (index: number): number => captions.get(newLine(old.captions[index]?.line ?? -1)) ?? -1;
  const targetOf = (target: Target): Target => {
    switch (target.kind) {
      case 'node':
        return { kind: 'node', chain: target.chain.map(nodeOf) };
      case 'caption':
        return { kind: 'caption', index: captionOf(target.index) };
      case 'captions':
        return { kind: 'captions', indices: target.indices.map((index) => (index === undefined ? undefined : captionOf(index))) };
      default:
        return target;
    }
  };
  for (const { line, reference, node, target } of mentionsOf(document, old)) {
    yield { line: newLine(line), reference, node: nodeOf(node), target: targetOf(target) };
  }
}
