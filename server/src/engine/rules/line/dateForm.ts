import { isDay, plainNumber } from '../calendar.ts';
import { type LineFinding, type LineRule, wordsOf } from '../rule.ts';

const none: readonly LineFinding[] = Object.freeze([]);
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
