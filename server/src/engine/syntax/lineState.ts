import type { HeadingLevel } from './lineSyntax.ts';

/** Where in a report a line stands; it decides what a short line without a mark can be. */
export type Zone =
  /** The first line: only here front matter can begin. */
  | 'first'
  /** Nothing printed yet. */
  | 'start'
  /** The line before was a title: the next one may go on with it. */
  | 'title'
  /** Title, then a blank line: an addressee may come. */
  | 'afterTitle'
  | 'body'
  /** After the closing or the attachment note: the signature may come. */
  | 'ending'
  /** After the issue date: the note, attachments. */
  | 'dated'
  /** After the mark of an attachment: its title comes. */
  | 'attachment';

/** The construct that a line is inside of. */
export type Enclosure = 'none' | 'frontMatter' | 'comment' | 'code' | 'tableHeader' | 'table' | 'attachmentNote';

/** How the document numbers its headings, as far as the lines before show it. */
export type Scheme = 'unknown' | 'chinese' | 'decimal' | 'hashes';

/** The language of the document: what its front matter says, or what its first words show. English is known at the head for good. */
export type Tongue = 'unknown' | 'chinese' | 'english' | 'saidEnglish';

/**
 * All that a line needs to know of the lines before it. Small and comparable: an edit is scanned on until the state
 * that comes out of a line is the one that came out before.
 */
export interface LineState {
  readonly zone: Zone;
  /** How many lines the title has so far. */
  readonly titleLines: number;
  readonly enclosure: Enclosure;
  /** The fence that opened the code block, e.g. three backticks. */
  readonly fence: string;
  readonly scheme: Scheme;
  /** Rules switched off by a comment from here on: codes with blanks between, or `*` for all. */
  readonly disabled: string;
  /** Rules switched off for the next line only. */
  readonly disabledNext: string;
  /** In a table: its header row, so that a cell can be read by the name of its column. */
  readonly tableHeader: string;
  /** The level of a heading after which nothing has been printed yet; 0 anywhere else. */
  readonly bare: 0 | HeadingLevel;
  /** The front matter says that marks like 张×× hide names on purpose (脱敏: true). */
  readonly masking: boolean;
  readonly tongue: Tongue;
  /** The last words printed may be the name of an organ, in an English report of a person as well, under which a date makes a signature. */
  readonly named: boolean;
}

/** Whether a comment before this line switches a rule off for it. */
export function isDisabled({ disabled, disabledNext }: LineState, code: string): boolean {
  return (
    (disabled !== '' || disabledNext !== '') &&
    [...disabled.split(' '), ...disabledNext.split(' ')].some((one) => one === code || one === '*')
  );
}

export const initialState: LineState = {
  zone: 'first',
  titleLines: 0,
  enclosure: 'none',
  fence: '',
  scheme: 'unknown',
  disabled: '',
  disabledNext: '',
  tableHeader: '',
  bare: 0,
  masking: false,
  tongue: 'unknown',
  named: false,
};

export function sameState(a: LineState, b: LineState): boolean {
  return (
    a === b ||
    (a.zone === b.zone &&
      a.titleLines === b.titleLines &&
      a.enclosure === b.enclosure &&
      a.fence === b.fence &&
      a.scheme === b.scheme &&
      a.disabled === b.disabled &&
      a.disabledNext === b.disabledNext &&
      a.tableHeader === b.tableHeader &&
      a.bare === b.bare &&
      a.masking === b.masking &&
      a.tongue === b.tongue &&
      a.named === b.named)
  );
}

/** `state` with changes; the same object where nothing changes, so that most lines share one. */
export function withState(state: LineState, changes: Partial<LineState>): LineState {
  for (const key in changes) {
    if (changes[key as keyof LineState] !== state[key as keyof LineState]) {
      return { ...state, ...changes };
    }
  }
  return state;
}

/** The state after a line of the body: whatever came before it, it is over. */
export const inBody = (state: LineState): LineState =>
  state.zone === 'body' && state.enclosure === 'none' ? state : withState(state, { zone: 'body', enclosure: 'none', tableHeader: '' });

/**
 * The last changes between a state and the same one after a bare heading: a report has few. Owner: this module. States never change, so an
 * entry is good for ever; it is found by the very state, and an older one gives way.
 */
const bareChanges: { readonly from: LineState; readonly to: LineState }[] = [];
const mostBareChanges = 16;
let nextBareChange = 0;

/** `state` after a heading without text (`bare` its level), or after anything printed (0). The same object for the same state, as a rule. */
export function withBare(state: LineState, bare: LineState['bare']): LineState {
  if (state.bare === bare) {
    return state;
  }
  for (const { from, to } of bareChanges) {
    if (from === state && to.bare === bare) {
      return to;
    }
  }
  const to = { ...state, bare };
  bareChanges[nextBareChange] = { from: state, to };
  nextBareChange = (nextBareChange + 1) % mostBareChanges;
  // The way back leads to the same object.
  bareChanges[nextBareChange] = { from: to, to: state };
  nextBareChange = (nextBareChange + 1) % mostBareChanges;
  return to;
}
