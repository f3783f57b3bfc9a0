import type { PreviewMatch, PreviewSpan } from '../protocol/preview.ts';
import type { Page } from '../render/layout/paginate.ts';
import type { Paragraph, Row, TextRow } from '../render/layout/rows.ts';

/** So many places are told at most. */
const mostMatches = 2000;
/** Pages looked through in one step. */
const pagesOfStep = 100;

/** What a paragraph, or a cell, prints on one page. */
interface Unit {
  /** Absent for a cell: it never goes on on the next page. */
  readonly paragraph: Paragraph | undefined;
  readonly block: number;
  readonly line: number;
  /** Printed characters of the same block and line that stand before it on the page. */
  readonly from: number;
  /** As it is compared, with as many UTF-16 units as are printed. */
  readonly text: string;
}

/**
 * Looks for words through all pages. Owner: one preview session. Keeps the text of pages between searches, by page: a page object never changes, so no
 * entry is ever stale. `clear` lets go of it.
 */
export class PreviewFinder {
  #units = new WeakMap<Page, readonly Unit[]>();

  clear(): void {
    this.#units = new WeakMap();
  }

  /** The places where `query` stands, ended one early where there are more than `mostMatches`. Yields between steps, so that a long report holds up nothing. */
  *find(pages: readonly Page[], query: string): Generator<void, { readonly matches: readonly PreviewMatch[]; readonly isCut: boolean }> {
    const wanted = folded(query);
    const matches: PreviewMatch[] = [];
    if (wanted === '') return { matches, isCut: false };
    for (let index = 0; index < pages.length; index++) {
      const here = this.#unitsOf(pages[index]);
      const next = new Map(this.#unitsOf(pages[index + 1]).map((unit) => [unit.paragraph, unit]));
      for (const unit of here) {
        for (const at of placesOf(wanted, unit.text)) matches.push([spanOf(unit, index, at, at + wanted.length)]);
        const rest = unit.paragraph && next.get(unit.paragraph);
        if (rest) acrossPages(wanted, unit, rest, index, matches);
      }
      if (matches.length > mostMatches) return { matches: matches.slice(0, mostMatches), isCut: true };
      if (index % pagesOfStep === pagesOfStep - 1) yield;
    }
    return { matches, isCut: false };
  }

  #unitsOf(page: Page | undefined): readonly Unit[] {
    if (!page) return [];
    const known = this.#units.get(page);
    if (known) return known;
    const units = [...unitsOf(page)];
    this.#units.set(page, units);
    return units;
  }
}

/** Rows of one entry, as they stand together on a page. */
interface Stretch {
  readonly id: number;
  readonly rows: readonly Row[];
}

/** What a page prints, in the order of its HTML: what is drawn over the paper, the text, the notes, what stands at the foot. */
function* stretchesOf({ fragments, notes = [] }: Page): Generator<Stretch> {
  for (const { entry, from } of fragments) {
    if (entry.broken.overlay && from === 0) yield { id: entry.id, rows: entry.broken.overlay };
  }
  const printed = (atFoot: boolean) => fragments.filter(({ entry }) => (entry.broken.atFoot === true) === atFoot);
  for (const { entry, from, to } of printed(false)) yield { id: entry.id, rows: entry.broken.rows.slice(from, to) };
  for (const { entry, from, to } of notes) yield { id: entry.id, rows: (entry.broken.note ?? []).slice(from, to) };
  for (const { entry, from, to } of printed(true)) yield { id: entry.id, rows: entry.broken.rows.slice(from, to) };
}

function* unitsOf(page: Page): Generator<Unit> {
  /** Characters printed so far, by block and line. */
  const printed = new Map<string, number>();
  for (const { id, rows } of stretchesOf(page)) {
    for (let index = 0; index < rows.length; ) {
      const end = endOf(rows, index);
      for (const { paragraph, line, text } of textsOf(rows.slice(index, end))) {
        const key = `${id} ${line}`;
        const start = printed.get(key) ?? 0;
        printed.set(key, start + text.length);
        yield { paragraph, block: id, line, from: start, text: folded(text) };
      }
      index = end;
    }
  }
}

/** The end of the rows that print one paragraph. */
function endOf(rows: readonly Row[], from: number): number {
  const first = rows[from];
  let end = from + 1;
  if (first?.kind !== 'text') return end;
  for (let row = rows[end]; row?.kind === 'text' && row.paragraph === first.paragraph; row = rows[end]) end++;
  return end;
}

function textsOf(rows: readonly Row[]): readonly Pick<Unit, 'paragraph' | 'line' | 'text'>[] {
  const [first] = rows;
  if (first?.kind === 'text') {
    const { paragraph } = first;
    return [{ paragraph, line: paragraph.sourceLine, text: printedText(rows as readonly TextRow[]) }];
  }
  if (first?.kind === 'jointMark') {
    return [...first.organs, first.suffix].map((row) => ({
      paragraph: undefined,
      line: row.paragraph.sourceLine,
      text: printedText([row]),
    }));
  }
  if (first?.kind !== 'tableRow') return [];
  return first.cells.map((lines) => ({ paragraph: undefined, line: first.sourceLine, text: printedText(lines) }));
}

function printedText(rows: readonly TextRow[]): string {
  let text = '';
  for (const { paragraph, slices } of rows) {
    for (const { run, start, end } of slices) text += paragraph.runs[run]?.text.slice(start, end) ?? '';
  }
  return text;
}

function* placesOf(wanted: string, text: string): Generator<number> {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) yield at;
}

const spanOf = ({ block, line, from }: Unit, page: number, start: number, end: number): PreviewSpan => ({
  page,
  block,
  line,
  from: from + start,
  to: from + end,
});

/** Words that begin at the end of a page and end on the next. */
function acrossPages(wanted: string, unit: Unit, rest: Unit, page: number, matches: PreviewMatch[]): void {
  const start = Math.max(0, unit.text.length - wanted.length + 1);
  const tail = unit.text.slice(start);
  const at = (tail + rest.text.slice(0, wanted.length - 1)).indexOf(wanted);
  if (at < 0) return;
  const onNext = at + wanted.length - tail.length;
  matches.push([spanOf(unit, page, start + at, unit.text.length), spanOf(rest, page + 1, 0, onNext)]);
}

/** Letters in one case, full-width forms as ASCII, every blank alike; as many UTF-16 units as before. */
function folded(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
    .replace(/\p{Lu}/gu, (character) => {
      const lower = character.toLowerCase();
      return lower.length === character.length ? lower : character;
    });
}
