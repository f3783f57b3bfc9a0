/** One edit within a line of the old text. Columns are UTF-16. */
export interface LineEdit {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What is changed: the mark of a heading or item, of a caption, an attachment, its note, a point (一是), a mention. */
  readonly kind: 'heading' | 'item' | 'caption' | 'attachment' | 'note' | 'point' | 'reference';
}

export const inOrder = (a: LineEdit, b: LineEdit): number => a.line - b.line || a.start - b.start || a.end - b.end;

/** A line's text after its edits, which are in order and do not overlap. */
export function edited(text: string, edits: readonly LineEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
