import { add, type Decimal, decimal, decimalText, divide, multiply, negate, round } from './decimal.ts';
import { type Expression, type FormulaError, isError, KeyIndex, parseFormula } from './formula.ts';
import type { SheetRow } from './sheet.ts';
import { convert, parseUnit } from './units.ts';
import { parseValue } from './value.ts';

/** The result of a formula. */
export interface DerivedValue {
  /** As it is shown: at most two digits after the point where a division was made. */
  readonly value: string;
  /** Unrounded. */
  readonly exact: string;
  readonly unit?: string;
}

export type DeriveErrorCode = 'syntax' | 'unknown-key' | 'cycle' | 'division-by-zero' | 'no-number' | 'unit' | 'no-value' | 'too-large';

export interface DeriveError extends FormulaError {
  readonly code: DeriveErrorCode;
}

export type Derived = DerivedValue | DeriveError;

/** Digits after the point of what a division gives, unless the field asks for others. */
const shownDecimals = 2;
const hundred = decimal(100);

interface Quantity {
  readonly number: Decimal;
  readonly unit: string;
  readonly divided: boolean;
}

/**
 * Computes the rows with a formula: `=sum(a, b)`, `=a - b`, `=growth(now, before)` and `=share(part, whole)` in percent, `=ratio(a, b)`, and
 * + - * / with keys and numbers. Units are converted to the first value's, then to the row's. Gives a result or the reason why there is none,
 * by key. `byName` finds a row by its key or alias. Exact decimals; never throws.
 */
export function deriveValues(byName: ReadonlyMap<string, SheetRow>): ReadonlyMap<string, Derived> {
  const derived = new Map<string, Derived>();
  const rows = [...new Set(byName.values())].filter(({ formula }) => formula !== undefined);
  if (rows.length === 0) return derived;
  const keys = new KeyIndex(byName.keys());
  const parsed = new Map(rows.map((row) => [row.key, parseFormula(row.formula ?? '', keys)] as const));
  for (const row of rows) {
    for (const key of inOrder(row.key, byName, parsed, derived)) {
      const expression = parsed.get(key);
      const target = byName.get(key);
      if (expression === undefined || target === undefined || derived.has(key)) continue;
      derived.set(key, isError(expression) ? { code: 'syntax', ...expression } : resultOf(target, expression, byName, derived));
    }
  }
  return derived;
}

/** The keys that a derived value needs, each after those it needs itself; marks cycles as errors. With a stack: chains may be long. */
function inOrder(
  start: string,
  byName: ReadonlyMap<string, SheetRow>,
  parsed: ReadonlyMap<string, Expression | FormulaError>,
  derived: Map<string, Derived>,
): readonly string[] {
  const order: string[] = [];
  const done = new Set<string>();
  const path: { readonly key: string; readonly needs: readonly string[]; next: number }[] = [];
  const open = new Set<string>();
  const enter = (key: string): void => {
    const expression = parsed.get(key);
    path.push({ key, needs: expression === undefined || isError(expression) ? [] : namesIn(expression, byName), next: 0 });
    open.add(key);
  };
  enter(start);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const need = top.needs[top.next++];
    if (need === undefined) {
      path.pop();
      open.delete(top.key);
      done.add(top.key);
      order.push(top.key);
    } else if (open.has(need)) {
      const cycle = path.slice(path.findIndex(({ key }) => key === need)).map(({ key }) => key);
      for (const key of cycle) {
        if (!derived.has(key))
          derived.set(key, { code: 'cycle', message: 'The formulas go round in a circle: {0}.', args: [cycleName(cycle, key)] });
      }
    } else if (!done.has(need) && !derived.has(need)) {
      enter(need);
    }
  }
  return order;
}

/** `a → b → a`, from the key on that it is said of. */
function cycleName(cycle: readonly string[], from: string): string {
  const at = cycle.indexOf(from);
  const turned = cycle.slice(at).concat(cycle.slice(0, at));
  const shown = turned.length > 8 ? turned.slice(0, 7).concat('…') : turned;
  return shown.concat(from).join(' → ');
}

/** The keys of derived rows that an expression names. */
function namesIn(expression: Expression, byName: ReadonlyMap<string, SheetRow>): readonly string[] {
  const names: string[] = [];
  for (const key of keysOf(expression)) {
    const row = byName.get(key);
    if (row?.formula !== undefined) names.push(row.key);
  }
  return names;
}

/** All names in an expression, as they are written. */
export function keysOf(expression: Expression): readonly string[] {
  const keys: string[] = [];
  const waiting: Expression[] = [expression];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === 'key') keys.push(next.key);
    else if (next.kind === 'negative') waiting.push(next.of);
    else if (next.kind === 'operation') waiting.push(next.right, next.left);
    else if (next.kind === 'call') for (const one of next.arguments.toReversed()) waiting.push(one);
  }
  return keys;
}

/** The evaluation stops at the first thing that is wrong; a private way out, never seen outside. */
class Stop extends Error {
  readonly reason: DeriveError;
  constructor(code: DeriveErrorCode, message: string, ...args: readonly (string | number)[]) {
    super(message);
    this.reason = { code, message, args };
  }
}

function resultOf(
  row: SheetRow,
  expression: Expression,
  byName: ReadonlyMap<string, SheetRow>,
  derived: ReadonlyMap<string, Derived>,
): Derived {
  try {
    const result = evaluate(expression, (key) => lookUp(key, byName, derived));
    const unit = row.unit ?? result.unit;
    const number = row.unit === undefined || result.unit === '' ? result.number : inRowsUnit(result, row.unit);
    const exact = decimalText(number);
    const value = result.divided ? decimalText(round(number, shownDecimals)) : exact;
    return { value, exact, ...(unit === '' ? {} : { unit }) };
  } catch (error) {
    if (error instanceof Stop) return error.reason;
    throw error;
  }
}

function inRowsUnit({ number, unit }: Quantity, rowUnit: string): Decimal {
  const [from, to] = [parseUnit(unit), parseUnit(rowUnit)];
  // The difference of two percentages is counted in 百分点.
  if (from.base === '%' && to.base === '百分点') return number;
  return (
    convert(number, from, to) ??
    stop('unit', 'The result is in {0}, which cannot be shown in {1}: change the unit of the row.', unit, rowUnit)
  );
}

function lookUp(key: string, byName: ReadonlyMap<string, SheetRow>, derived: ReadonlyMap<string, Derived>): Quantity {
  const row = byName.get(key);
  if (row === undefined) return stop('unknown-key', 'The formula names “{0}”, which no row has.', key);
  const result = derived.get(row.key);
  if (result !== undefined && 'code' in result) return stop('no-value', '“{0}” could not be computed, so neither can this.', key);
  const value = result?.exact ?? row.exact ?? row.value;
  if (value === undefined) return stop('no-value', 'No value is given for “{0}” yet.', key);
  const parsed = parseValue(value);
  if (parsed === undefined) return stop('no-number', 'The value of “{0}” is no number: {1}', key, value);
  return { number: parsed.number, unit: result?.unit ?? row.unit ?? parsed.unit, divided: false };
}

/** Recursion is bounded by the length of a formula. */
function evaluate(expression: Expression, quantityOf: (key: string) => Quantity): Quantity {
  switch (expression.kind) {
    case 'number':
      return { number: expression.number, unit: expression.percent ? '%' : '', divided: false };
    case 'key':
      return quantityOf(expression.key);
    case 'negative': {
      const of = evaluate(expression.of, quantityOf);
      return { ...of, number: negate(of.number) };
    }
    case 'operation':
      return operations[expression.operator](evaluate(expression.left, quantityOf), evaluate(expression.right, quantityOf));
    case 'call': {
      const values = expression.arguments.map((one) => evaluate(one, quantityOf));
      const [first, second] = values;
      if (first === undefined) return stop('syntax', 'The formula ends too early: a name or a number is missing.');
      if (expression.name === 'sum') return values.slice(1).reduce(plus, first);
      return comparisons[expression.name](first, second ?? first);
    }
  }
}

const operations: Readonly<Record<'+' | '-' | '*' | '/', (a: Quantity, b: Quantity) => Quantity>> = {
  '+': plus,
  '-': (a, b) => plus(a, { ...b, number: negate(b.number) }),
  '*': (a, b) => {
    const [left, right] = [asFraction(a), asFraction(b)];
    const unit = left.unit === '' ? right.unit : right.unit === '' ? left.unit : '';
    return { number: small(multiply(left.number, right.number)), unit, divided: left.divided || right.divided };
  },
  '/': (a, b) => {
    if (sameKind(a, b)) return { ...over(a, b), unit: '' };
    const by = asFraction(b);
    return { ...over(a, by), unit: by.unit === '' ? a.unit : '' };
  },
};

const comparisons: Readonly<Record<'growth' | 'share' | 'ratio', (a: Quantity, b: Quantity) => Quantity>> = {
  growth: (now, before) =>
    percentOf(over(plus(now, { ...before, number: negate(before.number) }), { ...before, number: absolute(before.number) })),
  share: (part, whole) => percentOf(over(part, whole)),
  ratio: (a, b) => ({ ...over(a, b), unit: '' }),
};

function plus(a: Quantity, b: Quantity): Quantity {
  const number = add(a.number, inUnitOf(a, b).number);
  return { number: small(number), unit: a.unit === '' ? b.unit : a.unit, divided: a.divided || b.divided };
}

/** a / b, b converted to a's unit where both have one. */
function over(a: Quantity, b: Quantity): Quantity {
  const by = a.unit !== '' && b.unit !== '' && sameKind(a, b) ? inUnitOf(a, b) : b;
  if (by.number.digits === 0n) return stop('division-by-zero', 'The formula divides by zero.');
  return { number: small(divide(a.number, by.number)), unit: a.unit, divided: true };
}

const percentOf = (fraction: Quantity): Quantity => ({ number: small(multiply(fraction.number, hundred)), unit: '%', divided: true });

const absolute = (number: Decimal): Decimal => (number.digits < 0n ? negate(number) : number);

function sameKind(a: Quantity, b: Quantity): boolean {
  return a.unit !== '' && b.unit !== '' && convert(decimal(1), parseUnit(b.unit), parseUnit(a.unit)) !== undefined;
}

function inUnitOf(a: Quantity, b: Quantity): Quantity {
  if (a.unit === '' || b.unit === '' || a.unit === b.unit) return b;
  const number = convert(b.number, parseUnit(b.unit), parseUnit(a.unit));
  return number === undefined
    ? stop('unit', 'The formula joins {0} and {1}, which cannot be converted.', a.unit, b.unit)
    : { ...b, number };
}

/** 12% times something is 0.12 times it. */
function asFraction(value: Quantity): Quantity {
  const unit = parseUnit(value.unit);
  if (unit.base !== '%') return value;
  const percent = small(multiply(value.number, unit.factor));
  return { ...value, number: small(divide(percent, hundred)), unit: '' };
}

const small = (number: Decimal | undefined): Decimal => number ?? stop('too-large', 'The result has too many digits.');

function stop(code: DeriveErrorCode, message: string, ...args: readonly (string | number)[]): never {
  throw new Stop(code, message, ...args);
}
