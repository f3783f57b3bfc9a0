import type { ReportDocument } from '../engine/document.ts';
import { MissingIndex } from '../engine/model/missingIndex.ts';
import { printedNumber } from '../engine/syntax/heading.ts';
import type { Line } from '../engine/syntax/line.ts';
import type { SectionEntry, SectionStatus, StructureResult } from '../protocol/structure.ts';
import { type Catalogue, findType } from '../sections/catalogue.ts';
import type { DocumentType, Section } from '../sections/documentType.ts';
import { missingSections } from '../sections/missingSections.ts';
import { SectionIndex } from '../sections/sectionIndex.ts';
import { headOf, typeFromTitle, typeOf } from '../sections/typeOf.ts';
import { readStructure } from '../structure/readStructure.ts';
import type { SectionNode } from '../structure/structure.ts';
import { CharacterSums } from './countCharacters.ts';

export interface StructureViewOptions {
  readonly catalogue: Catalogue;
  /** `resultId` of the answer that the client has. */
  readonly known?: string | undefined;
  /** Goes up when the catalogue changes. */
  readonly catalogueVersion: number;
}

/** More sections nobody looks through; the deeper levels are left out then. */
const mostEntries = 3000;

/** The sections of a report beside those of its type: there, empty, misplaced, missing; with characters and missing data of each. */
export function structureView(document: ReportDocument, { catalogue, known, catalogueVersion }: StructureViewOptions): StructureResult {
  const resultId = `${document.version} ${document.findingsVersion} ${catalogueVersion}`;
  if (known === resultId) return { resultId };
  const type = typeOf(document, catalogue.types);
  // A type that is only guessed by the headings is no measure of what is missing.
  const entries = withMissing(document, sectionEntries(document, type), saysItsType(document, catalogue) ? type : undefined);
  return type === undefined ? { resultId, entries } : { resultId, entries, type: type.name };
}

function saysItsType(document: ReportDocument, { types }: Catalogue): boolean {
  const { declared, title } = headOf(document);
  return (declared !== '' && findType(types, declared) !== undefined) || typeFromTitle(types, title) !== undefined;
}

interface OwnEntry extends SectionEntry {
  /** The node of the report's structure that it shows. */
  readonly level: number;
}

function sectionEntries(document: ReportDocument, type: DocumentType | undefined): readonly OwnEntry[] {
  const { nodes } = readStructure(document);
  const sections = nodes.filter(({ kind }) => kind !== 'item');
  const deepest = deepestLevel(sections);
  const shown = sections.filter(({ level }) => level <= deepest);
  const characters = new CharacterSums(document);
  const gaps = new MissingIndex(document);
  const places = placesOf(document, shown, type);
  const entryOf = new Map<number, number>();
  return shown.map((node, i): OwnEntry => {
    entryOf.set(node.index, i);
    const { line, endLine, level } = node;
    const own = document.line(line);
    const count = characters.between(line, endLine);
    const bodyless = count === own.text.replace(/[\s\u3000]/g, '').length;
    const status: SectionStatus = bodyless ? 'empty' : places.misplaced.has(node.index) ? 'misplaced' : 'there';
    const guidance = places.sections.get(node.index)?.guidance;
    let parent = node.parent;
    while (parent >= 0 && !entryOf.has(parent)) parent = nodes[parent]?.parent ?? -1;
    return {
      label: labelOf(document, node, own),
      parent: parent < 0 ? -1 : (entryOf.get(parent) as number),
      kind: node.kind === 'attachment' ? 'attachment' : 'heading',
      line,
      endLine,
      status: bodyless && runsIn(own) ? 'there' : status,
      characters: count,
      missing: gaps.count({ start: { line, character: 0 }, end: { line: endLine, character: 0 } }),
      ...(guidance === undefined || guidance === '' ? {} : { guidance }),
      level,
    };
  });
}

function deepestLevel(nodes: readonly SectionNode[]): number {
  for (const level of [4, 3, 2]) {
    if (nodes.reduce((count, node) => (node.level <= level ? count + 1 : count), 0) <= mostEntries) return level;
  }
  return 1;
}

/** （一）标题。正文: the heading's line holds its text. */
const runsIn = ({ syntax, text }: Line): boolean => syntax.kind === 'heading' && syntax.bodyStart < text.length;

function labelOf(document: ReportDocument, { kind, line }: SectionNode, { syntax, text }: Line): string {
  if (kind === 'attachment') {
    const title = line + 1 < document.lineCount ? document.line(line + 1) : undefined;
    const words = title?.syntax.kind === 'title' ? title.text.slice(title.syntax.contentStart).trim() : '';
    return words === '' ? text.trim() : `${text.trim()} ${words}`;
  }
  if (syntax.kind !== 'heading') return text.trim();
  return `${printedNumber(text, syntax)}${text.slice(syntax.contentStart, syntax.contentEnd).trim()}`.slice(0, 100) || '…';
}

interface Places {
  readonly sections: ReadonlyMap<number, Section>;
  readonly misplaced: ReadonlySet<number>;
}

/** Which section of the type each heading is; misplaced are those that would have to move so that the order is the type's. */
function placesOf(document: ReportDocument, nodes: readonly SectionNode[], type: DocumentType | undefined): Places {
  const sections = new Map<number, Section>();
  if (type === undefined) return { sections, misplaced: new Set() };
  const index = SectionIndex.of(type);
  const top: { readonly node: number; readonly place: number }[] = [];
  for (const node of nodes) {
    const { syntax, text } = document.line(node.line);
    if (node.part > 0 || syntax.kind !== 'heading') continue;
    const found = index.find(text.slice(syntax.contentStart, syntax.contentEnd).trim());
    const [section] = found;
    if (section === undefined) continue;
    sections.set(node.index, section);
    // A heading that is two sections (问题及原因) has no one place.
    if (node.level === 1 && section.level === 1 && found.length === 1)
      top.push({ node: node.index, place: type.sections.indexOf(section) });
  }
  const inOrder = new Set(longestRising(top.map(({ place }) => place)));
  return { sections, misplaced: new Set(top.filter((_, i) => !inOrder.has(i)).map(({ node }) => node)) };
}

/** The indices of a longest subsequence that never falls. */
function longestRising(values: readonly number[]): readonly number[] {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [i, value] of values.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] as number] as number) <= value) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? (ends[low - 1] as number) : -1;
    ends[low] = i;
  }
  const chain: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] as number) chain.push(at);
  return chain;
}

/** Required sections that are not there, each where it would go. */
function withMissing(document: ReportDocument, own: readonly OwnEntry[], type: DocumentType | undefined): readonly SectionEntry[] {
  const plain = own.map(({ level: _level, ...entry }): SectionEntry => entry);
  const missing = type === undefined ? [] : missingSections(document, type).filter(({ section }) => section.presence === 'required');
  if (missing.length === 0) return plain;
  const entries: SectionEntry[] = [];
  const moved: number[] = [];
  const queue = [...missing].sort((a, b) => a.before - b.before);
  const put = (upTo: number): void => {
    for (let next = queue[0]; next !== undefined && next.before <= upTo; next = queue[0]) {
      queue.shift();
      const { section, before, shift } = next;
      const level = section.level + shift;
      const parent = own.findLastIndex((entry) => entry.line < before && entry.level < level && entry.kind === 'heading');
      const isTop = level <= 1 || parent < 0;
      entries.push({
        label: section.name,
        parent: isTop ? -1 : (moved[parent] ?? -1),
        kind: 'heading',
        line: before,
        endLine: before,
        status: 'missing',
        characters: 0,
        missing: 0,
        section: `section/${section.id}`,
        guidance: section.guidance,
      });
    }
  };
  for (const [i, entry] of plain.entries()) {
    put(entry.line);
    moved[i] = entries.length;
    entries.push({ ...entry, parent: entry.parent < 0 ? -1 : (moved[entry.parent] as number) });
  }
  put(Number.POSITIVE_INFINITY);
  return entries;
}
