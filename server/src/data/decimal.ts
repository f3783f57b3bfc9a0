/** A decimal number, exact: `digits` / 10^`scale`. What a report prints must be free of the dust of binary fractions. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const mostDigits = 60;
/** Digits after the point that a division keeps; far more than a report prints. */
const divisionScale = 24;
const limit = 10n ** BigInt(mostDigits);

const power = (exponent: number): bigint => 10n ** BigInt(exponent);

/**
 * Reads `12`, `-0.5`, `1e6`. `undefined` for anything else, and for numbers of more than 60 digits: no report has them, and arithmetic
 * must stay cheap.
 */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length > 100) return undefined;
  const match = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '', part = '', exponent = '0'] = match;
  const shift = part.length - Number(exponent);
  if (Math.abs(shift) > mostDigits) return undefined;
  const digits = BigInt(`${sign === '-' ? '-' : ''}${whole}${part}`);
  return bounded(shift >= 0 ? { digits, scale: shift } : { digits: digits * power(-shift), scale: 0 });
}

export const decimal = (whole: number | bigint): Decimal => ({ digits: BigInt(whole), scale: 0 });

export function add(a: Decimal, b: Decimal): Decimal | undefined {
  const scale = Math.max(a.scale, b.scale);
  return bounded({ digits: a.digits * power(scale - a.scale) + b.digits * power(scale - b.scale), scale });
}

export const negate = ({ digits, scale }: Decimal): Decimal => ({ digits: -digits, scale });

export const multiply = (a: Decimal, b: Decimal): Decimal | undefined => bounded({ digits: a.digits * b.digits, scale: a.scale + b.scale });

/** Rounded half up at the 24th digit after the point. `undefined` for a division by zero. */
export function divide(a: Decimal, b: Decimal): Decimal | undefined {
  if (b.digits === 0n) return undefined;
  const digits = quotient(a.digits * power(divisionScale + b.scale), b.digits * power(a.scale));
  return bounded({ digits, scale: divisionScale });
}

/** Half up: 0.5 becomes 1, -0.5 becomes -1 (GB/T 8170 leaves half-even to measurements; reports round as schools teach). */
export function round(value: Decimal, decimals: number): Decimal {
  if (value.scale <= decimals) return value;
  return { digits: quotient(value.digits, power(value.scale - decimals)), scale: decimals };
}

/** Plain digits: `1234.5`. With `decimals` exactly so many stand after the point, otherwise no zeros end it. */
export function decimalText(value: Decimal, decimals?: number): string {
  const rounded = decimals === undefined ? value : round(value, decimals);
  const negative = rounded.digits < 0n;
  const digits = (negative ? -rounded.digits : rounded.digits).toString().padStart(rounded.scale + 1, '0');
  const whole = digits.slice(0, digits.length - rounded.scale);
  let part = digits.slice(digits.length - rounded.scale);
  part = decimals === undefined ? part.replace(/0+$/, '') : part.padEnd(decimals, '0');
  return `${negative ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`;
}

/** Rounds half away from zero. */
function quotient(a: bigint, b: bigint): bigint {
  const negative = a < 0n !== b < 0n;
  const top = a < 0n ? -a : a;
  const bottom = b < 0n ? -b : b;
  const whole = (2n * top + bottom) / (2n * bottom);
  return negative ? -whole : whole;
}

function bounded(value: Decimal): Decimal | undefined {
  const short = round(value, divisionScale);
  return short.digits < limit && short.digits > -limit ? short : undefined;
}
