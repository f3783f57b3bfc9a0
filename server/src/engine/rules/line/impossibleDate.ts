import type { LineSyntax } from '../../syntax/lineSyntax.ts';
import { isDay, plainNumber } from '../calendar.ts';
import { type LineFinding, type LineRule, type LineWords, wordsOf } from '../rule.ts';
import { sign } from '../signs.ts';

const none: readonly LineFinding[] = Object.freeze([]);
const d = '[0-9０-９]';

const date = new RegExp(
  `(?<![0-9０-９.．])(?:(${d}{4})年)?(${d}{1,2})月(${d}{1,2})日(?:[（(](?:星期|周|礼拜|週|禮拜)([一二三四五六日天])[）)])?`,
  'g',
);
const monthOnly = new RegExp(`(?<!${d})(${d}{4})年(${d}{2})月(?!${d}|龄|齡)`, 'g');
const weekdays = '日一二三四五六';
/** 2024-02-30 or 2024/2/30, by itself: no part of a longer number, a path or an address. */
const numeric = /(?<![0-9A-Za-z./_-])((?:19|20)[0-9]{2})([-/])([0-9]{1,2})\2([0-9]{1,2})(?![0-9A-Za-z_/-]|\.[0-9])/g;
/** Before what looks like a date and is the number of something. */
const numberOf = /(?:号|號|编码|代码|档案|合同|No\.?|ID)[:：为是\s（(]{0,3}$/i;

/** A day that no calendar has: 2月30日, 2024-02-30, 13月; or another day of the week. */
export const impossibleDate: LineRule = {
  code: 'impossible-date',
  scope: 'line',
  check(line) {
    const { text, syntax, signs } = line;
    const alone = aloneIn(line);
    if (alone !== undefined) return alone.isReal ? none : [missing(alone.start, text.slice(alone.start, alone.end))];
    if (syntax.kind === 'code' || syntax.kind === 'comment') return none;
    const found: LineFinding[] = [];
    if ((signs & sign.date) !== 0) writtenOut(text, found);
    if ((signs & sign.dash) !== 0 && syntax.kind !== 'tableRow') withDashes(text, found);
    return found.length === 0 ? none : found;
  },
};

const missing = (start: number, words: string): LineFinding => ({
  code: 'impossible-date',
  severity: 'warning',
  start,
  end: start + words.length,
  message: 'There is no {0}: check the date.',
  args: [words],
});

function writtenOut(text: string, found: LineFinding[]): void {
  date.lastIndex = 0;
  for (let match = date.exec(text); match !== null; match = date.exec(text)) {
    const [words, year, month = '', day = '', weekday] = match;
    const y = year === undefined ? undefined : plainNumber(year);
    if (!isDay(y, plainNumber(month) ?? 0, plainNumber(day) ?? 0)) {
      found.push(missing(match.index, words.replace(/[（(].*/, '')));
    } else if (weekday !== undefined && y !== undefined) {
      const is = weekdays[new Date(Date.UTC(y, (plainNumber(month) ?? 1) - 1, plainNumber(day))).getUTCDay()] as string;
      if (is !== weekday.replace('天', '日')) {
        const message = 'This day is a {0} in the calendar: check the date or the day of the week.';
        found.push({ ...missing(match.index, words), message, args: [`星期${is}`] });
      }
    }
  }
  monthOnly.lastIndex = 0;
  for (let match = monthOnly.exec(text); match !== null; match = monthOnly.exec(text)) {
    const month = plainNumber(match[2] as string) ?? 0;
    if (month < 1 || month > 12) found.push(missing(match.index, match[0]));
  }
}

/** In running text only the end of a month is judged: 2024-15-40 may be the number of anything. */
function withDashes(text: string, found: LineFinding[]): void {
  numeric.lastIndex = 0;
  for (let match = numeric.exec(text); match !== null; match = numeric.exec(text)) {
    const [words, year, , month, day] = match;
    const [m, d] = [Number(month), Number(day)];
    const isLike = m >= 1 && m <= 12 && d >= 1 && d <= 31;
    if (isLike && !isDay(Number(year), m, d) && !numberOf.test(text.slice(Math.max(0, match.index - 8), match.index))) {
      found.push(missing(match.index, words));
    }
  }
}

const chinese = '[〇○零一二三四五六七八九十]';
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Dates that are all of a line, or of a value: year, month and day, the last two in either order. */
const whole: readonly RegExp[] = [
  new RegExp(`^(?<year>${chinese}{4})年(?<month>${chinese}{1,3})月(?<day>${chinese}{1,3})日$`),
  /^(?<year>[0-9]{4})([-./．／])(?<month>[0-9]{1,2})\2(?<day>[0-9]{1,2})$/,
  /^(?<day>[0-9]{1,2})(?:st|nd|rd|th)?\s+(?<month>[A-Za-z]{3,9})\.?,?\s+(?<year>[0-9]{4})$/,
  /^(?<month>[A-Za-z]{3,9})\.?\s+(?<day>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+(?<year>[0-9]{4})$/,
];
const longestDate = 40;
const valueOfDate = /^\s*[^:：]{0,20}(?:日期|时间|date)\s*[:：]\s*["']?/i;

/** A date of issue in another form than 2024年2月30日, or such a date in the front matter; whether there is such a day. */
function aloneIn({ text, syntax }: LineWords): { readonly start: number; readonly end: number; readonly isReal: boolean } | undefined {
  const start = startOfDate(text, syntax);
  const end = text.trimEnd().replace(/["']$/, '').length;
  if (start < 0 || end - start > longestDate) return undefined;
  const words = text.slice(start, end);
  const groups = whole.map((form) => form.exec(words)?.groups).find((one) => one !== undefined);
  if (groups === undefined) return undefined;
  const { year = '', month = '', day = '' } = groups;
  const named = months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return { start, end, isReal: isDay(plainNumber(year), named > 0 ? named : (plainNumber(month) ?? 0), plainNumber(day) ?? 0) };
}

function startOfDate(text: string, { kind }: LineSyntax): number {
  if (kind === 'frontMatter') return valueOfDate.exec(text)?.[0].length ?? -1;
  return kind === 'issueDate' ? wordsOf({ text }).start : -1;
}
