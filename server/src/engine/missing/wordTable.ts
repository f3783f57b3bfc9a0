interface Node {
  readonly next: Map<number, Node>;
  word: string | undefined;
}

/** A set of words that can be looked up at a place of a text, the longest first: two tries, one read forwards and one backwards. */
export class WordTable {
  private readonly forwards: Node = { next: new Map(), word: undefined };
  private readonly backwards: Node = { next: new Map(), word: undefined };

  /** `words`: separated by blanks. */
  constructor(words: string) {
    for (const word of words.split(/\s+/)) {
      if (word === '') continue;
      let front = this.forwards;
      let back = this.backwards;
      for (let at = 0; at < word.length; at++) {
        front = child(front, word.charCodeAt(at));
        back = child(back, word.charCodeAt(word.length - 1 - at));
      }
      front.word = word;
      back.word = word;
    }
  }

  /** The longest word that begins at `at` and ends before `end`. */
  at(text: string, at: number, end: number): string | undefined {
    let node = at < end ? this.forwards.next.get(text.charCodeAt(at)) : undefined;
    let found: string | undefined;
    for (let next = at + 1; node !== undefined; next++) {
      if (node.word !== undefined) found = node.word;
      node = next < end ? node.next.get(text.charCodeAt(next)) : undefined;
    }
    return found;
  }

  /** The longest word that ends at `at` and begins after `start`. */
  before(text: string, at: number, start: number): string | undefined {
    let node = at > start ? this.backwards.next.get(text.charCodeAt(at - 1)) : undefined;
    let found: string | undefined;
    for (let next = at - 2; node !== undefined; next--) {
      if (node.word !== undefined) found = node.word;
      node = next >= start ? node.next.get(text.charCodeAt(next)) : undefined;
    }
    return found;
  }
}

function child(node: Node, code: number): Node {
  const known = node.next.get(code);
  if (known) return known;
  const made: Node = { next: new Map(), word: undefined };
  node.next.set(code, made);
  return made;
}
