import type { Catalogue } from './catalogue.ts';

/** A word that VS Code's fuzzy match reads no further than this. */
const longestFilter = 120;

/** All by which an entry is found: its name, initials and pinyin, then its other names in the same way. */
export function searchWords(catalogue: Catalogue, name: string, aliases: readonly string[], usePinyin: boolean): readonly string[] {
  const words: string[] = [];
  for (const one of [name, ...aliases]) {
    words.push(one);
    const pinyin = usePinyin ? catalogue.pinyin.get(one) : undefined;
    if (pinyin !== undefined) {
      words.push(pinyin[1], pinyin[0]);
    }
  }
  return words;
}

/**
 * What VS Code matches the typed text with. It compares with all that the edit replaces, so the text begins with the mark that the
 * writer typed (`/`, `、`, `三、`); and each word begins after a blank, or its first letter would not count as one.
 */
export function filterText(lead: string, words: readonly string[]): string {
  let text = lead;
  for (const [i, word] of words.entries()) {
    if (i > 0 && text.length + word.length + 1 > longestFilter) {
      break;
    }
    text += i === 0 ? word : ` ${word}`;
  }
  return text;
}

/** Whether the letters or characters of `query` stand in one of the words, in order. An empty query matches all. */
export function matches(query: string, words: readonly string[]): boolean {
  const wanted = query.toLowerCase().replace(/[\s\u3000']/g, '');
  return words.some((word) => isSubsequence(wanted, word.toLowerCase()));
}

function isSubsequence(wanted: string, word: string): boolean {
  if (wanted[0] !== word[0] && !word.includes(wanted)) {
    return false;
  }
  let at = 0;
  for (const char of wanted) {
    at = word.indexOf(char, at);
    if (at < 0) {
      return false;
    }
    at += char.length;
  }
  return true;
}
