import type { Position } from '../engine/text/position.ts';
import {
  type PreviewCloseParams,
  type PreviewFindParams,
  type PreviewFound,
  type PreviewLocateParams,
  type PreviewOpened,
  type PreviewOpenParams,
  type PreviewPages,
  type PreviewPagesParams,
  type PreviewPicturesParams,
  type PreviewResolveParams,
  type PreviewSpot,
  previewMethods,
} from '../protocol/preview.ts';
import type { PreviewService } from './previewService.ts';
import type { Session } from './session.ts';

/** The requests of the pages beside the text; patches are sent by the service. */
export function registerPreview({ connection, handle }: Session, previews: PreviewService): void {
  const { open, close, pages, locate, resolve, find, picturesChanged } = previewMethods;
  connection.onRequest<PreviewOpened | null, never>(
    open,
    handle<PreviewOpenParams, PreviewOpened | null>(open, null, (params) => previews.open(params)),
  );
  connection.onNotification(picturesChanged, (params: PreviewPicturesParams) => previews.picturesChanged(params));
  connection.onNotification(close, ({ uri }: PreviewCloseParams) => previews.close(uri));
  connection.onRequest<PreviewPages | null, never>(
    pages,
    handle<PreviewPagesParams, PreviewPages | null>(pages, null, (params) => previews.show(params)),
  );
  connection.onRequest<PreviewSpot | null, never>(
    locate,
    handle<PreviewLocateParams, PreviewSpot | null>(locate, null, ({ uri, position }) => previews.of(uri)?.locate(position) ?? null),
  );
  connection.onRequest<Position | null, never>(
    resolve,
    handle<PreviewResolveParams, Position | null>(resolve, null, ({ uri, place }) => previews.of(uri)?.resolve(place) ?? null),
  );
  connection.onRequest<PreviewFound | null, never>(
    find,
    handle<PreviewFindParams, PreviewFound | null>(find, null, (params, token) => previews.find(params, token)),
  );
}
