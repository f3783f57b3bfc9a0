import type { FontRole } from '../../engine/model/houseStyle.ts';

export type { FontRole };

export interface Font {
  /** East Asian families: first the one asked for, then what may stand in for it. */
  readonly eastAsian: readonly string[];
  /** For digits and Latin letters. */
  readonly latin: readonly string[];
  /** In points. */
  readonly size: number;
  readonly bold: boolean;
}

/** Every number of a page. Lengths in millimetres unless the name says points (`…Pt`) or characters (`…Chars`). */
export interface PageLayout {
  readonly name: string;
  /** Quotation marks, dashes and ellipses are set in the Latin font: in a report that is not Chinese. */
  readonly latinMarks?: boolean;
  /** Headings begin at the edge, with so many empty lines above them; indented like paragraphs and without by default. */
  readonly flushHeadings?: { readonly linesBefore: number };
  readonly paper: { readonly width: number; readonly height: number };
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  /** The grid of the type area (版心): GB/T 9704-2012, 5.2.3. */
  readonly grid: { readonly lines: number; readonly chars: number; readonly linePitchPt: number };
  /**
   * How far, in mm, the type area (版心) lies inside the text area above and below, where the margins leave room for half
   * a line's leading (GB/T 33476.2-2016, appendix A). What is measured from the type area starts there. 0 if absent.
   */
  readonly typeAreaInset?: number;
  /** First-line indent of a paragraph (7.3.3). */
  readonly firstLineIndentChars: number;
  /** Line pitch of the title, in points. */
  readonly titlePitchPt: number;
  /** Empty lines of the grid before an element. */
  readonly linesBefore: {
    readonly title: number;
    readonly addressee: number;
    readonly attachmentNote: number;
    readonly signature: number;
  };
  /** Indents from the right edge, in characters: signature without seal, and its date (7.3.5.2). */
  readonly signatureRightChars: number;
  /** 页码 (7.5). */
  readonly pageNumber: {
    /** From the lower edge of the type area to the dash. */
    readonly below: number;
    readonly edgeIndentChars: number;
    /** Odd pages right, even pages left; otherwise always centred. */
    readonly outer: boolean;
    readonly dashes: boolean;
  };
  readonly fonts: Readonly<Record<FontRole, Font>>;
  /** The first sentence of a point (一是……。) is bold. */
  readonly boldPoints?: boolean;
  /** The title stands at the head of every page. */
  readonly runningHead?: boolean;
}
