import { type DeviationsParams, type DeviationsResult, deviationsRequest } from '../protocol/style.ts';
import { deviationsOf, deviationsText } from '../render/layout/deviations.ts';
import { layoutOf } from '../render/layout/layoutOf.ts';
import { onDocument, type Session } from './session.ts';
import type { StyleService } from './styleService.ts';

/** What a report's layout has that the standard does not. */
export function registerStyle(session: Session, styles: StyleService): void {
  session.connection.onRequest(
    deviationsRequest,
    onDocument<DeviationsParams, DeviationsResult | null>(session, deviationsRequest, null, async (document) => {
      const style = await styles.ready(document.uri);
      const { preset } = (await session.settings.of(document.uri)).layout;
      return { markdown: deviationsText(deviationsOf(layoutOf(document, preset, style?.style), session.t), session.t) };
    }),
  );
}
