import type { ReportDocument } from '../engine/document.ts';
import type { Line } from '../engine/syntax/line.ts';
import type { LineKind } from '../engine/syntax/lineSyntax.ts';
import { sentenceMarks } from '../engine/syntax/phrases.ts';

const endings: ReadonlySet<LineKind> = new Set(['closing', 'attachmentNote', 'signature', 'issueDate', 'note']);
const silent: ReadonlySet<LineKind> = new Set(['blank', 'comment', 'pageBreak']);

/**
 * The first line of closing, attachment note, signature and date between two lines, where nothing but they stands from there on; `end` if
 * there are none. After the date, short lines (抄送, 印发) may follow.
 */
export function startOfEnding(document: ReportDocument, from: number, end: number): number {
  let start = end;
  let dated = false;
  /** A short line before a date is a signature. */
  let signature = -1;
  let at = from;
  for (const line of document.lines(from, end)) {
    const { kind } = line.syntax;
    if (endings.has(kind)) {
      if (kind === 'issueDate') {
        dated = true;
        if (start === end && signature >= 0) start = signature;
      }
      if (start === end) start = at;
      signature = -1;
    } else if (!silent.has(kind)) {
      const isShort = maySign(line);
      if (!dated && !isShort) start = end;
      // Sentences after a date: it was one in the text.
      if (dated && line.text.includes('。')) {
        start = end;
        dated = false;
      }
      if (!dated && signature >= 0) start = end;
      signature = isShort ? at : -1;
    }
    at += 1;
  }
  return signature >= 0 && !dated ? end : start;
}

const maySign = ({ text, syntax }: Line): boolean =>
  syntax.kind === 'paragraph' && text.trim().length <= 30 && !sentenceMarks.test(text) && !/[，：:,]/.test(text);
