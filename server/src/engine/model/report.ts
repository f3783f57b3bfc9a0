import type { MissingDatum } from '../missing/missingDatum.ts';
import type { ChartKind } from '../syntax/chartTarget.ts';
import type { HeadingLevel } from '../syntax/lineSyntax.ts';
import type { FrontMatter } from './frontMatter.ts';

/** A run of words with one look. `start` is its UTF-16 column in its source line, so that a view can lead back to it. */
export type Inline = (
  | { readonly kind: 'text'; readonly text: string; readonly start: number; readonly bold?: true }
  | { readonly kind: 'missing'; readonly text: string; readonly start: number; readonly bold?: true; readonly datum: MissingDatum }
  | { readonly kind: 'code'; readonly text: string; readonly start: number }
  | { readonly kind: 'link'; readonly text: string; readonly start: number; readonly href: string }
  | { readonly kind: 'footnoteReference'; readonly label: string; readonly start: number }
  /** `{{key}}`: a named datum; `value` when a data sheet gives one. */
  | { readonly kind: 'field'; readonly key: string; readonly text: string; readonly start: number; readonly value?: string }
) & {
  /** Only where two versions are compared: the words are in one of them alone. */
  readonly change?: 'added' | 'removed';
};

/** One printed line of words from one source line, `lineOffset` lines below the first line of its block. */
export interface TextLine {
  readonly lineOffset: number;
  readonly inlines: readonly Inline[];
}

export type ColumnAlignment = 'left' | 'center' | 'right';

/**
 * A printed block. Blocks know how many source lines they cover but not where they stand, so an edit elsewhere leaves
 * them as they are and they can be cached; `lineCount` of all blocks adds up to the lines of the document.
 */
export type Block = BlockContent & {
  /** How many source lines the block covers, blank lines and comments after it included. */
  readonly lineCount: number;
};

export type BlockContent =
  /** Lines before the first block that print nothing: front matter, blank lines, comments. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'title'; readonly lines: readonly TextLine[] }
  | { readonly kind: 'documentNumber'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'addressee'; readonly inlines: readonly Inline[] }
  /** `number` is the printed number with the blank after it, if one is printed (`一、`, `（二）`, `第一章 `, `1.1 `), empty if there is none; `heading` the heading's words, with the end mark
   * where a body follows; `body` the words run in after it. */
  | {
      readonly kind: 'heading';
      readonly level: HeadingLevel;
      readonly number: string;
      readonly heading: readonly Inline[];
      readonly body: readonly Inline[];
    }
  /** An ordinary paragraph; numbered ones and points (一是…) are paragraphs too. */
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'picture'; readonly path: string; readonly caption: readonly Inline[]; readonly pathStart: number }
  /** A chart drawn from the table with the number `table`, or from the nearest table above. `source` is the target as typed. */
  | {
      readonly kind: 'chart';
      readonly chart: ChartKind;
      readonly table?: number;
      /** Words of the columns that it shows; absent: all. */
      readonly columns?: readonly string[];
      readonly caption: readonly Inline[];
      readonly source: string;
      readonly pathStart: number;
    }
  /** A formula on a line of its own, in LaTeX, without the dollar signs. `start` is the UTF-16 column of `tex`. */
  | { readonly kind: 'formula'; readonly tex: string; readonly start: number }
  /** A caption line that no table or picture could take. */
  | { readonly kind: 'caption'; readonly of: 'table' | 'figure'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'code'; readonly lines: readonly string[]; readonly language: string }
  | { readonly kind: 'footnote'; readonly label: string; readonly inlines: readonly Inline[] }
  | { readonly kind: 'closing'; readonly inlines: readonly Inline[] }
  /** 附件说明: one entry without a number, or several with `number`s. */
  | { readonly kind: 'attachmentNote'; readonly items: readonly AttachmentNoteItem[] }
  /** 署名 and 成文日期; either may be absent. */
  | { readonly kind: 'signature'; readonly organs: readonly TextLine[]; readonly date?: TextLine }
  | { readonly kind: 'note'; readonly inlines: readonly Inline[] }
  /** An attachment begins on a new page: its mark (附件1) and its title. */
  | { readonly kind: 'attachment'; readonly mark: readonly Inline[]; readonly title: readonly TextLine[] }
  | { readonly kind: 'pageBreak' }
  | { readonly kind: 'tableOfContents' };

export interface ListItem extends TextLine {
  /** Nesting, from 0. */
  readonly depth: number;
  readonly checked?: boolean;
}

export interface AttachmentNoteItem extends TextLine {
  readonly number?: number;
}

export interface Table {
  readonly caption?: TextLine;
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
  /** How many rows the header has, 1 if absent: `header` and the first `headerRows - 1` of `rows`, which its cells reach down into. */
  readonly headerRows?: number;
  /** Lines right under the last row that begin with 注：, 来源： and the like. */
  readonly notes?: readonly TextLine[];
  /** Which way the page lies, where the writer says so at the end of the caption: `{横排}`. */
  readonly orientation?: 'landscape' | 'portrait';
  /** One for each column of the widest row. */
  readonly alignments: readonly ColumnAlignment[];
}

export interface TableRow {
  readonly lineOffset: number;
  /** A cell that another one covers is empty. */
  readonly cells: readonly (readonly Inline[])[];
  /** By column: how cells take part in merging; absent where none in the row does. */
  readonly merges?: readonly (CellMerge | undefined)[];
}

/** How a cell takes part in merging (`<<` and `^^`). Merged cells always make a rectangle. */
export type CellMerge =
  /** The upper left cell; it has the words. `rows` counts from its own row down. */
  | { readonly kind: 'origin'; readonly columns: number; readonly rows: number }
  /** The first cell of a further row. */
  | { readonly kind: 'continued'; readonly columns: number }
  /** At the right of either. */
  | { readonly kind: 'covered' };

/** The whole report as it will be printed. */
export interface Report {
  readonly frontMatter: FrontMatter;
  readonly blocks: readonly Block[];
}
