/**
 * How well a query fits one of the words: 0 at a word's beginning, 1 within a word, 2 its letters in order from the word's first one;
 * `undefined` for not at all. An empty query fits everything. Blanks and the case of letters do not count.
 */
export function matchRank(query: string, words: readonly string[]): number | undefined {
  const wanted = plain(query);
  if (wanted === '') return 0;
  let best: number | undefined;
  for (const word of words) {
    const rank = rankOf(wanted, plain(word));
    if (rank !== undefined && (best === undefined || rank < best)) best = rank;
  }
  return best;
}

const plain = (text: string): string => text.toLowerCase().replace(/[\s\u3000']/g, '');

function rankOf(wanted: string, word: string): number | undefined {
  const at = word.indexOf(wanted);
  if (at >= 0) return at === 0 ? 0 : 1;
  if (wanted[0] !== word[0]) return undefined;
  let from = 0;
  for (const char of wanted) {
    from = word.indexOf(char, from) + 1;
    if (from === 0) return undefined;
  }
  return 2;
}
