import { endsOfRange, parseAmount } from './amount.ts';
import { type DateParts, isReal, parseDate } from './dateParts.ts';
import type { ValueCheck, ValuePlace } from './place.ts';

/** The parts that a mark can ask for: `20XX年X月X日`, `×时×分`. */
const parts = [
  { sign: '年', name: 'year', example: '2025年' },
  { sign: '月', name: 'month', example: '3月' },
  { sign: '日', name: 'day', example: '5日' },
  { sign: '时', name: 'hour', example: '9时' },
  { sign: '分', name: 'minute', example: '30分' },
] as const;

/** For a place whose unit stands in the report: the part of a date that the bare number is. */
const partOfUnit: Readonly<Record<string, keyof DateParts>> = {
  年: 'year',
  年度: 'year',
  月: 'month',
  月份: 'month',
  日: 'day',
  时: 'hour',
  点: 'hour',
  点钟: 'hour',
  分: 'minute',
};

/** A real day, month, year or hour, with the parts that the place asks for. */
export const checkDate: ValueCheck = (value, place) => {
  const { datum, mark, t } = place;
  const part = datum.unit === undefined ? undefined : partOfUnit[datum.unit];
  if (part !== undefined) return checkPart(value, part, place);
  if (datum.unit !== undefined) return undefined;
  const date = parseDate(value);
  if (date === undefined) return t('“{0}” is no date.', value);
  const doubt = doubtOf(value, date, place);
  if (doubt !== undefined) return doubt;
  const wanted = parts.filter(({ sign }) => mark.includes(sign));
  const fits = wanted.length === 0 || parts.every((one) => (date[one.name] !== undefined) === wanted.includes(one));
  const chinese = wanted.length === 0 || wanted.every(({ sign }) => value.includes(sign));
  return fits && chinese ? undefined : t('A date like {0} is expected here.', wanted.map(({ example }) => example).join(''));
};

function checkPart(value: string, part: keyof DateParts, place: ValuePlace): string | undefined {
  const { datum, left, t } = place;
  const unit = datum.unit ?? '';
  for (const end of endsOfRange(value)) {
    const amount = parseAmount(end);
    if (amount === undefined) return t('“{0}” is no number.', value);
    if (amount.rest !== '') return t('“{0}” follows already: write the number alone.', unit);
    const doubt = doubtOf(`${end}${unit}`, { ...(part === 'day' ? monthBefore(left) : {}), [part]: amount.value }, place);
    if (doubt !== undefined) return doubt;
  }
  return undefined;
}

function doubtOf(value: string, date: DateParts, { t }: ValuePlace): string | undefined {
  if (!isReal(date) || Object.values(date).some((number) => !Number.isInteger(number))) return t('There is no {0}.', value);
  if (date.year !== undefined && (date.year < 1900 || date.year > 2100)) return t('The year {0} is unlikely.', date.year);
  return undefined;
}

/** 2025年2月 right before the day. */
function monthBefore(left: string): DateParts {
  const found = /(?:(\d{4})年)?(\d{1,2})月$/.exec(left.slice(-10));
  if (found === null) return {};
  const [, year, month] = found;
  return { ...(year !== undefined && { year: Number(year) }), month: Number(month) };
}
