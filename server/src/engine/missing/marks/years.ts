import { isBlank, isDigit, isHan, isLatin } from '../chars.ts';

const chineseDigits = '〇○零一二三四五六七八九０';
const yearFollowers = '年〕]）)-—－/.~～至';

/**
 * The column where a year begins whose last figures are a mark (`20XX`, `20**`, `201X`, `二〇××`), or -1.
 * `from` and `to` are the mark. Two or three figures stand before it, and the whole is followed by 年, a bracket, or nothing that could go on a number.
 */
export function yearStart(text: string, start: number, from: number, to: number, end: number): number {
  const length = to - from;
  if (length > 3) return -1;
  let at = from;
  while (at > start && from - at < 4 && isDigit(text.charCodeAt(at - 1))) at--;
  const digits = from - at;
  if (digits === 0) return chineseYearStart(text, start, from, to, end);
  if (digits > 3 || digits < 2) return -1;
  const head = text.slice(at, at + 2);
  if (head !== '20' && head !== '19') return -1;
  const before = at > start ? (text[at - 1] ?? '') : '';
  if (before === '.' || (before === '-' && !/[Xx*_×〇年\d]/.test(text[at - 2] ?? '')) || before === '×' || before === '*') return -1;
  if (isLatin(text.charCodeAt(at - 1)) && at > start && !/(?:FY|CY|Q[1-4X])$/.test(text.slice(Math.max(start, at - 2), at))) return -1;
  const after = to < end ? (text[to] ?? '') : '';
  if (after !== '' && yearFollowers.includes(after)) return digits + length <= 4 ? at : -1;
  if (digits + length !== 4) return isBlank(after.charCodeAt(0)) && text[to + 1] === '年' ? at : -1;
  const code = after === '' ? 0 : after.charCodeAt(0);
  if (isLatin(code) || isDigit(code)) return -1;
  // 20××元 would be an amount, 20XX年 is above.
  return /[元人次个件户万亿%％项台]/.test(after) && isHan(code) ? -1 : at;
}

function chineseYearStart(text: string, start: number, from: number, to: number, end: number): number {
  let at = from;
  while (at > start && from - at < 4 && chineseDigits.includes(text[at - 1] ?? '\n')) at--;
  const head = text[at] ?? '';
  return at < from && (head === '二' || head === '一') && from - at + (to - from) <= 4 && to < end && text[to] === '年' ? at : -1;
}
