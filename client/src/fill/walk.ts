import type { MissingEntry } from '../../../server/src/protocol/missingData.ts';

/** A place in a report, as in VS Code. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** Where a walk from gap to gap is, and how far it has come. Knows nothing of VS Code. */
export class Walk {
  readonly #filled: Place[] = [];
  #skipped = 0;
  #entries: readonly MissingEntry[];
  #index: number;

  /** Begins at the gap at, or after, a place; past the end of the report at the first one. */
  constructor(entries: readonly MissingEntry[], from: Place) {
    this.#entries = entries;
    this.#index = indexFrom(entries, from, 'end');
  }

  /** The gap to fill now; `undefined` when none is left, or each that is left was skipped. */
  get current(): MissingEntry | undefined {
    return this.#skipped >= this.#entries.length ? undefined : this.#entries[this.#index];
  }

  get filled(): number {
    return this.#filled.length;
  }

  get left(): number {
    return this.#entries.length;
  }

  /** `3 / 39`: the place of the gap among all, the ones that this walk filled counted. */
  get title(): string {
    const { start } = this.current?.range ?? { start: { line: 0, character: 0 } };
    const before = this.#filled.filter((place) => isBefore(place, start)).length;
    return `${this.#index + 1 + before} / ${this.#entries.length + this.#filled.length}`;
  }

  /** Past the last gap comes the first one, until each was seen. */
  skip(): void {
    this.#skipped += 1;
    this.#index = (this.#index + 1) % Math.max(1, this.#entries.length);
  }

  back(): void {
    this.#skipped = Math.max(0, this.#skipped - 1);
    this.#index = (this.#index + this.#entries.length - 1) % Math.max(1, this.#entries.length);
  }

  /** After values went in at `places`, the first of them ending at `after`: the gaps that are left. */
  fill(places: readonly Place[], after: Place, entries: readonly MissingEntry[]): void {
    this.#filled.push(...places);
    this.#entries = entries;
    this.#index = indexFrom(entries, after, 'start');
  }

  /** The report was edited meanwhile: the same gap in a new list, or the one nearest to it. */
  renew(entries: readonly MissingEntry[]): void {
    const { current } = this;
    this.#entries = entries;
    if (current === undefined) return;
    const same = sameEntry(entries, current);
    this.#index = same === undefined ? indexFrom(entries, current.range.start, 'start') : entries.indexOf(same);
  }
}

/** The gap of a new list that an old one has become: where it was, else the nearest line with the same gap. */
export function sameEntry(entries: readonly MissingEntry[], old: MissingEntry): MissingEntry | undefined {
  const alike = entries.filter(({ name, phrase }) => name === old.name && phrase.mark === old.phrase.mark);
  const { start } = old.range;
  const far = ({ range }: MissingEntry) =>
    Math.abs(range.start.line - start.line) * 1e6 + Math.abs(range.start.character - start.character);
  return alike.reduce<MissingEntry | undefined>((best, one) => (best === undefined || far(one) < far(best) ? one : best), undefined);
}

/** The first gap that begins, or ends, at a place or after it; 0 past the end. */
function indexFrom(entries: readonly MissingEntry[], from: Place, side: 'start' | 'end'): number {
  return Math.max(
    0,
    entries.findIndex(({ range }) => !isBefore(range[side], from)),
  );
}

function isBefore(a: Place, b: Place): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
