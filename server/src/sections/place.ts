import type { ReportDocument } from '../engine/document.ts';
import type { LineKind } from '../engine/syntax/lineSyntax.ts';
import { parseNumber } from '../engine/syntax/numerals.ts';
import type { DocumentType, Section } from './documentType.ts';
import { type HeadingLine, landmarksBefore, landmarksFrom, nameOf } from './headings.ts';
import { SectionIndex } from './sectionIndex.ts';

/** Headings that are compared with the sections of a type; a report of more is cut in parts anyway. */
const headingsBack = 1000;
const headingsAhead = 500;
/** Lines at the end in which closing, attachment note, signature and date are looked for. */
const endingLines = 60;
/** Structural lines in which attachments or a table are looked for. */
const linesToLook = 3000;

/** Where a line stands among the sections of a type. */
export interface Place {
  /** Nothing but head (front matter, title, addressee) stands before. */
  readonly isHead: boolean;
  /** No heading at all, as far as was looked. */
  readonly hasNoHeadings: boolean;
  /** The nearest section before the line; its heading's level in the document, less the one in the catalogue. */
  readonly current: { readonly section: Section; readonly shift: number } | undefined;
  /** Ids of sections that are there. */
  readonly present: ReadonlySet<string>;
  /** The nearest heading before the line. */
  readonly above: HeadingLine | undefined;
  /** What the end of the document has. */
  readonly ending: ReadonlySet<LineKind>;
}

/** Looks around `line`, that line itself left out. The cost is bounded, whatever the length of the document. */
export function placeOf(document: ReportDocument, line: number, type: DocumentType | undefined): Place {
  const index = type && SectionIndex.of(type);
  const present = new Set<string>();
  let current: Place['current'];
  let above: HeadingLine | undefined;
  let looked = 0;
  for (const heading of landmarksBefore(document, line)) {
    if (heading === 'attachment' || ++looked > headingsBack) {
      break;
    }
    if (heading.isHeading) {
      above ??= heading;
      const sections = index?.find(nameOf(heading)) ?? [];
      for (const { id } of sections) {
        present.add(id);
      }
      const section = sections.at(-1);
      current ??= section && { section, shift: heading.level - section.level };
    }
  }
  const before = looked;
  for (const heading of landmarksFrom(document, line + 1)) {
    if (heading === 'attachment' || ++looked > before + headingsAhead) {
      break;
    }
    for (const { id } of (heading.isHeading ? index?.find(nameOf(heading)) : undefined) ?? []) {
      present.add(id);
    }
  }
  return { isHead: isHead(document, line), hasNoHeadings: looked === 0, current, present, above, ending: endingOf(document, line).kinds };
}

const headKinds: ReadonlySet<LineKind> = new Set(['blank', 'frontMatter', 'comment', 'title', 'documentNumber', 'addressee']);

function isHead(document: ReportDocument, line: number): boolean {
  for (const { syntax } of document.lines(0, Math.min(line, 120))) {
    if (!headKinds.has(syntax.kind)) {
      return false;
    }
  }
  return line <= 120;
}

const endingKinds: ReadonlySet<LineKind> = new Set(['closing', 'attachmentNote', 'signature', 'issueDate', 'note']);

/** How a report ends, its attachments left out. */
export interface Ending {
  /** The first line of closing, attachment note, signature, date and note; `end` if there are none. */
  readonly line: number;
  /** The line after the report: the start of the first attachment, or the end of the document. */
  readonly end: number;
  readonly kinds: ReadonlySet<LineKind>;
}

/** Looks from the end of the document, a bounded way. `except` is a line that does not count: the one that is being typed. */
export function endingOf(document: ReportDocument, except = -1): Ending {
  const kinds = new Set<LineKind>();
  let end = document.lineCount;
  let looked = 0;
  for (const [line, { syntax }] of document.structuralLinesBefore(document.lineCount)) {
    if (syntax.kind === 'attachmentStart') {
      end = line;
    }
    if (++looked > linesToLook) {
      break;
    }
  }
  let first = end;
  let dated = false;
  for (let line = end - 1; line >= Math.max(0, end - endingLines); line--) {
    if (line === except) {
      continue;
    }
    const { text, syntax } = document.line(line);
    const isOrgan: boolean = dated && syntax.kind === 'paragraph' && text.trim().length <= 40 && !/[。；：，！？]/.test(text);
    if (endingKinds.has(syntax.kind) || isOrgan) {
      kinds.add(isOrgan ? 'signature' : syntax.kind);
      first = line;
      dated = syntax.kind === 'issueDate' || isOrgan;
    } else if (syntax.kind !== 'blank') {
      break;
    }
  }
  return { line: first, end, kinds };
}

/** The number of the nearest table before `line`, in the same report or attachment; 0 if there is none as far as is looked. */
export function lastTableBefore(document: ReportDocument, line: number): number {
  let looked = 0;
  for (const [, { syntax }] of document.structuralLinesBefore(line)) {
    if (syntax.kind === 'attachmentStart' || ++looked > linesToLook) {
      break;
    }
    if (syntax.kind === 'caption' && syntax.of === 'table') {
      return parseNumber(syntax.number) ?? 0;
    }
  }
  return 0;
}
