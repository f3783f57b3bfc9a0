import { findMissingData } from '../missing/findMissingData.ts';
import { lineFindingsOf } from '../rules/lineRules.ts';
import { mentionsIn } from '../rules/mentions.ts';
import { sign, signsOf } from '../rules/signs.ts';
import type { Eol } from '../text/splitLines.ts';
import { captionOptions } from './captionOptions.ts';
import { enclosing } from './enclosure.ts';
import { isEnglishName } from './englishEnding.ts';
import { fieldsIn, noFields } from './fields.ts';
import type { Line } from './line.ts';
import { isDisabled, type LineState, withBare, withState } from './lineState.ts';
import type { LineSyntax } from './lineSyntax.ts';
import { isBlank } from './numberMarker.ts';
import { frontMatterLine, isOrganName, maskingOn, saidLanguage } from './phrases.ts';
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

/** What a whole text can tell of all its lines at once. */
export interface ScanHints {
  /** A line may have lost characters. */
  readonly damage: boolean;
  /** A line may have named data. */
  readonly fields: boolean;
}

const anything: ScanHints = { damage: true, fields: true };

export const hintsOf = (text: string): ScanHints => ({ damage: isDamaged(text), fields: text.includes('{{') || text.includes('｛｛') });

/** Reads one line. All it may look at is the line and the state that the line before left. `signs`: those of the line, where they are known. */
export function scanLine(text: string, eol: Eol, stateIn: LineState, hints = anything, signs = signsOf(text)): Line {
  const { syntax, state } = scan(text, stateIn);
  const traits = traitsOf.get(syntax.kind) ?? 0;
  const start = wordsStart(text, syntax);
  const points = start >= 0 && (signs & sign.point) !== 0 && (traits & trait.points) !== 0 ? pointsOf(text, start) : noPoints;
  const missing = start < 0 || isDisabled(stateIn, 'missing-data') ? noMissing : missingIn(text, start, syntax, stateIn);
  const mentions = mentionsIn(text, syntax, points, signs);
  const stateOut = after(state, syntax, text);
  return {
    text,
    eol,
    stateIn,
    stateOut,
    syntax,
    structural: (traits & trait.structural) !== 0 || points.length > 0,
    points,
    fields: hints.fields ? fieldsIn(text, syntax.kind) : noFields,
    missing,
    damaged: hints.damage && isDamaged(text),
    findings: lineFindingsOf(text, syntax, signs, stateIn),
    mentions,
    related: mentions.length > 0 || (traits & trait.related) !== 0 || enclosing({ text, syntax, stateIn, stateOut }) !== undefined,
    counting: points.length > 0 || syntax.kind === 'point' || mentions.some(({ kind }) => kind === 'ordinal'),
  };
}

/** Has a character that a wrong encoding leaves behind, or one that no text has. */
const isDamaged = (text: string): boolean => text.includes('\ufffd') || text.includes('\u0000');

/** What ends with the line: "next line" means the next one with words; a table's header is for its rows only. */
function after(stateBefore: LineState, syntax: LineSyntax, text: string): LineState {
  const { kind } = syntax;
  const unprinted = kind === 'blank' || kind === 'comment' || kind === 'frontMatter';
  const isBare = syntax.kind === 'heading' && syntax.bodyStart >= text.length;
  const printed = unprinted ? stateBefore : withBare(stateBefore, isBare ? syntax.level : 0);
  const state = unprinted ? printed : printed.tongue === 'chinese' ? afterChinese(printed, kind, text) : inTongue(printed, kind, text);
  const spent = state.disabledNext !== '' && kind !== 'blank' && kind !== 'comment';
  const over = state.tableHeader !== '' && state.enclosure !== 'tableHeader' && state.enclosure !== 'table';
  if (!spent && !over) {
    return state;
  }
  return withState(state, { disabledNext: spent ? '' : state.disabledNext, tableHeader: over ? '' : state.tableHeader });
}

/** The longest name of an organ that a signature begins with. */
const longestOrgan = 40;

/** The name of an organ by itself: a date in digits may come. */
function afterChinese(state: LineState, kind: LineSyntax['kind'], text: string): LineState {
  const named = kind === 'paragraph' && text.length <= longestOrgan && isOrganName(text.trim());
  return state.named === named ? state : withState(state, { named });
}

const han = /[\u3400-\u9fff]/;
const latin = /[A-Za-z]/;

/** What words printed in a report that is not known to be Chinese tell of its language, and of a signature. */
function inTongue(state: LineState, kind: LineSyntax['kind'], text: string): LineState {
  const { tongue, zone } = state;
  const isHead = zone === 'start' || zone === 'title' || zone === 'afterTitle';
  if (tongue === 'unknown' && (kind === 'pageBreak' || kind === 'tableOfContents' || kind === 'code')) {
    return state;
  }
  if (tongue === 'unknown' || (tongue === 'english' && isHead)) {
    if (han.test(text)) {
      return withState(state, { tongue: 'chinese', named: false });
    }
    if (tongue === 'unknown' && !latin.test(text)) {
      return state;
    }
  }
  const known = tongue === 'unknown' ? 'english' : tongue;
  return withState(state, { tongue: known, named: kind === 'paragraph' && isEnglishName(text.trim()) });
}

// No spreading here: this runs for every line of a report.
function missingIn(text: string, start: number, syntax: LineSyntax, { masking, tableHeader }: LineState): Line['missing'] {
  if (syntax.kind === 'tableRow') {
    return findMissingData(text, { start, end: text.length, kind: syntax.kind, masking, cells: syntax.cells, tableHeader });
  }
  const end = wordsEnd(text, syntax);
  return findMissingData(text, { start, end, kind: syntax.kind, masking });
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
      return { syntax: { kind: 'frontMatter', part: 'content' }, state: saidIn(text, state) };
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

/** What a line of front matter says that lines have to know. */
function saidIn(text: string, state: LineState): LineState {
  const language = saidLanguage.exec(text)?.[1];
  if (language !== undefined) {
    return withState(state, { tongue: /^en/i.test(language) ? 'saidEnglish' : 'chinese' });
  }
  return maskingOn.test(text) ? withState(state, { masking: true }) : state;
}

function free(text: string, first: number, state: LineState): Scanned {
  if (first === text.length) {
    const zone = state.zone === 'title' ? 'afterTitle' : state.zone;
    return { syntax: blank, state: withState(state, { zone, enclosure: 'none', tableHeader: '' }) };
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

/** What a kind of line is to others, as bits: one look-up for a line. */
const trait = {
  /** It begins, bounds or ends a node of the outline. */
  structural: 1,
  /** Structural, but no heading or point, of which there are many. */
  related: 2,
  /** Points can stand in its words. */
  points: 4,
} as const;

const traitsOf: ReadonlyMap<LineSyntax['kind'], number> = new Map([
  ['title', trait.structural | trait.related],
  ['attachmentStart', trait.structural | trait.related],
  ['caption', trait.structural | trait.related],
  ['picture', trait.structural | trait.related],
  ['closing', trait.structural | trait.related],
  ['attachmentNote', trait.structural | trait.related],
  ['signature', trait.structural | trait.related],
  ['issueDate', trait.structural | trait.related],
  ['heading', trait.structural | trait.points],
  ['numbered', trait.structural | trait.points],
  ['point', trait.structural | trait.points],
  ['paragraph', trait.points],
  ['listItem', trait.points],
]);

/** Where the words of a line end: the target of a picture and the options of a table are none. */
function wordsEnd(text: string, syntax: LineSyntax): number {
  if (syntax.kind === 'picture') return syntax.caption.end;
  return (syntax.kind === 'caption' ? captionOptions(text)?.start : undefined) ?? text.length;
}

/** Where the words of a line begin, in which data can be missing and points can stand; -1 where there are none. */
function wordsStart(text: string, syntax: LineSyntax): number {
  switch (syntax.kind) {
    case 'blank':
    case 'comment':
    case 'code':
    case 'formula':
    case 'pageBreak':
    case 'tableOfContents':
    case 'attachmentStart':
      return -1;
    case 'frontMatter':
      // Keys are no data; values are, after the colon.
      return syntax.part === 'content' && !/^\s*#/.test(text) ? (/^\s*[^:：#]{0,40}[:：]\s*/.exec(text)?.[0].length ?? 0) : -1;
    case 'picture':
      return syntax.caption.start;
    case 'tableRow':
      return syntax.part === 'delimiter' ? -1 : 0;
    case 'title':
    case 'heading':
    case 'numbered':
    case 'listItem':
    case 'footnote':
      return syntax.contentStart;
    default:
      return firstWord(text);
  }
}
