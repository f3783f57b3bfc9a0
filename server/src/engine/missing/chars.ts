/** Classes of UTF-16 code units, as bits. */
export const HAN = 1;
export const DIGIT = 2;
export const LATIN = 4;
const BLANK = 8;
/** 一 to 九, 十, 百, 千 and 〇: the numerals of Chinese years and ordinals. */
export const NUMERAL = 16;

const classes = /* @__PURE__ */ buildClasses();

function buildClasses(): Uint8Array {
  const table = new Uint8Array(65536);
  const fill = (from: number, to: number, bit: number): void => {
    for (let code = from; code <= to; code++) table[code] = (table[code] ?? 0) | bit;
  };
  fill(0x3400, 0x4dbf, HAN);
  fill(0x4e00, 0x9fff, HAN);
  fill(0xf900, 0xfaff, HAN);
  // The surrogates of the planes that hold the rarer ideographs.
  fill(0xd840, 0xd88d, HAN);
  fill(0xdc00, 0xdfff, HAN);
  fill(0x30, 0x39, DIGIT);
  fill(0xff10, 0xff19, DIGIT);
  fill(0x41, 0x5a, LATIN);
  fill(0x61, 0x7a, LATIN);
  fill(0xc0, 0xd6, LATIN);
  fill(0xd8, 0xf6, LATIN);
  fill(0xf8, 0x24f, LATIN);
  fill(0x370, 0x3ff, LATIN);
  for (const blank of ' \t\u00a0\u3000\u2002\u2003\u2009') table[blank.charCodeAt(0)] = BLANK;
  for (const numeral of '一二三四五六七八九十百千零〇') table[numeral.charCodeAt(0)] = (table[numeral.charCodeAt(0)] ?? 0) | NUMERAL;
  return table;
}

/** The class bits of a code unit; 0 for punctuation, symbols and NaN (beyond the text). */
export function classOf(code: number): number {
  return classes[code] ?? 0;
}

export const isHan = (code: number): boolean => (classOf(code) & HAN) !== 0;
export const isDigit = (code: number): boolean => (classOf(code) & DIGIT) !== 0;
export const isLatin = (code: number): boolean => (classOf(code) & LATIN) !== 0;
export const isBlank = (code: number): boolean => (classOf(code) & BLANK) !== 0;
export const isWord = (code: number): boolean => (classOf(code) & (DIGIT | LATIN)) !== 0;

/** Where the run of blanks that begins at `at` ends. */
export function skipBlanks(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && isBlank(text.charCodeAt(next))) next++;
  return next;
}

/** Where the run of blanks that ends at `at` begins. */
export function skipBlanksBack(text: string, at: number, start: number): number {
  let next = at;
  while (next > start && isBlank(text.charCodeAt(next - 1))) next--;
  return next;
}

/** Where the run of the code unit at `at` ends. */
export function runEnd(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  let next = at + 1;
  while (next < end && text.charCodeAt(next) === code) next++;
  return next;
}

/** Where a figure of marks with its separators ends: `**.*`, `X,XXX`, `__._`; `to` is the end of its first run. */
export function figureEnd(text: string, from: number, to: number, end: number): number {
  const code = text.charCodeAt(from);
  let stop = to;
  while (stop + 1 < end && (text[stop] === '.' || text[stop] === ',' || text[stop] === '·') && text.charCodeAt(stop + 1) === code)
    stop = runEnd(text, stop + 1, end);
  return stop;
}
