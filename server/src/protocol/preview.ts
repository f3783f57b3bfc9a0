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
  /** Request, client → server: `PreviewFindParams` → `PreviewFound | null`. Looks through all pages, also those that no webview holds. */
  find: 'reportWriter/preview/find',
  /** Notification, client → server: `PreviewPicturesParams`. Files of pictures have changed. */
  picturesChanged: 'reportWriter/preview/picturesChanged',
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
  /** The first of them, zero-based; the default is 0. A view that is there already keeps showing its pages. */
  readonly from?: number;
}

/** What pages share, as far as it is known by now. */
export interface PreviewExtent {
  readonly pageCount: number;
  /** All pages that lie across (width and height of the paper swapped), zero-based and ascending; absent: none. */
  readonly landscape?: readonly number[];
  /** Later pages are still being laid out; patches bring them. */
  readonly partial?: true;
}

export interface PreviewOpened extends PreviewExtent {
  readonly uri: string;
  /** The document version that was laid out. */
  readonly version: number;
  /** Paper size in millimetres, of pages that stand upright. */
  readonly paper: { readonly width: number; readonly height: number };
  /** Style rules with the numbers of the page layout; to be adopted beside preview.css. */
  readonly style: string;
  /** The fonts that the page layout names. */
  readonly fonts: readonly PreviewFont[];
  readonly pages: readonly PreviewPage[];
}

/** A font that the page layout asks for, and what may stand in for it, the best first. */
export interface PreviewFont {
  readonly name: string;
  readonly standIns: readonly string[];
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

export interface PreviewPages extends PreviewExtent {
  readonly uri: string;
  readonly version: number;
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
export interface PreviewPatch extends PreviewExtent {
  readonly uri: string;
  readonly version: number;
  /** Pages to look at again, in the new numbering, half-open. */
  readonly changed: { readonly from: number; readonly to: number };
  readonly pages: readonly PreviewPage[];
  /** Only when the page layout itself changed. */
  readonly style?: string;
  /** All was laid out anew: no block has the id it had. */
  readonly anew?: true;
}

export interface PreviewPicturesParams {
  readonly uri: string;
  /** As the report names them. */
  readonly paths: readonly string[];
}

export interface PreviewFindParams {
  readonly uri: string;
  /** Letters of any case and full-width forms count as equal. */
  readonly query: string;
}

/** Printed characters of one page: those of all elements with this `data-block` and `data-line`, one after the other. */
export interface PreviewSpan {
  readonly page: number;
  readonly block: number;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** A place where the words stand; more than one span where they go on on the next page. */
export type PreviewMatch = readonly [PreviewSpan, ...PreviewSpan[]];

export interface PreviewFound {
  readonly uri: string;
  readonly query: string;
  readonly version: number;
  /** In the order of the pages; of very many only the first. */
  readonly matches: readonly PreviewMatch[];
  readonly isCut: boolean;
}

/** Texts of the webview, in the user's language. `{0}`, `{1}` stand for what is filled in. */
const previewTextNames = [
  'pageOf',
  'zoomIn',
  'zoomOut',
  'fitWidth',
  'fitPage',
  'twoPages',
  'actualSize',
  'nextMissing',
  'missingOnPage',
  'goThere',
  'fillIn',
  'pages',
  'tools',
  'loading',
  'unavailable',
  'pictureMissing',
  'find',
  'findNext',
  'findPrevious',
  'findOf',
  'findNothing',
  'close',
  'fontSeparator',
  'fontStandIn',
  'fontsMissing',
  'fontsBreaks',
  'hideForGood',
] as const;

export type PreviewTexts = Readonly<Record<(typeof previewTextNames)[number], string>>;

/** How the preview is to look and behave; all of it the client knows before the server has answered. */
export interface PreviewSetup {
  /** Key of the document, for a view that begins. */
  readonly uri: string;
  readonly texts: PreviewTexts;
  /** Pages are dimmed on dark themes. */
  readonly isDimmed: boolean;
  /** It stays with its document, whichever editor is active. */
  readonly isLocked: boolean;
  /** Which fonts are missing is told. */
  readonly tellsFonts: boolean;
}

/** Client → webview. */
export type ToWebview =
  | { readonly type: 'setup'; readonly setup: PreviewSetup }
  | { readonly type: 'open'; readonly opened: PreviewOpened }
  /** There are no pages to be had now; those that are shown stay. */
  | { readonly type: 'unavailable'; readonly uri: string }
  | { readonly type: 'pages'; readonly pages: PreviewPages }
  | { readonly type: 'patch'; readonly patch: PreviewPatch }
  /** The cursor is here: mark the paragraph; with `scroll`, bring it into view. */
  | { readonly type: 'cursor'; readonly uri: string; readonly spot: PreviewSpot; readonly scroll: boolean }
  /** The editor was scrolled: this is its topmost place; null: its very top, so what stands above all text as well. */
  | { readonly type: 'scroll'; readonly uri: string; readonly spot: PreviewSpot | null }
  /** Bring this missing datum into view and give it the focus; null: nothing is missing. */
  | { readonly type: 'gap'; readonly uri: string; readonly spot: PreviewSpot | null }
  | { readonly type: 'found'; readonly found: PreviewFound }
  /** Show the box for searching. */
  | { readonly type: 'find' }
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
  /** Put the cursor of the editor here; `isGap`: select the missing datum that begins here. */
  | { readonly type: 'reveal'; readonly uri: string; readonly place: PreviewPlace; readonly isGap: boolean }
  /** Ask for the value of the missing datum that begins here. */
  | { readonly type: 'fill'; readonly uri: string; readonly place: PreviewPlace }
  /** The missing datum after, or before, this place is wanted. */
  | { readonly type: 'needGap'; readonly uri: string; readonly place: PreviewPlace; readonly direction: 'next' | 'previous' }
  /** The reader scrolled: this is the topmost place. */
  | { readonly type: 'scrolled'; readonly uri: string; readonly place: PreviewPlace }
  | { readonly type: 'find'; readonly uri: string; readonly query: string }
  /** Tell no more which fonts are missing: in this report now, or never again. */
  | { readonly type: 'hideFonts'; readonly uri: string; readonly forGood: boolean }
  | { readonly type: 'openLink'; readonly uri: string; readonly href: string };

/** Characters of a search at most. */
export const mostQuery = 1000;

const isIndex = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isText = (value: unknown, limit: number): value is string => typeof value === 'string' && value.length <= limit;

function asPlace(value: unknown): PreviewPlace | undefined {
  const { block, line, column } = (value ?? {}) as Record<string, unknown>;
  return isIndex(block) && isIndex(line) && isIndex(column) ? { block, line, column } : undefined;
}

/** The message, rebuilt from nothing but the fields it may have; `undefined` if it is none of `FromWebview`. Never throws. */
export function asFromWebview(message: unknown): FromWebview | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, uri, from, to, paths, place, isGap, direction, query, forGood, href } = message as Record<string, unknown>;
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
      return checked && typeof isGap === 'boolean' ? { type, uri, place: checked, isGap } : undefined;
    }
    case 'fill':
    case 'scrolled': {
      const checked = asPlace(place);
      return checked && { type, uri, place: checked };
    }
    case 'needGap': {
      const checked = asPlace(place);
      return checked && (direction === 'next' || direction === 'previous') ? { type, uri, place: checked, direction } : undefined;
    }
    case 'find':
      return isText(query, mostQuery) ? { type, uri, query } : undefined;
    case 'hideFonts':
      return typeof forGood === 'boolean' ? { type, uri, forGood } : undefined;
    case 'openLink':
      return isText(href, 4096) && /^(?:https?:\/\/|mailto:)/i.test(href) ? { type, uri, href } : undefined;
    default:
      return undefined;
  }
}
