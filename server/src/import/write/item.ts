import type { ColumnAlignment } from '../../engine/model/report.ts';
import type { ChartKind } from '../../engine/syntax/chartTarget.ts';
import type { HeadingLevel } from '../../engine/syntax/lineSyntax.ts';

/** What a chart of Word shows. */
export interface WordChart {
  readonly kind: ChartKind;
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

/** Words of one look. `missing` is said only where the document tells for certain. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly bold: boolean; readonly missing?: boolean }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'note'; readonly label: string };

export type Pieces = readonly Piece[];

/** A cell: its words, or that it belongs to the one at its left or above. */
export type Cell = { readonly kind: 'words'; readonly pieces: Pieces } | { readonly kind: 'left' } | { readonly kind: 'above' };

export interface TableItem {
  readonly kind: 'table';
  readonly caption: Pieces | undefined;
  readonly landscape: boolean;
  readonly rows: readonly (readonly Cell[])[];
  readonly alignments: readonly ColumnAlignment[];
  readonly notes: readonly Pieces[];
}

export interface NoteItem {
  readonly number?: number;
  readonly pieces: Pieces;
}

/** A part of the report that is to be written. Every one is a line or a few, whose meaning the engine must read back. */
export type ItemContent =
  | { readonly kind: 'title'; readonly lines: readonly Pieces[] }
  | { readonly kind: 'documentNumber'; readonly pieces: Pieces }
  | { readonly kind: 'addressee'; readonly pieces: Pieces }
  /** The number stands in `pieces`. */
  | { readonly kind: 'heading'; readonly level: HeadingLevel; readonly pieces: Pieces }
  /**
   * `exact`: it is body text, whatever it looks like; otherwise what it is follows from its words. `listed`: its number is an automatic one, and no
   * heading's.
   */
  | { readonly kind: 'paragraph'; readonly pieces: Pieces; readonly exact: boolean; readonly centred?: boolean; readonly listed?: boolean }
  | { readonly kind: 'listItem'; readonly depth: number; readonly checked: boolean | undefined; readonly pieces: Pieces }
  | { readonly kind: 'caption'; readonly of: 'table' | 'figure'; readonly pieces: Pieces }
  | TableItem
  /** A picture, or a chart: then `path` is its target (`column`), and `chart` what it shows. */
  | { readonly kind: 'picture'; readonly path: string; readonly caption: Pieces; readonly chart?: WordChart }
  | { readonly kind: 'formula'; readonly tex: string }
  | { readonly kind: 'code'; readonly lines: readonly string[] }
  | { readonly kind: 'attachmentNote'; readonly items: readonly NoteItem[] }
  | { readonly kind: 'signature'; readonly organs: readonly Pieces[]; readonly date: Pieces | undefined }
  | { readonly kind: 'note'; readonly pieces: Pieces }
  | { readonly kind: 'attachment'; readonly mark: Pieces; readonly title: readonly Pieces[] }
  | { readonly kind: 'pageBreak' }
  | { readonly kind: 'contents' }
  /** Not printed; a reviewer's words. */
  | { readonly kind: 'comment'; readonly text: string };

/** `source`: the place in the document that it comes from; `apart`: an empty line stood before it. */
export type Item = ItemContent & { readonly source: number; readonly apart?: boolean };

export const wordsOf = (pieces: Pieces): string => pieces.map((piece) => (piece.kind === 'note' ? '' : piece.text)).join('');

/** Words of one look together, without blanks at either end. */
export function trimmed(pieces: Pieces): Pieces {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out[out.length - 1];
    if (piece.kind === 'text' && last?.kind === 'text' && last.bold === piece.bold && last.missing === piece.missing) {
      out[out.length - 1] = { ...last, text: last.text + piece.text };
    } else if (piece.kind !== 'text' || piece.text !== '') {
      out.push(piece);
    }
  }
  trimEnd(out, (text) => text.replace(/^[\s\ufeff]+/, ''), 0);
  trimEnd(out, (text) => text.replace(/[\s\ufeff]+$/, ''), -1);
  return out;
}

function trimEnd(pieces: Piece[], cut: (text: string) => string, at: 0 | -1): void {
  for (;;) {
    const index = at === 0 ? 0 : pieces.length - 1;
    const piece = pieces[index];
    if (piece?.kind !== 'text') return;
    const text = cut(piece.text);
    if (text !== '') {
      pieces[index] = { ...piece, text };
      return;
    }
    pieces.splice(index, 1);
  }
}

export const plain = (text: string): Pieces => (text === '' ? [] : [{ kind: 'text', text, bold: false }]);

export const withoutBold = (pieces: Pieces): Pieces =>
  trimmed(pieces.map((piece) => (piece.kind === 'text' ? { ...piece, bold: false } : piece)));

/** All words are bold: the look of a heading, not an emphasis. */
export const isAllBold = (pieces: Pieces): boolean =>
  pieces.some((piece) => piece.kind === 'text' && piece.bold) &&
  pieces.every((piece) => piece.kind !== 'text' || piece.bold || piece.text.trim() === '');
