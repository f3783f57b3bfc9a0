import type { TextDocumentParams } from './requests.ts';

/** Client → server: two versions of a report in one, as pages with the changes marked. */
export const compareRequest = 'reportWriter/compare';

/** `textDocument` is the new version. */
export interface CompareParams extends TextDocumentParams {
  /** Its text, or a file's bytes in base64, in UTF-8, UTF-16 or GB 18030. */
  readonly old: { readonly text: string } | { readonly bytes: string };
  /** What the old version is called, for the writer. */
  readonly oldName: string;
}

export interface CompareResult {
  /** One HTML file that loads nothing and has no scripts; its only style sheet is in its head. */
  readonly html: string;
  readonly changes: number;
}
