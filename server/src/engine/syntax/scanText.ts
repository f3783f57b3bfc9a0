import { isEnglishClosing, isEnglishDate, isEnglishName } from './englishEnding.ts';
import { numberedLine } from './heading.ts';
import { inBody, type LineState, type Scheme, withState } from './lineState.ts';
import type { LineSyntax } from './lineSyntax.ts';
import { isBlank, type LeadingNumber, leadingNumber, mayBeNumber } from './numberMarker.ts';
import { parseNumber } from './numerals.ts';
import {
  attachmentNote,
  attachmentStart,
  caption,
  closing,
  documentNumber,
  isAddressee,
  issueDate,
  leadIn,
  otherDate,
  sentenceMarks,
} from './phrases.ts';
import { pointAt } from './points.ts';
import type { Scanned } from './scanLine.ts';

const longestTitle = 60;
const mostTitleLines = 4;
const longestSignature = 40;
/** The longest closing or date. */
const longestLabel = 60;

const paragraph: LineSyntax = { kind: 'paragraph' };
/** No line longer than this is known by its place. */
const longestShort = 120;

/** Reads a line of plain text by its own words and its zone. `first` is the column of the first word. */
export function scanText(text: string, first: number, state: LineState): Scanned {
  const found = numbered(text, first, state) ?? (text.length - first <= longestShort ? short(text, first, state) : undefined);
  if (found !== undefined) {
    return found;
  }
  const ordinal = pointAt(text, first);
  return { syntax: ordinal > 0 ? { kind: 'point', ordinal } : paragraph, state: inBody(state) };
}

/** Lines that begin with a number: headings, items, and the further lines of an attachment note. */
function numbered(text: string, first: number, state: LineState): Scanned | undefined {
  if (!mayBeNumber(text.charCodeAt(first))) {
    return undefined;
  }
  const number = leadingNumber(text, first, state.scheme === 'decimal');
  // `15 March 2026` has no number of a heading before it.
  if (number === undefined || (number.bare && (state.scheme === 'chinese' || isEnglishDate(text.slice(first).trimEnd())))) {
    return undefined;
  }
  if (state.enclosure === 'attachmentNote' && number.marker.style === 'arabic') {
    return { syntax: { kind: 'attachmentNote', part: 'next', marker: number.marker, contentStart: number.contentStart }, state };
  }
  const scheme = schemeAfter(text, number, state.scheme);
  const fitted = scheme === 'decimal' && state.scheme !== 'decimal' ? (leadingNumber(text, first, true) ?? number) : number;
  const line = numberedLine(text, fitted.level, fitted.marker, fitted.contentStart);
  if (number.bare && (line.kind !== 'heading' || text.length > 80 || sentenceMarks.test(text))) {
    return undefined;
  }
  // Under `##` headings, `1.` is an item of a list.
  const syntax: LineSyntax =
    state.scheme === 'hashes' && line.kind === 'heading' && fitted.marker.style === 'arabic'
      ? { kind: 'numbered', level: 3, marker: fitted.marker, contentStart: fitted.contentStart }
      : line;
  const body = inBody(state);
  return { syntax, state: scheme === body.scheme ? body : withState(body, { scheme }) };
}

const chineseLetter = /[\u3400-\u9fff]/;

function schemeAfter(text: string, number: LeadingNumber, scheme: Scheme): Scheme {
  if (scheme !== 'unknown') {
    return scheme;
  }
  const { style } = number.marker;
  if (style === 'chinese' || style === 'chineseBracketed' || style === 'ordinal') {
    return 'chinese';
  }
  // English reports, and Chinese ones numbered `1 总则`, begin with 1 and go on with 1.1.
  const topless = number.bare === true || (style === 'arabic' && !chineseLetter.test(text));
  return topless && number.marker.value === 1 ? 'decimal' : 'unknown';
}

/** Short lines: what they are depends on where they stand. */
function short(text: string, first: number, state: LineState): Scanned | undefined {
  const isEnglish = state.tongue === 'english' || state.tongue === 'saidEnglish';
  if (state.zone === 'body' && !isEnglish && !state.named && !mayBeLabel(text, first)) {
    return undefined;
  }
  const words = text.slice(first).trimEnd();
  return (
    head(words, first, state) ??
    labelled(words, text, first, state) ??
    (isEnglish ? englishFoot(words, state) : undefined) ??
    foot(words, state)
  );
}

/** Characters with which captions, the parts of attachments and closings begin. */
const labelStarts = /* @__PURE__ */ buildStarts('表图圖TF附特专此以上现当妥可是提请盼');

function buildStarts(characters: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const char of characters) table[char.charCodeAt(0)] = 1;
  return table;
}

const day = '日'.charCodeAt(0);

/** In the body only captions, attachments, closings and dates are known by their words: a look at both ends is enough for the rest. */
function mayBeLabel(text: string, first: number): boolean {
  let last = text.length - 1;
  while (isBlank(text.charCodeAt(last))) {
    last--;
  }
  return labelStarts[text.charCodeAt(first)] === 1 || text.charCodeAt(last) === day;
}

/** Title, document number and addressee. */
function head(words: string, first: number, state: LineState): Scanned | undefined {
  const { zone } = state;
  if (zone !== 'start' && zone !== 'title' && zone !== 'afterTitle' && zone !== 'attachment') {
    return undefined;
  }
  if (zone !== 'attachment' && documentNumber.test(words)) {
    return { syntax: { kind: 'documentNumber' }, state: withState(state, { zone: zone === 'start' ? 'start' : 'afterTitle' }) };
  }
  if (zone !== 'attachment' && isAddressee(words)) {
    return { syntax: { kind: 'addressee' }, state: inBody(state) };
  }
  const lines = zone === 'title' ? state.titleLines : 0;
  const mayBeTitle = zone !== 'afterTitle' && lines < mostTitleLines && words.length <= longestTitle;
  if (mayBeTitle && !sentenceMarks.test(words) && !/[：:，,、.]$/.test(words) && !special(words)) {
    return {
      syntax: { kind: 'title', contentStart: first },
      state: withState(state, { zone: 'title', titleLines: lines + 1, enclosure: 'none' }),
    };
  }
  return undefined;
}

const special = (words: string): boolean =>
  caption.test(words) || closing.test(words) || attachmentNote.test(words) || attachmentStart.test(words) || pointAt(words, 0) > 0;

/** Lines that say what they are: captions, attachments, closings, dates. */
function labelled(words: string, text: string, first: number, state: LineState): Scanned | undefined {
  switch (words.charAt(0)) {
    case '表':
    case '图':
    case '圖':
    case 'T':
    case 'F': {
      const found = caption.exec(words);
      return found !== null && words.length <= 80 && !/[。；！？]/.test(words)
        ? {
            syntax: {
              kind: 'caption',
              of: /^[表T]/.test(words) ? 'table' : 'figure',
              number: found[2] as string,
              contentStart: first + found[0].length,
            },
            state: inBody(state),
          }
        : undefined;
    }
    case '附':
      return attachment(words, text, first, state);
    default:
      break;
  }
  if (words.length <= longestLabel && closing.test(words) && !leadIn.test(words)) {
    return { syntax: { kind: 'closing' }, state: withState(state, { zone: 'ending', enclosure: 'none' }) };
  }
  if (words.length <= 24 && issueDate.test(words)) {
    return { syntax: { kind: 'issueDate' }, state: withState(state, { zone: 'dated', enclosure: 'none' }) };
  }
  return undefined;
}

function attachment(words: string, text: string, first: number, state: LineState): Scanned | undefined {
  const start = attachmentStart.exec(words);
  if (start !== null && (state.zone === 'dated' || !/[：:]$/.test(words))) {
    const number = start[1] === undefined ? undefined : parseNumber(start[1]);
    return {
      syntax: { kind: 'attachmentStart', ...(number === undefined ? {} : { number }) },
      state: withState(state, { zone: 'attachment', titleLines: 0, enclosure: 'none' }),
    };
  }
  const note = attachmentNote.exec(words);
  if (note === null) {
    return undefined;
  }
  let contentStart = first + note[0].length;
  while (isBlank(text.charCodeAt(contentStart))) {
    contentStart++;
  }
  const own = note[1] === undefined ? undefined : parseNumber(note[1]);
  const listed = leadingNumber(text, contentStart, false);
  const state1 = withState(state, { zone: 'ending', enclosure: 'attachmentNote' });
  if (own !== undefined) {
    const start2 = first + words.indexOf(note[1] as string);
    const marker = { style: 'arabic', value: own, start: start2, end: start2 + (note[1] as string).length } as const;
    const part = state.enclosure === 'attachmentNote' ? 'next' : 'first';
    return { syntax: { kind: 'attachmentNote', part, marker, contentStart }, state: state1 };
  }
  return {
    syntax:
      listed?.marker.style === 'arabic' && !listed.bare
        ? { kind: 'attachmentNote', part: 'first', marker: listed.marker, contentStart: listed.contentStart }
        : { kind: 'attachmentNote', part: 'first', contentStart },
    state: state1,
  };
}

/** Closing and date of an English report. A date by itself in the text is none: it stands after a closing or under a name. */
function englishFoot(words: string, state: LineState): Scanned | undefined {
  if (isEnglishClosing(words)) {
    return { syntax: { kind: 'closing' }, state: withState(state, { zone: 'ending', enclosure: 'none' }) };
  }
  if ((state.zone === 'ending' || (state.zone === 'body' && state.named)) && isEnglishDate(words)) {
    return { syntax: { kind: 'issueDate', english: true }, state: withState(state, { zone: 'dated', enclosure: 'none' }) };
  }
  // After the closing, a sentence is no signature.
  return state.zone === 'ending' && /[a-z]{2}\.$/.test(words) && !isEnglishName(words)
    ? { syntax: paragraph, state: inBody(state) }
    : undefined;
}

/** Signature, date in digits and note: short lines after the closing, or after the date. */
function foot(words: string, state: LineState): Scanned | undefined {
  if ((state.zone === 'ending' || (state.zone === 'body' && state.named)) && otherDate.test(words)) {
    const isEnglish = state.tongue === 'english' || state.tongue === 'saidEnglish';
    return {
      syntax: isEnglish ? { kind: 'issueDate', english: true } : { kind: 'issueDate' },
      state: withState(state, { zone: 'dated', enclosure: 'none' }),
    };
  }
  if (state.zone === 'ending' && words.length <= longestSignature && !/[。；：，！？;:!?]/.test(words) && pointAt(words, 0) === 0) {
    return { syntax: { kind: 'signature' }, state: withState(state, { enclosure: 'none' }) };
  }
  const bracketed = /^[（(].*[）)]$/.test(words);
  if (bracketed && (state.zone === 'dated' || (state.zone === 'ending' && /联系|电话|公开|此件/.test(words)))) {
    return { syntax: { kind: 'note' }, state: withState(state, { enclosure: 'none' }) };
  }
  return undefined;
}
