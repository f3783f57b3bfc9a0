import type { Block, Inline } from '../../engine/model/report.ts';
import type { Run, Slice } from './lineBreaking.ts';
import type { FontRole } from './pageLayout.ts';

/** A run that knows its font and where it comes from. */
export interface StyledRun extends Run {
  readonly role: FontRole;
  /** UTF-16 column of its first character in its source line. */
  readonly column: number;
  /** Absent for words the layout adds: numbers, bullets. */
  readonly inline?: Inline;
  /** The run takes exactly so many half cells: a number or a bullet and the tab after it. */
  readonly tab?: number;
}

export type ParagraphKind =
  | 'title'
  | 'documentNumber'
  | 'addressee'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'body'
  | 'listItem'
  | 'caption'
  | 'code'
  | 'footnote'
  | 'attachmentNote'
  | 'organ'
  | 'date'
  | 'attachmentMark'
  | 'attachmentTitle'
  | 'contentsTitle'
  | 'contentsEntry'
  | 'label'
  | 'organMark'
  | 'cell';

/** What all lines of a paragraph share. */
export interface Paragraph {
  readonly kind: ParagraphKind;
  readonly runs: readonly StyledRun[];
  /** Source lines below the first line of the block. */
  readonly sourceLine: number;
  readonly align: 'justify' | 'left' | 'center' | 'right';
  /** In half cells, so that style sheets need only a few classes: the first line, the other lines, the right edge. */
  readonly firstIndent: number;
  readonly indent: number;
  readonly rightIndent: number;
}

/** A printed line. */
export interface TextRow {
  readonly kind: 'text';
  /** Heights are in points. */
  readonly height: number;
  readonly paragraph: Paragraph;
  readonly slices: readonly Slice[];
  /** Its last character, a mark, hangs over the end. */
  readonly hangs: boolean;
  readonly first: boolean;
  readonly last: boolean;
  /** A line of the table of contents: the heading whose page number ends it. */
  readonly target?: Block;
}

/** A row of a table; `lines` are the printed lines of each cell. */
export interface TableRowRow {
  readonly kind: 'tableRow';
  readonly height: number;
  readonly header: boolean;
  readonly sourceLine: number;
  readonly cells: readonly (readonly TextRow[])[];
}

export interface PictureRow {
  readonly kind: 'picture';
  readonly height: number;
  readonly width: number;
  readonly path: string;
  readonly alternative: string;
  readonly column: number;
  /** Whether its size is known, so whether there is such a picture. */
  readonly found: boolean;
}

/** Empty lines; vanishes where a page begins unless `stays`. */
export interface GapRow {
  readonly kind: 'gap';
  readonly height: number;
  /** Names the height for style sheets: `1`, `2` … lines, or `mark0` … `mark3` above the organ's mark after so many labels. */
  readonly name: string;
  readonly stays?: true;
}

/** The red rule under the head of the first page. */
export interface RuleRow {
  readonly kind: 'rule';
  readonly height: number;
}

export type Row = TextRow | TableRowRow | PictureRow | GapRow | RuleRow;

/** A block broken into rows. Depends on the block and the layout only, so it is kept as long as the block is. */
export interface BrokenBlock {
  readonly rows: readonly Row[];
  /** A new page begins before it. */
  readonly breakBefore: boolean;
  /** Its last row stands on the page of the next block's first row (headings, captions above tables). */
  readonly keepWithNext: boolean;
  /** All its rows stand on one page, with at least one row of the block before (signature). */
  readonly keepWithPrevious: boolean;
  /** So many rows from the first on stand on one page where they can: a table's caption, header and first row; all of a signature. */
  readonly together: number;
  /** A row printed again at the head of each further page: a table's header. */
  readonly repeated?: Row;
  /** Widths of a table's columns, in points. */
  readonly columns?: readonly number[];
}

/** A block at its place in a report. Equal blocks at two places are two entries; an entry lives as long as its block stays. */
export interface Entry {
  /** Never used twice in one document: `data-block` of the preview. */
  readonly id: number;
  readonly block: Block | undefined;
  readonly broken: BrokenBlock;
}
