import type { ReportDocument } from '../document.ts';
import { isEnglishName } from '../syntax/englishEnding.ts';
import { inlinesOf } from '../syntax/inlines.ts';
import type { Line } from '../syntax/line.ts';
import type { LineKind } from '../syntax/lineSyntax.ts';
import { isOrganName, sentenceMarks } from '../syntax/phrases.ts';
import { contentOf } from './blockContent.ts';
import { parseFrontMatter } from './parseFrontMatter.ts';
import type { Block, Report } from './report.ts';
import { isTableNote } from './tableContent.ts';

/**
 * Blocks by their lines. Owner: this module. A block is a function of its lines alone, and lines never change, so an entry
 * under its first line is good as long as all its lines are the same objects; that is compared at each look-up.
 */
const cache = new WeakMap<Line, { readonly lines: readonly Line[]; readonly block: Block }>();

/** The report as it will be printed. */
export function reportOf(document: ReportDocument): Report {
  return { frontMatter: parseFrontMatter(document).frontMatter, blocks: [...blocksOf(document)] };
}

/**
 * The blocks of lines `from` to `to` (exclusive), in order; `from` must be the first line of a block (see `blockStart`). Unchanged
 * blocks are the same objects at every call.
 */
export function* blocksOf(document: ReportDocument, from = 0, to = document.lineCount): Generator<Block, void, undefined> {
  let group: Line[] = [];
  // Names that may be organs of a signature: a date under them tells.
  let held: Line[] = [];
  for (const line of document.lines(from, to)) {
    if (group.length > 0 && !goesOn(group, line)) {
      if (group.length === 1 && mayBeOrgan(group[0] as Line) && maySignBefore(line)) {
        if (held.length >= mostOrgans) {
          yield blockOf([held.shift() as Line]);
        }
        held.push(group[0] as Line);
      } else {
        for (const one of held) yield blockOf([one]);
        held = [];
        yield blockOf(group);
      }
      group = [];
    }
    if (held.length > 0 && line.syntax.kind === 'issueDate') {
      group = [...held, ...group];
      held = [];
    }
    group.push(line);
  }
  for (const one of held) yield blockOf([one]);
  if (group.length > 0) {
    yield blockOf(group);
  }
}

/** The first line of the block that line `index` belongs to. */
export function blockStart(document: ReportDocument, index: number): number {
  // Go back to a line that begins a block whatever stands before it.
  let start = index;
  let names = 0;
  for (let line = document.line(start); start > 0; line = document.line(start)) {
    if (maySignBefore(line)) {
      // Of more names in a row than a signature has, the first is by itself whatever comes; so is one under anything but a name.
      if (++names > mostOrgans + 1 || !maySignBefore(document.line(start - 1))) break;
    } else if (!continuing.has(line.syntax.kind) && !isTableNote(line)) {
      break;
    }
    start--;
  }
  // A date takes the short lines before it into its block.
  let at = start;
  for (const block of blocksOf(document, start)) {
    if (at + block.lineCount > index) {
      return at;
    }
    at += block.lineCount;
  }
  return at;
}

/** Kinds of lines that may go on with the block before them; every other line begins one. */
const continuing: ReadonlySet<LineKind> = new Set([
  'blank',
  'comment',
  'frontMatter',
  'title',
  'tableRow',
  'listItem',
  'code',
  'attachmentNote',
  'signature',
  'issueDate',
]);

function blockOf(lines: readonly Line[]): Block {
  const first = lines[0] as Line;
  const known = cache.get(first);
  if (known !== undefined && known.lines.length === lines.length && known.lines.every((line, i) => line === lines[i])) {
    return known.block;
  }
  const block: Block = { ...contentOf(lines, (line, start, end) => inlinesOf(line, start, end)), lineCount: lines.length };
  cache.set(first, { lines, block });
  return block;
}

/** Whether a line belongs to the block that the lines before it began. */
function goesOn(group: readonly Line[], line: Line): boolean {
  const { kind } = line.syntax;
  if (kind === 'blank' || kind === 'comment') {
    return true;
  }
  const last = lastPrinting(group);
  const before = group[group.length - 1] as Line;
  if (last === undefined) {
    return kind === 'frontMatter';
  }
  const adjacent = before === last;
  if (adjacent && isTableNote(line) && isTableNote(last) && group.some(({ syntax }) => syntax.kind === 'tableRow')) {
    return true;
  }
  switch (last.syntax.kind) {
    case 'title':
      return kind === 'title' && adjacent;
    case 'attachmentStart':
      return kind === 'title';
    case 'caption':
      return (
        last.syntax.of === 'table' &&
        kind === 'tableRow' &&
        line.syntax.kind === 'tableRow' &&
        line.syntax.part === 'header' &&
        group.length <= 2
      );
    case 'tableRow':
      if (adjacent && isTableNote(line)) return true;
      return kind === 'tableRow' && line.syntax.kind === 'tableRow' && line.syntax.part !== 'header';
    case 'listItem':
      return kind === 'listItem';
    case 'code':
      return kind === 'code' && line.syntax.kind === 'code' && line.syntax.part !== 'open';
    case 'attachmentNote':
      return line.syntax.kind === 'attachmentNote' && line.syntax.part === 'next';
    case 'signature':
      return kind === 'signature' || kind === 'issueDate';
    case 'paragraph':
      return kind === 'issueDate' && maySign(last);
    case 'frontMatter':
      return kind === 'frontMatter';
    default:
      return false;
  }
}

function lastPrinting(group: readonly Line[]): Line | undefined {
  for (let i = group.length - 1; i >= 0; i--) {
    const line = group[i] as Line;
    if (line.syntax.kind !== 'blank' && line.syntax.kind !== 'comment') {
      return line;
    }
  }
  return undefined;
}

/** The most organs above the one right before the date that are taken for a signature. */
const mostOrgans = 12;

/** A short line without marks of a sentence: right before a date it is the signature. */
function maySign({ text }: Line): boolean {
  const words = text.trim();
  return (words.length <= 30 && !sentenceMarks.test(words) && !/[，：:,]/.test(words)) || isEnglishName(words);
}

/** A line that stands right before a date, or before another name. */
const maySignBefore = (line: Line): boolean => line.syntax.kind === 'paragraph' && maySign(line);

/** A line that goes into a signature with the names below it: the name of an organ by itself. */
const mayBeOrgan = (line: Line): boolean => maySignBefore(line) && (isOrganName(line.text.trim()) || isEnglishName(line.text.trim()));
