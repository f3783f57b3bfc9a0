import type { TextEdit } from 'vscode-languageserver';
import type { ReportDocument } from '../engine/document.ts';
import type { Line } from '../engine/syntax/line.ts';
import type { LineKind } from '../engine/syntax/lineSyntax.ts';
import { parseNumber, toChineseNumber } from '../engine/syntax/numerals.ts';
import type { Position } from '../engine/text/position.ts';

/** The character after which a series goes on. */
export const onTypeTrigger = '\n';

/** How an item begins, split so that the number can be counted on. */
interface Item {
  /** Blanks before the item. */
  readonly indent: string;
  /** `（`, `第`, `- `: what stands before the numeral. */
  readonly before: string;
  /** `三`, `3`, `③`; empty for an item without a number. */
  readonly numeral: string;
  /** `）`, `是`, `. `. */
  readonly after: string;
  /** Column where its words begin. */
  readonly end: number;
}

/** Where text is no text of the report. */
const closedKinds: ReadonlySet<LineKind> = new Set([
  'frontMatter',
  'comment',
  'code',
  'tableRow',
  'picture',
  'footnote',
  'caption',
  'title',
]);
/** Lines looked back for what the report does with headings of the same form. */
const linesBack = 200;

/**
 * What Enter does in a series, `position` being where the cursor stands after the line break: after an item the number of the next one, after
 * an empty item nothing but an empty line. Elsewhere nothing.
 */
export function onTypeFormatting(document: ReportDocument, { line, character }: Position): readonly TextEdit[] {
  if (line < 1 || line >= document.lineCount) {
    return [];
  }
  const above = document.line(line - 1);
  const here = document.line(line);
  // Enter in the middle of an item parts it: the writer says what becomes of the rest.
  if (here.text.trim() !== '' || closedKinds.has(above.syntax.kind) || above.stateOut.enclosure === 'code') {
    return [];
  }
  const item = itemOf(above);
  if (item === undefined) {
    return [];
  }
  if (above.text.slice(item.end).trim() === '') {
    const start = { line: line - 1, character: 0 };
    return [{ range: { start, end: { line, character: here.text.length } }, newText: '' }];
  }
  const next = nextNumeral(item.numeral);
  if (next === undefined || !goesOn(document, line - 1, above, item)) {
    return [];
  }
  const end = { line, character: Math.max(character, here.text.length) };
  return [{ range: { start: { line, character: 0 }, end }, newText: item.indent + item.before + next + item.after }];
}

const point = /^([\s\u3000]*)()([一二三四五六七八九十]{1,3})(是)/;
const circled = /^([\s\u3000]*)()([①-⑳])([\s\u3000]*)/;
const counted = /^([\s\u3000]*)([第其])([一二三四五六七八九十]{1,3})([，、,：:])/;
const bullet = /^([\s\u3000]*)([-*+][ \t\u3000]+(?:\[[ xX]\][ \t]+)?)()()/;
/** A number alone on its line, which may be no number for the scanner. */
const bare = /^([\s\u3000]*)([（(]?)([一二三四五六七八九十百〇]{1,5}|[0-9０-９]{1,3})([）)]、?|[、.．])[\s\u3000]*$/;
const numeralIn = /[一二三四五六七八九十百〇零]+|[0-9]+|[０-９]+/g;

function itemOf(line: Line): Item | undefined {
  const { text, syntax, points } = line;
  switch (syntax.kind) {
    case 'point':
      // 一是…；二是…。 in one paragraph is a whole series.
      return points.length > 1 ? undefined : itemBy(point, text);
    case 'listItem':
      return itemBy(bullet, text);
    case 'heading':
      // A number after `#` is the writer's own matter.
      return syntax.marker === undefined || syntax.prefixEnd > 0 ? undefined : itemAt(text, syntax.marker, syntax.contentStart);
    case 'numbered':
      return itemAt(text, syntax.marker, syntax.contentStart);
    case 'attachmentNote':
      return syntax.part === 'next' && syntax.marker !== undefined ? itemAt(text, syntax.marker, syntax.contentStart) : undefined;
    default:
      return itemBy(circled, text) ?? itemBy(counted, text) ?? itemBy(bare, text) ?? emptyBullet(text);
  }
}

function itemBy(pattern: RegExp, text: string): Item | undefined {
  const found = pattern.exec(text);
  if (found === null) {
    return undefined;
  }
  const [whole, indent = '', before = '', numeral = '', after = ''] = found;
  return { indent, before: before.replace(/\[[xX]\]/, '[ ]'), numeral, after, end: whole.length };
}

/** `-` alone is no item for the scanner; the writer who typed it and a blank means one. */
function emptyBullet(text: string): Item | undefined {
  return /^[\s\u3000]*[-*+][ \t\u3000]+$/.test(text) ? itemBy(bullet, text) : undefined;
}

/** Of `1.2` the last number counts, of all others the only one. */
function itemAt(text: string, { start, end }: { readonly start: number; readonly end: number }, contentStart: number): Item | undefined {
  const numerals = [...text.slice(start, end).matchAll(numeralIn)];
  const found = numerals.at(-1);
  if (found === undefined) {
    return undefined;
  }
  const at = start + found.index;
  const lead = /^[\s\u3000]*/.exec(text)?.[0].length ?? 0;
  return {
    indent: text.slice(0, lead),
    before: text.slice(lead, at),
    numeral: found[0],
    after: text.slice(at + found[0].length, contentStart),
    end: contentStart,
  };
}

/** The numeral after this one, in its own digits; an item without one has none. `undefined` after the last there is. */
function nextNumeral(numeral: string): string | undefined {
  if (numeral === '') {
    return '';
  }
  if (/[①-⑲]/.test(numeral)) {
    return String.fromCharCode(numeral.charCodeAt(0) + 1);
  }
  const value = parseNumber(numeral);
  if (value === undefined || value >= 999) {
    return undefined;
  }
  const next = value + 1;
  if (/[0-9]/.test(numeral)) {
    return String(next);
  }
  return /[０-９]/.test(numeral)
    ? String(next).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    : toChineseNumber(next);
}

/**
 * Whether another item follows. A heading alone on its line is mostly followed by its text: it goes on only where the report shows that its
 * headings of this form stand under one another, or where it ends as a sentence does.
 */
function goesOn(document: ReportDocument, line: number, { text, syntax }: Line, item: Item): boolean {
  if (syntax.kind !== 'heading' || syntax.bodyStart < text.length || /[。；;]\s*$/.test(text)) {
    return true;
  }
  const isArabic = /[0-9０-９]/.test(item.numeral);
  for (let at = line - 1; at >= Math.max(0, line - linesBack); at--) {
    const before = document.line(at).syntax;
    if ((before.kind === 'heading' || before.kind === 'numbered') && before.marker?.style === syntax.marker?.style) {
      return isNextTo(document, at, line);
    }
    if (before.kind === 'heading' && before.level < syntax.level) {
      break;
    }
  }
  return isArabic && syntax.level > 1;
}

/** Nothing but blank lines between two lines. */
function isNextTo(document: ReportDocument, first: number, second: number): boolean {
  for (let at = first + 1; at < second; at++) {
    if (document.line(at).syntax.kind !== 'blank') {
      return false;
    }
  }
  return true;
}
