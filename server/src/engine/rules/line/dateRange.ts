import { plainNumber } from '../calendar.ts';
import type { LineFinding, LineRule } from '../rule.ts';
import { sign } from '../signs.ts';

const none: readonly LineFinding[] = Object.freeze([]);
const d = '[0-9０-９]';
const year = `(?:19|20|１９|２０)${d}{2}`;
const upTo = '[ \\u3000]?(?:至|到|——?|–|－|-|~|～)[ \\u3000]?';
/** What may stand between a day and the word that leads to the other: （星期二）, 上午9时. */
const between = '(?:[（(][^（()）]{1,8}[）)])?(?:[上下]午|早上|晚上)?(?:[0-9]{1,2}(?:[时点]|[:：][0-9]{2})(?:[0-9]{1,2}分)?)?';

/** Groups 1 to 3 are year, month and day of the first, 4 to 6 of the last; some may be missing. */
const ranges: readonly RegExp[] = [
  // 2024年5月10日至2024年3月8日, 3月5日—2日
  new RegExp(
    `(?<!${d})(?=${d}{1,4}[年月])(?:(${year})年)?(?:(${d}{1,2})月份?)?(?:(${d}{1,2})日)?${between}${upTo}(?=${d}{1,4}[年月日])(?:(${year})年)?(?:(${d}{1,2})月份?)?(?:(${d}{1,2})日)?`,
    'g',
  ),
  // 2024—2022年
  new RegExp(`(?<![0-9０-９.．年月/-])(${year})()()${upTo}(${year})年()()`, 'g'),
  // 2024-05-10至2024-03-08, 2024/5至2024/3
  new RegExp(
    `(?<![0-9A-Za-z./_-])(${year})[-/](${d}{1,2})(?:[-/](${d}{1,2}))?${upTo}(${year})[-/](${d}{1,2})(?:[-/](${d}{1,2}))?(?![0-9A-Za-z_/-]|\\.[0-9])`,
    'g',
  ),
  // 2024.5.10—2024.3.8; 2024.5—2024.3 may be levels of water.
  new RegExp(
    `(?<![0-9A-Za-z./_-])(${year})\\.(${d}{1,2})\\.(${d}{1,2})${upTo}(${year})\\.(${d}{1,2})\\.(${d}{1,2})(?![0-9A-Za-z_/-]|\\.[0-9])`,
    'g',
  ),
];

/**
 * A range of dates that ends before it begins: 2024年5月至2024年3月, 3月5日至2日. Months without a year say nothing (11月至3月), nor does a last
 * date whose year is another's word (次年3月).
 */
export const dateRange: LineRule = {
  code: 'date-range',
  scope: 'line',
  check({ text, syntax, signs }) {
    if ((signs & sign.range) === 0 || syntax.kind === 'code' || syntax.kind === 'comment') return none;
    const found: LineFinding[] = [];
    for (const range of ranges) {
      range.lastIndex = 0;
      for (let match = range.exec(text); match !== null; match = range.exec(text)) {
        const parts = match.slice(1).map((part) => (part ? plainNumber(part) : undefined));
        if (!endsFirst(parts)) continue;
        found.push({
          code: 'date-range',
          severity: 'warning',
          start: match.index,
          end: match.index + match[0].length,
          message: 'This range ends before it begins: check the two dates.',
          args: [],
        });
      }
    }
    return found.length === 0 ? none : found;
  },
};

type Part = number | undefined;

function endsFirst([y1, m1, d1, y2, m2, d2]: readonly Part[]): boolean {
  if (y1 !== undefined && y2 !== undefined) {
    const order = compare(y1, y2) || compare(m1, m2) || (m1 === undefined || m2 === undefined ? 0 : compare(d1, d2));
    return order > 0;
  }
  // 12月25日至1月5日 goes on into the next year.
  return y2 === undefined && (m2 === undefined || m2 === m1) && m1 !== undefined && compare(d1, d2) > 0;
}

const compare = (a: Part, b: Part): number => (a === undefined || b === undefined ? 0 : a - b);
