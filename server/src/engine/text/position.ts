/** A place in a document: zero-based line, and column in UTF-16 code units, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A half-open range of a document, as in LSP. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** One edit: `range` of the text before it is replaced by `text`. Without `range` the whole text is. */
export interface TextChange {
  readonly range?: Range | undefined;
  readonly text: string;
}

/** A half-open stretch of one line, in UTF-16 columns. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
