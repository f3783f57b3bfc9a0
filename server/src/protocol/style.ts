/** Asks in what a report's layout differs from GB/T 9704-2012. */
export const deviationsRequest = 'reportWriter/deviations';

export interface DeviationsParams {
  readonly textDocument: { readonly uri: string };
}

export interface DeviationsResult {
  /** A page in Markdown, in the reader's language. */
  readonly markdown: string;
}
