import type { ReportDocument } from '../../document.ts';
import type { Line } from '../../syntax/line.ts';
import { numeralLike } from '../../syntax/numerals.ts';
import type { Span } from '../../text/position.ts';
import { type DocumentRule, type Finding, rangeIn } from '../rule.ts';
import { markerOf } from '../section/headingOrder.ts';

type Found = Omit<Finding, 'code'>;

/** An announced number whose list is being read. */
interface Announced {
  readonly count: number;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** How many items were read; each had the number after the one before. */
  listed: number;
  /** What the items are: points, or numbered lines of this sort. */
  of: 'point' | string | undefined;
  level: number;
  /** The list is no plain series, so nothing is sure. */
  doubtful: boolean;
}

/**
 * An announced number against the list right after it: 提出三条：一是…二是…; 以下四个方面： and the paragraphs or headings that follow. Only where
 * the list begins right there, with 1, and goes on without a break.
 */
export const announcedCount: DocumentRule = {
  code: 'announced-count',
  scope: 'document',
  check(document) {
    const findings: Found[] = [];
    for (const [number, line] of document.relatedLines()) {
      const own = announcedIn(line, number);
      if (own !== undefined) {
        readList(document, own);
        report(own, findings);
      }
    }
    return findings;
  },
};

/** The longest list that is counted, in structural lines. */
const longestList = 600;

/** Counts the items on the lines after the announcement. */
function readList(document: ReportDocument, announced: Announced): void {
  let looked = 0;
  for (const [number, line] of document.mentioningLines(announced.line + 1)) {
    if (!takes(announced, line, number)) {
      return;
    }
    if (++looked > longestList) {
      announced.doubtful = true;
      return;
    }
  }
  // At the end of the text the writer may still be writing the list.
  announced.doubtful ||= announced.listed < announced.count && announced.line < document.lineCount - 1;
}

function report(announced: Announced, findings: Found[]): void {
  const { doubtful, listed, count } = announced;
  if (!doubtful && listed >= 2 && listed !== count) {
    findings.push(findingOf(announced));
  }
}

/** What a line announces: within it, right before its points, or with its last words. */
function announcedIn({ text, points, mentions, syntax }: Line, line: number): Announced | undefined {
  const found = mentions.find((mention) => mention.kind === 'announcement');
  if (found === undefined || syntax.kind === 'tableRow') {
    return undefined;
  }
  const { count, start, end } = found;
  const [first] = points;
  const isPlain = points.every(({ ordinal }, i) => ordinal === i + 1);
  return first === undefined
    ? { count, start, end, line, text, listed: 0, of: undefined, level: 0, doubtful: false }
    : { count, start, end, line, text, listed: points.length, of: 'point', level: 9, doubtful: !isPlain || goesOn(text, points.at(-1)) };
}

/** 一是…；二是…；还有…: the last ones are not numbered. */
const more = /[；，。;,](?:还有|还需|另外|此外|再有|再就是|再者|其余)/;
const goesOn = (text: string, last: Span | undefined): boolean => last !== undefined && more.test(text.slice(last.start));

/** Takes a line into the list; false where the list is over before it. */
function takes(open: Announced, line: Line, number: number): boolean {
  const { syntax } = line;
  if (syntax.kind === 'point') {
    if (open.of === undefined) {
      if (number > open.line + 2) return false;
      open.of = 'point';
      open.level = 9;
    }
    if (open.of !== 'point') return true;
    open.doubtful ||=
      line.points.length > 1 || syntax.ordinal !== open.listed + 1 || (open.count > open.listed + 1 && more.test(line.text));
    open.listed += 1;
    return true;
  }
  const marker = markerOf(line);
  if ((syntax.kind === 'heading' || syntax.kind === 'numbered') && marker !== undefined) {
    if (open.of === undefined) {
      if (number > open.line + 2 || marker.value !== 1) return false;
      open.of = marker.style;
      open.level = syntax.level;
    }
    if (open.of === 'point' || syntax.level < open.level) return false;
    if (syntax.level > open.level) return true;
    open.doubtful ||= marker.style !== open.of || marker.value !== open.listed + 1;
    open.listed += 1;
    return true;
  }
  switch (syntax.kind) {
    case 'closing':
    case 'attachmentNote':
    case 'signature':
    case 'issueDate':
    case 'attachmentStart':
    case 'title':
    case 'heading':
      return false;
    default:
      // Another paragraph with points, or one that goes on in other words.
      if (open.of === 'point' && (line.points.length > 0 || line.mentions.some(({ kind }) => kind === 'ordinal'))) {
        open.doubtful = true;
      }
      return open.of !== undefined || number <= open.line + 2;
  }
}

function findingOf({ count, listed, line, start, end, text }: Announced): Found {
  const range = rangeIn(line, { start, end });
  const is = text.slice(start, end);
  const newText = listed === 2 && is !== '二' && !/[0-9]/.test(is) ? '两' : numeralLike(is === '两' ? '二' : is, listed);
  return {
    severity: 'warning',
    range,
    message: '{0} are announced, {1} are listed: correct the number or the list.',
    args: [count, listed],
    fix: { title: 'Change the count to {0}', args: [newText], sure: false, edits: [{ range, newText }] },
  };
}
