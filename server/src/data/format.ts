import { unitAt } from '../engine/missing/words/units.ts';
import { type Decimal, decimalText } from './decimal.ts';
import type { Field } from './fields.ts';
import type { SheetRow } from './sheet.ts';
import { convert, parseUnit, sameBase, sameUnit } from './units.ts';
import { groupThousands, parseValue } from './value.ts';

export type FormatProblemCode = 'no-value' | 'no-number' | 'unit' | 'format' | 'unit-after';

/** Why a value cannot be shown as its field asks. `message` is English; `{0}` stands for the first of `args`. */
export interface FormatProblem {
  readonly code: FormatProblemCode;
  readonly message: string;
  readonly args: readonly (string | number)[];
}

export interface Formatted {
  /** Empty where there is no value. */
  readonly text: string;
  readonly problem?: FormatProblem;
}

/** What the formatter needs to know of a datum. */
export type Valued = Pick<SheetRow, 'key' | 'value' | 'exact' | 'unit'>;

/**
 * A value as a report shows it. Without formatting as it was typed; with it, a number in the field's unit and with its digits after the
 * point, rounded half up, without the unit: that is the text's to say. `after` is what follows the field: a unit typed with the value
 * (`12.5%`) is not said twice. Never throws.
 */
export function formatValue(row: Valued, field: Omit<Field, 'key'>, after = ''): Formatted {
  const typed = row.value?.trim() ?? '';
  if (typed === '') return problem('', 'no-value', 'No value is given for “{0}” yet.', row.key);
  if (field.unread !== undefined)
    return problem(typed, 'format', '“{0}” is no formatting: write {{name|unit|decimals}}, such as {{total|万元|1}}.', field.unread);
  const shown = parseValue(typed);
  if (field.unit === undefined && field.decimals === undefined) {
    return { text: shown !== undefined && shown.unit !== '' && startsWithUnit(after, shown.unit) ? shown.typed : typed };
  }
  const parsed = parseValue(row.exact ?? typed) ?? shown;
  if (parsed === undefined)
    return problem(typed, 'no-number', 'The value of “{0}” is no number and is shown as it is: {1}', row.key, typed);
  const own = row.unit ?? parsed.unit;
  let number: Decimal = parsed.number;
  if (field.unit !== undefined) {
    if (own === '') {
      return problem(typed, 'unit', '“{0}” has no unit in the sheet, so it cannot be shown in {1}: add its unit.', row.key, field.unit);
    }
    const converted = convert(number, parseUnit(own), parseUnit(field.unit));
    if (converted === undefined)
      return problem(typed, 'unit', '“{0}” is given in {1}, which cannot be shown in {2}.', row.key, own, field.unit);
    number = converted;
  }
  const text = decimalText(number, field.decimals);
  return { text: parsed.grouped ? groupThousands(text) : text };
}

/** The unit that stands right after a field; `undefined` where none does. */
export function unitAfter(after: string): string | undefined {
  const text = after.replace(/^[ \u3000]/, '');
  return unitAt(text, 0, text.length)?.unit;
}

/**
 * What is wrong between the unit of a value and the one after its field in the text: 万元 in the sheet, `{{x}}元` in the text. `undefined`
 * where both agree, or where one of them says nothing.
 */
export function unitConflict(row: Valued, field: Omit<Field, 'key'>, after: string): FormatProblem | undefined {
  const inText = unitAfter(after);
  const parsed = parseValue(row.value ?? '');
  if (inText === undefined || (row.value !== undefined && parsed === undefined)) return undefined;
  const own = row.unit ?? parsed?.unit ?? '';
  const shownIn = field.unit ?? own;
  if (shownIn === '') return undefined;
  const asked = parseUnit(shownIn);
  const base = asked.base === '' ? parseUnit(own).base : asked.base;
  const [shown, text] = [{ ...asked, base }, parseUnit(inText)];
  if (sameUnit(shown, text) || (dateParts.has(shownIn) && inText.startsWith(shownIn))) return undefined;
  if (field.unit === undefined && sameBase(shown, text)) {
    return {
      code: 'unit-after',
      message: '“{0}” is given in {1}, but {2} follows it in the text: write {{{0}|{2}}} to convert it.',
      args: [row.key, shownIn, inText],
    };
  }
  return { code: 'unit-after', message: '“{0}” is shown in {1}, but {2} follows it in the text.', args: [row.key, shownIn, inText] };
}

/** 2025年底, 3月份: the unit goes on. */
const dateParts: ReadonlySet<string> = new Set(['年', '月', '日']);

function startsWithUnit(after: string, unit: string): boolean {
  const text = after.normalize('NFKC').replace(/^ /, '');
  return text.startsWith(unit);
}

function problem(text: string, code: FormatProblemCode, message: string, ...args: readonly (string | number)[]): Formatted {
  return { text, problem: { code, message, args } };
}
