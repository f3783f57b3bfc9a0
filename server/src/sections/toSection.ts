import type { ReportDocument } from '../engine/document.ts';
import type { Line } from '../engine/syntax/line.ts';
import type { HeadingLevel } from '../engine/syntax/lineSyntax.ts';
import type { Range } from '../engine/text/position.ts';
import { headingOf, landmarksBefore, nameOf } from './headings.ts';
import { printSnippet, type SnippetNode } from './snippet.ts';

/** A text of a report as the body of a section. */
export interface SavedBody {
  /** The highest level among its headings; 1 without one. */
  readonly level: HeadingLevel;
  /** Paragraphs in snippet syntax: headings and the table numbered anew where they go, gaps as tab stops. */
  readonly body: readonly string[];
  /** The words of the first heading; empty without one. */
  readonly name: string;
}

/** Whole lines, unless the range lies within one; an empty range becomes the section that it is in. */
export function savedRange(document: ReportDocument, { start, end }: Range): Range {
  if (start.line === end.line && start.character === end.character) {
    return sectionAround(document, start.line);
  }
  if (start.line === end.line) {
    return { start, end };
  }
  const last = end.character === 0 ? end.line - 1 : end.line;
  return { start: { line: start.line, character: 0 }, end: { line: last, character: document.line(last).text.length } };
}

/** From the heading at or before the line to the line before the next heading of its level or a higher one; the line alone where there is none. */
function sectionAround(document: ReportDocument, line: number): Range {
  const own = headingOf(line, document.line(line));
  let heading = own?.isHeading === true ? own : undefined;
  if (heading === undefined) {
    for (const landmark of landmarksBefore(document, line)) {
      if (landmark === 'attachment' || landmark.isHeading) {
        heading = landmark === 'attachment' ? undefined : landmark;
        break;
      }
    }
  }
  const first = heading?.line ?? line;
  let last = heading === undefined ? line : document.lineCount - 1;
  if (heading !== undefined) {
    for (const [at, { syntax }] of document.structuralLines(first + 1)) {
      const ends = syntax.kind === 'heading' ? syntax.level <= heading.level : endKinds.has(syntax.kind);
      if (ends) {
        last = at - 1;
        break;
      }
    }
  }
  return { start: { line: first, character: 0 }, end: { line: last, character: document.line(last).text.length } };
}

const endKinds: ReadonlySet<Line['syntax']['kind']> = new Set(['closing', 'attachmentNote', 'attachmentStart', 'signature', 'issueDate']);
const leftOut: ReadonlySet<Line['syntax']['kind']> = new Set(['blank', 'frontMatter', 'comment']);
/** A section is no report. */
const mostLines = 500;

/** The text in a range (as `savedRange` gives it) as a section's body; `undefined` where it has no words. */
export function toSection(document: ReportDocument, { start, end }: Range): SavedBody | undefined {
  const body: string[] = [];
  const counter = { stops: 0, hasTable: false };
  let level = 5;
  let name = '';
  for (let at = start.line; at <= Math.min(end.line, start.line + mostLines); at++) {
    const line = document.line(at);
    if (leftOut.has(line.syntax.kind)) {
      continue;
    }
    const from = at === start.line ? start.character : 0;
    const to = at === end.line ? end.character : line.text.length;
    const nodes = nodesOf(line, from, to, counter);
    const text = printSnippet(nodes).trimEnd();
    if (text === '') {
      continue;
    }
    body.push(text);
    const heading = from <= leadOf(line) ? headingOf(at, line) : undefined;
    if (heading !== undefined) {
      level = Math.min(level, heading.level);
      name ||= heading.isHeading ? nameOf(heading) : '';
    }
  }
  return body.length === 0 ? undefined : { level: (level > 4 ? 1 : level) as HeadingLevel, body, name };
}

/** Column of the first character that is no blank. */
const leadOf = ({ text }: Line): number => text.length - text.trimStart().length;

function nodesOf(line: Line, from: number, to: number, counter: { stops: number; hasTable: boolean }): readonly SnippetNode[] {
  const { text, syntax } = line;
  const nodes: SnippetNode[] = [];
  const isWhole = from <= leadOf(line);
  let at = isWhole ? leadOf(line) : from;
  if (isWhole && (syntax.kind === 'heading' || syntax.kind === 'numbered')) {
    nodes.push({ kind: 'variable', name: 'heading', defaults: [{ kind: 'text', text: String(syntax.level) }] });
    at = syntax.contentStart;
  } else if (isWhole && syntax.kind === 'caption' && syntax.of === 'table' && /^\d+$/.test(syntax.number)) {
    const number = text.indexOf(syntax.number, at);
    nodes.push({ kind: 'text', text: text.slice(at, number) });
    // A text has one table that is counted; the writer numbers a second one.
    nodes.push(counter.hasTable ? { kind: 'placeholder', number: ++counter.stops, children: [{ kind: 'text', text: '×' }] } : tableNumber);
    counter.hasTable = true;
    at = number + syntax.number.length;
  }
  for (const { start, end, certainty, masking } of line.missing) {
    // A named datum stays one: it has its value elsewhere.
    const isNamed = line.fields.some((field) => field.start < end && field.end > start);
    if (start < at || end > to || end === start || certainty === 'maybe' || masking === true || isNamed) {
      continue;
    }
    nodes.push({ kind: 'text', text: text.slice(at, start) });
    nodes.push({ kind: 'placeholder', number: ++counter.stops, children: [{ kind: 'text', text: text.slice(start, end) }] });
    at = end;
  }
  nodes.push({ kind: 'text', text: text.slice(at, Math.max(at, to)) });
  return nodes;
}

const tableNumber: SnippetNode = { kind: 'variable', name: 'table', defaults: [] };
