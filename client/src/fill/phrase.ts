import type { MissingEntry } from '../../../server/src/protocol/missingData.ts';

/** The words around a gap, the gap in brackets. */
export function phraseOf({ insertAt, phrase: { before, mark, after } }: MissingEntry): string {
  return insertAt === undefined ? `${before}⟦${mark}⟧${after}` : `${before}⟦⟧${mark}${after}`;
}
