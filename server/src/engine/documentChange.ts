/** Which lines an update scanned anew: from line `from` on, `removed` old ones gave way to `inserted` new ones. */
export interface DocumentChange {
  readonly from: number;
  readonly removed: number;
  readonly inserted: number;
}

export const noChange: DocumentChange = { from: 0, removed: 0, inserted: 0 };

/** Two changes, one after the other, as one. */
export function union(a: DocumentChange, b: DocumentChange): DocumentChange {
  // b speaks of the text after a: lines of b beyond a's shift back by what a added.
  const from = Math.min(a.from, b.from);
  const aEnd = a.from + a.inserted;
  const bEnd = b.from + b.removed;
  const end = Math.max(aEnd, bEnd);
  return {
    from,
    removed: end - from - (a.inserted - a.removed),
    inserted: end - from + (b.inserted - b.removed),
  };
}
