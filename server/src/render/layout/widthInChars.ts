import { advanceOf } from './characterWidths.ts';

/** What Word and LibreOffice set between a Chinese character and a digit or a Latin letter, in characters. */
const mixedGap = 0.217;
const boundary = /\p{Script=Han}(?=[A-Za-z\d])|[A-Za-z\d](?=\p{Script=Han})/gu;

/** The width of `text` as it is printed, the gaps between Chinese and digits included: `2026年1月5日` is wider than its characters. */
export const printedWidth = (text: string): number => widthInChars(text) + (text.match(boundary)?.length ?? 0) * mixedGap;

/** The width of `text` in characters of its own size: a Chinese character is 1, a digit one half. */
export function widthInChars(text: string): number {
  let width = 0;
  for (const char of text) width += advanceOf(char.codePointAt(0) ?? 0);
  return width;
}

/** The width of the widest of `texts`, in characters; 0 of none. */
export const widestOf = (texts: readonly string[]): number => texts.reduce((widest, text) => Math.max(widest, widthInChars(text)), 0);
