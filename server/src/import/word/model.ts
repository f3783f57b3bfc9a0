/** What a Word document says, before anybody asks what it means. Sizes in half-points, lengths in twips, as Word has them. */

export interface RunLook {
  readonly bold: boolean;
  /** The name of the character style in lower case, or empty. */
  readonly style: string;
  /** Effective size in half-points. */
  readonly size: number;
  /** Hex or `auto`. */
  readonly color: string;
  readonly highlighted: boolean;
}

export type WordInline =
  | { readonly kind: 'text'; readonly text: string; readonly look: RunLook }
  | { readonly kind: 'tab' }
  | { readonly kind: 'break'; readonly of: 'line' | 'page' }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'note'; readonly note: NoteKey }
  /** `part` is the package's; absent for one that is only linked. */
  | { readonly kind: 'picture'; readonly part?: string; readonly alt: string }
  | { readonly kind: 'chart'; readonly part: string; readonly alt: string }
  /** `tex` where all of the formula could be written in it; `text` are its words in a line. */
  | { readonly kind: 'formula'; readonly tex: string | undefined; readonly text: string; readonly display: boolean }
  | { readonly kind: 'comment'; readonly id: string };

/** `footnote 2`, `endnote 1`: the kind and Word's id. */
export type NoteKey = `${'footnote' | 'endnote'} ${string}`;

/** An automatic number or bullet. */
export interface ListLabel {
  /** As Word prints it, with the blank after it if there is one: `一、`, `（二）`, `1. `. */
  readonly text: string;
  readonly bullet: boolean;
  /** Level, from 0. */
  readonly level: number;
}

export interface WordParagraph {
  readonly kind: 'paragraph';
  /** The style's name in lower case: `heading 1`, `title`, `body text`. */
  readonly style: string;
  readonly inlines: readonly WordInline[];
  readonly label?: ListLabel;
  /** 0 is the highest; absent for body text. */
  readonly outline?: number;
  readonly align: string;
  /** Left indent of the paragraph itself, in twips; absent where its style says. */
  readonly left?: number;
  readonly pageBreakBefore: boolean;
  readonly inTextBox: boolean;
  readonly inContents: boolean;
  /** The paragraph ends a section, and what follows begins on a new page. */
  readonly sectionBreak?: 'page' | 'continuous';
}

export interface WordCell {
  /** Columns that it is wide. */
  readonly span: number;
  /** Goes on with the cell above. */
  readonly joined: boolean;
  readonly blocks: readonly WordBlock[];
}

export interface WordRow {
  readonly header: boolean;
  /** Columns left free before the first cell. */
  readonly before: number;
  readonly cells: readonly WordCell[];
}

export interface WordTable {
  readonly kind: 'table';
  readonly rows: readonly WordRow[];
}

/** `source` is the place in the document's body, from 0; blocks of text boxes have the place of what they hang on. */
export type WordBlock = (WordParagraph | WordTable) & { readonly source: number; readonly landscape?: true };

/** Something that the writer should know about an import. */
export interface Remark {
  /** In the writer's language. */
  readonly message: string;
  /** The place in the document's body, where it has one. */
  readonly source?: number;
}

export interface WordComment {
  readonly author: string;
  readonly text: string;
}

export interface WordProperties {
  readonly title?: string | undefined;
  readonly creator?: string | undefined;
  readonly subject?: string | undefined;
  readonly keywords?: string | undefined;
  readonly category?: string | undefined;
  readonly language?: string | undefined;
  /** Somebody has saved it in Word since it was made. */
  readonly edited: boolean;
}

export interface SectionPage {
  /** Twips. */
  readonly top: number;
  readonly left: number;
  readonly linePitch: number;
}

export interface WordDocument {
  readonly blocks: readonly WordBlock[];
  readonly notes: ReadonlyMap<NoteKey, readonly WordBlock[]>;
  readonly comments: ReadonlyMap<string, WordComment>;
  /** What stands at the head of the first page, and of all pages. */
  readonly headers: { readonly first: readonly WordBlock[]; readonly others: readonly WordBlock[] };
  readonly footers: readonly WordBlock[];
  /** Names of the styles that the document knows, in lower case. */
  readonly styleNames: ReadonlySet<string>;
  /** Font and size of a style, by its name in lower case. */
  readonly fontOf: (style: string) => { readonly font?: string; readonly size?: number } | undefined;
  /** Half-points of ordinary text. */
  readonly bodySize: number;
  readonly properties: WordProperties;
  readonly page: SectionPage | undefined;
  readonly hasMacros: boolean;
  /** A part's bytes. */
  readonly bytes: (part: string) => Uint8Array | undefined;
}
