import type { ReportDocument } from '../engine/document.ts';
import type { MissingDatum } from '../engine/missing/missingDatum.ts';
import { type OutlineNode, outlineOf } from '../engine/model/outline.ts';
import type { MissingDataResult, MissingEntry } from '../protocol/missingData.ts';
import { describeMissing, nameOfKind } from '../wording/describeMissing.ts';
import type { Localize } from '../wording/localize.ts';
import { phraseAround } from './phraseAround.ts';
import { sameDatumKey } from './sameDatum.ts';

export interface MissingListOptions {
  /** The `resultId` of the list that the asker has; where nothing changed since, there is no new one. */
  readonly known?: string | undefined;
  /** At most so many entries, from the beginning. */
  readonly limit?: number | undefined;
  /** Who is to send a named datum, by the words between its braces. */
  readonly ownerOf?: ((expression: string) => string | undefined) | undefined;
  readonly t: Localize;
}

/**
 * All missing data of a document in the order of their places, hints included, names hidden on purpose left out. `total` counts as the
 * status bar does, without hints. Costs the lines with gaps and the outline's headings.
 */
export function missingList(document: ReportDocument, options: MissingListOptions): MissingDataResult {
  const { known, limit = Number.POSITIVE_INFINITY, ownerOf, t } = options;
  const resultId = String(document.findingsVersion);
  const total = document.missingCount;
  if (known === resultId) return { resultId, total };
  const entries: MissingEntry[] = [];
  if (limit <= 0) return { resultId, total, entries };
  const counts = countSame(document);
  const sections = new SectionPath(outlineOf(document, deepestHeading));
  for (const [number, { text, missing, fields }] of document.flaggedLines()) {
    for (const datum of missing) {
      if (datum.masking) continue;
      if (entries.length >= limit) return { resultId, total, entries };
      const key = sameDatumKey(datum);
      const field = fields.find(({ start }) => start === datum.start);
      const owner = field && ownerOf?.(field.expression);
      entries.push({
        ...entryOf(text, number, datum, t),
        section: sections.at(number),
        ...(owner !== undefined && { owner }),
        same: key === undefined ? 1 : (counts.get(key) ?? 1),
      });
    }
  }
  return { resultId, total, entries };
}

const deepestHeading = 4;

function entryOf(text: string, line: number, datum: MissingDatum, t: Localize): Omit<MissingEntry, 'section' | 'same'> {
  const { start, end, insertAt, kind, unit, field, certainty } = datum;
  const at = (character: number) => ({ line, character });
  return {
    range: { start: at(start), end: at(end) },
    ...(insertAt !== undefined && { insertAt }),
    kind,
    kindName: nameOfKind(kind, t),
    ...(unit !== undefined && { unit }),
    ...(field !== undefined && { field }),
    name: describeMissing(datum, t),
    phrase: phraseAround(text, datum),
    certainty,
  };
}

function countSame(document: ReportDocument): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [, { missing }] of document.flaggedLines()) {
    for (const datum of missing) {
      const key = sameDatumKey(datum);
      if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

/** The headings above a line, the highest first; asked for lines in their order. The report's own title is not among them. */
class SectionPath {
  readonly #waiting: OutlineNode[];
  readonly #open: OutlineNode[] = [];
  #names: readonly string[] = [];

  constructor(roots: readonly OutlineNode[]) {
    this.#waiting = roots.toReversed();
  }

  at(line: number): readonly string[] {
    let changed = false;
    for (let next = this.#waiting.at(-1); next !== undefined && next.range.start.line <= line; next = this.#waiting.at(-1)) {
      this.#waiting.pop();
      this.#open.push(next);
      for (let child = next.children.length - 1; child >= 0; child -= 1) {
        const node = next.children[child];
        if (node !== undefined) this.#waiting.push(node);
      }
      changed = true;
    }
    const kept = this.#open.filter(({ range }) => range.end.line >= line);
    if (!changed && kept.length === this.#open.length) return this.#names;
    this.#open.splice(0, this.#open.length, ...kept);
    this.#names = kept.filter(({ kind }) => kind === 'heading' || kind === 'attachment').map(({ name }) => name);
    return this.#names;
  }
}
