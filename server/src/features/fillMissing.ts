import type { TextEdit } from 'vscode-languageserver';
import type { ReportDocument } from '../engine/document.ts';
import type { MissingDatum } from '../engine/missing/missingDatum.ts';
import type { Line } from '../engine/syntax/line.ts';
import type { Position, Span } from '../engine/text/position.ts';
import { sameDatumKey } from './sameDatum.ts';

export interface FillOptions {
  /** As the writer typed it; blanks around it are cut off. */
  readonly value: string;
  /** `all`: every datum with the same name, kind and unit as well. */
  readonly scope: 'here' | 'all';
}

/** The missing datum that begins at a place, or whose value would go in there. */
export function datumAt(document: ReportDocument, { line, character }: Position): MissingDatum | undefined {
  return line >= 0 && line < document.lineCount ? document.line(line).missing.find(({ start }) => start === character) : undefined;
}

/**
 * The edits that fill the datum that begins at `position`, in the order of their places; none when no datum begins there. Only the mark is
 * replaced: its unit stays, and so do the marks of a title or a quotation around a blank (《 》, “ ”).
 */
export function fillMissing(document: ReportDocument, position: Position, { value, scope }: FillOptions): readonly TextEdit[] {
  const datum = datumAt(document, position);
  if (datum === undefined) return [];
  const key = scope === 'all' ? sameDatumKey(datum) : undefined;
  if (key === undefined) return [fill(document.line(position.line), position.line, datum, value)];
  const edits: TextEdit[] = [];
  for (const [number, line] of document.flaggedLines()) {
    for (const other of line.missing) if (sameDatumKey(other) === key) edits.push(fill(line, number, other, value));
  }
  return edits;
}

/** What a value for a datum replaces; empty where nothing stands for it. */
export function replacedSpan(text: string, datum: MissingDatum): Span {
  if (datum.insertAt !== undefined) return { start: datum.insertAt, end: datum.insertAt };
  return keepsItsEnds(text, datum) ? { start: datum.start + 1, end: datum.end - 1 } : datum;
}

/** A value in the form in which it is put there: on one line, and not in a second pair of marks. */
export function valueFor(text: string, datum: MissingDatum, value: string): string {
  const plain = value.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').trim();
  const inside = keepsItsEnds(text, datum) && plain.length > 2 && pairs.has(`${plain.charAt(0)}${plain.charAt(plain.length - 1)}`);
  return inside ? plain.slice(1, -1) : plain;
}

function fill({ text }: Line, line: number, datum: MissingDatum, value: string): TextEdit {
  const { start, end } = replacedSpan(text, datum);
  return {
    range: { start: { line, character: start }, end: { line, character: end } },
    newText: valueFor(text, datum, value),
  };
}

/** Marks that belong to the value, not to the gap: 《实施方案》. Round and square brackets only hold a gap open. */
const pairs: ReadonlySet<string> = new Set(['《》', '〈〉', '“”', '‘’', '「」', '『』']);

function keepsItsEnds(text: string, { start, end }: MissingDatum): boolean {
  return end - start >= 2 && pairs.has(`${text.charAt(start)}${text.charAt(end - 1)}`);
}
