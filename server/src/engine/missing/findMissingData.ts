import type { LineKind } from '../syntax/lineSyntax.ts';
import { skipBlanks, skipBlanksBack } from './chars.ts';
import { joinMarks } from './compounds.ts';
import { fieldOf } from './field.ts';
import { meaningOf } from './kind.ts';
import type { LineContext } from './lineContext.ts';
import type { Mark, Scan } from './mark.ts';
import type { MissingDatum } from './missingDatum.ts';
import { hasEmptyCell, readByColumns } from './tables.ts';
import { matchers, triggerOf } from './triggers.ts';

/** What a line without missing data gives. One frozen array, so that lines share it. */
export const noMissingData: readonly MissingDatum[] = Object.freeze([]);

/** Lines that hold no words of the report. */
const wordless: ReadonlySet<LineKind> = new Set(['blank', 'frontMatter', 'comment', 'code', 'pageBreak', 'tableOfContents']);

/**
 * The data that are missing in one line, in order, without overlaps: stars, crosses, X, blanks, notes in brackets and the other
 * marks that writers leave. Columns are UTF-16, in the line. Cost: one look-up a column and a little at each trigger.
 */
export function findMissingData(text: string, context: LineContext): readonly MissingDatum[] {
  if (wordless.has(context.kind)) return noMissingData;
  if (context.cells === undefined) return scanStretch(text, context.start, context.end, context, false);
  let found: MissingDatum[] | undefined;
  for (const cell of context.cells) {
    const start = skipBlanks(text, cell.start, cell.end);
    const inCell = scanStretch(text, start, skipBlanksBack(text, cell.end, start), context, true);
    if (inCell.length > 0) {
      found ??= [];
      for (const datum of inCell) found.push(datum);
    }
  }
  if (!context.tableHeader || (found === undefined && !hasEmptyCell(text, context.cells))) return found ?? noMissingData;
  const read = readByColumns(text, context.cells, context.tableHeader, found ?? noMissingData);
  return read.length === 0 ? noMissingData : read;
}

function scanStretch(text: string, start: number, end: number, context: LineContext, cell: boolean): readonly MissingDatum[] {
  let scan: Scan | undefined;
  let at = start;
  while (at < end) {
    const trigger = triggerOf[text.charCodeAt(at)] ?? 0;
    if (trigger === 0) {
      at++;
      continue;
    }
    scan ??= { text, start, end, context, cell, marks: [], boldClose: -1 };
    const next = matchers[trigger]?.(scan, at) ?? at + 1;
    at = next > at ? next : at + 1;
  }
  if (scan === undefined || scan.marks.length === 0) return noMissingData;
  const found: MissingDatum[] = [];
  for (const mark of joinMarks(text, start, end, scan.marks)) {
    if (mark.masking && context.masking) continue;
    found.push(datumOf(text, start, end, mark));
  }
  return found.length === 0 ? noMissingData : shareKinds(text, found);
}

const listJoint = /^(?:[、和与及至到~～—-]| to | and |, )$/;

/**
 * Between the members of a list (XXX、XXX参加) or the ends of a range (from XX to XX employees) a kind that only one of them
 * shows is the other's too.
 */
function shareKinds(text: string, found: MissingDatum[]): readonly MissingDatum[] {
  for (let index = found.length - 2; index >= 0; index--) shareKind(text, found, index, index + 1);
  for (let index = 1; index < found.length; index++) shareKind(text, found, index, index - 1);
  return found;
}

function shareKind(text: string, found: MissingDatum[], index: number, neighbour: number): void {
  const [datum, other] = [found[index], found[neighbour]];
  if (datum?.kind !== 'text' || !other || other.kind === 'text') return;
  const [from, to] = [Math.min(datum.end, other.end), Math.max(datum.start, other.start)];
  if (to - from <= 5 && listJoint.test(text.slice(from, to))) found[index] = { ...datum, kind: other.kind };
}

function datumOf(text: string, start: number, end: number, mark: Mark): MissingDatum {
  const meaning = meaningOf(text, start, end, mark);
  const field = fieldOf(text, start, end, mark, meaning);
  return {
    start: mark.start,
    end: mark.end,
    kind: meaning.kind,
    certainty: mark.certainty,
    ...(meaning.unit !== undefined ? { unit: meaning.unit } : {}),
    ...(meaning.approximate ? { approximate: true as const } : {}),
    ...(meaning.period !== undefined ? { period: meaning.period } : {}),
    ...(field !== undefined ? { field } : {}),
    ...(mark.masking ? { masking: true as const } : {}),
    ...(mark.insertAt !== undefined ? { insertAt: mark.insertAt } : {}),
  };
}
