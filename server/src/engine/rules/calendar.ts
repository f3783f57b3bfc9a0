import { parseNumber } from '../syntax/numerals.ts';

const chineseDigits = '〇一二三四五六七八九';

/** 二〇二四 → 2024, 十二 → 12, 05 → 5, １２ → 12; `undefined` for anything else. */
export function plainNumber(text: string): number | undefined {
  if (/^[0-9０-９]+$/.test(text)) {
    return Number(text.normalize('NFKC'));
  }
  const digits = [...text.replace(/[○零]/g, '〇')];
  if (digits.length === 4 && digits.every((char) => chineseDigits.includes(char))) {
    return Number(digits.map((char) => chineseDigits.indexOf(char)).join(''));
  }
  return /^[一二三四五六七八九十]{1,3}$/.test(text) ? parseNumber(text) : undefined;
}

const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the calendar has the day. Without a year, 29 February may be. */
export function isDay(year: number | undefined, month: number, day: number): boolean {
  const leap = year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  return month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 && !leap ? 28 : (daysOf[month - 1] as number));
}
