import { BookmarkEnd, BookmarkStart, type ICommentOptions, Paragraph, type ParagraphChild, TextRun, type XmlComponent } from 'docx';
import type { MissingDatum } from '../../engine/missing/missingDatum.ts';
import type { Table } from '../../engine/model/report.ts';
import type { Localize } from '../../wording/localize.ts';
import type { PageLayout } from '../layout/pageLayout.ts';
import type { PictureSize } from '../layout/pictures.ts';
import { cleanText } from './cleanText.ts';
import type { DocxOptions, DocxProblem } from './docxOptions.ts';
import { type Measures, measuresOf } from './measures.ts';
import { styleIds } from './styles.ts';

/** A missing datum as it was printed, for the list at the end. */
export interface PrintedMissing {
  readonly datum: MissingDatum;
  readonly description: string;
}

/** What one export gathers while it goes through the blocks. */
export class DocumentState {
  readonly layout: PageLayout;
  readonly measures: Measures;
  readonly options: DocxOptions;
  readonly t: Localize;
  readonly words: Localize;
  /** BCP 47. */
  readonly language: string;
  /** Quotation marks, dashes and ellipses are set in Chinese width. */
  readonly eastAsian: boolean;
  readonly comments: ICommentOptions[] = [];
  readonly missing: PrintedMissing[] = [];
  readonly problems: DocxProblem[] = [];
  readonly links: { readonly id: string; readonly target: string }[] = [];
  /** Footnote labels in the order of their first use: their place is their number. */
  readonly footnoteNumbers = new Map<string, number>();
  /** Labels that have a note. */
  readonly footnotes: ReadonlySet<string>;
  /** The last number that a caption of each kind had. */
  readonly captionNumbers = new Map<'table' | 'figure', number>();
  /** Captions that words can lead to: `table 1` → its bookmark. */
  readonly captionBookmarks = new Map<string, string>();
  readonly captionsPrinted = new Set<string>();
  /** Headings in a table of contents: block index → bookmark. */
  readonly headingBookmarks = new Map<number, string>();
  /** Sizes in points of tables whose words are smaller than the layout's. */
  readonly tableSizes = new Set<number>();
  bookmarkCount = 0;
  /** Sizes in pixels of the pictures that can be printed; known only where a table of contents needs them. */
  readonly pictureSizes = new Map<string, PictureSize>();
  pictureCount = 0;
  chartCount = 0;
  /** The tables that charts draw, by the charts' block indices. */
  chartTables: ReadonlyMap<number, Table | undefined> = new Map();

  constructor(options: DocxOptions, language: string, footnotes: ReadonlySet<string> = new Set()) {
    this.options = options;
    this.layout = options.layout;
    this.measures = measuresOf(options.layout);
    this.t = options.t;
    this.words = options.words ?? options.t;
    this.language = language;
    this.eastAsian = language.startsWith('zh');
    this.footnotes = footnotes;
  }

  /** `children` between the marks of a bookmark. */
  bookmarked(name: string, children: readonly ParagraphChild[]): ParagraphChild[] {
    const id = ++this.bookmarkCount;
    // The library's paragraphs take these, its type forgot them; its own `Bookmark` counts on from one document to the next.
    const mark = (component: BookmarkStart | BookmarkEnd): ParagraphChild => component as XmlComponent as ParagraphChild;
    return [mark(new BookmarkStart(name, id)), ...children, mark(new BookmarkEnd(id))];
  }

  /** Adds a comment and gives its id. */
  comment(text: string): number {
    const id = this.comments.length;
    const author = this.words('Report Writer');
    this.comments.push({
      id,
      author,
      initials: author.slice(0, 2),
      date: this.options.time ?? new Date(Date.UTC(1980, 0, 1)),
      children: [new Paragraph({ style: styleIds.commentText, children: [new TextRun(cleanText(text))] })],
    });
    return id;
  }
}
