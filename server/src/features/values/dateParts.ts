import { parseAmount } from './amount.ts';

/** The parts of a point of time that a writer named. */
export interface DateParts {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const year = '(?<year>\\d{4}|[〇零一二三四五六七八九]{4})';
const number = '\\d{1,2}|[一二三四五六七八九十]{1,3}';
const word = '(?<word>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?';
const dayWord = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';

/** Each form as it is written in reports; a value is a date when one of them is all of it. */
const forms: readonly RegExp[] = [
  new RegExp(
    `^(?=.)(?:${year}年)?(?:(?<month>${number})月份?)?(?:(?<day>${number})[日号])?(?:(?<hour>${number})[时点](?:(?<minute>${number})分?)?)?$`,
  ),
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})(?:[-/.](?<day>\d{1,2}))?$/,
  /^(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>\d{4})$/,
  /^(?<hour>\d{1,2}):(?<minute>\d{2})$/,
  new RegExp(`^${dayWord} ${word}(?:,? (?<year>\\d{4}))?$`, 'i'),
  new RegExp(`^${word} ${dayWord}(?:,? (?<year>\\d{4}))?$`, 'i'),
  new RegExp(`^${word},? (?<year>\\d{4})$`, 'i'),
  new RegExp(`^${year}$`),
];

/** `2025年3月5日`, `三月五日`, `2025-03-05`, `5 March 2025`, `9时30分` …; `undefined` for anything else. Real or not is not asked here. */
export function parseDate(text: string): DateParts | undefined {
  const plain = text.normalize('NFKC').trim();
  if (plain.length > 40) return undefined;
  for (const form of forms) {
    const groups = form.exec(plain)?.groups;
    if (groups !== undefined) return partsOf(groups);
  }
  return undefined;
}

function partsOf(groups: Readonly<Record<string, string | undefined>>): DateParts {
  const parts: Record<string, number> = {};
  for (const name of ['year', 'month', 'day', 'hour', 'minute']) {
    const value = parseAmount(groups[name] ?? '')?.value;
    if (value !== undefined) parts[name] = value;
  }
  const named = groups.word?.slice(0, 3).toLowerCase();
  if (named !== undefined) parts.month = months.indexOf(named) + 1;
  return parts;
}

const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Is there such a day, and such an hour? Without its year 29 February counts as real. */
export function isReal({ year, month, day, hour = 0, minute = 0 }: DateParts): boolean {
  if (month !== undefined && !(month >= 1 && month <= 12)) return false;
  if (day !== undefined && !(day >= 1 && day <= daysIn(year, month))) return false;
  return hour <= 24 && minute <= 59;
}

function daysIn(year: number | undefined, month: number | undefined): number {
  if (month === undefined) return 31;
  const leap = year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  return month === 2 && !leap ? 28 : (daysOfMonth[month - 1] ?? 0);
}
