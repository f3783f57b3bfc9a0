import type { ReportDocument } from '../engine/document.ts';
import { Assembly } from './assemble.ts';
import type { DocumentType, Section } from './documentType.ts';
import { numbererAt } from './fit.ts';
import { type HeadingLine, landmarksFrom, nameOf } from './headings.ts';
import { endingOf, lastTableBefore } from './place.ts';
import { normalName, SectionIndex } from './sectionIndex.ts';
import { usesBlankLines } from './typeOf.ts';

/** A section that a report of this type should or may have and has not, and where it goes. */
export interface MissingSection {
  readonly section: Section;
  /** The line before which it goes; the line count for the end. */
  readonly before: number;
  /** Levels that it lies deeper in this report than in the catalogue. */
  readonly shift: number;
}

/** Headings that are compared with the sections of a type. */
const mostHeadings = 2000;

interface Found {
  readonly heading: HeadingLine;
  /** Indices in the type's sections. */
  readonly sections: readonly number[];
  /** The line after all that belongs to the heading. */
  readonly end: number;
}

/** What is missing of a type's sections, in the type's order; a part of a section only where that section is there. Attachments are not looked at. */
export function missingSections(document: ReportDocument, type: DocumentType): readonly MissingSection[] {
  const found = headingsOf(document, type);
  const present = new Map<number, Found>();
  for (const one of found) {
    for (const index of one.sections) {
      if (!present.has(index)) present.set(index, one);
    }
  }
  const { line: end } = endingOf(document);
  const missing: MissingSection[] = [];
  for (const [index, section] of type.sections.entries()) {
    if (present.has(index)) continue;
    const parent = parentOf(type.sections, index);
    const within = parent === undefined ? undefined : present.get(parent);
    if (parent !== undefined && within === undefined) continue;
    const place = placeFor(type.sections, index, parent, present, within, end);
    missing.push({ section, ...place });
  }
  return missing;
}

function headingsOf(document: ReportDocument, type: DocumentType): readonly Found[] {
  const index = SectionIndex.of(type);
  const headings: HeadingLine[] = [];
  for (const landmark of landmarksFrom(document, 0)) {
    if (landmark === 'attachment' || headings.length >= mostHeadings) break;
    if (landmark.isHeading) headings.push(landmark);
  }
  const { line: ending } = endingOf(document);
  const highest = headings.reduce((level, heading) => Math.min(level, heading.level), 4);
  // The next heading of the same level or a higher one ends a section: found from behind, by a stack.
  const ends: number[] = [];
  const open: HeadingLine[] = [];
  for (let at = headings.length - 1; at >= 0; at--) {
    const heading = headings[at] as HeadingLine;
    while ((open.at(-1)?.level ?? 0) > heading.level) open.pop();
    ends[at] = open.at(-1)?.line ?? Math.max(ending, heading.line + 1);
    open.push(heading);
  }
  return headings.map((heading, at) => ({
    heading,
    sections: index
      .find(nameOf(heading))
      .filter((section) => heading.level <= Math.max(section.level, highest) || isCalled(section, nameOf(heading)))
      .map((section) => type.sections.indexOf(section)),
    end: ends[at] ?? ending,
  }));
}

/** `（四）解决存在的问题` holds the name of a section and is none: deeper down the whole heading must be the name. */
function isCalled({ name, aliases }: Section, heading: string): boolean {
  return [name, ...aliases].some((one) => normalName(one) === normalName(heading));
}

/** The nearest section before of a higher level. */
function parentOf(sections: readonly Section[], index: number): number | undefined {
  const level = sections[index]?.level ?? 1;
  for (let at = index - 1; at >= 0; at--) {
    if ((sections[at]?.level ?? 1) < level) return at;
  }
  return undefined;
}

/** After the nearest sibling before it that is there, else before the nearest one after it, else at the end of its parent or of the report. */
function placeFor(
  sections: readonly Section[],
  index: number,
  parent: number | undefined,
  present: ReadonlyMap<number, Found>,
  within: Found | undefined,
  end: number,
): { readonly before: number; readonly shift: number } {
  const level = sections[index]?.level ?? 1;
  const isSibling = (at: number) => sections[at]?.level === level && parentOf(sections, at) === parent;
  for (let at = index - 1; at > (parent ?? -1); at--) {
    const one = isSibling(at) ? present.get(at) : undefined;
    if (one !== undefined) return { before: one.end, shift: one.heading.level - level };
  }
  for (let at = index + 1; at < sections.length; at++) {
    const one = isSibling(at) ? present.get(at) : undefined;
    if (one !== undefined) return { before: one.heading.line, shift: one.heading.level - level };
  }
  const parentShift = within === undefined || parent === undefined ? 0 : within.heading.level - (sections[parent]?.level ?? 1);
  return { before: within?.end ?? end, shift: parentShift };
}

/** Texts of sections that go before one line, as one. */
export interface SectionInsert {
  readonly before: number;
  readonly text: string;
  readonly blankLines: boolean;
}

/** The texts of these sections, each where it goes, in the order of their places. Numbers count on from what stands before. */
export function insertsOf(document: ReportDocument, type: DocumentType, wanted: readonly MissingSection[]): readonly SectionInsert[] {
  const places = [...new Set(wanted.map(({ before }) => before))].sort((a, b) => a - b);
  return places.map((before) => {
    const blankLines = usesBlankLines(document, before) ?? type.language === 'en';
    const numberer = numbererAt(document, before, type.numbering);
    let lastTable = lastTableBefore(document, before);
    const texts = wanted
      .filter((one) => one.before === before)
      .map(({ section, shift }) => {
        const text = new Assembly({ numberer, shift, blankLines, lastTable }).add(section.body).text();
        if (/^(?:表|Table )\d/m.test(text)) lastTable += 1;
        return text;
      });
    return { before, text: texts.join(blankLines ? '\n\n' : '\n'), blankLines };
  });
}
