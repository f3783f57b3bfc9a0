import type { Position } from '../engine/text/position.ts';

// Who talks to whom: webview ⇄ client by `postMessage` (ToWebview, FromWebview), client ⇄ server by LSP (the names in `previewMethods`).
// The client only passes things on: it adds what only VS Code knows (URIs of pictures, where the cursor is, theme, texts).

/** Names of the LSP messages, with what they carry. */
export const previewMethods = {
  /** Request, client → server: `PreviewOpenParams` → `PreviewOpened | null` (null: no such document). From then on the server sends patches. */
  open: 'reportWriter/preview/open',
  /** Notification, client → server: `PreviewCloseParams`. */
  close: 'reportWriter/preview/close',
  /** Request, client → server: `PreviewPagesParams` → `PreviewPages | null`. Also says which pages are in view: patches bring those along. */
  pages: 'reportWriter/preview/pages',
  /** Request, client → server: `PreviewLocateParams` → `PreviewSpot | null`. From the text to the page. */
  locate: 'reportWriter/preview/locate',
  /** Request, client → server: `PreviewResolveParams` → `Position | null`. From the page to the text. */
  resolve: 'reportWriter/preview/resolve',
  /** Notification, server → client: `PreviewPatch`. */
  patch: 'reportWriter/preview/patch',
} as const;

/** A place on a page that stays true while text elsewhere changes: a printed block, a source line in it, a UTF-16 column of that line. */
export interface PreviewPlace {
  /** `data-block` of the element. */
  readonly block: number;
  /** `data-line`: source lines below the block's first. */
  readonly line: number;
  /** `data-column`. */
  readonly column: number;
}

/** Where a position of the text is printed. */
export interface PreviewSpot extends PreviewPlace {
  /** Zero-based index of the page. */
  readonly page: number;
}

/** The content of one page, as HTML that the server built and escaped: `<section class="page">…</section>`. */
export interface PreviewPage {
  /** Zero-based. */
  readonly index: number;
  readonly html: string;
}

export interface PreviewOpenParams {
  readonly uri: string;
  /** First pages wanted at once; the default is 3. */
  readonly pages?: number;
}

export interface PreviewOpened {
  readonly uri: string;
  /** The document version that was laid out. */
  readonly version: number;
  readonly pageCount: number;
  /** Paper size in millimetres, the same for all pages. */
  readonly paper: { readonly width: number; readonly height: number };
  /** Style rules with the numbers of the page layout; to be adopted beside preview.css. */
  readonly style: string;
  readonly pages: readonly PreviewPage[];
}

export interface PreviewCloseParams {
  readonly uri: string;
}

/** Pages `from` to `to` (zero-based, half-open); the server clamps them. */
export interface PreviewPagesParams {
  readonly uri: string;
  readonly from: number;
  readonly to: number;
}

export interface PreviewPages {
  readonly uri: string;
  readonly version: number;
  readonly pageCount: number;
  readonly pages: readonly PreviewPage[];
}

export interface PreviewLocateParams {
  readonly uri: string;
  readonly position: Position;
}

export interface PreviewResolveParams {
  readonly uri: string;
  readonly place: PreviewPlace;
}

/** What an edit changed. Pages outside `changed` are as they were; of those inside, `pages` brings the ones in view. */
export interface PreviewPatch {
  readonly uri: string;
  readonly version: number;
  readonly pageCount: number;
  /** Pages to look at again, in the new numbering, half-open. */
  readonly changed: { readonly from: number; readonly to: number };
  readonly pages: readonly PreviewPage[];
  /** Only when the page layout itself changed. */
  readonly style?: string;
}

/** Texts of the webview, in the user's language. `{0}`, `{1}` stand for numbers. */
export interface PreviewTexts {
  /** `Page {0} of {1}` */
  readonly pageOf: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fitWidth: string;
  readonly actualSize: string;
  readonly nextMissing: string;
  readonly pages: string;
  readonly loading: string;
  /** `Picture not found: {0}` */
  readonly pictureMissing: string;
}

/** Client → webview. */
export type ToWebview =
  | { readonly type: 'open'; readonly opened: PreviewOpened; readonly texts: PreviewTexts }
  | { readonly type: 'pages'; readonly pages: PreviewPages }
  | { readonly type: 'patch'; readonly patch: PreviewPatch }
  /** The cursor is here: mark the paragraph; with `scroll`, bring it into view. */
  | { readonly type: 'cursor'; readonly uri: string; readonly spot: PreviewSpot; readonly scroll: boolean }
  /** Picture paths of the report and the URIs a webview may load; null where there is no such picture in the workspace. */
  | {
      readonly type: 'pictures';
      readonly uri: string;
      readonly pictures: readonly { readonly path: string; readonly source: string | null }[];
    };

/** Webview → client. Everything in it is checked by `asFromWebview` before it is used. */
export type FromWebview =
  | { readonly type: 'ready' }
  | { readonly type: 'needPages'; readonly uri: string; readonly from: number; readonly to: number }
  | { readonly type: 'needPictures'; readonly uri: string; readonly paths: readonly string[] }
  /** Put the cursor of the editor here; `fill`: a missing datum was clicked. */
  | { readonly type: 'reveal'; readonly uri: string; readonly place: PreviewPlace; readonly fill: boolean }
  | { readonly type: 'openLink'; readonly uri: string; readonly href: string };

const isIndex = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isText = (value: unknown, limit: number): value is string => typeof value === 'string' && value.length <= limit;

function asPlace(value: unknown): PreviewPlace | undefined {
  const { block, line, column } = (value ?? {}) as Record<string, unknown>;
  return isIndex(block) && isIndex(line) && isIndex(column) ? { block, line, column } : undefined;
}

/** The message, rebuilt from nothing but the fields it may have; `undefined` if it is none of `FromWebview`. Never throws. */
export function asFromWebview(message: unknown): FromWebview | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, uri, from, to, paths, place, fill, href } = message as Record<string, unknown>;
  if (type === 'ready') return { type };
  if (!isText(uri, 8192)) return undefined;
  switch (type) {
    case 'needPages':
      return isIndex(from) && isIndex(to) && to >= from ? { type, uri, from, to } : undefined;
    case 'needPictures':
      return Array.isArray(paths) && paths.length <= 500 && paths.every((path) => isText(path, 4096))
        ? { type, uri, paths: [...paths] }
        : undefined;
    case 'reveal': {
      const checked = asPlace(place);
      return checked && typeof fill === 'boolean' ? { type, uri, place: checked, fill } : undefined;
    }
    case 'openLink':
      return isText(href, 4096) && /^(?:https?:\/\/|mailto:)/i.test(href) ? { type, uri, href } : undefined;
    default:
      return undefined;
  }
}
