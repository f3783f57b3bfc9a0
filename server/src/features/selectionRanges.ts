import type { SelectionRange } from 'vscode-languageserver';
import type { ReportDocument } from '../engine/document.ts';
import type { Line } from '../engine/syntax/line.ts';
import type { Position, Range, Span } from '../engine/text/position.ts';
import { type HeadingLine, headingOf, landmarksBefore } from '../sections/headings.ts';

/** Longer lines are no prose. */
const longestLine = 20_000;

/** Growing ranges around each position: clause, sentence, what is in quotes or brackets, point, paragraph, section after section, all. */
export function selectionRanges(document: ReportDocument, positions: readonly Position[]): readonly SelectionRange[] {
  return positions.map((position) => {
    const { line } = position;
    const inLine = spansAt(document.line(line), position.character).map(
      ({ start, end }): Range => ({ start: { line, character: start }, end: { line, character: end } }),
    );
    const ranges = [...inLine, ...sectionsAround(document, line), wholeOf(document)];
    // Each holds the one before, the first the position.
    const growing: Range[] = [];
    let inner: Range = { start: position, end: position };
    for (const range of ranges) {
      if (contains(range, inner) && (growing.length === 0 || !contains(inner, range))) {
        growing.push(range);
        inner = range;
      }
    }
    return (
      growing.reduceRight<SelectionRange | undefined>(
        (parent, range) => (parent === undefined ? { range } : { range, parent }),
        undefined,
      ) ?? {
        range: inner,
      }
    );
  });
}

const before = (a: Position, b: Position): boolean => a.line < b.line || (a.line === b.line && a.character <= b.character);
const contains = (outer: Range, inner: Range): boolean => before(outer.start, inner.start) && before(inner.end, outer.end);

/** Within a line, the smallest first. */
function spansAt(line: Line, column: number): readonly Span[] {
  const { text, syntax, points } = line;
  const first = text.length - text.trimStart().length;
  const words: Span = { start: first, end: Math.max(first, text.trimEnd().length) };
  const whole: Span = { start: 0, end: text.length };
  if (text.length > longestLine || column < words.start || column > words.end) {
    return [whole];
  }
  if (syntax.kind === 'tableRow') {
    const cell = syntax.cells.find(({ start, end }) => start <= column && column <= end);
    return [...(cell === undefined ? [] : [trimmed(text, cell)]), words, whole];
  }
  const content: Span = 'contentStart' in syntax && column >= syntax.contentStart ? { start: syntax.contentStart, end: words.end } : words;
  const point = points.find(({ start, end }) => start <= column && column < end);
  const enclosing = bracketsAround(text, content, column);
  const spans: Span[] = [];
  for (const region of [...enclosing.map(({ start, end }) => ({ start: start + 1, end: end - 1 })), point ?? content, content]) {
    const pairs = pairsIn(text, region);
    spans.push(partAt(text, region, column, pairs, clauseMarks), partAt(text, region, column, pairs, sentenceMarks), trimmed(text, region));
    const pair = enclosing.find(({ start, end }) => start + 1 === region.start && end - 1 === region.end);
    if (pair !== undefined) spans.push(pair);
  }
  return [...spans, content, words, whole];
}

const closers: Readonly<Record<string, string>> = {
  '（': '）',
  '(': ')',
  '【': '】',
  '[': ']',
  '《': '》',
  '〈': '〉',
  '〔': '〕',
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
};
const clauseMarks = /[，、；：,;:。！？!?…]/;
const sentenceMarks = /[。！？!?…]/;

/** Closed pairs of brackets and quotes within a region, in the order of their ends; what is not closed is none. */
function pairsIn(text: string, { start, end }: Span): readonly Span[] {
  const open: { readonly at: number; readonly closer: string }[] = [];
  const pairs: Span[] = [];
  for (let at = start; at < end; at++) {
    const char = text.charAt(at);
    const closer = closers[char];
    if (closer !== undefined) {
      open.push({ at, closer });
    } else if (open.at(-1)?.closer === char) {
      pairs.push({ start: open.pop()?.at ?? at, end: at + 1 });
    }
  }
  return pairs;
}

/** The pairs that a column stands in, the innermost first. */
function bracketsAround(text: string, content: Span, column: number): readonly Span[] {
  return pairsIn(text, content)
    .filter(({ start, end }) => start < column && column < end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
}

/** The stretch between two marks that stand in no bracket of the region; a sentence has its mark, a clause has not. */
function partAt(text: string, region: Span, column: number, pairs: readonly Span[], marks: RegExp): Span {
  const top = pairs.filter((pair) => !pairs.some((outer) => outer !== pair && outer.start < pair.start && pair.end < outer.end));
  const skip = new Map(top.map(({ start, end }) => [start, end]));
  let start = region.start;
  let at = region.start;
  while (at < region.end) {
    const over = skip.get(at);
    if (over !== undefined) {
      at = over;
      continue;
    }
    if (marks.test(text.charAt(at)) && !isInNumber(text, at)) {
      if (column <= at) {
        return trimmed(text, { start, end: marks === sentenceMarks ? at + 1 : at });
      }
      start = at + 1;
    }
    at += 1;
  }
  return trimmed(text, { start, end: region.end });
}

/** 1,234 and 10:30. */
const isInNumber = (text: string, at: number): boolean =>
  /[,:]/.test(text.charAt(at)) && /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1));

function trimmed(text: string, { start, end }: Span): Span {
  const part = text.slice(start, end);
  const lead = part.length - part.trimStart().length;
  return { start: start + lead, end: Math.max(start + lead, start + part.trimEnd().length) };
}

/** The sections that a line stands in, the innermost first: heading and all under it. */
function sectionsAround(document: ReportDocument, line: number): readonly Range[] {
  const headings: HeadingLine[] = [];
  const own = headingOf(line, document.line(line));
  if (own?.isHeading === true) headings.push(own);
  let looked = 0;
  for (const landmark of landmarksBefore(document, line)) {
    const innermost = headings.at(-1);
    if (landmark === 'attachment' || innermost?.level === 1 || ++looked > 5000) break;
    if (landmark.isHeading && (innermost === undefined || landmark.level < innermost.level)) headings.push(landmark);
  }
  const ranges: Range[] = [];
  for (const { line: start, level } of headings) {
    const last = lastLineOf(document, start, level);
    if (last >= line)
      ranges.push({ start: { line: start, character: 0 }, end: { line: last, character: document.line(last).text.length } });
  }
  return ranges;
}

const endings: ReadonlySet<Line['syntax']['kind']> = new Set(['closing', 'attachmentNote', 'attachmentStart', 'signature', 'issueDate']);

function lastLineOf(document: ReportDocument, start: number, level: number): number {
  let next = document.lineCount;
  for (const [at, { syntax }] of document.structuralLines(start + 1)) {
    if (syntax.kind === 'heading' ? syntax.level <= level : endings.has(syntax.kind)) {
      next = at;
      break;
    }
  }
  let last = next - 1;
  while (last > start && document.line(last).syntax.kind === 'blank') last -= 1;
  return last;
}

function wholeOf(document: ReportDocument): Range {
  const last = document.lineCount - 1;
  return { start: { line: 0, character: 0 }, end: { line: last, character: document.line(last).text.length } };
}
