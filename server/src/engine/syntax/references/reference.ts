import type { Span } from '../../text/position.ts';
import type { NumberMarker } from '../lineSyntax.ts';
import { parseNumber } from '../numerals.ts';

export type ReferenceKind = 'figure' | 'table' | 'attachment' | 'section';

/** How a number of a mention is said: `plain` in 图1 and Figure 1, else as before a heading: 第三部分 · 二、 · （三） · 3. · （3） · 2.1. */
export type ReferenceForm = 'plain' | NumberMarker['style'];

/** One number of a mention; `start` to `end` is the numeral alone. */
export interface ReferencePart extends Span {
  readonly value: number;
  readonly form: ReferenceForm;
  /** Of an `ordinal`, the word after the number: 部分, 章, 节, 条, 项; Part, Chapter. */
  readonly unit?: string;
}

/** A mention of a numbered thing. Columns are UTF-16, in the text. */
export interface CrossReference extends Span {
  readonly kind: ReferenceKind;
  /** From the first numeral to the end of the last one. */
  readonly numberStart: number;
  readonly numberEnd: number;
  /** [3] for 表3 and 第三部分; [2, 3] for 二（三）, Section 2.3 and 图2-3. */
  readonly path: readonly number[];
  /** The numbers of `path`, each in its place. */
  readonly parts: readonly ReferencePart[];
  /** The end of a range (表1—3): all between the mention before and this one are meant as well. */
  readonly through?: true;
}

/** One reading at a place: its mentions and where it ends; `undefined` for none. */
export type Reading = (text: string, at: number, word: string) => readonly CrossReference[] | undefined;

/** Chinese numerals of a mention; as a pattern. */
export const chinese = '[一二三四五六七八九十百零〇]{1,5}';
/** Arabic digits of a mention, full-width ones too; as a pattern. */
export const arabic = '[0-9]{1,3}(?![0-9])|[０-９]{1,3}(?![０-９])';

/** A mention of a kind from `start` to `end`; `through`: the end of a range. */
export function mention(kind: ReferenceKind, start: number, end: number, parts: readonly ReferencePart[], through = false): CrossReference {
  const numberStart = (parts[0] as ReferencePart).start;
  const numberEnd = (parts[parts.length - 1] as ReferencePart).end;
  const path = parts.map(({ value }) => value);
  return { kind, start, end, numberStart, numberEnd, path, parts, ...(through ? { through } : {}) };
}

/** One number where it stands. */
export const part = (start: number, digits: string, form: ReferenceForm): ReferencePart => ({
  start,
  end: start + digits.length,
  value: parseNumber(digits) ?? 0,
  form,
});

/** The numbers of 2.1 or 2-1, each in its place. */
export function pathParts(start: number, path: string, form: ReferenceForm = 'decimal'): readonly ReferencePart[] {
  const parts: ReferencePart[] = [];
  let at = start;
  for (const digits of path.split(/[.．-]/)) {
    parts.push(part(at, digits, form));
    at += digits.length + 1;
  }
  return parts;
}

/** A sticky pattern at a place. */
export function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** Whether a sticky pattern fits at a place. */
export function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
