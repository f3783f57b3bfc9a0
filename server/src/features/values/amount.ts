/** A number as a writer types it. */
export interface Amount {
  readonly value: number;
  /** What follows the number: its unit, with its scale where that is no part of the number (12.5万元 → 万元). */
  readonly rest: string;
}

const arabic = /^(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(\.\d+)?/;
const digitWords: ReadonlyMap<string, number> = new Map(
  [...'〇一二三四五六七八九'].flatMap((word, value): [string, number][] => [
    [word, value],
    ['零壹贰叁肆伍陆柒捌玖'.charAt(value), value],
  ]),
).set('两', 2);
const tens: ReadonlyMap<string, number> = new Map(Object.entries({ 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }));
const myriads: ReadonlyMap<string, number> = new Map(Object.entries({ 万: 1e4, 萬: 1e4, 亿: 1e8 }));
const chinese = /^[〇零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟萬]{1,24}/;
const approximations = /^(?:约为?|大约|近|超过?|不足|逾|共|about|some|over|nearly)\s*/i;

/**
 * Reads `1,200`, `１２．５`, `-3%`, `约300`, `十二`, `三万五千元` and the like. `undefined` for what does not begin with a number. Chinese
 * numerals count their 万 and 亿 themselves; after Arabic ones they belong to the unit.
 */
export function parseAmount(text: string): Amount | undefined {
  const plain = text.normalize('NFKC').trim().replace(approximations, '');
  const sign = /^[-−–]/.test(plain) ? -1 : 1;
  const words = plain.replace(/^[-−–+]\s*/, '');
  const digits = arabic.exec(words);
  if (digits !== null) {
    const [whole, integer = '', fraction = ''] = digits;
    return { value: sign * Number(`${integer.replaceAll(',', '')}${fraction}`), rest: words.slice(whole.length).trim() };
  }
  const numeral = chinese.exec(words)?.[0];
  return numeral === undefined ? undefined : { value: sign * chineseValue(numeral), rest: words.slice(numeral.length).trim() };
}

/** 十二 → 12, 三万五千 → 35,000, 二〇二五 → 2025. */
function chineseValue(numeral: string): number {
  let sum = 0;
  let section = 0;
  let digit: number | undefined;
  for (const char of numeral) {
    const value = digitWords.get(char);
    const ten = tens.get(char);
    const myriad = myriads.get(char);
    if (value !== undefined) digit = digit === undefined ? value : digit * 10 + value;
    else if (ten !== undefined) {
      section += (digit ?? 1) * ten;
      digit = undefined;
    } else if (myriad !== undefined) {
      sum = (sum + section + (digit ?? 0)) * myriad;
      section = 0;
      digit = undefined;
    }
  }
  return sum + section + (digit ?? 0);
}

/** `3-5`, `3至5`, `3～5`: its two ends; otherwise the text alone. */
export function endsOfRange(text: string): readonly string[] {
  const ends = /^([^-–—~～至到]+)(?:[-–—~～]+|至|到)([^-–—~～至到]+)$/.exec(text.trim());
  return ends === null ? [text] : [ends[1] ?? '', ends[2] ?? ''];
}
