import { ReportDocument } from '../../server/src/engine/document.ts';
import type { Position } from '../../server/src/engine/text/position.ts';

/** A document from its text. */
export const report = (text: string): ReportDocument => ReportDocument.create('file:///test/report.report', 'report', 1, text);

/** A document from text with one cursor mark `‸`, and where the mark was. */
export function reportAt(marked: string): { readonly document: ReportDocument; readonly position: Position } {
  const offset = marked.indexOf('‸');
  if (offset < 0) {
    throw new Error('no cursor mark ‸ in the text');
  }
  const document = report(marked.slice(0, offset) + marked.slice(offset + 1));
  return { document, position: document.positionAt(offset) };
}

/** The kinds of all lines. */
export const kinds = (text: string): string[] => [...report(text).lines()].map(({ syntax }) => syntax.kind);
