import type { CancellationToken, Connection, TextDocuments } from 'vscode-languageserver';
import type { ReportDocument } from '../engine/document.ts';
import type { Position } from '../engine/text/position.ts';
import type { Catalogue } from '../sections/catalogue.ts';
import type { Localize } from '../wording/localize.ts';
import type { Handle, ReportError } from './handle.ts';
import type { Host } from './host.ts';
import type { SettingsCache } from './settings.ts';

/** What all parts of one running server share. The fields that may change are set by `initialize`, before any request. */
export interface Session {
  readonly connection: Connection;
  readonly host: Host;
  readonly documents: TextDocuments<ReportDocument>;
  readonly settings: SettingsCache;
  readonly handle: Handle;
  readonly report: ReportError;
  /** As the client says it, or the system. */
  locale: string | undefined;
  t: Localize;
  /** The document types that are known by now, the writer's own included. */
  readonly catalogue: () => Catalogue;
  /** URIs of the workspace folders. */
  folders: readonly string[];
  supports: ClientSupport;
}

/** What the client can do, as far as answers depend on it. */
export interface ClientSupport {
  /** The client asks for diagnostics; otherwise they are sent. */
  readonly pull: boolean;
  readonly diagnosticRefresh: boolean;
  /** Edits may name the version of the document they are for. */
  readonly versionedEdits: boolean;
  readonly configuration: boolean;
  readonly dynamicConfiguration: boolean;
  readonly folderChanges: boolean;
  readonly inlayHintRefresh: boolean;
  /** The client can be asked to watch files. */
  readonly watchFiles: boolean;
  /** … also in folders outside of the workspace. */
  readonly relativePatterns: boolean;
  readonly codeLensRefresh: boolean;
}

export const noSupport: ClientSupport = {
  pull: false,
  diagnosticRefresh: false,
  versionedEdits: false,
  configuration: false,
  dynamicConfiguration: false,
  folderChanges: false,
  inlayHintRefresh: false,
  watchFiles: false,
  relativePatterns: false,
  codeLensRefresh: false,
};

interface OfDocument {
  readonly textDocument: { readonly uri: string };
}

/** A handler for a request about one document: `empty` when that document is not open. */
export function onDocument<P extends OfDocument, R>(
  session: Session,
  name: string,
  empty: R,
  answer: (document: ReportDocument, params: P, token: CancellationToken) => R | Promise<R>,
) {
  return session.handle<P, R>(name, empty, (params, token) => {
    const document = session.documents.get(params.textDocument.uri);
    return document === undefined ? empty : answer(document, params, token);
  });
}

/** A handler for a request about a place in a document; a place outside is moved to the nearest one inside. */
export function onPosition<P extends OfDocument & { readonly position: Position }, R>(
  session: Session,
  name: string,
  empty: R,
  answer: (document: ReportDocument, position: Position, params: P, token: CancellationToken) => R | Promise<R>,
) {
  return onDocument<P, R>(session, name, empty, (document, params, token) =>
    answer(document, nearest(document, params.position), params, token),
  );
}

/** The nearest position inside the document: clients may be an edit behind, or wrong. */
export function nearest(document: ReportDocument, { line, character }: Position): Position {
  if (!(line >= 0)) return { line: 0, character: 0 };
  const last = document.lineCount - 1;
  if (line > last) return { line: last, character: document.line(last).text.length };
  const index = Math.floor(line);
  return { line: index, character: Math.min(Math.max(0, Math.floor(character) || 0), document.line(index).text.length) };
}
