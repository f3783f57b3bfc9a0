import { skipBlanks, skipBlanksBack } from '../chars.ts';
import type { Mark } from '../mark.ts';
import type { DatumKind } from '../missingDatum.ts';

/** What the words around a mark say of its value. */
export interface Meaning {
  readonly kind: DatumKind;
  readonly unit?: string;
  readonly approximate?: true;
  readonly period?: string;
}

/** The neighbourhood of a mark: the text, the mark's outer ends with brackets and quotes around it, and the words at both sides. */
export interface Around {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The mark with the quotes or brackets that hug it. */
  readonly from: number;
  readonly to: number;
  /** Up to 24 columns before and after, blanks at the mark left out. */
  readonly left: string;
  readonly right: string;
  readonly open: string;
  readonly mark: Mark;
}

/** One test of the kind; the first that answers wins. */
export type Test = (around: Around) => Meaning | undefined;

/** A label that a form goes on with, behind a gap: `民族：____　职务：____`. */
const nextLabel = /^[\u4e00-\u9fff]{1,8}(?:[（(][^（()）]{0,6}[）)])?[：:]/;

/** The neighbourhood of a mark, with the quotes or brackets that hug it looked through. */
export function lookAround(text: string, start: number, end: number, mark: Mark): Around {
  let { start: from, end: to } = mark;
  const open = from > start ? (text[from - 1] ?? '') : '';
  const paired = { '“': '”', '《': '》', '（': '）', '(': ')', '【': '】', '[': ']', '〔': '〕', '"': '"' }[open];
  const hugged = paired !== undefined && text[to] === paired;
  if (hugged) {
    from--;
    to++;
  }
  const leftStop = skipBlanksBack(text, from, start);
  const rightStop = mark.insertAt ?? skipBlanks(text, to, end);
  const after = text.slice(rightStop, Math.min(end, rightStop + 24));
  return {
    text,
    start,
    end,
    from,
    to,
    left: text.slice(Math.max(start, leftStop - 24), leftStop),
    right: nextLabel.test(after) && rightStop > to ? '' : after,
    open: hugged ? open : '',
    mark,
  };
}
