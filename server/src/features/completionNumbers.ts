import { ReportDocument } from '../engine/document.ts';
import { parseSnippet, plainText } from '../sections/snippet.ts';
import { numbersAfterInsertion } from '../structure/insertion.ts';
import { type TextEdit, textAfter } from '../structure/plan.ts';

/** A longer report is not read twice for an item that is only looked at: Insert Section and Renumber are there. */
const mostLines = 20_000;

/**
 * The edits beside a snippet that takes the place of line `line`: headings, tables and figures after it are numbered on, and what mentions
 * them follows. None where a number is not sure.
 */
export function numbersBeside(document: ReportDocument, line: number, snippet: string): readonly TextEdit[] {
  if (line >= document.lineCount || document.lineCount > mostLines) return [];
  // What was typed to find the section (三、 or /yyfx) is none of the report.
  const typed = { start: { line, character: 0 }, end: { line, character: document.line(line).text.length } };
  const without = ReportDocument.create(
    document.uri,
    document.languageId,
    document.version,
    textAfter(document, [{ range: typed, newText: '' }]),
  );
  const text = `${plainText(parseSnippet(snippet).nodes)}\n`;
  const { edits, doubts } = numbersAfterInsertion(without, typed.start, text);
  return doubts.length > 0 ? [] : edits;
}
