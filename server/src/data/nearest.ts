/** Longer names are not compared. */
const longest = 50;

/** The name that `word` was probably meant to be: few letters differ, or one contains the other. `undefined` if none is near. */
export function nearestName(word: string, names: Iterable<string>): string | undefined {
  if (word.length > longest || word === '') return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 0.5;
  for (const name of names) {
    if (name.length > longest) continue;
    const distance = distanceOf(word.toLowerCase(), name.toLowerCase(), least);
    if (distance < least) {
      best = name;
      least = distance;
    }
  }
  return best;
}

function distanceOf(a: string, b: string, limit: number): number {
  if (a.length >= 2 && b.length >= 2 && (a.includes(b) || b.includes(a)))
    return Math.min(limit - 0.1, Math.abs(a.length - b.length) / 10 + 0.5);
  return Math.abs(a.length - b.length) < limit ? editDistance(a, b) : limit;
}

/** How many letters must be put in, taken out, changed or swapped with the next one. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(change, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
