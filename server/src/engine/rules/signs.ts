/** Signs by which rules know that a line may concern them. One pass over the text finds them all. */
export const sign = {
  /** 图 圖 表 附, or the Latin letters with which English words for them begin. */
  reference: 1,
  /** 第 其 首 at the start of a clause. */
  ordinal: 2,
  /** A digit before 月. */
  date: 4,
  /** A digit before 号. */
  number: 8,
  /** 请 or 恳. */
  request: 16,
  /** A Chinese numeral before 是 or 要. */
  point: 32,
  /** ①. */
  circled: 64,
  /** A digit before a hyphen or a slash: 2024-02-30. */
  dash: 128,
  /** The end of a date before a word that leads to another: 2024年至, 2024.5—. */
  range: 256,
} as const;

const boundary = 512;
const digit = 1024;
const numeral = 2048;
const dateEnd = 4096;
const all = boundary - 1;

const table = new Uint16Array(0x10000);
const set = (chars: string, bits: number): void => {
  for (const char of chars) {
    const code = char.charCodeAt(0);
    table[code] = (table[code] as number) | bits;
  }
};
set('图圖表附', sign.reference);
set('FTA', sign.reference);
set('第其首', sign.ordinal);
set('月', sign.date);
set('号', sign.number);
set('请恳', sign.request);
set('是要', sign.point);
set('-/', sign.dash);
set('-—–－~～至到', sign.range);
set('年月份日时点分）)', dateEnd);
set('①②③④⑤⑥⑦⑧⑨⑩', sign.circled);
set('。；：，;:,！？!? \u3000\t', boundary);
set('0123456789０１２３４５６７８９', digit);
set('一二三四五六七八九十', numeral);

/** Signs that count only after a character of another sort. */
const after: Readonly<Record<number, number>> = {
  [sign.ordinal]: boundary,
  [sign.date]: digit,
  [sign.number]: digit,
  [sign.dash]: digit,
  [sign.range]: digit | dateEnd,
  [sign.dash | sign.range]: digit | dateEnd,
  [sign.point]: numeral,
};
const anywhere = sign.reference | sign.request | sign.circled;

/** The signs in a text, or in a stretch of it, as bits. A stretch of a long text is read faster than a line cut out of it. */
export function signsOf(text: string, from = 0, to = text.length): number {
  let found = 0;
  let before = boundary;
  for (let i = from; i < to; i++) {
    const bits = table[text.charCodeAt(i)] as number;
    if ((bits & all) !== 0 && ((bits & anywhere) !== 0 || (before & (after[bits & all] as number)) !== 0)) {
      found |= bits & all;
    }
    before = bits;
  }
  return found;
}
