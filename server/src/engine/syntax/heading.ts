import type { HeadingLevel, HeadingSyntax, LineSyntax, NumberMarker } from './lineSyntax.ts';
import { isBlank } from './numberMarker.ts';

/** The longest words that pass for a heading, by level; GB/T 9704 has no limit, practice keeps to some 28 characters. */
const longest: Readonly<Record<HeadingLevel, number>> = { 1: 60, 2: 60, 3: 45, 4: 40 };

/** The heading that these words make, run into its paragraph or alone: 标题。正文… */
export function headingOf(
  text: string,
  level: HeadingLevel,
  marker: NumberMarker | undefined,
  prefixEnd: number,
  contentStart: number,
): HeadingSyntax {
  const end = text.length;
  const stop = text.indexOf('。', contentStart);
  let bodyStart = end;
  let contentEnd = trimEnd(text, contentStart, end);
  if (stop >= 0) {
    contentEnd = stop;
    bodyStart = stop + 1;
    while (bodyStart < end && isBlank(text.charCodeAt(bodyStart))) {
      bodyStart++;
    }
  }
  return marker === undefined
    ? { kind: 'heading', level, prefixEnd, contentStart, contentEnd, bodyStart }
    : { kind: 'heading', level, marker, prefixEnd, contentStart, contentEnd, bodyStart };
}

const han = /[\u3400-\u9fff]/;

/**
 * The number of a heading as it is printed, with the blank after it where one is printed: behind 第一章 and 第一节 (GB/T 15834—2011, B.3.6), behind
 * a number without a mark (`1.1`), and in English. `一、`, `（一）` and the `1.` of Chinese headings stand right before the words. A blank
 * that the writer has not typed is never added. Empty for a heading without a number.
 */
export function printedNumber(text: string, { marker, contentStart, contentEnd }: HeadingSyntax): string {
  if (marker === undefined) {
    return '';
  }
  const number = text.slice(marker.start, marker.end);
  if (marker.end === contentStart || contentStart >= contentEnd) {
    return number;
  }
  switch (marker.style) {
    case 'ordinal':
      return /[：:]$/.test(number) ? number : number + (text.charCodeAt(marker.end) === 0x3000 ? '\u3000' : ' ');
    case 'arabic':
    case 'decimal': {
      const isLatin = /[A-Za-z]/.test(text.charAt(contentStart)) || !han.test(text.slice(contentStart, contentEnd));
      return isLatin || /[0-9０-９]$/.test(number) ? `${number} ` : number;
    }
    default:
      return number;
  }
}

/** A numbered line is a heading, or a paragraph with a number: a clause, a whole sentence, an item of a list. */
export function numberedLine(text: string, level: HeadingLevel, marker: NumberMarker, contentStart: number): LineSyntax {
  const heading = headingOf(text, level, marker, 0, contentStart);
  const length = heading.contentEnd - heading.contentStart;
  const isClause = marker.style === 'ordinal' && level === 3;
  if (length === 0 || length > longest[level] || isClause || noHeading.test(text.slice(contentStart, heading.contentEnd))) {
    return { kind: 'numbered', level, marker, contentStart };
  }
  const alone = heading.bodyStart === text.length;
  // `1. 由市委办公室负责统筹。` is a sentence; so is a long English one that ends in a full stop.
  const isSentence = alone && (level >= 3 ? /[。.]\s*$/.test(text) : length > 40 && /\.\s*$/.test(text));
  return isSentence ? { kind: 'numbered', level, marker, contentStart } : heading;
}

/** Words with a mark that a heading does not have. */
const noHeading = /[；;！!？?]|[,，、]$/;

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isBlank(text.charCodeAt(end - 1))) {
    end--;
  }
  return end;
}
