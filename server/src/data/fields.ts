import type { ReportDocument } from '../engine/document.ts';
import { textAfter } from '../engine/syntax/fields.ts';
import type { Line } from '../engine/syntax/line.ts';
import type { Range } from '../engine/text/position.ts';

/** A named datum in a report's text: `{{key}}`, `{{key|unit|decimals}}`. */
export interface Field {
  readonly key: string;
  /** Shown in this unit. */
  readonly unit?: string;
  /** Digits after the point. */
  readonly decimals?: number;
  /** What could not be read of the formatting. */
  readonly unread?: string;
}

/** A field and where it stands. */
export interface FieldUse extends Field {
  /** Its braces included. */
  readonly range: Range;
  /** The key's words alone: what a rename replaces. */
  readonly keyRange: Range;
  /** What follows it, as far as a unit may reach. */
  readonly after: string;
}

/** More digits than any report prints. */
const mostDecimals = 12;

/**
 * Reads the words of a field: `total|万元|1`. The parts after the key may come in either order; in a table's cell the bar is written `\|` or `｜`.
 */
export function parseField(words: string): Field {
  const [key = '', ...parts] = words.split(/\\?[|｜]/).map((part) => part.trim());
  let unit: string | undefined;
  let decimals: number | undefined;
  let unread: string | undefined;
  for (const part of parts) {
    if (part === '') continue;
    const digits = part.normalize('NFKC');
    if (decimals === undefined && /^\d{1,2}$/.test(digits) && Number(digits) <= mostDecimals) decimals = Number(digits);
    else if (unit === undefined && !/\d/.test(digits)) unit = part;
    else unread ??= part;
  }
  return {
    key,
    ...(unit === undefined ? {} : { unit }),
    ...(decimals === undefined ? {} : { decimals }),
    ...(unread === undefined ? {} : { unread }),
  };
}

const none: readonly FieldUse[] = Object.freeze([]);

/** The fields of one line, from left to right. */
export function fieldsOfLine({ text, fields }: Line, number: number): readonly FieldUse[] {
  if (fields.length === 0) return none;
  const found: FieldUse[] = [];
  for (const { start, end, expression } of fields) {
    const field = parseField(expression);
    if (field.key === '') continue;
    const keyStart = start + 2 + expression.length - expression.trimStart().length;
    found.push({
      ...field,
      range: rangeIn(number, start, end),
      keyRange: rangeIn(number, keyStart, keyStart + field.key.length),
      after: textAfter(text, end),
    });
  }
  return found;
}

/** All fields of a report, in order. */
export function* fieldsOf(document: ReportDocument): Generator<FieldUse, void, undefined> {
  for (const [number, line] of document.flaggedLines()) yield* fieldsOfLine(line, number);
}

const rangeIn = (line: number, start: number, end: number): Range => ({ start: { line, character: start }, end: { line, character: end } });
