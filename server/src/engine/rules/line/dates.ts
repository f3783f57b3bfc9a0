import { parseNumber } from '../../syntax/numerals.ts';
import { type LineFinding, type LineRule, wordsOf } from '../rule.ts';
import { sign } from '../signs.ts';

const none: readonly LineFinding[] = Object.freeze([]);
const chineseDigits = '〇一二三四五六七八九';

/** 二〇二四 → 2024, 十二 → 12, 05 → 5, １２ → 12; `undefined` for anything else. */
function plainNumber(text: string): number | undefined {
  if (/^[0-9０-９]+$/.test(text)) {
    return Number(text.normalize('NFKC'));
  }
  const digits = [...text.replace(/[○零]/g, '〇')];
  if (digits.length === 4 && digits.every((char) => chineseDigits.includes(char))) {
    return Number(digits.map((char) => chineseDigits.indexOf(char)).join(''));
  }
  return /^[一二三四五六七八九十]{1,3}$/.test(text) ? parseNumber(text) : undefined;
}

const written =
  /^([0-9０-９]{4}|[〇○零一二三四五六七八九]{4})年([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})月([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})日$/;
const numeric = /^([0-9]{4})([-./．／])([0-9]{1,2})\2([0-9]{1,2})$/;

/** The date of issue in Arabic digits, in full, without padding: 2024年1月5日 (GB/T 9704—2012, 7.3.5.4). */
export const dateForm: LineRule = {
  code: 'date-form',
  scope: 'line',
  check({ text, syntax }) {
    if ((syntax.kind !== 'issueDate' && syntax.kind !== 'signature') || (syntax.kind === 'issueDate' && syntax.english)) {
      return none;
    }
    const span = wordsOf({ text });
    const words = text.slice(span.start, span.end);
    const match = written.exec(words) ?? numeric.exec(words)?.toSpliced(2, 1);
    const parts = match?.slice(1).map((part) => plainNumber(part as string));
    if (parts === undefined || parts.includes(undefined)) {
      return none;
    }
    const [year, month, day] = parts as number[];
    const wanted = `${year}年${month}月${day}日`;
    return wanted === words || !isDay(year as number, month as number, day as number)
      ? none
      : [
          {
            code: 'date-form',
            severity: 'warning',
            ...span,
            message: 'Write the date of issue in Arabic digits, in full and without zeros before them: {0}.',
            args: [wanted],
            fix: { title: 'Write “{0}”', args: [wanted], sure: true, edits: [{ ...span, newText: wanted }] },
          },
        ];
  },
};

const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Without a year, 29 February may be. */
function isDay(year: number | undefined, month: number, day: number): boolean {
  const leap = year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  return month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 && !leap ? 28 : (daysOf[month - 1] as number));
}

const date = /(?<![0-9.．])(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})日(?:[（(](?:星期|周|礼拜)([一二三四五六日天])[）)])?/g;
const monthOnly = /(?<![0-9])([0-9]{4})年([0-9]{2})月(?![0-9]|龄)/g;
const weekdays = '日一二三四五六';

/** A day that no calendar has: 2月30日, 13月; or another day of the week. */
export const impossibleDate: LineRule = {
  code: 'impossible-date',
  scope: 'line',
  check({ text, syntax, signs }) {
    if ((signs & sign.date) === 0 || syntax.kind === 'code' || syntax.kind === 'comment') {
      return none;
    }
    const findings: LineFinding[] = [];
    const add = (start: number, words: string, message: string, args: readonly string[]): void => {
      findings.push({ code: 'impossible-date', severity: 'warning', start, end: start + words.length, message, args });
    };
    date.lastIndex = 0;
    for (let match = date.exec(text); match !== null; match = date.exec(text)) {
      const [words, year, month, day, weekday] = match;
      const y = year === undefined ? undefined : Number(year);
      if (!isDay(y, Number(month), Number(day))) {
        add(match.index, words, 'There is no {0}: check the date.', [words.replace(/[（(].*/, '')]);
      } else if (weekday !== undefined && y !== undefined) {
        const is = weekdays[new Date(Date.UTC(y, Number(month) - 1, Number(day))).getUTCDay()] as string;
        if (is !== weekday.replace('天', '日')) {
          add(match.index, words, 'This day is a {0} in the calendar: check the date or the day of the week.', [`星期${is}`]);
        }
      }
    }
    monthOnly.lastIndex = 0;
    for (let match = monthOnly.exec(text); match !== null; match = monthOnly.exec(text)) {
      const month = Number(match[2]);
      if (month < 1 || month > 12) {
        add(match.index, match[0], 'There is no {0}: check the date.', [match[0]]);
      }
    }
    return findings;
  },
};
