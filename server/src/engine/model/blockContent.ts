import { printedNumber } from '../syntax/heading.ts';
import type { Line } from '../syntax/line.ts';
import type { AttachmentNoteItem, BlockContent, Inline, ListItem, TextLine } from './report.ts';
import { tableOf } from './tableContent.ts';

/** Gives the runs of a line between two columns. */
export type Inlines = (line: Line, start: number, end: number) => readonly Inline[];

/** A line at its place in its block. */
export interface NumberedLine {
  readonly line: Line;
  readonly lineOffset: number;
}

/** What the lines of one block print; blank lines and comments among them print nothing. */
export function contentOf(lines: readonly Line[], inlines: Inlines): BlockContent {
  const printing = lines
    .map((line, lineOffset): NumberedLine => ({ line, lineOffset }))
    .filter(({ line }) => line.syntax.kind !== 'blank' && line.syntax.kind !== 'comment' && line.syntax.kind !== 'frontMatter');
  const first = printing[0];
  if (first === undefined) {
    return { kind: 'nothing' };
  }
  const { line } = first;
  const { syntax, text } = line;
  const words = (start = 0): readonly Inline[] => trimmed(line, start, inlines);
  switch (syntax.kind) {
    case 'title':
      return { kind: 'title', lines: printing.map((one) => textLine(one, inlines)) };
    case 'heading': {
      // The end mark that the writer typed is printed with the heading.
      const headingEnd = text.charAt(syntax.contentEnd) === '。' ? syntax.contentEnd + 1 : syntax.contentEnd;
      return {
        kind: 'heading',
        level: syntax.level,
        number: printedNumber(text, syntax),
        heading: inlines(line, syntax.contentStart, headingEnd),
        body: syntax.bodyStart < text.length ? trimmed(line, syntax.bodyStart, inlines) : [],
      };
    }
    case 'listItem':
      return { kind: 'list', items: listItems(printing, inlines) };
    case 'tableRow':
      return { kind: 'table', table: tableOf(undefined, printing, inlines) };
    case 'caption':
      return printing.length > 1
        ? { kind: 'table', table: tableOf(first, printing.slice(1), inlines) }
        : { kind: 'caption', of: syntax.of, inlines: words() };
    case 'picture': {
      const path = text.slice(syntax.path.start, syntax.path.end);
      const caption = inlines(line, syntax.caption.start, syntax.caption.end);
      const pathStart = syntax.path.start;
      if (syntax.chart === undefined) return { kind: 'picture', path, caption, pathStart };
      const { kind: chart, ...which } = syntax.chart;
      return { kind: 'chart', chart, ...which, caption, source: path, pathStart };
    }
    case 'formula':
      return { kind: 'formula', tex: text.slice(syntax.tex.start, syntax.tex.end), start: syntax.tex.start };
    case 'code':
      return {
        kind: 'code',
        lines: printing.filter((one) => one.line.syntax.kind === 'code' && one.line.syntax.part === 'content').map((one) => one.line.text),
        language: /^\s*[`~]+\s*([\w+-]{0,40})/.exec(text)?.[1] ?? '',
      };
    case 'footnote':
      return { kind: 'footnote', label: text.slice(syntax.label.start, syntax.label.end), inlines: words(syntax.contentStart) };
    case 'attachmentNote':
      return { kind: 'attachmentNote', items: noteItems(printing, inlines) };
    case 'attachmentStart':
      return { kind: 'attachment', mark: words(), title: printing.slice(1).map((one) => textLine(one, inlines)) };
    case 'signature':
    case 'issueDate':
      return signatureOf(printing, inlines);
    case 'paragraph':
      return printing.length > 1 ? signatureOf(printing, inlines) : { kind: 'paragraph', inlines: words() };
    case 'documentNumber':
    case 'addressee':
    case 'closing':
    case 'note':
      return { kind: syntax.kind, inlines: words() };
    case 'pageBreak':
    case 'tableOfContents':
      return { kind: syntax.kind };
    default:
      return { kind: 'paragraph', inlines: words() };
  }
}

/** The words of a line from a column on, without blanks at either end. */
function trimmed(line: Line, from: number, inlines: Inlines): readonly Inline[] {
  const { text } = line;
  const start = from + (text.slice(from).length - text.slice(from).trimStart().length);
  return inlines(line, start, Math.max(start, text.trimEnd().length));
}

const textLine = ({ line, lineOffset }: NumberedLine, inlines: Inlines): TextLine => ({
  lineOffset,
  inlines: trimmed(line, line.syntax.kind === 'title' ? line.syntax.contentStart : 0, inlines),
});

function listItems(printing: readonly NumberedLine[], inlines: Inlines): readonly ListItem[] {
  const indents: number[] = [];
  return printing.map(({ line, lineOffset }): ListItem => {
    const { syntax } = line;
    if (syntax.kind !== 'listItem') {
      return { lineOffset, depth: 0, inlines: trimmed(line, 0, inlines) };
    }
    while (indents.length > 0 && (indents[indents.length - 1] as number) > syntax.indent) {
      indents.pop();
    }
    if ((indents[indents.length - 1] ?? -1) < syntax.indent) {
      indents.push(syntax.indent);
    }
    const { checked } = syntax;
    return {
      lineOffset,
      depth: indents.length - 1,
      inlines: trimmed(line, syntax.contentStart, inlines),
      ...(checked === undefined ? {} : { checked }),
    };
  });
}

function noteItems(printing: readonly NumberedLine[], inlines: Inlines): readonly AttachmentNoteItem[] {
  const items: AttachmentNoteItem[] = [];
  for (const { line, lineOffset } of printing) {
    const { syntax } = line;
    if (syntax.kind === 'attachmentNote' && line.text.slice(syntax.contentStart).trim() !== '') {
      const number = syntax.marker?.value;
      items.push({ lineOffset, inlines: trimmed(line, syntax.contentStart, inlines), ...(number === undefined ? {} : { number }) });
    }
  }
  return items;
}

function signatureOf(printing: readonly NumberedLine[], inlines: Inlines): BlockContent {
  const date = printing.find(({ line }) => line.syntax.kind === 'issueDate');
  return {
    kind: 'signature',
    organs: printing.filter((one) => one.line.syntax.kind !== 'issueDate').map((one) => textLine(one, inlines)),
    ...(date === undefined ? {} : { date: textLine(date, inlines) }),
  };
}
