import type { Pinyin } from './catalogue.ts';
import table from './characterPinyin.generated.json';

/** Longest word of the table, in characters. */
const longestWord = 4;

/**
 * The pinyin of names that are not in the catalogue of the extension: by the characters of GB 2312 and some words in which they are read
 * otherwise (30 KB; pinyin-pro itself, which made the table, is more than ten times as large). The table is put in order on first use.
 */
export class NamePinyin {
  private readings: ReadonlyMap<string, string> | undefined;
  /** What a name reads depends on nothing else, so an entry is never stale. */
  private readonly known = new Map<string, Pinyin | undefined>();

  /** Full pinyin and initials; `undefined` for a name without Chinese characters that are known. */
  get(name: string): Pinyin | undefined {
    if (!this.known.has(name)) {
      this.known.set(name, this.read(name));
    }
    return this.known.get(name);
  }

  private read(name: string): Pinyin | undefined {
    if (!/[\u3400-\u9fff]/.test(name)) {
      return undefined;
    }
    this.readings ??= readingsOf();
    const syllables: string[] = [];
    const characters = [...name];
    for (let at = 0; at < characters.length; ) {
      let length = Math.min(longestWord, characters.length - at);
      while (length > 1 && !this.readings.has(characters.slice(at, at + length).join(''))) {
        length--;
      }
      const word = characters.slice(at, at + length).join('');
      const reading = this.readings.get(word) ?? (/^[A-Za-z0-9]$/.test(word) ? word.toLowerCase() : '');
      for (const syllable of reading.split(' ')) {
        syllables.push(syllable);
      }
      at += length;
    }
    const full = syllables.join('');
    return full === '' ? undefined : [full, syllables.map((syllable) => syllable.charAt(0)).join('')];
  }
}

/** Character or word → its syllables with blanks between. */
function readingsOf(): ReadonlyMap<string, string> {
  const readings = new Map<string, string>();
  for (const [syllable, characters] of Object.entries(table.characters)) {
    for (const character of characters) {
      readings.set(character, syllable);
    }
  }
  for (const [word, reading] of Object.entries(table.words)) {
    readings.set(word, reading);
  }
  return readings;
}
