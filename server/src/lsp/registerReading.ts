import { codeLens } from '../features/codeLens.ts';
import { documentLinks } from '../features/documentLinks.ts';
import { labelHighlights } from '../features/labelPlaces.ts';
import { selectionRanges } from '../features/selectionRanges.ts';
import { resolveInside, rootOf } from './paths.ts';
import { nearest, onDocument, onPosition, type Session } from './session.ts';

/** Finding one's way in a report: links, the same label elsewhere, growing selections, counts over headings. */
export function registerReading(session: Session): void {
  const { connection } = session;
  connection.onDocumentLinks(
    onDocument(session, 'documentLink', [], (document) => {
      const root = rootOf(document.uri, session.folders);
      const fileOf = (path: string) => (root === undefined ? undefined : resolveInside(root, document.uri, path));
      return [...documentLinks(document, { fileOf, t: session.t })];
    }),
  );
  connection.onDocumentHighlight(
    onPosition(session, 'documentHighlight', [], (document, position) => [...labelHighlights(document, position)]),
  );
  connection.onSelectionRanges(
    onDocument(session, 'selectionRange', [], (document, { positions }) => [
      ...selectionRanges(
        document,
        positions.map((position) => nearest(document, position)),
      ),
    ]),
  );
  connection.onCodeLens(
    onDocument(session, 'codeLens', [], async (document) => {
      const { enabled } = (await session.settings.of(document.uri)).codeLens;
      return enabled ? [...codeLens(document, session.t)] : [];
    }),
  );
}
