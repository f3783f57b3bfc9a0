import { ReportDocument } from '../engine/document.ts';
import type { Position, Range } from '../engine/text/position.ts';
import { type Arrangement, asItIs, type MovedLines, offsetIn, type Placed } from './arrangement.ts';
import { followMentions, type LeftMention } from './follow.ts';
import { edited, inOrder, type LineEdit } from './lineEdit.ts';
import { writeMark, writesTraditional } from './markForm.ts';
import { noteEdits } from './notes.ts';
import { type Numbering, numberAll } from './numbering.ts';
import { type Numeral, signsOf, writeNumeral } from './numeral.ts';
import { pointEdits } from './points.ts';
import { readStructure } from './readStructure.ts';
import type { Doubt } from './series.ts';
import type { Structure } from './structure.ts';

export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** A change of the structure: what is to be typed, and what the writer should know before. */
export interface StructurePlan {
  /** In the order of their places, without overlaps; together they are one step of undo. */
  readonly edits: readonly TextEdit[];
  /** The numbers among them, each in its line of the old text. */
  readonly changes: readonly LineEdit[];
  /** Empty: the numbers are sure. */
  readonly doubts: readonly Doubt[];
  /** Mentions that stay as they are; not those that meant nothing before, unless all numbers were looked at. */
  readonly left: readonly LeftMention[];
  /** Where a place of the old text is in the new one. */
  readonly newPosition: (position: Position) => Position;
}

export interface PlanOptions {
  readonly doubtful?: 'renumber' | 'keep';
}

/** Numbers anew all headings, items, captions, attachments and points of a report; mentions follow. No other character changes. */
export function renumber(document: ReportDocument, { doubtful = 'renumber' }: PlanOptions = {}): StructurePlan {
  return planOf(document, readStructure(document), asItIs, { doubtful, all: true });
}

/** The plan for a text arranged anew: what counts with something that moved is numbered, mentions follow. */
export function rearrange(
  document: ReportDocument,
  structure: Structure,
  arrangement: Arrangement,
  { doubtful = 'renumber' }: PlanOptions = {},
): StructurePlan {
  return planOf(document, structure, arrangement, { doubtful, all: false });
}

function planOf(
  document: ReportDocument,
  structure: Structure,
  arrangement: Arrangement,
  options: { readonly doubtful: 'renumber' | 'keep'; readonly all: boolean },
): StructurePlan {
  const numbering = numberAll(structure, arrangement, options);
  const isGone = (line: number): boolean =>
    arrangement.moved !== undefined &&
    arrangement.moved.before === undefined &&
    line >= arrangement.moved.first &&
    line < arrangement.moved.end;
  const { edits: mentions, left } = followMentions(document, structure, numbering, isGone);
  const changes = [
    ...markEdits(document, structure, numbering, arrangement),
    ...captionEdits(document, structure, numbering),
    ...noteEdits(document, structure, numbering),
    ...(options.all ? pointEdits(document) : []),
    ...mentions,
  ]
    .filter(({ line }) => !isGone(line))
    .sort(inOrder);
  const mover = new Mover(document, arrangement, changes);
  const edits = mover.edits();
  const misread = edits.length === 0 ? undefined : misreadIn(document, edits, numbering.placed);
  return {
    edits,
    changes,
    doubts: misread === undefined ? numbering.doubts : [...numbering.doubts, misread],
    left: options.all ? left : left.filter(({ reason }) => reason === 'deleted' || reason === 'far'),
    newPosition: (position) => mover.newPosition(position),
  };
}

export function markEdits(
  document: ReportDocument,
  { nodes }: Structure,
  { values, paths }: Numbering,
  { marks }: Arrangement,
): readonly LineEdit[] {
  const edits: LineEdit[] = [];
  const isTraditional = writesTraditional(document, nodes);
  for (const { index, kind, line, numerals } of nodes) {
    const fresh = values[index];
    const mark = marks.get(index);
    if (fresh === undefined) continue;
    const { text, syntax } = document.line(line);
    if (mark !== undefined && (syntax.kind === 'heading' || syntax.kind === 'numbered')) {
      const start = text.length - text.trimStart().length;
      edits.push({ line, start, end: syntax.contentStart, text: writeMark(mark.form, paths[index] ?? []), kind: 'heading' });
    } else {
      for (const edit of numeralEdits(text, line, numerals, fresh, kind, isTraditional)) edits.push(edit);
    }
  }
  return edits;
}

export function captionEdits(document: ReportDocument, { captions }: Structure, numbering: Numbering): readonly LineEdit[] {
  return captions.flatMap(({ line, numerals }, index) => {
    const fresh = numbering.captions[index];
    return fresh === undefined ? [] : numeralEdits(document.line(line).text, line, numerals, fresh, 'caption');
  });
}

function numeralEdits(
  text: string,
  line: number,
  numerals: readonly Numeral[],
  fresh: readonly number[],
  kind: LineEdit['kind'],
  isTraditional = false,
): readonly LineEdit[] {
  return numerals.flatMap(({ start, end, value }, i): readonly LineEdit[] => {
    const next = fresh[i];
    if (next === undefined || next === value) return [];
    const like = text.slice(start, end);
    return [{ line, start, end, text: writeNumeral(next, like, signsOf(like, isTraditional)), kind }];
  });
}

/** Puts edits of lines and the move of lines together as edits of the old text. */
class Mover {
  readonly #document: ReportDocument;
  readonly #arrangement: Arrangement;
  readonly #changes: readonly LineEdit[];
  readonly #byLine = new Map<number, LineEdit[]>();

  constructor(document: ReportDocument, arrangement: Arrangement, changes: readonly LineEdit[]) {
    this.#document = document;
    this.#arrangement = arrangement;
    this.#changes = changes;
    for (const change of changes) {
      const known = this.#byLine.get(change.line);
      if (known === undefined) this.#byLine.set(change.line, [change]);
      else known.push(change);
    }
  }

  edits(): readonly TextEdit[] {
    const { moved } = this.#arrangement;
    const edits: TextEdit[] = [];
    for (const { line, start, end, text } of this.#changes) {
      if (moved !== undefined && line >= moved.first && line < moved.end) continue;
      edits.push({ range: { start: { line, character: start }, end: { line, character: end } }, newText: text });
    }
    if (moved === undefined) return edits;
    edits.push({ range: this.#lines(moved), newText: '' });
    if (moved.before !== undefined) edits.push(this.#insertion(moved, moved.before));
    return joined(edits);
  }

  /** All of these lines with their line breaks; at the end of the text the break before them instead. */
  #lines({ first, end }: MovedLines): Range {
    const { lineCount } = this.#document;
    if (end < lineCount) return { start: { line: first, character: 0 }, end: { line: end, character: 0 } };
    return { start: first > 0 ? this.#endOf(first - 1) : { line: 0, character: 0 }, end: this.#endOf(lineCount - 1) };
  }

  #insertion({ first, end, split }: MovedLines, before: number): TextEdit {
    const { lineCount } = this.#document;
    // The last line of the text has no break: it gets one like the others.
    const usual = this.#document.line(first).eol || (first > 0 ? this.#document.line(first - 1).eol : '\n');
    const lines: string[] = [];
    for (const [from, to] of [
      [split, end],
      [first, split],
    ] as const) {
      for (let line = from; line < to; line += 1) {
        const { text, eol } = this.#document.line(line);
        lines.push(edited(text, this.#byLine.get(line) ?? []), eol || usual);
      }
    }
    if (before < lineCount) {
      const at = { line: before, character: 0 };
      return { range: { start: at, end: at }, newText: lines.join('') };
    }
    const at = this.#endOf(lineCount - 1);
    const [last = usual] = lines.splice(-1);
    return { range: { start: at, end: at }, newText: last + lines.join('') };
  }

  #endOf(line: number): Position {
    return { line, character: this.#document.line(line).text.length };
  }

  newPosition({ line, character }: Position): Position {
    let column = character;
    for (const { start, end, text } of this.#byLine.get(line) ?? []) {
      if (end <= character) column += text.length - (end - start);
      else if (start < character) column = Math.min(column, start + text.length);
    }
    return { line: this.#newLine(line), character: column };
  }

  #newLine(line: number): number {
    const { moved } = this.#arrangement;
    if (moved === undefined) return line;
    const { first, end, before = first } = moved;
    const isMoved = line >= first && line < end;
    const count = end - first;
    if (moved.before === undefined) return isMoved ? first : line >= end ? line - count : line;
    if (isMoved) return (before <= first ? before : before - count) + offsetIn(moved, line);
    if (before <= first) return line >= before && line < first ? line + count : line;
    return line >= end && line < before ? line - count : line;
  }
}

/** The first heading that would not be read as what it is meant to be: `1. 标题。` is a sentence where `（一）标题。` is a heading. */
function misreadIn(document: ReportDocument, edits: readonly TextEdit[], placed: readonly Placed[]): Doubt | undefined {
  const { nodes } = readStructure(ReportDocument.create(document.uri, document.languageId, 0, textAfter(document, edits)));
  const wrong = placed.find(({ level, style, node }, i) => {
    const read = nodes[i];
    return read?.level !== level || read.style !== style || read.kind !== node.kind;
  });
  return wrong === undefined && nodes.length === placed.length ? undefined : { kind: 'reading', line: wrong?.node.line ?? 0 };
}

/** The text of a document after edits that are in order and do not overlap. */
export function textAfter(document: ReportDocument, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at: Position = { line: 0, character: 0 };
  for (const { range, newText } of edits) {
    parts.push(document.getText({ start: at, end: range.start }), newText);
    at = range.end;
  }
  parts.push(document.getText({ start: at, end: { line: document.lineCount, character: 0 } }));
  return parts.join('');
}

/** In order; what is put in where another edit begins becomes one with it. */
function joined(edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = [...edits].sort(
    ({ range: a }, { range: b }) =>
      a.start.line - b.start.line || a.start.character - b.start.character || a.end.line - b.end.line || a.end.character - b.end.character,
  );
  const all: TextEdit[] = [];
  for (const edit of sorted) {
    const last = all.at(-1);
    const { start } = edit.range;
    if (last !== undefined && last.range.start.line === start.line && last.range.start.character === start.character) {
      all[all.length - 1] = { range: edit.range, newText: last.newText + edit.newText };
    } else {
      all.push(edit);
    }
  }
  return all;
}
