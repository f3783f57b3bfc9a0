import type { CodeActionParams } from 'vscode-languageserver';
import { codeActions } from '../features/codeActions.ts';
import { documentSymbols } from '../features/documentSymbols.ts';
import { fieldHover } from '../features/fieldHover.ts';
import { fixAllEdits, formattedRules } from '../features/fixAll.ts';
import { foldingRanges } from '../features/foldingRanges.ts';
import { hover } from '../features/hover.ts';
import { nextMissingDatum } from '../features/nextMissingDatum.ts';
import { workspaceSymbols } from '../features/workspaceSymbols.ts';
import { type NextMissingDatumParams, type NextMissingDatumResult, nextMissingDatumRequest } from '../protocol/missingData.ts';
import type { DataService } from './dataService.ts';
import { nearest, onDocument, onPosition, type Session } from './session.ts';
import { WorkspaceReports } from './workspaceReports.ts';

const symbolLimit = 500;

/** Outline, folding, hover, quick fixes, the walk from gap to gap, symbols of the workspace. */
export function registerLanguageFeatures(session: Session, data: DataService): void {
  const { connection, documents } = session;
  const reports = new WorkspaceReports(session);

  connection.onDocumentSymbol(
    onDocument(session, 'documentSymbol', [], (document) => [
      ...documentSymbols(document, session.t, session.settings.known(document.uri).outline.missingCounts),
    ]),
  );
  connection.onFoldingRanges(onDocument(session, 'foldingRange', [], (document) => [...foldingRanges(document)]));
  connection.onHover(
    onPosition(session, 'hover', null, (document, position) => {
      const known = data.of(document.uri);
      return (known && fieldHover(document, position, known, session.t)) ?? hover(document, position, session.t) ?? null;
    }),
  );
  connection.onCodeAction(
    onDocument(session, 'codeAction', [], (document, { range, context }: CodeActionParams) => {
      const start = nearest(document, range.start);
      const end = nearest(document, range.end);
      const { diagnostics, only } = context;
      return [
        ...codeActions(document, {
          range: { start, end },
          diagnostics,
          only,
          versioned: session.supports.versionedEdits,
          types: session.catalogue().types,
          rules: session.settings.known(document.uri).rules,
          t: session.t,
        }),
      ];
    }),
  );
  connection.onDocumentFormatting(
    onDocument(session, 'formatting', [], (document) => [
      ...fixAllEdits(document, { rules: session.settings.known(document.uri).rules, only: formattedRules }),
    ]),
  );
  connection.onWorkspaceSymbol(
    session.handle('workspaceSymbol', [], async ({ query }, token) => {
      const closed = await reports.closed(token);
      return [...workspaceSymbols([...documents.all(), ...closed], query, symbolLimit)];
    }),
  );
  connection.onRequest(
    nextMissingDatumRequest,
    onPosition<NextMissingDatumParams, NextMissingDatumResult>(
      session,
      nextMissingDatumRequest,
      null,
      (document, position, { direction }) => nextMissingDatum(document, position, direction) ?? null,
    ),
  );
}
