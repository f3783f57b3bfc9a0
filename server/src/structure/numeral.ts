import { parseNumber, toChineseNumber } from '../engine/syntax/numerals.ts';
import type { Span } from '../engine/text/position.ts';

/** A numeral in its line: `start` to `end` are its UTF-16 columns. */
export interface Numeral extends Span {
  readonly value: number;
}

/** In which signs a number is written: 二 · 贰 · 貳 · 2 · ２. */
export type Alphabet = 'chinese' | 'formal' | 'traditional' | 'arabic' | 'fullWidth';

const plain = '一二三四五六七八九十百';
const formalSigns: Readonly<Record<'formal' | 'traditional', string>> = {
  formal: '壹贰叁肆伍陆柒捌玖拾佰',
  traditional: '壹貳參肆伍陸柒捌玖拾佰',
};

/** The largest number that a mark before a heading can have: beyond it no mark would be read as one. */
export const largest = 999;

/** The signs of a numeral. 壹 alone is taken for the simplified form. */
export function alphabetOf(numeral: string): Alphabet {
  if (/[0-9]/.test(numeral)) return 'arabic';
  if (/[０-９]/.test(numeral)) return 'fullWidth';
  if (/[貳參叄陸]/.test(numeral)) return 'traditional';
  return /[壹贰叁肆伍陆柒捌玖拾佰]/.test(numeral) ? 'formal' : 'chinese';
}

/** A number from 0 to 999 in the signs of `like`, leading zeros as there. */
export function writeNumeral(value: number, like: string, alphabet = alphabetOf(like)): string {
  if (alphabet === 'arabic' || alphabet === 'fullWidth') {
    const digits = /^[0０]/.test(like) ? String(value).padStart(like.length, '0') : String(value);
    return alphabet === 'arabic' ? digits : digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  }
  const chinese = value === 0 ? '零' : toChineseNumber(value);
  if (alphabet === 'chinese') return chinese;
  const signs = formalSigns[alphabet];
  return chinese.replace(/[一二三四五六七八九十百]/g, (sign) => signs.charAt(plain.indexOf(sign)));
}

/** The signs in which a number like this one is written, in a report with 貳 and 參: 肆 alone does not tell 貳 from 贰. */
export function signsOf(like: string, isTraditional: boolean): Alphabet {
  const alphabet = alphabetOf(like);
  return alphabet === 'formal' && isTraditional ? 'traditional' : alphabet;
}

const anyNumeral = /[0-9]+|[０-９]+|[〇零一二三四五六七八九十百]+|[壹贰貳叁參叄肆伍陆陸柒捌玖拾佰]+/g;

/** The numerals between two columns of a line: one of 第三章, two of 2.1. */
export function numeralsIn(text: string, from: number, to: number): readonly Numeral[] {
  const found: Numeral[] = [];
  for (const match of text.slice(from, to).matchAll(anyNumeral)) {
    const start = from + match.index;
    found.push({ start, end: start + match[0].length, value: parseNumber(match[0]) ?? 0 });
  }
  return found;
}
