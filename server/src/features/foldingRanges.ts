import type { FoldingRange } from 'vscode-languageserver';
import type { ReportDocument } from '../engine/document.ts';
import { type OutlineNode, outlineOf } from '../engine/model/outline.ts';
import type { Line } from '../engine/syntax/line.ts';

/** Points stand in running text; they do not fold. */
const deepestHeading = 4;

/** Runs of lines that fold as one. */
type Fold = 'table' | 'code' | 'frontMatter' | 'comment' | 'list';

/** Sections, tables, lists, code, front matter and comments; only what has more than one line. */
export function foldingRanges(document: ReportDocument): readonly FoldingRange[] {
  const ranges: FoldingRange[] = [];
  addSections(document, outlineOf(document, deepestHeading), ranges);
  addRuns(document, ranges);
  return ranges;
}

/** As deep as headings go, so it may call itself. */
function addSections(document: ReportDocument, nodes: readonly OutlineNode[], ranges: FoldingRange[]): void {
  for (const node of nodes) {
    const startLine = node.range.start.line;
    const endLine = lastWritten(document, startLine, node.range.end.line);
    if (endLine > startLine) ranges.push({ startLine, endLine });
    addSections(document, node.children, ranges);
  }
}

/** The blank lines before the next heading stay in sight. */
function lastWritten(document: ReportDocument, first: number, last: number): number {
  let line = Math.min(last, document.lineCount - 1);
  while (line > first && document.line(line).syntax.kind === 'blank') line -= 1;
  return line;
}

function addRuns(document: ReportDocument, ranges: FoldingRange[]): void {
  let run: { readonly fold: Fold; readonly start: number } | undefined;
  const close = (end: number) => {
    if (run === undefined) return;
    if (end > run.start) ranges.push({ startLine: run.start, endLine: end, ...(run.fold === 'comment' && { kind: 'comment' }) });
    run = undefined;
  };
  let index = 0;
  for (const line of document.lines()) {
    const fold = foldOf(line);
    const opens = (line.syntax.kind === 'code' || line.syntax.kind === 'frontMatter') && line.syntax.part === 'open';
    const begins = opens || (line.syntax.kind === 'tableRow' && line.syntax.part === 'header');
    if (run !== undefined && (begins || fold !== run.fold)) close(index - 1);
    if (run === undefined && fold !== undefined) run = { fold, start: index };
    index += 1;
  }
  close(index - 1);
}

function foldOf({ syntax }: Line): Fold | undefined {
  switch (syntax.kind) {
    case 'tableRow':
      return 'table';
    case 'listItem':
    case 'numbered':
    case 'point':
      return 'list';
    case 'code':
    case 'frontMatter':
    case 'comment':
      return syntax.kind;
    default:
      return undefined;
  }
}
