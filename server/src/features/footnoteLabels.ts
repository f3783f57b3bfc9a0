import type { ReportDocument } from '../engine/document.ts';
import type { Line } from '../engine/syntax/line.ts';
import type { LabelPlace } from './labels.ts';

const call = /\[\^([^\]\s]{1,60})\]/g;

/** Whether a line may call or be a footnote. */
export const mayHaveFootnote = ({ text, syntax }: Line): boolean =>
  syntax.kind !== 'code' && syntax.kind !== 'frontMatter' && syntax.kind !== 'comment' && text.includes('[^');

/** The name of the footnote whose mark `[^name]` a column touches. */
export function footnoteAt(text: string, character: number): string | undefined {
  for (const { index, 0: whole, 1: name } of text.matchAll(call)) {
    if (index <= character && character <= index + whole.length) return name;
  }
  return undefined;
}

/** All marks of a footnote; the line that says it is its declaration. */
export function footnotePlaces(document: ReportDocument, name: string): readonly LabelPlace[] {
  const places: LabelPlace[] = [];
  let line = -1;
  for (const record of document.lines()) {
    line += 1;
    if (!mayHaveFootnote(record)) continue;
    for (const { index, 0: whole, 1: found } of record.text.matchAll(call)) {
      if (found !== name) continue;
      const at = (character: number) => ({ line, character });
      const role = record.syntax.kind === 'footnote' && record.text.slice(0, index).trim() === '' ? 'declaration' : 'mention';
      const inner = { start: at(index + 2), end: at(index + whole.length - 1) };
      places.push({ range: { start: at(index), end: at(index + whole.length) }, role, name: inner });
    }
  }
  return places;
}
