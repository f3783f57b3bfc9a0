import type { Span } from '../text/position.ts';
import type { Line } from './line.ts';
import type { LineKind } from './lineSyntax.ts';

/** A named datum in the text, `{{key}}` or `{{key|unit|decimals}}`, its braces included. */
export interface FieldMark extends Span {
  /** The words between the braces. */
  readonly expression: string;
  /** What is printed in its place; absent while nobody gives a value. Never empty. */
  readonly value?: string;
}

/** Where values of named data come from. A new object for each new state of them: nobody compares what is in it. */
export interface FieldTexts {
  /** What is printed in the place of a field; `after` is the text behind it. `undefined` or empty while there is no value. */
  text(expression: string, after: string): string | undefined;
}

/** What a line without named data has. One frozen array, so that lines share it. */
export const noFields: readonly FieldMark[] = Object.freeze([]);

const wordless: ReadonlySet<LineKind> = new Set(['blank', 'frontMatter', 'comment', 'code', 'pageBreak', 'tableOfContents']);
const form = /\{\{([^{}\n]{1,60})\}\}|｛｛([^｛｝\n]{1,60})｝｝|`+/g;
/** Template languages and code use the same braces. */
const otherLanguages = /[;()=<>]|^\s*[/#>!]/;
const longestFence = 8;
const unitReach = 12;

/** What stands behind a field that ends at `end`, as far as a unit may reach. */
export const textAfter = (text: string, end: number): string => text.slice(end, end + unitReach);

/** The named data of one line, from left to right. Those in code, or after a backslash, are none. */
export function fieldsIn(text: string, kind: LineKind): readonly FieldMark[] {
  if ((!text.includes('{{') && !text.includes('｛｛')) || wordless.has(kind)) return noFields;
  const found: FieldMark[] = [];
  form.lastIndex = 0;
  for (let match = form.exec(text); match !== null; match = form.exec(text)) {
    const [whole, half, full] = match;
    const expression = half ?? full;
    const start = match.index;
    const end = start + whole.length;
    if (expression === undefined) {
      // `code` ends at as many backticks as it began with.
      const close = whole.length > longestFence ? -1 : text.indexOf(whole, end);
      if (close >= 0) form.lastIndex = close + whole.length;
    } else if (text.charAt(start - 1) !== '\\' && !otherLanguages.test(expression) && expression.trim() !== '') {
      found.push({ start, end, expression });
    }
  }
  return found.length === 0 ? noFields : found;
}

/**
 * A line, scanned but without values, with the values that there are: what has one is not missing. The same line where there are none.
 */
export function withFieldTexts(line: Line, texts: FieldTexts): Line {
  let filled = false;
  const fields = line.fields.map((field): FieldMark => {
    const value = texts.text(field.expression, textAfter(line.text, field.end));
    if (value === undefined || value === '') return field;
    filled = true;
    return { ...field, value };
  });
  if (!filled) return line;
  const missing = line.missing.filter((datum) => stillMissing(line.text, datum, fields));
  return { ...line, fields, missing: missing.length === line.missing.length ? line.missing : missing };
}

/** What in a mark of several parts (`{{year}}年×月`) still stands for something unknown. */
const marks = /[*＊×✕╳XxＸｘ_＿○〇□?？{｛]/;

function stillMissing(text: string, { start, end }: Span, fields: readonly FieldMark[]): boolean {
  let rest = '';
  let at = start;
  let touched = false;
  for (const field of fields) {
    if (field.value === undefined || field.start < start || field.end > end) continue;
    rest += text.slice(at, field.start);
    at = field.end;
    touched = true;
  }
  return !touched || marks.test(rest + text.slice(at, end));
}

/** Two states of one line print the same values. */
export const sameValues = (a: Line, b: Line): boolean =>
  a.fields.length === b.fields.length && a.fields.every(({ value }, index) => value === b.fields[index]?.value);
