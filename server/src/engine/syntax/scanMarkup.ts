import type { Span } from '../text/position.ts';
import { chartTarget } from './chartTarget.ts';
import { headingOf } from './heading.ts';
import { inBody, type LineState, withState } from './lineState.ts';
import type { HeadingLevel, LineSyntax } from './lineSyntax.ts';
import { isBlank, leadingNumber } from './numberMarker.ts';
import { directive, pageBreak, tableOfContents } from './phrases.ts';
import type { Scanned } from './scanLine.ts';

/** Reads the few forms of Markdown that the language has. `first` is the column of the first word. */
export function scanMarkup(text: string, first: number, state: LineState): Scanned | undefined {
  const code = text.charCodeAt(first);
  // Most lines begin with a Chinese character.
  if (code >= 0x3400 && code < 0xff00) {
    return undefined;
  }
  switch (text.charAt(first)) {
    case '#':
    case '＃':
      return hashes(text, first, state);
    case '|':
      return tableRow(text, first, state);
    case '$':
    case '＄':
      return formula(text, first, state);
    case '!':
      return picture(text, first, state);
    case '<':
      return comment(text, first, state);
    case '`':
    case '~':
      return fence(text, first, state);
    case '-':
    case '*':
    case '+':
      return bullet(text, first, state);
    case '[':
    case '【':
    case '\\':
      return bracketed(text, first, state);
    default:
      return undefined;
  }
}

function hashes(text: string, first: number, state: LineState): Scanned | undefined {
  let end = first;
  while (text.charAt(end) === '#' || text.charAt(end) === '＃') {
    end++;
  }
  const depth = end - first;
  if (depth > 5 || (end < text.length && !isBlank(text.charCodeAt(end)))) {
    return undefined;
  }
  while (isBlank(text.charCodeAt(end))) {
    end++;
  }
  if (depth === 1 && (state.zone === 'start' || state.zone === 'title' || state.zone === 'attachment')) {
    const titleLines = Math.max(0, state.titleLines) + 1;
    return { syntax: { kind: 'title', contentStart: end }, state: withState(state, { zone: 'title', titleLines, enclosure: 'none' }) };
  }
  const level = Math.max(1, depth - 1) as HeadingLevel;
  const number = leadingNumber(text, end, true);
  const syntax = headingOf(text, level, number?.marker, end, number?.contentStart ?? end);
  return { syntax, state: withState(inBody(state), { scheme: 'hashes' }) };
}

function tableRow(text: string, first: number, state: LineState): Scanned | undefined {
  const cells = cellsOf(text, first);
  if (cells.length === 0) {
    return undefined;
  }
  if (state.enclosure !== 'table' && state.enclosure !== 'tableHeader') {
    const begun = withState(inBody(state), { enclosure: 'tableHeader', tableHeader: text });
    return { syntax: { kind: 'tableRow', part: 'header', cells }, state: begun };
  }
  const inHeader = state.enclosure === 'tableHeader';
  const delimits = inHeader && cells.every(({ start, end }) => /^:?-{1,}:?$/.test(text.slice(start, end)));
  // A header of several rows: its cells reach down into this one, so the delimiter may still come. All other rows leave one state.
  const goesOn = inHeader && text.includes('^^') && cells.some(({ start, end }) => text.slice(start, end) === '^^');
  const after = goesOn ? state : withState(state, { enclosure: 'table' });
  return { syntax: { kind: 'tableRow', part: delimits ? 'delimiter' : 'body', cells }, state: after };
}

const bar = '|'.charCodeAt(0);
const tick = '`'.charCodeAt(0);
const backslash = '\\'.charCodeAt(0);

/** The cells of a row without the blanks around them; `\|` does not part cells, nor does a bar in code. */
export function cellsOf(text: string, first: number): readonly Span[] {
  const cells: Span[] = [];
  let start = first + 1;
  let inCode = false;
  for (let i = start; i <= text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === tick) {
      inCode = !inCode && text.indexOf('`', i + 1) > 0;
    }
    const last = i === text.length;
    if (last || (code === bar && !inCode && text.charCodeAt(i - 1) !== backslash)) {
      let from = start;
      let to = i;
      while (from < to && isBlank(text.charCodeAt(from))) {
        from++;
      }
      while (to > from && isBlank(text.charCodeAt(to - 1))) {
        to--;
      }
      if (!last || from < to) {
        cells.push({ start: from, end: to });
      }
      start = i + 1;
    }
  }
  return cells;
}

const pictureLine = /^!\[([^\]]{0,1000})\]\(([^()]{1,1000}|[^()]{0,500}\([^()]{0,500}\)[^()]{0,500})\)\s{0,100}$/;

function picture(text: string, first: number, state: LineState): Scanned | undefined {
  const found = pictureLine.exec(text.slice(first));
  if (found === null) {
    return undefined;
  }
  const captionStart = first + 2;
  const captionEnd = captionStart + (found[1] as string).length;
  const path = found[2] as string;
  const pathStart = captionEnd + 2;
  const chart = chartTarget(path);
  const syntax: LineSyntax = {
    kind: 'picture',
    caption: { start: captionStart, end: captionEnd },
    path: { start: pathStart, end: pathStart + path.length },
    ...(chart === undefined ? {} : { chart }),
  };
  return { syntax, state: inBody(state) };
}

/** `$$ … $$` and nothing else on the line; a single `$` is money. */
function formula(text: string, first: number, state: LineState): Scanned | undefined {
  let start = first + 2;
  let end = text.length;
  while (end > start && isBlank(text.charCodeAt(end - 1))) {
    end--;
  }
  end -= 2;
  if (!/^(?:\$\$|＄＄)$/.test(text.slice(first, start)) || end <= start || !/^(?:\$\$|＄＄)$/.test(text.slice(end, end + 2))) {
    return undefined;
  }
  while (start < end && isBlank(text.charCodeAt(start))) {
    start++;
  }
  while (end > start && isBlank(text.charCodeAt(end - 1))) {
    end--;
  }
  if (start === end || text.slice(start, end).includes('$$')) {
    return undefined;
  }
  return { syntax: { kind: 'formula', tex: { start, end } }, state: inBody(state) };
}

function comment(text: string, first: number, state: LineState): Scanned | undefined {
  if (!text.startsWith('<!--', first)) {
    return undefined;
  }
  const whole = text.slice(first).trimEnd();
  if (pageBreak.test(whole)) {
    return { syntax: { kind: 'pageBreak' }, state: inBody(state) };
  }
  const end = text.indexOf('-->', first + 4);
  if (end < 0) {
    return { syntax: { kind: 'comment' }, state: withState(state, { enclosure: 'comment' }) };
  }
  // A comment with words after it is a line of words; the comment in it is passed over there.
  if (end + 3 < first + whole.length) {
    return undefined;
  }
  return { syntax: { kind: 'comment' }, state: direct(whole, state) };
}

/** The state after a comment that switches rules off or on. */
function direct(text: string, state: LineState): LineState {
  const found = directive.exec(text);
  if (found === null) {
    return state;
  }
  const codes = (found[2] as string).trim().split(/\s+/).filter(Boolean).sort();
  switch (found[1]) {
    case 'disable-next-line':
      return withState(state, { disabledNext: codes.length > 0 ? codes.join(' ') : '*' });
    case 'disable': {
      const all = new Set([...state.disabled.split(' ').filter(Boolean), ...codes]);
      return withState(state, { disabled: codes.length > 0 && !all.has('*') ? [...all].sort().join(' ') : '*' });
    }
    default: {
      const rest = state.disabled.split(' ').filter((code) => code !== '' && !codes.includes(code));
      return withState(state, { disabled: codes.length > 0 ? rest.join(' ') : '' });
    }
  }
}

function fence(text: string, first: number, state: LineState): Scanned | undefined {
  const run = /^(`{3,32}|~{3,32})([^`]{0,200})$/.exec(text.slice(first));
  if (run === null) {
    return undefined;
  }
  return { syntax: { kind: 'code', part: 'open' }, state: withState(inBody(state), { enclosure: 'code', fence: run[1] as string }) };
}

function bullet(text: string, first: number, state: LineState): Scanned | undefined {
  if (/^(?:-{3,}|\*{5,}|(?:- ){2,}-)\s*$/.test(text.slice(first))) {
    // A rule of Markdown prints nothing here.
    return { syntax: { kind: 'comment' }, state: inBody(state) };
  }
  if (!isBlank(text.charCodeAt(first + 1))) {
    return undefined;
  }
  let contentStart = first + 1;
  while (isBlank(text.charCodeAt(contentStart))) {
    contentStart++;
  }
  if (contentStart === text.length && text.charAt(first) === '*') {
    return undefined;
  }
  const box = /^\[([ xX√])\][ \u3000]/.exec(text.slice(contentStart, contentStart + 4));
  const indent = first;
  const syntax: LineSyntax =
    box === null
      ? { kind: 'listItem', indent, contentStart }
      : { kind: 'listItem', indent, contentStart: contentStart + box[0].length, checked: box[1] !== ' ' };
  return { syntax, state: inBody(state) };
}

function bracketed(text: string, first: number, state: LineState): Scanned | undefined {
  const whole = text.slice(first).trimEnd();
  if (whole.length < 16) {
    if (pageBreak.test(whole)) {
      return { syntax: { kind: 'pageBreak' }, state: inBody(state) };
    }
    if (tableOfContents.test(whole)) {
      // The contents may stand between title and addressee.
      const inHead = state.zone === 'title' || state.zone === 'afterTitle';
      return { syntax: { kind: 'tableOfContents' }, state: inHead ? withState(state, { zone: 'afterTitle' }) : inBody(state) };
    }
  }
  const footnote = /^\[\^([^\]\s]{1,60})\][:：][ \u3000]*/.exec(whole);
  if (footnote !== null) {
    const start = first + 2;
    const label = { start, end: start + (footnote[1] as string).length };
    return { syntax: { kind: 'footnote', label, contentStart: first + footnote[0].length }, state: inBody(state) };
  }
  return undefined;
}
