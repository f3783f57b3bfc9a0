import { type Decimal, parseDecimal } from './decimal.ts';

/** A value that is a number, taken apart. */
export interface NumberValue {
  readonly number: Decimal;
  /** The number as it was typed, without its unit. */
  readonly typed: string;
  /** The unit that was typed after it: `12.5%`, `3万元`. */
  readonly unit: string;
  /** Thousands are separated: `12,345`. */
  readonly grouped: boolean;
}

/** Longest unit that is read behind a number: what is longer is a sentence. */
const longestUnit = 8;

/** Reads `1234.5`, `1,234.5`, `１２`, `12.5%`, `3万元`; `undefined` for what is no number: a date, words, `3-5`. */
export function parseValue(text: string): NumberValue | undefined {
  if (text.length > 120) return undefined;
  const plain = text.normalize('NFKC').replace(/^[−–]/, '-').trim();
  const match =
    /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d{1,3})?) ?([%‰]|°C|[\p{Script=Han}A-Za-z][\p{Script=Han}A-Za-z23/ ]*)?$/u.exec(
      plain,
    );
  const digits = match?.[1];
  if (digits === undefined) return undefined;
  const unit = match?.[2]?.trim() ?? '';
  if (unit.length > longestUnit || isDatePart(unit) || /^[Xx]+$/.test(unit)) return undefined;
  const number = parseDecimal(digits.replaceAll(',', ''));
  if (number === undefined) return undefined;
  return { number, typed: digits, unit, grouped: digits.includes(',') };
}

/** 2025年, 3月 are dates or parts of one. */
function isDatePart(unit: string): boolean {
  return /^[年月日号]/.test(unit);
}

/** Puts commas between thousands: `-1234.5` becomes `-1,234.5`. */
export function groupThousands(digits: string): string {
  const match = /^(-?)(\d+)(.*)$/.exec(digits);
  if (match === null) return digits;
  const [, sign = '', whole = '', rest = ''] = match;
  const parts: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) parts.unshift(whole.slice(Math.max(0, end - 3), end));
  return `${sign}${parts.join(',')}${rest}`;
}
