import type { FromWebview, PreviewSpot, PreviewTexts, ToWebview } from '../../server/src/protocol/preview.ts';
import { onCopy } from './copy.ts';
import { PageList } from './pageList.ts';
import { elementsOfBlock, lineOf, placeAt, placeOfElement } from './places.ts';
import { Toolbar } from './toolbar.ts';

/** What is remembered over a reload; the serializer of the panel needs `uri`. */
interface SavedState {
  readonly uri?: string;
  readonly scrollTop?: number;
  /** Absent: as wide as the view. */
  readonly zoom?: number;
}

interface HostApi {
  postMessage(message: FromWebview): void;
  getState(): SavedState | undefined;
  setState(state: SavedState): void;
}

declare function acquireVsCodeApi(): HostApi;

const host = acquireVsCodeApi();
const zooms = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const;

let state: SavedState = host.getState() ?? {};
let texts: PreviewTexts | undefined;
let version = -1;
let spot: PreviewSpot | undefined;
/** The cursor's place is to be brought into view when its page has come. */
let isScrollDue = false;
const pictures = new Map<string, string | null>();
const style = new CSSStyleSheet();

function save(change: SavedState): void {
  state = { ...state, ...change };
  host.setState(state);
}

const scroller = document.createElement('main');
scroller.className = 'scroller';
scroller.tabIndex = 0;

const pages = new PageList(scroller, {
  need: (from, to) => state.uri !== undefined && host.postMessage({ type: 'needPages', uri: state.uri, from, to }),
  current: (page) => toolbar.setPlace(page, pages.count),
  prepare: (page) => {
    for (const picture of page.querySelectorAll<HTMLImageElement>('img[data-path]')) showPicture(picture);
    // The mark of the cursor's paragraph is part of what is compared.
    if (spot) for (const element of elementsOfBlock(page, spot.block)) element.classList.add('current');
  },
  shown: () => {
    askForPictures();
    markCursor();
  },
});

const toolbar = new Toolbar({
  zoomBy: (steps) => {
    const next = steps > 0 ? zooms.find((zoom) => zoom > pages.scale + 0.01) : zooms.findLast((zoom) => zoom < pages.scale - 0.01);
    if (next !== undefined) setZoom(next);
  },
  fitWidth: () => setZoom(undefined),
  actualSize: () => setZoom(1),
  nextMissing,
});

document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
document.body.append(toolbar.element, scroller);
setZoom(state.zoom);
new ResizeObserver(() => applyZoom()).observe(scroller);

function setZoom(zoom: number | undefined): void {
  const { zoom: _, ...rest } = state;
  state = zoom === undefined ? rest : { ...rest, zoom };
  host.setState(state);
  applyZoom();
}

function applyZoom(): void {
  const scale = state.zoom ?? Math.min(2, Math.max(0.2, scroller.clientWidth / pages.naturalWidth));
  pages.zoom(scale);
  toolbar.setZoom(scale, state.zoom === undefined);
}

function showPicture(picture: HTMLImageElement): void {
  const path = picture.dataset.path;
  const source = path === undefined ? undefined : pictures.get(path);
  if (source) picture.src = source;
}

/** Asks for what is not known yet; an answer of null stays an answer. */
function askForPictures(): void {
  const paths = new Set<string>();
  for (const { dataset } of pages.canvas.querySelectorAll<HTMLElement>('img[data-path]')) {
    const path = dataset.path;
    if (path !== undefined && !pictures.has(path)) paths.add(path);
  }
  if (paths.size > 0 && state.uri !== undefined)
    host.postMessage({ type: 'needPictures', uri: state.uri, paths: [...paths].slice(0, 500) });
}

function markCursor(): void {
  const before = new Set(pages.canvas.querySelectorAll('.current'));
  const elements = spot ? elementsOfBlock(pages.canvas, spot.block) : [];
  for (const element of elements) if (!before.delete(element)) element.classList.add('current');
  for (const element of before) element.classList.remove('current');
  if (!spot || !isScrollDue) return;
  const line = lineOf(elements, spot);
  pages.reveal(spot.page, line);
  if (line) isScrollDue = false;
}

function nextMissing(): void {
  const marks = [...pages.canvas.querySelectorAll<HTMLElement>('.missing')];
  const view = scroller.getBoundingClientRect();
  const active = marks.indexOf(document.activeElement as HTMLElement);
  const next = active >= 0 ? marks[active + 1] : marks.find((mark) => mark.getBoundingClientRect().top > view.top);
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function reveal(target: Element, fill: boolean, point?: { readonly clientX: number; readonly clientY: number }): void {
  const place = point && !fill ? placeAt(point.clientX, point.clientY, target) : placeOfElement(target);
  if (place && state.uri !== undefined) host.postMessage({ type: 'reveal', uri: state.uri, place, fill });
}

const missingOf = (event: Event): Element | null => (event.target instanceof Element ? event.target.closest('.missing') : null);

pages.canvas.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (link) {
    event.preventDefault();
    const href = link.getAttribute('href') ?? '';
    if (state.uri !== undefined && /^(?:https?:|mailto:)/i.test(href)) host.postMessage({ type: 'openLink', uri: state.uri, href });
    return;
  }
  const missing = missingOf(event);
  if (missing) reveal(missing, true);
});
pages.canvas.addEventListener('dblclick', (event) => {
  if (event.target instanceof Element && !missingOf(event)) reveal(event.target, false, event);
});
pages.canvas.addEventListener('keydown', (event) => {
  const missing = missingOf(event);
  if (!missing || (event.key !== 'Enter' && event.key !== ' ')) return;
  event.preventDefault();
  reveal(missing, true);
});
pages.canvas.addEventListener(
  'error',
  (event) => {
    const picture = event.target;
    if (!(picture instanceof HTMLImageElement)) return;
    picture.alt = (texts?.pictureMissing ?? '{0}').replace('{0}', picture.dataset.path ?? '');
  },
  true,
);
document.addEventListener('copy', onCopy);
scroller.addEventListener('scroll', () => saveScroll(), { passive: true });

let scrollTimer = 0;
function saveScroll(): void {
  clearTimeout(scrollTimer);
  scrollTimer = setTimeout(() => save({ scrollTop: scroller.scrollTop }), 200);
}

const receivers: { readonly [Type in ToWebview['type']]: (message: Extract<ToWebview, { readonly type: Type }>) => void } = {
  open: ({ opened, texts: given }) => {
    const isSame = state.uri === opened.uri;
    const scrollTop = isSame ? (version < 0 ? (state.scrollTop ?? 0) : scroller.scrollTop) : 0;
    texts = given;
    version = opened.version;
    if (!isSame) spot = undefined;
    pictures.clear();
    save({ uri: opened.uri, scrollTop });
    style.replaceSync(opened.style);
    toolbar.setTexts(given);
    scroller.setAttribute('aria-label', given.pages);
    pages.reset(opened.pageCount, opened.paper, opened.pages);
    applyZoom();
    scroller.scrollTop = scrollTop;
    toolbar.setPlace(0, opened.pageCount);
  },
  pages: ({ pages: answer }) => {
    // An answer to what was asked before a later edit: the patch has brought newer content, or its pages are asked for again.
    if (answer.uri !== state.uri || answer.version < version) return;
    pages.fill(answer.pages);
  },
  patch: ({ patch }) => {
    if (patch.uri !== state.uri || patch.version < version) return;
    version = patch.version;
    if (patch.style !== undefined) style.replaceSync(patch.style);
    pages.change(patch.pageCount, patch.changed, patch.pages);
    toolbar.setPlace(Math.min(currentPage(), patch.pageCount - 1), patch.pageCount);
  },
  cursor: ({ uri, spot: next, scroll }) => {
    if (uri !== state.uri) return;
    spot = next;
    isScrollDue = scroll;
    markCursor();
  },
  pictures: ({ uri, pictures: known }) => {
    if (uri !== state.uri) return;
    for (const { path, source } of known) pictures.set(path, source);
    for (const picture of pages.canvas.querySelectorAll<HTMLImageElement>('img[data-path]:not([src])')) showPicture(picture);
  },
};

function currentPage(): number {
  const step = (scroller.scrollHeight - 1) / Math.max(1, pages.count);
  return Math.floor((scroller.scrollTop + scroller.clientHeight / 2) / step);
}

window.addEventListener('message', ({ data }: MessageEvent<ToWebview>) => {
  const receive = receivers[data.type] as ((message: ToWebview) => void) | undefined;
  receive?.(data);
});
host.postMessage({ type: 'ready' });
