import { onTypeFormatting } from '../features/onTypeFormatting.ts';
import { onPosition, type Session } from './session.ts';

/** What happens by itself while the writer types: Enter in a series. */
export function registerTyping(session: Session): void {
  session.connection.onDocumentOnTypeFormatting(
    onPosition(session, 'onTypeFormatting', [], (document, position) => [...onTypeFormatting(document, position)]),
  );
}
