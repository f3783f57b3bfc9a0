import type { ReportDocument } from '../engine/document.ts';
import { parseNumber } from '../engine/syntax/numerals.ts';
import type { Position, Range } from '../engine/text/position.ts';
import { type Mention, mentionsOf } from '../structure/mentions.ts';
import { type Numeral, writeNumeral } from '../structure/numeral.ts';
import { readStructure } from '../structure/readStructure.ts';
import type { Structure } from '../structure/structure.ts';
import { footnoteAt, footnotePlaces, mayHaveFootnote } from './footnoteLabels.ts';

/** A place where a label stands: 图1 before a caption, 表3 in a sentence, （二） before a heading. */
export interface LabelPlace {
  readonly range: Range;
  readonly role: 'declaration' | 'mention';
  /** What a rename changes: the numeral, or the name of a footnote; absent where it is no single one. */
  readonly name?: Range;
}

/** Something that a report names by a number: a figure, a table, an attachment, a section, a footnote; and all places where it is named. */
export interface Label {
  readonly kind: 'figure' | 'table' | 'attachment' | 'section' | 'footnote';
  /** In the order of the text. */
  readonly places: readonly LabelPlace[];
}

interface Known {
  readonly version: number;
  readonly structure: Structure;
  readonly mentions: readonly Mention[];
}

/** Owner: each document. What was read of it is good for one version of its text. */
const known = new WeakMap<ReportDocument, Known>();

/** The structure of a document and all mentions in it; read once for each version. */
export function mentionsIn(document: ReportDocument): Known {
  const old = known.get(document);
  if (old?.version === document.version) {
    return old;
  }
  const structure = readStructure(document);
  const fresh = { version: document.version, structure, mentions: [...mentionsOf(document, structure)] };
  known.set(document, fresh);
  return fresh;
}

/** The label that a position touches, with all its places; `undefined` for none. Cheap where there is none. */
export function labelAt(document: ReportDocument, position: Position): Label | undefined {
  const { line, character } = position;
  const { text, syntax } = document.line(line);
  if (mayHaveFootnote(document.line(line))) {
    const name = footnoteAt(text, character);
    if (name !== undefined) {
      return { kind: 'footnote', places: footnotePlaces(document, name) };
    }
  }
  // A look at the line is enough to see that most positions are none; a mention has a digit or a Chinese numeral near.
  if (syntax.kind === 'blank' || !/[0-9０-９一二三四五六七八九十]/.test(text.slice(Math.max(0, character - 16), character + 16))) {
    return undefined;
  }
  const { structure, mentions } = mentionsIn(document);
  const target = targetAt(document, position, structure, mentions);
  return target === undefined ? undefined : labelOf(document, target, structure, mentions);
}

interface Target {
  readonly kind: 'node' | 'caption';
  readonly index: number;
}

function targetAt(
  document: ReportDocument,
  { line, character }: Position,
  structure: Structure,
  mentions: readonly Mention[],
): Target | undefined {
  const touches = ({ start, end }: { readonly start: number; readonly end: number }) => start <= character && character <= end;
  for (const mention of mentionsOnLine(mentions, line)) {
    if (touches(mention.reference)) {
      return targetsOf(mention)[0];
    }
  }
  const caption = structure.captions.findIndex((one) => one.line === line);
  if (caption >= 0 && touches(captionSpan(document, structure, caption))) {
    return { kind: 'caption', index: first(structure, caption) };
  }
  const note = structure.notes.find((one) => one.line === line);
  if (note?.numeral !== undefined && touches(note.numeral)) {
    const value = note.numeral.value;
    const node = structure.nodes.find((one) => one.kind === 'attachment' && one.numerals.at(-1)?.value === value);
    return node && { kind: 'node', index: node.index };
  }
  const node = structure.nodes.find((one) => one.line === line);
  const mark = node && nodeSpan(document, structure, node.index);
  return node !== undefined && mark !== undefined && touches(mark) ? { kind: 'node', index: node.index } : undefined;
}

/** Mentions stand in order, so they are found by halving. */
function mentionsOnLine(mentions: readonly Mention[], line: number): readonly Mention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle] as Mention).line < line) low = middle + 1;
    else high = middle;
  }
  const found: Mention[] = [];
  for (let at = low; mentions[at]?.line === line; at++) found.push(mentions[at] as Mention);
  return found;
}

function targetsOf({ target }: Mention): readonly Target[] {
  switch (target.kind) {
    case 'node': {
      const index = target.chain.at(-1);
      return index === undefined ? [] : [{ kind: 'node', index }];
    }
    case 'caption':
      return [{ kind: 'caption', index: target.index }];
    case 'captions':
      return target.indices.flatMap((index) => (index === undefined ? [] : [{ kind: 'caption' as const, index }]));
    default:
      return [];
  }
}

/** Where the thing that a mention means stands; `undefined` where it means none, or nobody can tell. */
export function declarationOf(document: ReportDocument, mention: Mention): Range | undefined {
  const { structure } = mentionsIn(document);
  const [target] = targetsOf(mention);
  return target === undefined ? noteOf(mention, structure) : declaration(document, target, structure)?.range;
}

/** The name in the note of an attachment that is kept in another file. */
function noteOf({ reference, target }: Mention, { notes }: Structure): Range | undefined {
  if (reference.kind !== 'attachment' || target.kind !== 'none') return undefined;
  const note = notes.find(({ numeral }) => numeral !== undefined && numeral.value === reference.path[0]);
  return note && rangeIn(note.line, note.start, note.end);
}

/** The first of the captions that say the same figure's number. */
function first(structure: Structure, caption: number): number {
  let index = caption;
  while (index > 0 && structure.captions[index]?.repeats === true) index -= 1;
  return index;
}

interface Columns {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly numerals: readonly Numeral[];
}

const nowhere: Columns = { line: -1, start: 0, end: -1, numerals: [] };

/** 图1 of `图1 现场`. */
function captionSpan(document: ReportDocument, { captions }: Structure, index: number): Columns {
  const caption = captions[index];
  if (caption === undefined) return nowhere;
  const { text, syntax } = document.line(caption.line);
  const from = syntax.kind === 'picture' ? syntax.caption.start : 0;
  const start = text.indexOf(caption.word, from);
  return { line: caption.line, start: start < 0 ? from : start, end: caption.end, numerals: caption.numerals };
}

/** （二） of `（二）标题`; 附件1 as a whole. */
function nodeSpan(document: ReportDocument, { nodes }: Structure, index: number): Columns | undefined {
  const node = nodes[index];
  if (node === undefined) return undefined;
  const { text, syntax } = document.line(node.line);
  if (syntax.kind === 'heading' || syntax.kind === 'numbered') {
    return syntax.marker && { line: node.line, start: syntax.marker.start, end: syntax.marker.end, numerals: node.numerals };
  }
  return { line: node.line, start: text.length - text.trimStart().length, end: text.trimEnd().length, numerals: node.numerals };
}

function declaration(document: ReportDocument, target: Target, structure: Structure): LabelPlace | undefined {
  const span = target.kind === 'caption' ? captionSpan(document, structure, target.index) : nodeSpan(document, structure, target.index);
  return span && placeOf(span, 'declaration');
}

function placeOf({ line, start, end, numerals }: Columns, role: LabelPlace['role']): LabelPlace {
  const [only, ...others] = numerals;
  const name = only !== undefined && others.length === 0 ? rangeIn(line, only.start, only.end) : undefined;
  return { range: rangeIn(line, start, end), role, ...(name !== undefined && { name }) };
}

const rangeIn = (line: number, start: number, end: number): Range => ({ start: { line, character: start }, end: { line, character: end } });

function labelOf(document: ReportDocument, target: Target, structure: Structure, mentions: readonly Mention[]): Label {
  const places: LabelPlace[] = [];
  let kind: Label['kind'] = 'section';
  if (target.kind === 'caption') {
    kind = structure.captions[target.index]?.of ?? 'figure';
    for (let index = target.index; index === target.index || structure.captions[index]?.repeats === true; index++) {
      places.push(placeOf(captionSpan(document, structure, index), 'declaration'));
    }
  } else {
    const node = structure.nodes[target.index];
    kind = node?.kind === 'attachment' ? 'attachment' : 'section';
    const own = declaration(document, target, structure);
    if (own !== undefined) places.push(own);
    const value = node?.numerals.at(-1)?.value;
    for (const note of kind === 'attachment' ? structure.notes : []) {
      if (note.numeral?.value === value && note.numeral !== undefined) {
        const { start, end } = note.numeral;
        places.push(placeOf({ line: note.line, start, end, numerals: [note.numeral] }, 'mention'));
      }
    }
  }
  for (const mention of mentions) {
    if (targetsOf(mention).some((one) => one.kind === target.kind && one.index === target.index)) {
      const { start, end, parts } = mention.reference;
      const [only, ...others] = parts;
      const name = only !== undefined && others.length === 0 ? rangeIn(mention.line, only.start, only.end) : undefined;
      places.push({ range: rangeIn(mention.line, start, end), role: 'mention', ...(name !== undefined && { name }) });
    }
  }
  places.sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
  return { kind, places };
}

/** The numeral of the same kind as the one that stands in `range`; `undefined` where the name is no number from 1 to 999. */
export function renamedNumeral(document: ReportDocument, range: Range, name: string): string | undefined {
  const value = parseNumber(name.trim());
  return value === undefined || value < 1 || value > 999 ? undefined : writeNumeral(value, document.getText(range));
}

/** Whether another figure, table or attachment of this kind has the number. */
export function isTaken(document: ReportDocument, kind: Label['kind'], name: string): boolean {
  const value = parseNumber(name.trim());
  const { structure } = mentionsIn(document);
  const has = (numerals: readonly Numeral[]) => numerals.length === 1 && numerals[0]?.value === value;
  return kind === 'attachment'
    ? structure.nodes.some((node) => node.kind === 'attachment' && has(node.numerals))
    : structure.captions.some((caption) => caption.of === kind && has(caption.numerals));
}
