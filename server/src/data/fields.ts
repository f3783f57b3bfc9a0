import type { ReportDocument } from '../engine/document.ts';
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

/** As the engine reads them (missing/marks/brackets.ts), and with the same characters left to other languages. */
const fieldForm = /\{\{([^{}\n]{1,60})\}\}|｛｛([^｛｝\n]{1,60})｝｝|`+/g;
const otherLanguages = /[;()=<>]|^\s*[/#>!]/;
const unitReach = 12;
const longestFence = 8;
const wordless: ReadonlySet<string> = new Set(['frontMatter', 'comment', 'code']);

const noFields: readonly FieldUse[] = Object.freeze([]);

/** The fields of one line, from left to right. Those in code, or after a backslash, are none. */
export function fieldsOfLine({ text, syntax }: Line, number: number): readonly FieldUse[] {
  if ((!text.includes('{{') && !text.includes('｛｛')) || wordless.has(syntax.kind)) return noFields;
  const found: FieldUse[] = [];
  fieldForm.lastIndex = 0;
  for (let match = fieldForm.exec(text); match !== null; match = fieldForm.exec(text)) {
    const [whole, half, full] = match;
    const words = half ?? full;
    const start = match.index;
    const end = start + whole.length;
    if (words === undefined) {
      // `code` ends at as many backticks as it began with.
      const close = whole.length > longestFence ? -1 : text.indexOf(whole, end);
      if (close >= 0) fieldForm.lastIndex = close + whole.length;
    } else if (text[start - 1] !== '\\' && !otherLanguages.test(words)) {
      const field = parseField(words);
      const keyStart = start + 2 + words.length - words.trimStart().length;
      if (field.key !== '') {
        found.push({
          ...field,
          range: rangeIn(number, start, end),
          keyRange: rangeIn(number, keyStart, keyStart + field.key.length),
          after: text.slice(end, end + unitReach),
        });
      }
    }
  }
  return found;
}

/** All fields of a report, in order. */
export function* fieldsOf(document: ReportDocument): Generator<FieldUse, void, undefined> {
  let number = 0;
  for (const line of document.lines()) {
    const fields = fieldsOfLine(line, number++);
    if (fields !== noFields) yield* fields;
  }
}

const rangeIn = (line: number, start: number, end: number): Range => ({ start: { line, character: start }, end: { line, character: end } });
