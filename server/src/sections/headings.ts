import type { ReportDocument } from '../engine/document.ts';
import type { Line } from '../engine/syntax/line.ts';
import type { HeadingLevel, NumberMarker } from '../engine/syntax/lineSyntax.ts';

/** A numbered line of a document: a heading, or a paragraph with a heading's number. */
export interface HeadingLine {
  readonly line: number;
  readonly level: HeadingLevel;
  readonly text: string;
  /** False for a numbered paragraph. */
  readonly isHeading: boolean;
  readonly marker: NumberMarker | undefined;
  /** Columns of the words, without number and end mark. */
  readonly contentStart: number;
  readonly contentEnd: number;
}

/** What bounds a search for headings: a heading, or the start of an attachment, which has its own numbers. */
export type Landmark = HeadingLine | 'attachment';

/** The heading or numbered paragraph on a line; `undefined` for any other line. */
export function headingOf(line: number, { text, syntax }: Line): HeadingLine | undefined {
  switch (syntax.kind) {
    case 'heading': {
      const { level, marker, contentStart, contentEnd } = syntax;
      return { line, level, text, isHeading: true, marker, contentStart, contentEnd };
    }
    case 'numbered': {
      const { level, marker, contentStart } = syntax;
      return { line, level, text, isHeading: false, marker, contentStart, contentEnd: text.length };
    }
    default:
      return undefined;
  }
}

const landmarkOf = (line: number, record: Line): Landmark | undefined =>
  record.syntax.kind === 'attachmentStart' ? 'attachment' : headingOf(line, record);

/** Headings before line `before`, the nearest first. */
export function* landmarksBefore(document: ReportDocument, before: number): Generator<Landmark, void, undefined> {
  for (const [line, record] of document.structuralLinesBefore(before)) {
    const landmark = landmarkOf(line, record);
    if (landmark !== undefined) {
      yield landmark;
    }
  }
}

/** Headings from line `from` on. */
export function* landmarksFrom(document: ReportDocument, from: number): Generator<Landmark, void, undefined> {
  for (const [line, record] of document.structuralLines(from)) {
    const landmark = landmarkOf(line, record);
    if (landmark !== undefined) {
      yield landmark;
    }
  }
}

export const nameOf = ({ text, contentStart, contentEnd }: HeadingLine): string => text.slice(contentStart, contentEnd).trim();
