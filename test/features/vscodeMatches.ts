/**
 * Whether VS Code shows an item: the rule of its fuzzy match (`fuzzyScore` in src/vs/base/common/filters.ts), without the score. All typed
 * characters occur in order, in the first 128; and the first one is the first of the word, or stands after a separator, or in upper case.
 */
export function vscodeMatches(typed: string, filterText: string): boolean {
  const pattern = typed.toLowerCase();
  const word = filterText.slice(0, 128);
  const low = word.toLowerCase();
  if (pattern === '') {
    return true;
  }
  for (let first = low.indexOf(pattern[0] ?? ''); first >= 0; first = low.indexOf(pattern[0] ?? '', first + 1)) {
    const isStrong =
      first === 0 ||
      ' _-./\\\'":$<>()[]{}'.includes(low[first - 1] ?? '') ||
      (word[first] !== low[first] && word[first - 1] === low[first - 1]);
    let at = first;
    let i = 1;
    while (isStrong && i < pattern.length) {
      at = low.indexOf(pattern[i] ?? '', at + 1);
      if (at < 0) {
        break;
      }
      i++;
    }
    if (isStrong && i === pattern.length) {
      return true;
    }
  }
  return false;
}
