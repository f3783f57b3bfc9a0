import { decimalText, multiply, parseDecimal, round } from '../decimal.ts';
import type { TableCell } from '../readTable.ts';

/** How the cells of one style show a number. */
export type NumberFormat =
  | { readonly kind: 'general' }
  | { readonly kind: 'text' }
  | { readonly kind: 'number'; readonly decimals: number; readonly percent: boolean }
  | { readonly kind: 'date'; readonly parts: 'date' | 'chinese' | 'chineseMonth' | 'chineseDay' | 'time' };

export const general: NumberFormat = { kind: 'general' };

const fixed = (decimals: number, percent = false): NumberFormat => ({ kind: 'number', decimals, percent });
const date = (parts: 'date' | 'chinese' | 'chineseMonth' | 'chineseDay' | 'time'): NumberFormat => ({ kind: 'date', parts });

/** Formats that go by number (ECMA-376-1, 18.8.30), 27–58 as Chinese Excel has them. */
const builtIn: Readonly<Record<number, NumberFormat>> = {
  1: fixed(0),
  2: fixed(2),
  3: fixed(0),
  4: fixed(2),
  9: fixed(0, true),
  10: fixed(2, true),
  ...Object.fromEntries([14, 15, 16, 17, 22, 30].map((id) => [id, date('date')])),
  ...Object.fromEntries([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id) => [id, date('time')])),
  ...Object.fromEntries([27, 36, 50, 52, 57].map((id) => [id, date('chineseMonth')])),
  ...Object.fromEntries([28, 29, 51, 53, 54, 58].map((id) => [id, date('chineseDay')])),
  31: date('chinese'),
  37: fixed(0),
  38: fixed(0),
  39: fixed(2),
  40: fixed(2),
  41: fixed(0),
  42: fixed(0),
  43: fixed(2),
  44: fixed(2),
  49: { kind: 'text' },
};

/** Reads a format: `0.00`, `#,##0.0%`, `yyyy"年"m"月"d"日"`. What is more than that shows the number as it is. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return builtIn[id] ?? general;
  const first = code.split(';', 1)[0] ?? '';
  const bare = first.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  if (/[yYdD年月日]|[hH]:|m{3}/.test(bare)) {
    if (!/年|月/.test(first)) return date(/[yYdD]/.test(bare) ? 'date' : 'time');
    return date(!/[yY]/.test(bare) ? 'chineseDay' : /[dD]/.test(bare) ? 'chinese' : 'chineseMonth');
  }
  if (bare.trim() === '@') return { kind: 'text' };
  const digits = /^[^0#?]*[#0?,]*[0#?](?:\.([0#?]+))?(%?)[^0#?.,%Ee/]*$/.exec(bare);
  return digits === null ? general : fixed(digits[1]?.length ?? 0, digits[2] === '%');
}

/** What a number cell shows, and the number behind it. `since1904` is the calendar of old Macs. */
export function showNumber(raw: string, format: NumberFormat, since1904: boolean): TableCell {
  const binary = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(binary)) return { text: raw };
  // As Excel does, 15 digits: more are dust of the binary fraction.
  const number = parseDecimal(String(Number(binary.toPrecision(15))));
  if (number === undefined) return { text: raw };
  const plain = decimalText(number);
  switch (format.kind) {
    case 'number': {
      if (!format.percent) return { text: decimalText(round(number, format.decimals), format.decimals), exact: plain };
      const percent = multiply(number, { digits: 100n, scale: 0 }) ?? number;
      return { text: `${decimalText(percent, format.decimals)}%`, exact: `${decimalText(percent)}%` };
    }
    case 'date':
      return { text: dateText(binary, format.parts, since1904) ?? plain };
    default:
      return { text: plain };
  }
}

const msOfDay = 86_400_000;

/** Days since the end of 1899, and a fraction for the time. Excel has a 29 February 1900 that never was. */
function dateText(
  serial: number,
  parts: 'date' | 'chinese' | 'chineseMonth' | 'chineseDay' | 'time',
  since1904: boolean,
): string | undefined {
  if (serial < 0 || serial > 2_958_466) return undefined;
  const days = Math.floor(serial);
  const start = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const when = new Date(start + days * msOfDay + Math.round((serial - days) * 1440) * 60_000);
  const [year, month, day] = [when.getUTCFullYear(), when.getUTCMonth() + 1, when.getUTCDate()];
  const two = (value: number): string => String(value).padStart(2, '0');
  const time = `${two(when.getUTCHours())}:${two(when.getUTCMinutes())}`;
  switch (parts) {
    case 'chinese':
      return `${year}年${month}月${day}日`;
    case 'chineseMonth':
      return `${year}年${month}月`;
    case 'chineseDay':
      return `${month}月${day}日`;
    case 'time':
      return time;
    case 'date':
      return `${year}-${two(month)}-${two(day)}${serial === days ? '' : ` ${time}`}`;
  }
}
