import type { ReportDocument } from '../engine/document.ts';
import type { MissingDatum } from '../engine/missing/missingDatum.ts';
import type { Position, Range } from '../engine/text/position.ts';

/**
 * The nearest missing datum that begins at or after the position (`next`), or before it (`previous`); past the end of the report it goes on
 * from its beginning, and the other way round. `undefined` if nothing is missing. It walks what `missingCount` counts, so hints and
 * masked names are passed over.
 */
export function nextMissingDatum(document: ReportDocument, position: Position, direction: 'next' | 'previous'): Range | undefined {
  return direction === 'next' ? after(document, position) : before(document, position);
}

function after(document: ReportDocument, position: Position): Range | undefined {
  for (const place of countedData(document, Math.max(0, position.line))) {
    if (!comesBefore(place.start, position)) return place;
  }
  for (const place of countedData(document, 0)) return place;
  return undefined;
}

function before(document: ReportDocument, position: Position): Range | undefined {
  let nearest: Range | undefined;
  let last: Range | undefined;
  for (const place of countedData(document, 0)) {
    if (comesBefore(place.start, position)) nearest = place;
    else if (nearest !== undefined) return nearest;
    last = place;
  }
  return nearest ?? last;
}

function* countedData(document: ReportDocument, from: number): Generator<Range, void, undefined> {
  for (const [line, { missing }] of document.flaggedLines(from)) {
    for (const datum of missing) if (isCounted(datum)) yield rangeOf(line, datum);
  }
}

function isCounted({ certainty, masking }: MissingDatum): boolean {
  return certainty !== 'maybe' && masking !== true;
}

function comesBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function rangeOf(line: number, { start, end }: MissingDatum): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}
