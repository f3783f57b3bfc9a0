import type { Block, CellMerge, Inline } from '../../engine/model/report.ts';
import type { ChartKind } from '../../engine/syntax/chartTarget.ts';
import type { MathResult } from '../math/readTex.ts';
import type { ChartData } from './chartData.ts';
import type { Run, Slice } from './lineBreaking.ts';
import type { FontRole } from './pageLayout.ts';

/** A run that knows its font and where it comes from. */
export interface StyledRun extends Run {
  readonly role: FontRole;
  /** UTF-16 column of its first character in its source line. */
  readonly column: number;
  /** Absent for words the layout adds: numbers, bullets. */
  readonly inline?: Inline;
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
  /** A line of the head without anything of its own. */
  | 'headLine'
  /** The document number with the red rule below it. */
  | 'ruledNumber'
  | 'imprint'
  | 'tableNote'
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
  /** More room at the left in points, where no half cell will do: of the first line and of the others. */
  readonly offset?: { readonly first: number; readonly others: number };
  /** Type size in points where it is not that of its kind: an organ's mark made to fit. */
  readonly size?: number;
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
  /** Labels of the notes that stand at the foot of the page that this row is on. */
  readonly calls?: readonly string[];
}

/** A row of a table; `lines` are the printed lines of each cell. */
export interface TableRowRow {
  readonly kind: 'tableRow';
  readonly height: number;
  readonly header: boolean;
  readonly sourceLine: number;
  /** The words of a cell that is merged over several rows are dealt out to them, so that a page can begin at any. */
  readonly cells: readonly (readonly TextRow[])[];
  /** By column, as in the model; `rows` of an origin counts nothing here: parts of rows may stand on two pages. */
  readonly merges?: readonly (CellMerge | undefined)[];
  /** As of a text row. */
  readonly calls?: readonly string[];
}

export interface PictureRow {
  readonly kind: 'picture';
  readonly height: number;
  /** Of the picture itself; a small one stands in a line as high as one of text. */
  readonly size: { readonly width: number; readonly height: number };
  readonly path: string;
  readonly alternative: string;
  readonly column: number;
  /** Whether its size is known, so whether there is such a picture. */
  readonly found: boolean;
  /** Why it is not printed. */
  readonly problem?: string;
}

/** A chart, in a box of its own size. */
export interface ChartRow {
  readonly kind: 'chart';
  readonly height: number;
  readonly width: number;
  readonly chart: ChartKind;
  /** What it shows, or why it shows nothing. */
  readonly data: ChartData;
  /** What was typed in place of a picture's path, and its column. */
  readonly source: string;
  readonly column: number;
  readonly alternative: string;
}

/** A formula on a line of its own. */
export interface FormulaRow {
  readonly kind: 'formula';
  readonly height: number;
  readonly tex: string;
  readonly formula: MathResult;
  readonly column: number;
}

/** Empty room; vanishes at the head of a page that is not `turned`, unless it `stays`. */
export interface GapRow {
  readonly kind: 'gap';
  readonly height: number;
  readonly stays?: true;
}

/** A rule across the type area. */
export interface RuleRow {
  readonly kind: 'rule';
  readonly height: number;
  /** From the row's upper edge to the rule's, in points. */
  readonly above: number;
  /** Thickness in points. */
  readonly weight: number;
  readonly red: boolean;
  /** In points; the type area's by default. */
  readonly width?: number;
}

/** The marks of several organs, one below the other, and what stands at their right at half their height (GB/T 9704-2012, 7.2.4). */
export interface JointMarkRow {
  readonly kind: 'jointMark';
  readonly height: number;
  readonly organs: readonly TextRow[];
  readonly suffix: TextRow;
  /** Widths of the two columns in points. */
  readonly columns: readonly [organs: number, suffix: number];
}

export type Row = TextRow | TableRowRow | PictureRow | GapRow | RuleRow | JointMarkRow | ChartRow | FormulaRow;

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
  /** Rows printed again at the head of each further page: a table's header. */
  readonly repeated?: readonly Row[];
  /** So many rows at the end stand on one page where they can: the last row of a table and its notes. */
  readonly tail?: number;
  /** Widths of a table's columns, in points. */
  readonly columns?: readonly number[];
  /** Size of a table's words in points, where it is not the layout's. */
  readonly tableSize?: number;
  /** The page ends before this row (after the last one, if there are no more): a cover, which has no number. */
  readonly coverEnd?: number;
  /** Its rows stand at the foot of the page, whatever room is left above (版记). */
  readonly atFoot?: true;
  /** Printed on pages of their own that lie on their side. */
  readonly landscape?: true;
  /** Binds the block before it to what follows, if that is kept with it (附件说明 before a signature). */
  readonly leans?: true;
  /** What is drawn over the whole paper of its first page, stacked from the paper's upper edge; that page has no number (10.1). */
  readonly overlay?: readonly Row[];
  /** A note's rows, for the foot of the page that calls it; `rows` is empty then. */
  readonly note?: readonly TextRow[];
  /** Labels of the notes that its words call, in order. */
  readonly noteCalls?: readonly string[];
}

/** A block at its place in a report. Equal blocks at two places are two entries; an entry lives as long as its block stays. */
export interface Entry {
  /** Never used twice in one document: `data-block` of the preview. */
  readonly id: number;
  readonly block: Block | undefined;
  readonly broken: BrokenBlock;
}
