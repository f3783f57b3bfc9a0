import type { Block } from '../../engine/model/report.ts';
import { type Note, noteRule } from './footnotes.ts';
import { type Carried, NoteArea, tolerance } from './noteArea.ts';
import type { Entry, Row } from './rows.ts';

/** Rows `from` to `to` of an entry, on one page; of its note, if it is a footnote. */
export interface Fragment {
  readonly entry: Entry;
  readonly from: number;
  readonly to: number;
}

export interface Page {
  /** In order; entries that print nothing are left out. Empty only on the single page of an empty report. */
  readonly fragments: readonly Fragment[];
  /** At the foot, under a rule. */
  readonly notes?: readonly Fragment[];
  /** The sheet lies on its side. */
  readonly landscape?: true;
  /** It begins where a page break stands or the sheet turns, or the report does; so gaps at its head stay, as in Word. */
  readonly turned?: true;
}

/** A row of the report: index of its entry, and of the row in it; and what notes of earlier pages go on there. */
export interface RowPlace {
  readonly entry: number;
  readonly row: number;
  readonly carried?: readonly Carried[];
  /** The page that begins here is `turned`. */
  readonly turned?: true;
}

export function isSamePlace(place: RowPlace, other: RowPlace): boolean {
  if (place.entry !== other.entry || place.row !== other.row || place.turned !== other.turned) return false;
  const mine = place.carried ?? [];
  const others = other.carried ?? [];
  return mine.length === others.length && mine.every(({ row, of }, index) => row === others[index]?.row && of === others[index]?.of);
}

export interface Paper {
  /** Heights of the type area in points, of an upright sheet and of one on its side. */
  readonly upright: number;
  readonly landscape: number;
  /** One line of the grid that upright sheets have: what stands on one gets whole lines of it, above the notes too. A sheet on its side has none. */
  readonly pitch: number;
  readonly notes: ReadonlyMap<string, Note>;
}

/**
 * Fills pages from `start` on, one a step. Each step gives a page and where the next one begins; what is given depends on the rows from there on
 * only, so a run may begin at any page and end where an old page start is met.
 */
export function* paginate(
  entries: readonly Entry[],
  paper: Paper,
  start: RowPlace,
): Generator<{ readonly page: Page; readonly next: RowPlace }> {
  let fragments: Fragment[] = [];
  let used = 0;
  let area = new NoteArea(paper.notes, start.carried);
  let capacity = paper.upright;
  let isLandscape = false;
  /** Nothing is on the page yet. */
  let isEmpty = true;
  let isTurned = start.turned === true || (start.entry === 0 && start.row === 0);

  const begin = (landscape: boolean) => {
    isLandscape = landscape;
    capacity = landscape ? paper.landscape : paper.upright;
    area.fillCarried(capacity);
  };
  const end = (entry: number, row: number, turned = false) => {
    const { fragments: notes, carried } = area;
    const page: Page = {
      fragments,
      ...(notes.length > 0 && { notes }),
      ...(isLandscape && { landscape: true }),
      ...(isTurned && { turned: true }),
    };
    const next: RowPlace = { entry, row, ...(carried.length > 0 && { carried }), ...(turned && { turned }) };
    isTurned = turned;
    fragments = [];
    used = 0;
    isEmpty = true;
    area = new NoteArea(paper.notes, carried);
    return { page, next };
  };
  /** Height that rows may take above notes of this height. */
  const roomAbove = (notes: number) => (isLandscape ? capacity - notes : wholeLines(capacity - notes, paper.pitch));
  const fits = (needed: Needed) => used + needed.rows <= roomAbove(area.heightWith(needed.notes)) + tolerance;
  const hasContent = () => fragments.length > 0 || area.fragments.length > 0;

  begin(isOnSide(entries, start.entry));
  let { row } = start;
  for (let index = start.entry; index < entries.length; index++) {
    const entry = entries[index];
    if (!entry) break;
    const { rows, breakBefore, repeated, coverEnd } = entry.broken;
    if (rows.length === 0 && !breakBefore) continue;
    const landscape = isOnSide(entries, index);
    const turns = rows.length > 0 && landscape !== isLandscape;
    // Where a run begins the page has begun already, be it with what a note carries over.
    const isBegun = index === start.entry && fragments.length === 0;
    if ((breakBefore || turns) && row === 0 && !isBegun && hasContent()) {
      yield end(index, 0, true);
      begin(rows.length > 0 ? landscape : isLandscape);
    } else if (turns) begin(landscape);
    if (breakBefore && row === 0 && fragments.length === 0) isTurned = true;
    let from = row;
    if (isEmpty && fragments.length === 0) used = repeatedHeight(repeated, rows, row);
    for (; row < rows.length; row++) {
      const item = rows[row];
      if (!item) break;
      if (row === coverEnd && !isEmpty) {
        fragments.push({ entry, from, to: row });
        yield end(index, row, true);
        begin(landscape);
        from = row;
      }
      const calls = callsOf(item);
      const needed = isEmpty ? nothing : neededAt(entries, index, row, area, roomAbove);
      if (!isEmpty && !fits(needed)) {
        // A long note may be parted where the line that calls it still fits.
        const isParted =
          calls && area.carried.length === 0 && fits({ ...needed, notes: needed.notes - area.heightOf(calls) + area.leastOf(calls) });
        if (!isParted) {
          if (row > from) fragments.push({ entry, from, to: row });
          yield end(index, row);
          from = row;
          begin(landscape);
          used = repeatedHeight(repeated, rows, row);
        }
      }
      if (isEmpty && item.kind === 'gap' && !item.stays && !isTurned) continue;
      used += item.height;
      isEmpty = false;
      area.add(calls, capacity - used);
    }
    if (row > from) fragments.push({ entry, from, to: row });
    if (coverEnd === rows.length) {
      yield end(index + 1, 0, true);
      begin(landscape);
    }
    row = 0;
  }
  while (hasContent()) {
    yield end(entries.length, 0);
    begin(false);
  }
}

/** Headings, one below the other, that may lead to a table on its side and go to its page. */
const mostLeading = 8;
const leading: ReadonlySet<Block['kind']> = new Set(['attachment', 'heading', 'caption']);

/** Whether an entry is printed on a sheet on its side: a table that wants it, with the attachment's head, headings and the caption that lead to it. */
function isOnSide(entries: readonly Entry[], index: number): boolean {
  for (let next = index; next < entries.length && next <= index + mostLeading; next++) {
    const { block, broken } = entries[next] ?? {};
    if (!broken || (broken.breakBefore && next > index)) return false;
    if (broken.landscape) return true;
    if (broken.rows.length === 0) continue;
    if (!broken.keepWithNext || block === undefined || !leading.has(block.kind)) return false;
  }
  return false;
}

/** Height of what is repeated on a page that begins with this row: the header of a table that goes on. */
export function repeatedHeight(repeated: readonly Row[] | undefined, rows: readonly Row[], row: number): number {
  if (!isRepeated(repeated, rows, row)) return 0;
  return repeated?.reduce((height, header) => height + header.height, 0) ?? 0;
}

/** Whether a page that begins with this row begins with a repeated header. */
export function isRepeated(repeated: readonly Row[] | undefined, rows: readonly Row[], row: number): boolean {
  const last = repeated?.at(-1);
  return last !== undefined && row < rows.length && rows[row]?.kind === 'tableRow' && row > rows.indexOf(last);
}

const callsOf = (row: Row): readonly string[] | undefined => (row.kind === 'text' || row.kind === 'tableRow' ? row.calls : undefined);

/** Heights of rows and of the notes that they call. */
interface Needed {
  readonly rows: number;
  readonly notes: number;
}

const nothing: Needed = { rows: 0, notes: 0 };

/** As much of a height as whole lines of the grid take. */
const wholeLines = (height: number, pitch: number): number => Math.floor((height + tolerance) / pitch) * pitch;

/** What the rows from this one on need that may not be parted; what the row alone needs if they would not fit on any page. */
function neededAt(entries: readonly Entry[], index: number, row: number, area: NoteArea, roomAbove: (notes: number) => number): Needed {
  let needed = nothing;
  let at: number | undefined = index;
  let first = row;
  while (at !== undefined) {
    const broken: Entry['broken'] | undefined = entries[at]?.broken;
    if (!broken) break;
    const end = groupEnd(broken, first);
    for (; first < end; first++) needed = withRow(needed, broken.rows[first], area);
    if (needed.rows > roomAbove(needed.notes > 0 ? needed.notes + noteRule.height : 0)) break;
    if (end < broken.rows.length) return needed;
    at = keptNext(entries, at, broken.keepWithNext);
    if (at === undefined) return needed;
    first = 0;
  }
  return withRow(nothing, entries[index]?.broken.rows[row], area);
}

const withRow = ({ rows, notes }: Needed, row: Row | undefined, area: NoteArea): Needed =>
  row === undefined ? { rows, notes } : { rows: rows + row.height, notes: notes + area.heightOf(callsOf(row)) };

/** The end of the rows that stand on one page with this one. */
function groupEnd({ rows, together, tail = 0 }: Entry['broken'], row: number): number {
  const end = row < together ? Math.min(together, rows.length) : row + 1;
  return end > rows.length - tail ? rows.length : end;
}

/** The next entry that prints, if it may not be parted from this one. */
function keptNext(entries: readonly Entry[], index: number, keepWithNext: boolean): number | undefined {
  let leaning: number | undefined;
  for (let next = index + 1; next < entries.length; next++) {
    const broken = entries[next]?.broken;
    if (!broken || broken.breakBefore || broken.atFoot) return undefined;
    if (broken.rows.length === 0) continue;
    if (keepWithNext || broken.keepWithPrevious) return leaning ?? next;
    if (!broken.leans) return undefined;
    leaning ??= next;
  }
  return undefined;
}
