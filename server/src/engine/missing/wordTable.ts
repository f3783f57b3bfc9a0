/** A set of words that can be looked up at a place of a text, the longest first. */
export class WordTable {
  private readonly byFirst = new Map<number, string[]>();
  private readonly byLast = new Map<number, string[]>();

  /** `words`: separated by blanks. */
  constructor(words: string) {
    const unique = new Set(words.split(/\s+/).filter((word) => word !== ''));
    for (const word of unique) {
      add(this.byFirst, word.charCodeAt(0), word);
      add(this.byLast, word.charCodeAt(word.length - 1), word);
    }
    for (const list of [...this.byFirst.values(), ...this.byLast.values()]) list.sort((a, b) => b.length - a.length);
  }

  /** The longest word that begins at `at` and ends before `end`. */
  at(text: string, at: number, end: number): string | undefined {
    return this.byFirst.get(text.charCodeAt(at))?.find((word) => at + word.length <= end && text.startsWith(word, at));
  }

  /** The longest word that ends at `at` and begins after `start`. */
  before(text: string, at: number, start: number): string | undefined {
    return this.byLast.get(text.charCodeAt(at - 1))?.find((word) => at - word.length >= start && text.startsWith(word, at - word.length));
  }

  /** Whether any word stands in `text` between `start` and `end`; for short stretches. */
  within(text: string, start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.at(text, at, end) !== undefined) return true;
    return false;
  }
}

function add(map: Map<number, string[]>, key: number, word: string): void {
  const list = map.get(key);
  if (list) list.push(word);
  else map.set(key, [word]);
}
