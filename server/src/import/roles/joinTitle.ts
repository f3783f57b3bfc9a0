import type { PageLayout } from '../../render/layout/pageLayout.ts';
import { breakTitle } from '../../render/layout/titleLines.ts';
import { pageTwips } from '../pageTwips.ts';
import { type Piece, type Pieces, trimmed, wordsOf } from '../write/item.ts';

/** A printed line of a title; `gap`: blanks stood at its end. */
export interface TitleLine {
  readonly pieces: Pieces;
  readonly gap: boolean;
}

/** Gives the line that a title was before the export broke it; lines that somebody typed stay lines. */
export function titleJoiner(layout: PageLayout): (lines: readonly TitleLine[]) => readonly Pieces[] {
  const chars = Math.floor(pageTwips(layout).width / Math.round(layout.fonts.title.size * 20));
  return (lines) => {
    const typed = lines.map(({ pieces }) => pieces);
    if (lines.length < 2) return typed;
    const together: Piece[] = [];
    for (const [index, { pieces, gap }] of lines.entries()) {
      for (const piece of pieces) together.push(piece);
      if (gap && index < lines.length - 1) together.push({ kind: 'text', text: ' ', bold: false });
    }
    const one = trimmed(together);
    const words = wordsOf(one);
    const columns = breakTitle(words, chars);
    const broken = [0, ...columns].map((from, index) => words.slice(from, columns[index]).trim());
    return broken.length === typed.length && broken.every((text, index) => text === wordsOf(typed[index] ?? []).trim()) ? [one] : typed;
  };
}
