import { remedies } from '../features/remedies/remedies.ts';
import { type RemediesParams, type RemediesResult, remediesRequest } from '../protocol/remedies.ts';
import { onDocument, type Session } from './session.ts';

/** Problems, causes and measures side by side. */
export function registerRemedies(session: Session): void {
  session.connection.onRequest<RemediesResult, never>(
    remediesRequest,
    onDocument<RemediesParams, RemediesResult>(session, remediesRequest, { text: '', links: [] }, (document) =>
      remedies(document, session.t, /^zh\b/i.test(session.locale ?? '')),
    ),
  );
}
