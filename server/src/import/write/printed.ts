import type { Inline } from '../../engine/model/report.ts';
import { inlinesOf } from '../../engine/syntax/inlines.ts';
import type { Line } from '../../engine/syntax/line.ts';
import type { Span } from '../../engine/text/position.ts';
import type { Pieces } from './item.ts';

// What a line prints as one string: every character but blanks, with marks where a look begins or ends. Blanks are left out
// because the language drops some of them (after numbers, at both ends).
const boldMark = '\u0001';
const missingMark = '\u0002';
const linkMark = '\u0003';
const addressMark = '\u0004';
const codeMark = '\u0005';
const noteMark = '\u0006';
const blanks = /[\s\ufeff]+/g;

/** What is known of a report while its lines are written. */
export interface Known {
  /** Which words stand for missing data is told. */
  readonly missing: boolean;
  /** The labels of all footnotes. */
  readonly labels: ReadonlySet<string>;
}

class Key {
  #text = '';
  #bold = false;
  #missing = false;

  words(text: string, bold: boolean, missing: boolean): void {
    const squeezed = text.replace(blanks, '');
    if (squeezed === '') return;
    if (bold !== this.#bold) this.#text += boldMark;
    if (missing !== this.#missing) this.#text += missingMark;
    this.#bold = bold;
    this.#missing = missing;
    this.#text += squeezed;
  }

  other(text: string): void {
    this.words('\u0007', false, false);
    this.#text += text.replace(blanks, '');
  }

  get text(): string {
    return this.#text;
  }
}

/** The key of what is to be printed; with `missing` also of which words stand for missing data. */
export function keyOf(pieces: Pieces, missing: boolean): string {
  const key = new Key();
  for (const piece of pieces) {
    switch (piece.kind) {
      case 'text':
        key.words(piece.text, piece.bold, missing && piece.missing === true);
        break;
      case 'link':
        key.other(`${linkMark}${piece.text}${addressMark}${piece.href}`);
        break;
      case 'code':
        key.other(codeMark + piece.text);
        break;
      case 'note':
        key.other(noteMark + piece.label);
        break;
    }
  }
  return key.text;
}

/** The key of what the engine prints of these parts of a line. */
export function printedKey(line: Line, spans: readonly Span[], { missing, labels }: Known): string {
  const key = new Key();
  for (const { start, end } of spans) for (const inline of inlinesOf(line, start, end)) add(key, inline, missing, labels);
  return key.text;
}

function add(key: Key, inline: Inline, missing: boolean, labels: ReadonlySet<string>): void {
  switch (inline.kind) {
    case 'text':
      key.words(inline.text, inline.bold === true, false);
      break;
    case 'missing':
      key.words(inline.text, inline.bold === true, missing);
      break;
    case 'field':
      key.words(inline.text, false, missing);
      break;
    case 'code':
      key.other(codeMark + inline.text);
      break;
    case 'link':
      key.other(`${linkMark}${inline.text}${addressMark}${inline.href}`);
      break;
    case 'footnoteReference':
      // Without a note of this label it is printed as it stands.
      if (labels.has(inline.label)) key.other(noteMark + inline.label);
      else key.words(`[^${inline.label}]`, false, false);
      break;
  }
}

/** The parts of a line that its kind prints by themselves: a look does not reach from one into the next. */
export function printedSpans(line: Line): readonly Span[] {
  const { syntax, text } = line;
  const end = text.length;
  switch (syntax.kind) {
    case 'heading': {
      const stop = text.charAt(syntax.contentEnd) === '。' ? syntax.contentEnd + 1 : syntax.contentEnd;
      const number = syntax.marker === undefined ? [] : [{ start: syntax.marker.start, end: syntax.marker.end }];
      return [...number, { start: syntax.contentStart, end: stop }, { start: syntax.bodyStart, end }];
    }
    case 'title':
    case 'listItem':
    case 'footnote':
      return [{ start: syntax.contentStart, end }];
    case 'tableRow':
      return syntax.cells;
    case 'picture':
      return [syntax.caption];
    default:
      return [{ start: 0, end }];
  }
}
