import { type Note, noteRule } from './footnotes.ts';
import type { Fragment } from './paginate.ts';
import type { TextRow } from './rows.ts';

/** What heights may be off by, in points: lengths in millimetres are no whole twips. */
export const tolerance = 0.05;

/** The part of a note that did not fit on the page before. */
export interface Carried {
  readonly label: string;
  readonly row: number;
  /** The note's rows: another note that took its label is not the same. */
  readonly of: readonly TextRow[];
}

/** The notes at the foot of one page. */
export class NoteArea {
  readonly #notes: ReadonlyMap<string, Note>;
  #goOn: readonly Carried[];
  fragments: Fragment[] = [];
  carried: Carried[] = [];
  height = 0;

  constructor(notes: ReadonlyMap<string, Note>, carried: readonly Carried[] = []) {
    this.#notes = notes;
    this.#goOn = carried;
  }

  /** What notes of the page before have left over, once. */
  fillCarried(room: number): void {
    const goOn = this.#goOn;
    this.#goOn = [];
    for (const { label, row } of goOn) this.#fill(label, row, room);
  }

  /** Height of the notes of a row. */
  heightOf(calls: readonly string[] | undefined): number {
    let height = 0;
    if (calls) for (const label of calls) for (const row of this.#notes.get(label)?.rows ?? []) height += row.height;
    return height;
  }

  /** Height of all that is there if notes of this height come in addition. */
  heightWith(added: number): number {
    return this.height + added + (this.height === 0 && added > 0 ? noteRule.height : 0);
  }

  /** Height of the first line of the first note: less would be no note. */
  leastOf(calls: readonly string[] | undefined): number {
    const [label] = calls ?? [];
    return (label === undefined ? undefined : this.#notes.get(label)?.rows[0]?.height) ?? 0;
  }

  add(calls: readonly string[] | undefined, room: number): void {
    if (calls) for (const label of calls) this.#fill(label, 0, room);
  }

  #fill(label: string, from: number, room: number): void {
    const note = this.#notes.get(label);
    if (!note || from >= note.rows.length) return;
    let row = from;
    let { height } = this;
    if (height === 0) height = noteRule.height;
    // A page that holds nothing else takes a line of a note even if it is higher than the page.
    for (; row < note.rows.length; row++) {
      const next = height + (note.rows[row]?.height ?? 0);
      if (this.carried.length > 0 || (next > room + tolerance && (row > from || this.fragments.length > 0))) break;
      height = next;
    }
    if (row > from) {
      this.fragments.push({ entry: note.entry, from, to: row });
      this.height = height;
    }
    if (row < note.rows.length) this.carried.push({ label, row, of: note.rows });
  }
}
