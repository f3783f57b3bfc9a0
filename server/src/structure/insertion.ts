import { ReportDocument } from '../engine/document.ts';
import type { Position } from '../engine/text/position.ts';
import { asItIs } from './arrangement.ts';
import { followMentions } from './follow.ts';
import { edited, inOrder, type LineEdit } from './lineEdit.ts';
import { type Mention, mentionsOf } from './mentions.ts';
import { numberAll } from './numbering.ts';
import { captionEdits, markEdits, type TextEdit, textAfter } from './plan.ts';
import { readStructure } from './readStructure.ts';
import type { Target } from './resolve.ts';
import type { Doubt } from './series.ts';
import type { Structure } from './structure.ts';

/** Whole lines that are put in: at the end of a line, beginning with a line break, or at the start of one, ending with a line break. */
export interface Insertion {
  readonly at: Position;
  readonly text: string;
}

export interface AfterInsertion {
  /** Edits of the old text beside the texts that are put in; none touches their places. */
  readonly edits: readonly TextEdit[];
  /** The texts that are put in, with the numbers that they have then. */
  readonly texts: readonly string[];
  readonly doubts: readonly Doubt[];
}

/** What else changes when these lines are put in: what counts with new headings and captions is numbered on, and mentions follow. */
export function numbersAfterInsertion(document: ReportDocument, at: Position, text: string): AfterInsertion {
  return numbersAfterInsertions(document, [{ at, text }]);
}

/** The same for several insertions, which are in the order of their places. What is in doubt, and all that does not count with them, stays. */
export function numbersAfterInsertions(document: ReportDocument, insertions: readonly Insertion[]): AfterInsertion {
  const open = (text: string) => ReportDocument.create(document.uri, document.languageId, 0, text);
  const after = open(
    textAfter(
      document,
      insertions.map(({ at, text }) => ({ range: { start: at, end: at }, newText: text })),
    ),
  );
  const blocks = blocksOf(insertions);
  const isNew = (line: number): boolean => blocks.some(({ first, count }) => line >= first && line < first + count);
  const newLine = (line: number): number => line + blocks.reduce((sum, { before, count }) => (line < before ? sum : sum + count), 0);
  const oldLine = (line: number): number => line - blocks.reduce((sum, { first, count }) => (line < first ? sum : sum + count), 0);

  const structure = readStructure(after);
  const numbering = numberAll(structure, asItIs, { doubtful: 'keep', all: false, isNew });
  const { edits: followed } = followMentions(after, structure, numbering, () => false, [
    ...mentionsFrom(document, structure, newLine),
    ...insertions.flatMap(({ text }, i) => [...mentionsFrom(open(text), structure, (line) => line + (blocks[i]?.start ?? 0))]),
  ]);
  const changes = [...markEdits(after, structure, numbering, asItIs), ...captionEdits(after, structure, numbering), ...followed].sort(
    inOrder,
  );
  const edits: TextEdit[] = [];
  const own = new Map<number, LineEdit[]>();
  for (const change of changes) {
    const { line, start, end, text: newText } = change;
    if (isNew(line)) {
      own.set(line, [...(own.get(line) ?? []), change]);
    } else {
      edits.push({ range: { start: { line: oldLine(line), character: start }, end: { line: oldLine(line), character: end } }, newText });
    }
  }
  const texts = insertions.map(({ text }, i) =>
    text
      .split('\n')
      .map((words, line) => edited(words, own.get(line + (blocks[i]?.start ?? 0)) ?? []))
      .join('\n'),
  );
  return { edits, texts, doubts: numbering.doubts };
}

interface Block {
  /** The line of the new text that the insertion begins on; what it puts in may begin on the next. */
  readonly start: number;
  /** The first line of the new text that was put in, and how many there are. */
  readonly first: number;
  readonly count: number;
  /** The line of the old text before which they stand. */
  readonly before: number;
}

function blocksOf(insertions: readonly Insertion[]): readonly Block[] {
  let shift = 0;
  return insertions.map(({ at, text }) => {
    const count = text.split('\n').length - 1;
    const before = at.character > 0 || text.startsWith('\n') ? at.line + 1 : at.line;
    const block = { start: at.line + shift, first: before + shift, count, before };
    shift += count;
    return block;
  });
}

/** The mentions of a text that becomes part of a new one, said of the new one. */
function* mentionsFrom(
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
