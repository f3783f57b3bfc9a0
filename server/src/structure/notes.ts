import type { ReportDocument } from '../engine/document.ts';
import type { LineEdit } from './lineEdit.ts';
import type { Numbering } from './numbering.ts';
import { writeNumeral } from './numeral.ts';
import type { Structure } from './structure.ts';

/**
 * The edits that keep the attachment note (附件说明) in step with the attachments: the names stand in their order, numbered from 1. Where
 * the note does not name each attachment once, only its numbers are put in order.
 */
export function noteEdits(document: ReportDocument, { notes, nodes }: Structure, { placed, values }: Numbering): readonly LineEdit[] {
  const numbered = notes.filter(({ numeral }) => numeral !== undefined);
  const edits: LineEdit[] = [];
  for (const [i, { line, numeral }] of numbered.entries()) {
    if (numeral === undefined || numeral.value === i + 1) continue;
    const text = writeNumeral(i + 1, document.line(line).text.slice(numeral.start, numeral.end));
    edits.push({ line, start: numeral.start, end: numeral.end, text, kind: 'note' });
  }
  // Which attachment each name belongs to is told by the numbers as they stand.
  const byNumber = new Map<number, number>();
  for (const { kind, index, numerals } of nodes) {
    const value = numerals[0]?.value;
    if (kind !== 'attachment' || value === undefined) continue;
    if (byNumber.has(value)) return edits;
    byNumber.set(value, index);
  }
  const named = numbered.map(({ numeral }) => byNumber.get(numeral?.value ?? -1));
  if (named.length !== byNumber.size || new Set(named).size !== named.length || named.includes(undefined)) return edits;
  const order = placed.filter(({ node }) => node.kind === 'attachment').map(({ node }) => node.index);
  if (order.length !== named.length || order.every((index, i) => named[i] === index)) return edits;
  for (const [i, { line, start, end }] of numbered.entries()) {
    const from = numbered[named.indexOf(order[i])];
    if (from === undefined || from.line === line || values[order[i] as number] === undefined) continue;
    edits.push({ line, start, end, text: document.line(from.line).text.slice(from.start, from.end), kind: 'note' });
  }
  return edits;
}
