import type { InlayHint } from 'vscode-languageserver';
import { showField } from '../data/checkFields.ts';
import { fieldsOfLine } from '../data/fields.ts';
import type { ReportData } from '../data/reportData.ts';
import type { ReportDocument } from '../engine/document.ts';
import type { Range } from '../engine/text/position.ts';

const longest = 30;

/** The value behind each field of a range of lines, as it is printed. */
export function fieldInlayHints(document: ReportDocument, { start, end }: Range, { values }: ReportData): readonly InlayHint[] {
  const hints: InlayHint[] = [];
  let number = start.line;
  for (const line of document.lines(start.line, Math.min(end.line + 1, document.lineCount))) {
    for (const use of line.fields.length === 0 ? [] : fieldsOfLine(line, number)) {
      const value = values.get(use.key);
      const { text } = value === undefined ? { text: '' } : showField(use, value);
      if (text !== '') hints.push({ position: use.range.end, label: shorten(text), paddingLeft: true });
    }
    number += 1;
  }
  return hints;
}

const shorten = (text: string): string => (text.length <= longest ? text : `${[...text].slice(0, longest - 1).join('')}…`);
