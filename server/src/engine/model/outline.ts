import type { ReportDocument } from '../document.ts';
import { printedNumber } from '../syntax/heading.ts';
import type { Line } from '../syntax/line.ts';
import type { Position, Range } from '../text/position.ts';
import { MissingIndex } from './missingIndex.ts';

export type OutlineKind = 'title' | 'heading' | 'point' | 'leadIn' | 'attachment' | 'table' | 'figure';

/** A node of the outline, as a reader would draw it. */
export interface OutlineNode {
  readonly kind: OutlineKind;
  /** As a reader would say it: 一、政治生态, 一是强化部署落实. */
  readonly name: string;
  /** 0 title and attachment, 1–4 headings, 5 points and the words that lead in to them, 6 points so led in to, 7 tables and figures. */
  readonly level: number;
  /** All that belongs to the node, its children included. */
  readonly range: Range;
  readonly selectionRange: Range;
  /** How many data are missing in it. */
  readonly missing: number;
  readonly children: readonly OutlineNode[];
}

/** An entry of the flat outline. Without `end` it lasts until an entry of its level or a higher one. */
interface Entry {
  readonly kind: OutlineKind;
  readonly name: string;
  readonly level: number;
  readonly selectionRange: Range;
  readonly end?: Position;
}

/** Where sections end without another one beginning: before the closing, the signature … */
interface Stop {
  readonly kind: 'stop';
  readonly level: number;
  readonly line: number;
}

const level = { title: 0, attachmentTitle: 1, point: 5, ledPoint: 6, object: 7 } as const;
const longestName = 60;

/**
 * The outline of a report: title, headings, points, attachments, tables and figures. Looks at structural lines only. Nodes of a level
 * deeper than `deepest` are left out.
 */
export function outlineOf(document: ReportDocument, deepest = Number.POSITIVE_INFINITY): readonly OutlineNode[] {
  return nest(document, entriesOf(document, deepest));
}

function* entriesOf(document: ReportDocument, deepest: number): Generator<Entry | Stop, void, undefined> {
  let title: { lines: string[]; first: number; last: number; level: number } | undefined;
  let inAttachment = false;
  for (const [number, line] of document.structuralLines()) {
    const { syntax } = line;
    if (title !== undefined && (syntax.kind !== 'title' || number !== title.last + 1)) {
      yield titleEntry(title, document);
      title = undefined;
    }
    switch (syntax.kind) {
      case 'title':
        title ??= { lines: [], first: number, last: number, level: inAttachment ? level.attachmentTitle : level.title };
        title.lines.push(line.text.slice(syntax.contentStart).trim());
        title.last = number;
        break;
      case 'attachmentStart':
        inAttachment = true;
        yield { kind: 'attachment', name: line.text.trim(), level: level.title, selectionRange: wholeLine(line, number) };
        break;
      case 'heading':
        if (syntax.level > deepest) {
          break;
        }
        yield { kind: 'heading', name: headingName(line), level: syntax.level, selectionRange: wholeLine(line, number, syntax.contentEnd) };
        if (deepest >= level.point) {
          yield* inlinePoints(line, number, syntax.bodyStart);
        }
        break;
      case 'caption':
        if (deepest < level.object) {
          break;
        }
        yield { kind: 'stop', level: level.point, line: number };
        yield { kind: syntax.of, name: shorten(line.text.trim()), level: level.object, selectionRange: wholeLine(line, number) };
        break;
      case 'picture':
        if (deepest < level.object) {
          break;
        }
        yield { kind: 'stop', level: level.point, line: number };
        if (syntax.caption.end > syntax.caption.start) {
          const name = shorten(line.text.slice(syntax.caption.start, syntax.caption.end));
          yield { kind: 'figure', name, level: level.object, selectionRange: wholeLine(line, number) };
        }
        break;
      case 'closing':
      case 'attachmentNote':
      case 'signature':
      case 'issueDate':
        yield { kind: 'stop', level: 1, line: number };
        break;
      default:
        if (deepest < level.point) {
          break;
        }
        yield { kind: 'stop', level: level.point, line: number };
        if (line.points.length > 0) {
          yield* inlinePoints(line, number, 0);
        } else if (syntax.kind === 'point') {
          const name = /^[^。；：，,;:！？]{1,200}/.exec(line.text.trim())?.[0] ?? line.text.trim();
          yield { kind: 'point', name: shorten(name), level: level.point, selectionRange: wholeLine(line, number) };
        }
    }
  }
  if (title !== undefined) {
    yield titleEntry(title, document);
  }
}

function titleEntry(title: { lines: string[]; first: number; last: number; level: number }, document: ReportDocument): Entry {
  const latin = /[A-Za-z0-9]$/.test(title.lines[0] ?? '');
  return {
    kind: 'title',
    name: title.lines.join(latin ? ' ' : ''),
    level: title.level,
    selectionRange: {
      start: { line: title.first, character: 0 },
      end: { line: title.last, character: document.line(title.last).text.length },
    },
  };
}

/** The points in a line's running text, under the words that lead in to them: 上述问题的成因：一是… */
function* inlinePoints(line: Line, number: number, from: number): Generator<Entry, void, undefined> {
  const first = line.points[0];
  if (first === undefined) {
    return;
  }
  const before = line.text.slice(from, first.start).trimEnd();
  const sentence = before.slice(before.lastIndexOf('。') + 1).trim();
  const led = line.syntax.kind !== 'heading' && /[：:]$/.test(sentence) && sentence.length > 1;
  const at = (character: number): Position => ({ line: number, character });
  if (led) {
    const start = first.start - (line.text.slice(0, first.start).length - line.text.slice(0, first.start).lastIndexOf(sentence));
    yield {
      kind: 'leadIn',
      name: shorten(sentence.slice(0, -1)),
      level: level.point,
      selectionRange: { start: at(start), end: at(start + sentence.length) },
      end: at(line.text.length),
    };
  }
  for (const point of line.points) {
    yield {
      kind: 'point',
      name: shorten(line.text.slice(point.start, point.nameEnd).trim()),
      level: led ? level.ledPoint : level.point,
      selectionRange: { start: at(point.start), end: at(point.nameEnd) },
      end: at(point.end),
    };
  }
}

/** A node that is still open: its range ends when it is closed. */
interface OpenNode {
  readonly entry: Entry;
  readonly children: OutlineNode[];
}

/** Nests entries by their levels, with a stack. */
function nest(document: ReportDocument, entries: Iterable<Entry | Stop>): readonly OutlineNode[] {
  const roots: OutlineNode[] = [];
  const open: OpenNode[] = [];
  const missing = new MissingIndex(document);

  const close = (upTo: number, line: number): void => {
    for (let node = open.at(-1); node !== undefined && node.entry.level >= upTo; node = open.at(-1)) {
      open.pop();
      const { entry, children } = node;
      const { start, end: ownEnd } = entry.selectionRange;
      // A point in running text has its end; everything else ends with the line before.
      const last = Math.max(line - 1, ownEnd.line);
      const end = entry.end ?? { line: last, character: document.line(last).text.length };
      const range = { start, end };
      const { kind, name, level: nodeLevel, selectionRange } = entry;
      (open.at(-1)?.children ?? roots).push({
        kind,
        name,
        level: nodeLevel,
        range,
        selectionRange,
        missing: missing.count(range),
        children,
      });
    }
  };

  for (const entry of entries) {
    if (entry.kind === 'stop') {
      close(entry.level, entry.line);
    } else {
      close(entry.level, entry.selectionRange.start.line);
      open.push({ entry, children: [] });
    }
  }
  close(0, document.lineCount);
  return roots;
}

function headingName(line: Line): string {
  const { syntax } = line;
  if (syntax.kind !== 'heading') {
    return line.text.trim();
  }
  return shorten(printedNumber(line.text, syntax) + line.text.slice(syntax.contentStart, syntax.contentEnd)) || '…';
}

function wholeLine(line: Line, number: number, end = line.text.length): Range {
  return { start: { line: number, character: 0 }, end: { line: number, character: Math.max(end, 0) } };
}

/** Names stay short, and never end in half a surrogate pair. */
function shorten(name: string): string {
  if (name.length <= longestName) {
    return name;
  }
  const cut = name.charCodeAt(longestName - 2) >= 0xd800 && name.charCodeAt(longestName - 2) < 0xdc00 ? longestName - 2 : longestName - 1;
  return `${name.slice(0, cut)}…`;
}
