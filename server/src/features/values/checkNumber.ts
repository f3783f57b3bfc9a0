import { type Amount, endsOfRange, parseAmount } from './amount.ts';
import type { ValueCheck, ValuePlace } from './place.ts';

/** Measures of which there may be a part; everything else is counted in whole numbers. */
const measured = /^(?:[a-zA-Zμ°℃/³²㎡]+|.*(?:[米里亩吨克斤升顷方时分秒年月周天岁度瓦伏安碳煤成日电])|工作日|学分)$/;
const scaled = /[百千万亿]/;

/** A count takes a whole number that is not negative; 3.5 亩 and 1.2 万人次 are measures and may have decimals. */
export const checkCount: ValueCheck = (value, place) => {
  const { t, datum } = place;
  return numbers(value, place, (amount) => {
    if (amount.value < 0) return t('A number of this kind is not below zero.');
    const unit = datum.unit ?? amount.rest;
    if (Number.isInteger(amount.value) || measured.test(unit) || scaled.test(unit)) return undefined;
    return unit === '' ? t('A whole number is expected here.') : t('A whole number is expected before “{0}”.', unit);
  });
};

export const checkMoney: ValueCheck = (value, place) =>
  numbers(value.replace(/^(?:人民币|[¥￥$€£]|RMB|USD|EUR|GBP|CNY)\s*/i, ''), place, (amount) =>
    amount.value < 0 ? place.t('A sum of money is not below zero here.') : undefined,
  );

const change =
  /增|降|升|涨|跌|减|提高|回落|同比|环比|上年|去年|幅|速|growth|grew|rose|rise|fell|fall|increas|decreas|drop|chang|\bup\b|\bdown\b/i;
const fulfilled = /(?:完成|达到?|为|超)[^，。；]{0,14}(?:计划|预算|目标|任务|预期)/;
const fall = /(?:降低|下降|减少|回落|下滑|fell by|decreased by|down)\s*$/i;

/** A share lies between 0 and 100; growth, and what is fulfilled of a plan, may be any number. */
export const checkPercent: ValueCheck = (value, place) => {
  const { t, datum, left } = place;
  return numbers(value, place, (amount) => {
    const near = left.slice(-24);
    if (amount.value < 0 && fall.test(near)) return t('The words before say already that it fell: write the number without its minus.');
    const share = (datum.unit ?? '%') === '%' || datum.unit === '％';
    const free = change.test(near.slice(-12)) || change.test(datum.field ?? '') || fulfilled.test(near);
    if (!share || free || (amount.value >= 0 && amount.value <= 100)) return undefined;
    return t('A share is between 0 and 100 %.');
  });
};

export const checkRatio: ValueCheck = (value, place) => {
  const parts = value.normalize('NFKC').split(/[/:∶比]/);
  return parts.length > 2 || parts.some((part) => parseAmount(part) === undefined) ? place.t('“{0}” is no number.', value) : undefined;
};

export const checkMultiple: ValueCheck = (value, place) =>
  numbers(value, place, (amount) => (amount.value < 0 ? place.t('A number of this kind is not below zero.') : undefined));

/** Each end of a range by itself; then what is written after the number, against what follows in the report. */
function numbers(value: string, place: ValuePlace, check: (amount: Amount) => string | undefined): string | undefined {
  for (const end of endsOfRange(value)) {
    const amount = parseAmount(end);
    if (amount === undefined) return place.t('“{0}” is no number.', value);
    const doubt = check(amount) ?? checkUnit(amount, place);
    if (doubt !== undefined) return doubt;
  }
  return undefined;
}

const approximation = /^[余多来几]/;

function checkUnit({ rest }: Amount, { datum, right, t }: ValuePlace): string | undefined {
  if (rest === '') return undefined;
  const follows = right.trimStart().normalize('NFKC');
  if (approximation.test(follows) && approximation.test(rest)) return t('“{0}” follows already.', follows.charAt(0));
  const written = rest.replace(approximation, '');
  const unit = datum.unit?.normalize('NFKC');
  if (unit === undefined || written === '') return undefined;
  if (follows.replace(approximation, '').startsWith(unit)) return t('“{0}” follows already: write the number alone.', unit);
  return written === unit ? undefined : t('The unit is {0} here.', unit);
}
