import type { Piece, Pieces } from './item.ts';

/** How much of the language's markup is taken away from words, from nothing to all. */
export const escapeLevels = ['none', 'links', 'stars', 'all'] as const;
export type EscapeLevel = (typeof escapeLevels)[number];

/** A comment prints nothing, and a line that begins with one is no heading, list, table … */
export const nothing = '<!-- -->';

/** What a backslash before it keeps from meaning something: the class in `engine/syntax/inlines.ts`. */
const escapable = /[\\*×✕╳XxＸ_＿[\]{}`#|○〇〔（(【《“？?…-]/;

const comments = /<!--/g;
/** A backslash that would be read as one that escapes. */
const backslashes = /\\(?=[\\*×✕╳XxＸ_＿[\]{}`#|○〇〔（(【《“？?…-])/g;
const links = /[[\]`]|\{(?=\{)|(?<=\{)\{/g;

function escaped(text: string, level: EscapeLevel): string {
  if (level === 'none') return text;
  const quiet = text.replace(backslashes, '\\\\').replace(comments, '<!\\--');
  switch (level) {
    case 'links':
      return quiet.replace(links, '\\$&');
    case 'stars':
      return quiet.replace(links, '\\$&').replace(/\*/g, '\\*');
    case 'all':
      return quiet.replace(/[*[\]{}`#|_]/g, '\\$&');
  }
}

/** Words that the engine takes for missing data and that are none: a backslash before the first one that it understands. */
function kept(text: string): string {
  return text.replace(/[*×✕╳XxＸ_＿{}○〇〔（(【《“？?…]/g, '\\$&');
}

/** Pieces in the language's markup. */
export function markup(pieces: Pieces, level: EscapeLevel, inTable = false): string {
  return pieces.map((piece, index) => pieceText(piece, level, inTable, pieces[index + 1])).join('');
}

function pieceText(piece: Piece, level: EscapeLevel, inTable: boolean, next: Piece | undefined): string {
  switch (piece.kind) {
    case 'text': {
      const words =
        piece.missing === false && level === 'all'
          ? kept(escaped(piece.text, 'stars'))
          : escaped(piece.text, piece.missing === true ? 'none' : level);
      // A backslash at the end would escape what comes next.
      const closed = next !== undefined && words.endsWith('\\') ? `${words}${nothing}` : words;
      const safe = inTable ? cellText(closed) : closed;
      return piece.bold ? bold(safe) : safe;
    }
    case 'link':
      return `[${piece.text}](${piece.href})`;
    case 'code':
      return `\`${piece.text}\``;
    case 'note':
      return `[^${piece.label}]`;
  }
}

/** Stars stand right at the words: blanks go outside. */
function bold(words: string): string {
  const inner = words.trim();
  if (inner === '') return words;
  const start = words.indexOf(inner);
  return `${words.slice(0, start)}**${inner}**${words.slice(start + inner.length)}`;
}

/** Bars part cells; a lone backtick would hide the next bar, so it gets a partner that prints nothing. */
function cellText(words: string): string {
  return words.replace(/(?<!\\)\|/g, '\\|').replace(/`/g, `\`<!--\`-->`);
}

/** A line of these words that begins with nothing that the language knows: by a backslash, by an empty comment behind, before or at both ends. */
export function* lineStarts(words: string): Generator<string, void, undefined> {
  yield words;
  if (words.startsWith('![')) yield `!\\${words.slice(1)}`;
  else if (/^[#|*【[\\-]/.test(words) && escapable.test(words.charAt(0))) yield `\\${words}`;
  // Behind the words it is enough where a short line would be known by its place, and no part of a missing datum's name.
  yield words + nothing;
  yield nothing + words;
  yield `${nothing}${words}${nothing}`;
}
