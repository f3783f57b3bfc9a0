import { type Decimal, decimal, divide, multiply } from './decimal.ts';

/** A unit taken apart: 万元 is 10,000 of 元. Two units can be converted where their bases are one. */
export interface Unit {
  readonly base: string;
  readonly factor: Decimal;
}

/** What may stand before a unit, the longest first. */
const prefixes: readonly (readonly [string, bigint])[] = [
  ['万亿', 10n ** 12n],
  ['千亿', 10n ** 11n],
  ['百亿', 10n ** 10n],
  ['十亿', 10n ** 9n],
  ['千万', 10n ** 7n],
  ['百万', 10n ** 6n],
  ['十万', 10n ** 5n],
  ['亿', 10n ** 8n],
  ['万', 10n ** 4n],
  ['千', 10n ** 3n],
  ['trillion', 10n ** 12n],
  ['billion', 10n ** 9n],
  ['million', 10n ** 6n],
  ['thousand', 10n ** 3n],
];

/** Units that are a multiple of another one, or another name of it. A decimal as text, then the base. */
const known: Readonly<Record<string, readonly [Decimal, string]>> = {
  '%': [decimal(1), '%'],
  '％': [decimal(1), '%'],
  percent: [decimal(1), '%'],
  '‰': [{ digits: 1n, scale: 1 }, '%'],
  百分点: [decimal(1), '百分点'],
  个百分点: [decimal(1), '百分点'],
  个基点: [{ digits: 1n, scale: 2 }, '百分点'],
  人民币元: [decimal(1), '元'],
  元人民币: [decimal(1), '元'],
  角: [{ digits: 1n, scale: 1 }, '元'],
  公斤: [decimal(1000), '克'],
  斤: [decimal(500), '克'],
  吨: [decimal(1_000_000), '克'],
  kg: [decimal(1000), '克'],
  公里: [decimal(1000), '米'],
  里: [decimal(500), '米'],
  厘米: [{ digits: 1n, scale: 2 }, '米'],
  毫米: [{ digits: 1n, scale: 3 }, '米'],
  km: [decimal(1000), '米'],
  公顷: [decimal(10_000), '平方米'],
  平方公里: [decimal(1_000_000), '平方米'],
  平方千米: [decimal(1_000_000), '平方米'],
  兆瓦: [decimal(1_000_000), '瓦'],
};

/** Units that were read before, which are always the same few. A pure function's results: nothing makes them stale; it is emptied when full. */
const read = new Map<string, Unit>();
const mostRead = 500;

/** Reads a unit as writers put it: 万元, 余万元, 人次, %, million yuan. */
export function parseUnit(text: string): Unit {
  const before = read.get(text);
  if (before !== undefined) return before;
  const unit = readUnit(text);
  if (read.size >= mostRead) read.clear();
  read.set(text, unit);
  return unit;
}

function readUnit(text: string): Unit {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^[余多来几]/, '');
  const own = Object.hasOwn(known, plain) ? known[plain] : undefined;
  if (own !== undefined) return { base: own[1], factor: own[0] };
  for (const [prefix, size] of prefixes) {
    if (!plain.toLowerCase().startsWith(prefix)) continue;
    const rest = parseRest(
      plain
        .slice(prefix.length)
        .trim()
        .replace(/^[余多来几]/, ''),
    );
    return { base: rest.base, factor: multiply(rest.factor, decimal(size)) ?? rest.factor };
  }
  return { base: plain, factor: decimal(1) };
}

function parseRest(rest: string): Unit {
  const own = Object.hasOwn(known, rest) ? known[rest] : undefined;
  // 千 alone is a number of things; so is 万 before any measure word.
  return own === undefined ? { base: rest, factor: decimal(1) } : { base: own[1], factor: own[0] };
}

const notCounted: ReadonlySet<string> = new Set(['%', '百分点', '元']);

/** The bases are one, or one of them is a bare scale (万) and the other a measure word. */
export function sameBase(a: Unit, b: Unit): boolean {
  return a.base === b.base || (a.base === '' && !notCounted.has(b.base)) || (b.base === '' && !notCounted.has(a.base));
}

/** `value`, given in `from`, counted in `to`; `undefined` if these cannot be converted. A scale alone (`万`) as `to` keeps the base. */
export function convert(value: Decimal, from: Unit, to: Unit): Decimal | undefined {
  if (from.base !== to.base && !(to.base === '' && from.base !== '%' && from.base !== '百分点') && !sameBase(from, to)) return undefined;
  const inBase = multiply(value, from.factor);
  return inBase === undefined ? undefined : divide(inBase, to.factor);
}

/** One thing by two names, or the same unit. */
export const sameUnit = (a: Unit, b: Unit): boolean =>
  sameBase(a, b) && a.factor.digits * 10n ** BigInt(b.factor.scale) === b.factor.digits * 10n ** BigInt(a.factor.scale);
