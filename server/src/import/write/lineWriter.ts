import type { Line } from '../../engine/syntax/line.ts';
import { initialState, type LineState, type Zone } from '../../engine/syntax/lineState.ts';
import type { LineKind } from '../../engine/syntax/lineSyntax.ts';
import { scanLine } from '../../engine/syntax/scanLine.ts';
import type { Pieces } from './item.ts';
import { withoutBold } from './item.ts';
import { escapeLevels, lineStarts, markup } from './markup.ts';
import { type Known, keyOf, printedKey, printedSpans } from './printed.ts';

export type Accepts = (line: Line) => boolean;

export const ofKind =
  (...kinds: readonly LineKind[]): Accepts =>
  (line) =>
    kinds.includes(line.syntax.kind);

/** What became of words that were to be written. */
export type Written = 'whole' | 'without-bold' | 'otherwise';

/**
 * Writes a report line by line and reads each line back with the engine, in the state that the lines before it left: a line counts as
 * written when it is of the kind, and prints the words, that it should.
 */
export class LineWriter {
  readonly lines: string[] = [];
  readonly known: Known;
  #state: LineState = initialState;
  #last: LineKind | undefined;

  /** Where missing data are known they must be read as such, and nothing else must. */
  constructor(known: Known) {
    this.known = known;
  }

  /** What the engine reads the last line as. */
  get lastKind(): LineKind | undefined {
    return this.#last;
  }

  /** Where in the report the next line stands, for the engine. */
  get zone(): Zone {
    return this.#state.zone;
  }

  get lineCount(): number {
    return this.lines.length;
  }

  /** A line as it is. */
  raw(text: string): void {
    this.#push(scanLine(text, '\n', this.#state));
  }

  /** An empty line, unless one stands there. */
  gap(): void {
    if (this.lines.length > 0 && this.lines[this.lines.length - 1] !== '') this.raw('');
  }

  /** Whether a line would be accepted here. */
  reads(text: string, accepts: Accepts): boolean {
    return accepts(scanLine(text, '\n', this.#state));
  }

  /**
   * Writes `pieces` as the first form that is accepted and prints them; `leads` are put before them in turn (`''`, `'## '`). Words are
   * written in any case: where nothing fits, as plain text.
   */
  words(pieces: Pieces, accepts: Accepts, leads: readonly string[] = ['']): Written {
    const whole = this.#fitting(pieces, accepts, leads);
    if (whole !== undefined) {
      this.#push(whole);
      return 'whole';
    }
    const plain = withoutBold(pieces);
    const bare =
      plain.length === pieces.length && plain.every((piece, i) => piece === pieces[i]) ? undefined : this.#fitting(plain, accepts, leads);
    if (bare !== undefined) {
      this.#push(bare);
      return 'without-bold';
    }
    this.#push(this.#fitting(plain, anyWords, ['']) ?? scanLine(`<!-- -->${markup(plain, 'all')}`, '\n', this.#state));
    return 'otherwise';
  }

  /** Writes `pieces` between `open` and `close` if that is accepted and prints them. */
  enclosed(open: string, pieces: Pieces, close: string, accepts: Accepts): boolean {
    const wanted = keyOf(pieces, this.known.missing);
    for (const level of escapeLevels) {
      const line = scanLine(open + markup(pieces, level) + close, '\n', this.#state);
      if (!accepts(line) || printedKey(line, printedSpans(line), this.known) !== wanted) continue;
      this.#push(line);
      return true;
    }
    return false;
  }

  #fitting(pieces: Pieces, accepts: Accepts, leads: readonly string[]): Line | undefined {
    const wanted = keyOf(pieces, this.known.missing);
    const tried = new Set<string>();
    for (const level of escapeLevels) {
      const words = markup(pieces, level).trim();
      for (const lead of leads) {
        for (const start of lead === '' ? lineStarts(words) : [words]) {
          const text = lead + start;
          if (tried.has(text)) continue;
          tried.add(text);
          const line = scanLine(text, '\n', this.#state);
          if (accepts(line) && printedKey(line, printedSpans(line), this.known) === wanted) return line;
        }
      }
    }
    return undefined;
  }

  #push(line: Line): void {
    this.lines.push(line.text);
    this.#last = line.syntax.kind;
    this.#state = line.stateOut;
  }
}

const wordy: ReadonlySet<LineKind> = new Set([
  'paragraph',
  'numbered',
  'point',
  'closing',
  'note',
  'heading',
  'addressee',
  'documentNumber',
  'caption',
  'attachmentNote',
  'signature',
  'issueDate',
  'attachmentStart',
]);

/** Any line that prints its words. */
export const anyWords: Accepts = (line) => wordy.has(line.syntax.kind);
