import { advanceOf } from './characterWidths.ts';

/** The width of `text` in characters of its own size: a Chinese character is 1, a digit one half. */
export function widthInChars(text: string): number {
  let width = 0;
  for (const char of text) width += advanceOf(char.codePointAt(0) ?? 0);
  return width;
}

/** The width of the widest of `texts`, in characters; 0 of none. */
export const widestOf = (texts: readonly string[]): number => texts.reduce((widest, text) => Math.max(widest, widthInChars(text)), 0);
