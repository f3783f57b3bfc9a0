/** The indents of a signature and its date from the right edge, in characters. */
export interface SignatureIndents {
  readonly organs: readonly number[];
  readonly date: number;
}

/**
 * 署名 and 成文日期 without seal (GB/T 9704-2012, 7.3.5.2), widths in characters: the signature ends `rightChars` before
 * the edge, the date begins two characters right of the signature's first one. If the date is longer, it ends
 * `rightChars` before the edge and the signature moves left. Several organs begin under each other.
 */
export function signatureIndents(organs: readonly number[], date: number | undefined, rightChars: number): SignatureIndents {
  const widest = organs.reduce((most, width) => Math.max(most, width), 0);
  if (organs.length === 0) return { organs: [], date: rightChars };
  let start = rightChars + widest;
  let dateRight = date === undefined ? 0 : start - 2 - date;
  if (date !== undefined && date > widest) {
    dateRight = rightChars;
    start = dateRight + date + 2;
  }
  return { organs: organs.map((width) => start - width), date: Math.max(0, dateRight) };
}
