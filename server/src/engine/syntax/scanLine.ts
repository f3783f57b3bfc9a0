import { findMissingData } from '../missing/findMissingData.ts';
import type { Span } from '../text/position.ts';
import type { Eol } from '../text/splitLines.ts';
import type { Line } from './line.ts';
import { isDisabled, type LineState, withState } from './lineState.ts';
import type { LineSyntax } from './lineSyntax.ts';
import { isBlank } from './numberMarker.ts';
import { frontMatterLine, maskingOn } from './phrases.ts';
import { pointsOf } from './points.ts';
import { scanMarkup } from './scanMarkup.ts';
import { scanText } from './scanText.ts';

/** What a scanner says of a line: what it is, and the state for the next one. `undefined`: not mine. */
export interface Scanned {
  readonly syntax: LineSyntax;
  readonly state: LineState;
}

const blank: LineSyntax = { kind: 'blank' };
const noPoints: Line['points'] = [];
const noMissing: Line['missing'] = [];

/** Reads one line. All it may look at is the line and the state that the line before left. */
export function scanLine(text: string, eol: Eol, stateIn: LineState): Line {
  const { syntax, state } = scan(text, stateIn);
  // "Next line" means the next one with words.
  const spent = state.disabledNext !== '' && syntax.kind !== 'blank' && syntax.kind !== 'comment';
  const inTable = state.enclosure === 'tableHeader' || state.enclosure === 'table';
  const over = inTable || state.tableHeader === '' ? state : withState(state, { tableHeader: '' });
  const stateOut = spent ? withState(over, { disabledNext: '' }) : over;
  const words = wordsOf(text, syntax);
  const points = words !== undefined && mayHavePoints.has(syntax.kind) ? pointsOf(text, words.start) : noPoints;
  const missing =
    words === undefined || isDisabled(stateIn, 'missing-data')
      ? noMissing
      : findMissingData(text, {
          start: words.start,
          end: words.end,
          kind: syntax.kind,
          masking: stateIn.masking,
          ...(syntax.kind === 'tableRow' ? { cells: syntax.cells } : {}),
        });
  const structural = structuralKinds.has(syntax.kind) || points.length > 0;
  const damaged = text.includes('\ufffd') || text.includes('\u0000');
  return { text, eol, stateIn, stateOut, syntax, structural, points, missing, damaged };
}

function scan(text: string, stateIn: LineState): Scanned {
  const first = firstWord(text);
  if (stateIn.zone === 'first' && text.slice(first).trimEnd() === '---' && first === (text.charCodeAt(0) === 0xfeff ? 1 : 0)) {
    return { syntax: { kind: 'frontMatter', part: 'open' }, state: withState(stateIn, { zone: 'start', enclosure: 'frontMatter' }) };
  }
  const state = stateIn.zone === 'first' ? withState(stateIn, { zone: 'start' }) : stateIn;
  return (
    enclosed(text, first, state) ?? free(text, first, state.enclosure === 'frontMatter' ? withState(state, { enclosure: 'none' }) : state)
  );
}

/** A line inside of front matter, a comment or code. */
function enclosed(text: string, first: number, state: LineState): Scanned | undefined {
  switch (state.enclosure) {
    case 'frontMatter':
      if (text === '---' || text === '...') {
        return { syntax: { kind: 'frontMatter', part: 'close' }, state: withState(state, { enclosure: 'none' }) };
      }
      // What is no YAML ends it: where the writer has not closed the front matter, the report must not vanish into it.
      if (!frontMatterLine.test(text)) {
        return undefined;
      }
      return {
        syntax: { kind: 'frontMatter', part: 'content' },
        state: maskingOn.test(text) ? withState(state, { masking: true }) : state,
      };
    case 'comment':
      return { syntax: { kind: 'comment' }, state: text.includes('-->') ? withState(state, { enclosure: 'none' }) : state };
    case 'code': {
      const words = text.slice(first).trimEnd();
      return words.startsWith(state.fence) && /^(?:`+|~+)$/.test(words)
        ? { syntax: { kind: 'code', part: 'close' }, state: withState(state, { enclosure: 'none', fence: '' }) }
        : { syntax: { kind: 'code', part: 'content' }, state };
    }
    default:
      return undefined;
  }
}

function free(text: string, first: number, state: LineState): Scanned {
  if (first === text.length) {
    const zone = state.zone === 'title' ? 'afterTitle' : state.zone;
    return { syntax: blank, state: withState(state, { zone, enclosure: 'none' }) };
  }
  return scanMarkup(text, first, state) ?? scanText(text, first, state);
}

function firstWord(text: string): number {
  let first = 0;
  while (isBlank(text.charCodeAt(first))) {
    first++;
  }
  return first;
}

/** What begins, bounds or ends a node of the outline. */
const structuralKinds: ReadonlySet<LineSyntax['kind']> = new Set([
  'title',
  'heading',
  'numbered',
  'point',
  'attachmentStart',
  'caption',
  'picture',
  'closing',
  'attachmentNote',
  'signature',
  'issueDate',
]);
const mayHavePoints: ReadonlySet<LineSyntax['kind']> = new Set(['paragraph', 'point', 'heading', 'numbered', 'listItem']);

/** The words of a line in which data can be missing and points can stand; `undefined` where there are none. */
function wordsOf(text: string, syntax: LineSyntax): Span | undefined {
  switch (syntax.kind) {
    case 'blank':
    case 'comment':
    case 'code':
    case 'pageBreak':
    case 'tableOfContents':
    case 'attachmentStart':
      return undefined;
    case 'frontMatter':
      // Keys are no data; values are, after the colon.
      return syntax.part === 'content' && !/^\s*#/.test(text)
        ? { start: /^\s*[^:：#]{0,40}[:：]\s*/.exec(text)?.[0].length ?? 0, end: text.length }
        : undefined;
    case 'picture':
      return syntax.caption;
    case 'tableRow':
      return syntax.part === 'delimiter' ? undefined : { start: 0, end: text.length };
    case 'title':
    case 'heading':
    case 'numbered':
    case 'listItem':
    case 'footnote':
      return { start: syntax.contentStart, end: text.length };
    default:
      return { start: firstWord(text), end: text.length };
  }
}
