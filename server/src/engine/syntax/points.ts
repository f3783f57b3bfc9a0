import type { Span } from '../text/position.ts';

/** A point in running text: 一是…。 `start` to `end` is all of it, `start` to `nameEnd` its first clause. */
export interface InlinePoint extends Span {
  readonly ordinal: number;
  readonly nameEnd: number;
}

const none: readonly InlinePoint[] = [];
/** By code unit: 一 is 1, 十 is 10; 0 for anything else. */
const ordinalOf = /* @__PURE__ */ buildOrdinals();

function buildOrdinals(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const [index, char] of [...'一二三四五六七八九十'].entries()) table[char.charCodeAt(0)] = index + 1;
  return table;
}

const boundary = /[\s\u3000。；：;:，,、！？!?“（(]/;
const clauseEnd = /[。；：，,;:！？]/g;

/** The ordinal if 一是, 二是 … 十二是 begins at `start`, else 0. */
export function pointAt(text: string, start: number): number {
  const first = ordinalOf[text.charCodeAt(start)] ?? 0;
  if (first === 0) {
    return 0;
  }
  if (text.charCodeAt(start + 1) === 0x662f) {
    return first;
  }
  const second = ordinalOf[text.charCodeAt(start + 1)] ?? 0;
  return first === 10 && second > 0 && second < 10 && text.charCodeAt(start + 2) === 0x662f ? 10 + second : 0;
}

/** The series of points in a line's words, from `from` on. A series begins with 一是 and counts up; one point alone is none. */
export function pointsOf(text: string, from: number): readonly InlinePoint[] {
  let starts: { start: number; ordinal: number }[] | undefined;
  // 0x662f is 是: a native search for it is what keeps this cheap.
  for (let at = text.indexOf('是', from); at >= 0; at = text.indexOf('是', at + 1)) {
    const long = at - 2 >= from && pointAt(text, at - 2) > 10;
    const start = long ? at - 2 : at - 1;
    const ordinal = start >= from ? pointAt(text, start) : 0;
    if (ordinal > 0 && (start === from || boundary.test(text.charAt(start - 1)))) {
      starts ??= [];
      if (ordinal === 1 || starts[starts.length - 1]?.ordinal === ordinal - 1) {
        starts.push({ start, ordinal });
      }
    }
  }
  if (starts === undefined || starts.length < 2) {
    return none;
  }
  const points: InlinePoint[] = [];
  for (let i = 0; i < starts.length; i++) {
    const { start, ordinal } = starts[i] as { start: number; ordinal: number };
    const end = starts[i + 1]?.start ?? text.length;
    clauseEnd.lastIndex = start;
    const clause = clauseEnd.exec(text);
    points.push({ start, end, ordinal, nameEnd: clause !== null && clause.index < end ? clause.index : end });
  }
  return points;
}

/** A word of a series: 二是, 第二, 其二, 其次. `start` to `end` is the word, without the mark after it. */
export interface SeriesWord extends Span {
  readonly ordinal: number;
}

/** 一是, 二是 … where a clause begins. 一是一，二是二 is a saying. */
export function pointWords(text: string): readonly SeriesWord[] {
  const words: SeriesWord[] = [];
  for (let at = text.indexOf('是'); at >= 0; at = text.indexOf('是', at + 1)) {
    const long = at >= 2 ? pointAt(text, at - 2) : 0;
    const start = long > 10 ? at - 2 : at - 1;
    const ordinal = long > 10 ? long : start >= 0 ? pointAt(text, start) : 0;
    const begins = start === 0 || boundary.test(text.charAt(start - 1));
    if (ordinal > 0 && begins && text.charAt(at + 1) !== text.charAt(at - 1)) {
      words.push({ ordinal, start, end: at + 1 });
    }
  }
  return words;
}
