import type { ReportDocument } from '../engine/document.ts';
import type { Line } from '../engine/syntax/line.ts';

/** Characters in the lines from `first` to `last` as a writer counts them: no blanks, a character outside the basic plane is one. */
export function countCharacters(document: ReportDocument, first: number, last: number): number {
  let count = 0;
  for (const line of document.lines(first, last + 1)) count += charactersIn(line);
  return count;
}

/** The same of many stretches of lines, summed up once. Good for the text as it is now. */
export class CharacterSums {
  /** Characters before each line; one entry more than lines. */
  readonly #before: Uint32Array;

  constructor(document: ReportDocument) {
    this.#before = new Uint32Array(document.lineCount + 1);
    let at = 0;
    for (const line of document.lines()) {
      this.#before[at + 1] = (this.#before[at] ?? 0) + charactersIn(line);
      at += 1;
    }
  }

  /** From line `first` on, before line `end`. */
  between(first: number, end: number): number {
    return (this.#before[end] ?? 0) - (this.#before[first] ?? 0);
  }
}

/** The same in one line; nothing in comments and front matter. */
function charactersIn({ text, syntax }: Line): number {
  if (syntax.kind === 'comment' || syntax.kind === 'frontMatter') return 0;
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (counts(text.charCodeAt(at))) count += 1;
  return count;
}

/** Neither a blank nor the second half of a surrogate pair. */
function counts(code: number): boolean {
  return code > 0x20 && code !== 0xa0 && code !== 0x3000 && code >>> 10 !== 0x37;
}
