/**
 * What client and server say to each other beyond LSP stands in this folder: names and shapes, and the little that both must do alike, so
 * client and webview may import it. Positions are LSP positions: zero-based, UTF-16. Here: what more than one topic needs.
 */

/** `workDoneToken` and the like travel beside these, as in LSP. */
export interface TextDocumentParams {
  readonly textDocument: { readonly uri: string };
}

/** What the client hands over in `initializationOptions`. */
export interface InitializationOptions {
  /** The folder (a URI) that the client keeps for the writer's own section catalogues. */
  readonly userSections?: string;
}
