import type { ReportDocument } from '../engine/document.ts';
import type { HeadingLevel } from '../engine/syntax/lineSyntax.ts';
import type { Arrangement, MovedLines, NewMark } from './arrangement.ts';
import { markFormAt } from './markForm.ts';
import { type PlanOptions, rearrange, type StructurePlan } from './plan.ts';
import { readStructure } from './readStructure.ts';
import { chainOf, nodeAt, type SectionNode, type Structure } from './structure.ts';

/** Lines of a selection, `last` included; for a cursor both are one. */
export interface Selected {
  readonly first: number;
  readonly last: number;
}

export type StructureAction = 'moveUp' | 'moveDown' | 'promote' | 'demote' | 'delete';

/**
 * Why nothing is done. `noSection`: no section is there. `first`, `last`: nothing of its level stands before or after it under the same
 * heading. `top`: it has the highest level. `deep`: below the fourth level there is none. `noneAbove`: no section stands above it to hold it.
 * `item`: an item of a list has no level of its own. `itself`: it would stand in itself. `there`: it stands
 * there already.
 */
export type Refusal = 'noSection' | 'first' | 'last' | 'top' | 'deep' | 'noneAbove' | 'item' | 'itself' | 'there';

export type Outcome = StructurePlan | { readonly refused: Refusal };

/** Neighbours under one heading, which are moved as one. */
interface Run {
  readonly nodes: readonly SectionNode[];
  readonly first: SectionNode;
  readonly last: SectionNode;
}

/** Moves, promotes, demotes or deletes the section that a cursor stands in, or those that a selection touches. */
export function editStructure(document: ReportDocument, selected: Selected, action: StructureAction, options: PlanOptions = {}): Outcome {
  const structure = readStructure(document);
  const first = Math.min(selected.first, selected.last);
  const last = Math.max(selected.first, selected.last);
  const run = runAt(structure, { first: wordsAt(document, first), last: wordsAt(document, last) });
  if (run === undefined) return { refused: 'noSection' };
  const arrangement = arrange(document, structure, run, action);
  return typeof arrangement === 'string' ? { refused: arrangement } : rearrange(document, structure, arrangement, options);
}

/**
 * Moves the section on line `line` to the one on line `target`: before it or after it if both have one level; after the one of its own level
 * that the target stands in; or into the target, as its last. Levels stay.
 */
export function dropSection(document: ReportDocument, line: number, target: number, options: PlanOptions = {}): Outcome {
  const structure = readStructure(document);
  const { nodes } = structure;
  const run = runAt(structure, { first: line, last: line });
  const onto = nodes[nodeAt(structure, target)];
  if (run === undefined || onto === undefined) return { refused: 'noSection' };
  const node = run.first;
  const chain = chainOf(nodes, onto.index);
  if (chain.includes(node.index)) return { refused: 'itself' };
  const peer = chain.map((index) => nodes[index] as SectionNode).find(({ rank }) => rank === node.rank);
  // An attachment goes to attachments, and what is said in the report itself stays before them.
  if (node.kind === 'attachment' && peer === undefined) return { refused: 'noneAbove' };
  const before = peer === undefined ? onto.endLine : peer.index < node.index ? peer.firstLine : peer.endLine;
  const moved = moveTo(document, run, before);
  if (before >= moved.first && before <= moved.end) return { refused: 'there' };
  return rearrange(document, structure, { moved, marks: new Map() }, options);
}

function arrange(document: ReportDocument, structure: Structure, run: Run, action: StructureAction): Arrangement | Refusal {
  switch (action) {
    case 'moveUp': {
      const before = siblingOf(structure, run, -1);
      return before === undefined ? 'first' : { moved: moveTo(document, run, before.firstLine), marks: new Map() };
    }
    case 'moveDown': {
      const after = siblingOf(structure, run, 1);
      return after === undefined ? 'last' : { moved: moveTo(document, run, after.endLine), marks: new Map() };
    }
    case 'delete':
      return { moved: takeOut(document, run), marks: new Map() };
    case 'promote':
    case 'demote':
      return shift(document, structure, run, action === 'promote' ? -1 : 1);
  }
}

/** A blank line is a place in what stands above it. */
function wordsAt(document: ReportDocument, line: number): number {
  let at = Math.min(line, document.lineCount - 1);
  while (at > 0 && document.line(at).syntax.kind === 'blank') at -= 1;
  return at;
}

/** The sections that a selection touches: neighbours under one heading. */
function runAt(structure: Structure, { first, last }: Selected): Run | undefined {
  const { nodes } = structure;
  const from = nodeAt(structure, first);
  const to = nodeAt(structure, last);
  if (from < 0 || to < 0) return undefined;
  const a = chainOf(nodes, from);
  const b = chainOf(nodes, to);
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared += 1;
  // One lies in the other: the outer one is meant.
  if (shared === a.length || shared === b.length) {
    const node = nodes[(shared === a.length ? a : b).at(-1) as number] as SectionNode;
    return { nodes: [node], first: node, last: node };
  }
  const [start, end] = [nodes[a[shared] as number] as SectionNode, nodes[b[shared] as number] as SectionNode];
  const run = nodes.slice(start.index, end.index + 1).filter(({ parent }) => parent === start.parent);
  return run.every(({ rank }) => rank === start.rank) ? { nodes: run, first: start, last: end } : undefined;
}

/** The neighbour of the same level under the same heading. */
function siblingOf({ nodes }: Structure, { first, last }: Run, step: 1 | -1): SectionNode | undefined {
  const from = step < 0 ? first : last;
  for (let at = from.index + step; at >= 0 && at < nodes.length; at += step) {
    const node = nodes[at] as SectionNode;
    if (node.parent === from.parent) return node.rank === from.rank ? node : undefined;
    if (node.index === from.parent || (step > 0 && node.parent < from.parent)) return undefined;
  }
  return undefined;
}

/** The lines to move so that the run stands before line `before`; the blank lines that part sections stay between them. */
function moveTo(document: ReportDocument, { first, last }: Run, before: number): MovedLines {
  if (before <= first.firstLine)
    return { first: blanksBefore(document, first.firstLine), end: last.endLine, split: first.firstLine, before };
  return { first: first.firstLine, end: blanksAfter(document, last.endLine), split: last.endLine, before };
}

function takeOut(document: ReportDocument, { first, last }: Run): MovedLines {
  const end = blanksAfter(document, last.endLine);
  if (end < document.lineCount) return { first: first.firstLine, end, split: end };
  const from = blanksBefore(document, first.firstLine);
  return { first: from, end: last.endLine, split: last.endLine };
}

function blanksBefore(document: ReportDocument, line: number): number {
  let first = line;
  while (first > 0 && document.line(first - 1).syntax.kind === 'blank') first -= 1;
  return first;
}

function blanksAfter(document: ReportDocument, line: number): number {
  let end = line;
  while (end < document.lineCount && document.line(end).syntax.kind === 'blank') end += 1;
  return end;
}

/** Headings of the run, and all in it, get marks of another level. */
function shift(document: ReportDocument, structure: Structure, run: Run, step: 1 | -1): Arrangement | Refusal {
  const { nodes } = structure;
  if (run.first.kind === 'attachment') return 'top';
  if (run.nodes.some(({ kind }) => kind === 'item')) return 'item';
  if (step < 0 && run.first.level === 1) return 'top';
  if (step > 0 && siblingOf(structure, run, -1) === undefined) return 'noneAbove';
  const marks = new Map<number, NewMark>();
  const forms = new Map<string, NewMark>();
  let end = run.last.index + 1;
  while (end < nodes.length && (nodes[end] as SectionNode).firstLine < run.last.endLine) end += 1;
  const shifted = nodes.slice(run.first.index, end);
  for (const node of shifted) {
    // Items stay as they are, unless a heading would come to their level.
    const stays =
      node.kind === 'item' && (step < 0 || !shifted.some(({ kind, level }) => kind === 'heading' && level + step >= node.level));
    if (stays) continue;
    const level = node.level + step;
    if (level > 4) return 'deep';
    const key = `${node.style} ${level}`;
    const mark = forms.get(key) ?? { level: level as HeadingLevel, form: markFormAt(document, nodes, node, level as HeadingLevel) };
    forms.set(key, mark);
    marks.set(node.index, mark);
  }
  return { marks };
}
