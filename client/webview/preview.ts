import type { PreviewOpened, PreviewSetup, PreviewSpot, ToWebview } from '../../server/src/protocol/preview.ts';
import { afterPaint } from './afterPaint.ts';
import { onCopy } from './copy.ts';
import { Destination } from './destination.ts';
import { FindBar } from './findBar.ts';
import { FontNote } from './fontNote.ts';
import { GapActions } from './gapActions.ts';
import { prepareGaps } from './gaps.ts';
import { Highlights } from './highlights.ts';
import { host, say, type Zoom } from './host.ts';
import { HoverCard } from './hoverCard.ts';
import { listenToKeys } from './keyboard.ts';
import { PageList } from './pageList.ts';
import { Pictures } from './pictures.ts';
import { elementsOfBlock, pageOf, placeAt } from './places.ts';
import { ScrollTeller } from './scrollTeller.ts';
import { Toolbar } from './toolbar.ts';
import { arrangementOf, nextZoom, scaleOf } from './zoom.ts';

let setup: PreviewSetup | undefined;
let version = -1;
let spot: PreviewSpot | undefined;
/** Where a view that begins anew was scrolled to; its pages are still being laid out. */
let returnTo: number | undefined;
const style = new CSSStyleSheet();

const scroller = document.createElement('main');
scroller.className = 'scroller';
scroller.tabIndex = 0;
const header = document.createElement('header');
const notice = document.createElement('p');
notice.className = 'notice';
notice.setAttribute('role', 'status');

const pages = new PageList(scroller, {
  need: (from, to) => say({ type: 'needPages', from, to }),
  current: (page) => toolbar.setPlace(page, pages.count),
  prepare: (page, index) => {
    pictures.prepare(page);
    prepareGaps(page, index + 1, setup?.texts);
    // The mark of the cursor's paragraph is part of what is compared.
    if (spot) for (const element of elementsOfBlock(page, spot.block)) element.classList.add('current');
  },
  shown: () => {
    card.hide();
    pictures.ask();
    markCursor();
    highlights.refresh();
    destination.arrive();
    teller.tell();
  },
  scrolled: () => {
    destination.forget();
    returnTo = undefined;
    card.hide();
    teller.scrolled();
  },
});
const pictures = new Pictures(
  pages.canvas,
  (paths) => say({ type: 'needPictures', paths }),
  (path) => (setup?.texts.pictureMissing ?? '{0}').replace('{0}', () => path),
);
const highlights = new Highlights(pages.canvas);
const destination = new Destination(pages, highlights);
const gaps = new GapActions(pages);
const teller = new ScrollTeller(pages);
const toolbar = new Toolbar({
  zoomBy: (steps) => setZoom(nextZoom(pages.scale, steps)),
  zoomTo: setZoom,
  nextMissing: gaps.next,
  find: () => find.open(),
});
const find = new FindBar({
  ask: (query) => say({ type: 'find', query }),
  show: (matches, current, isNew) => {
    highlights.set(matches, current);
    if (isNew && current) destination.goTo({ kind: 'found', match: current });
  },
  closed: () => scroller.focus(),
  page: () => pageOf(pages.topmost()) ?? pages.current,
});
const card = new HoverCard(pages.canvas, gaps);
const fonts = new FontNote((forGood) => say({ type: 'hideFonts', forGood }));

document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
header.append(toolbar.element, find.element);
scroller.prepend(notice);
document.body.append(header, fonts.element, scroller, card.element);
new ResizeObserver(() => applyZoom()).observe(scroller);
applyZoom();

function setZoom(zoom: Zoom | undefined): void {
  if (zoom === undefined) return;
  const page = pages.current;
  host.save({ zoom });
  applyZoom();
  // Whole pages are shown whole.
  if (zoom === 'page' || zoom === 'spread') pages.align(page);
}

function applyZoom(): void {
  const zoom = host.state.zoom ?? 'width';
  const arrangement = arrangementOf(zoom);
  const scale = scaleOf(zoom, pages.geometry, scroller);
  pages.zoom(scale, arrangement);
  toolbar.setZoom(scale, zoom);
}

function markCursor(): void {
  const before = new Set(pages.canvas.querySelectorAll('.current'));
  const elements = spot ? elementsOfBlock(pages.canvas, spot.block) : [];
  for (const element of elements) if (!before.delete(element)) element.classList.add('current');
  for (const element of before) element.classList.remove('current');
}

let scrollTimer = 0;
scroller.addEventListener(
  'scroll',
  () => {
    clearTimeout(scrollTimer);
    scrollTimer = setTimeout(() => host.save({ scrollTop: scroller.scrollTop }), 200);
  },
  { passive: true },
);

const missingOf = (event: Event): Element | null => (event.target instanceof Element ? event.target.closest('.missing') : null);

pages.canvas.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : undefined;
  const link = target?.closest('a[href]');
  if (link) {
    event.preventDefault();
    const href = link.getAttribute('href') ?? '';
    if (/^(?:https?:|mailto:)/i.test(href)) say({ type: 'openLink', href });
    return;
  }
  const mark = missingOf(event);
  if (mark) gaps.go(mark);
  else if (target?.closest('.count')) target.closest('.page')?.querySelector<HTMLElement>('.missing[tabindex]')?.focus();
});
pages.canvas.addEventListener('dblclick', (event) => {
  const mark = missingOf(event);
  if (mark) gaps.fill(mark);
  else if (event.target instanceof Element) {
    const place = placeAt(event.clientX, event.clientY, event.target);
    if (place) say({ type: 'reveal', place, isGap: false });
  }
});
document.addEventListener('copy', onCopy);
listenToKeys({
  find: () => find.open(),
  scrollBy: (views) => scroller.scrollBy({ top: views * scroller.clientHeight }),
  scrollTo: (end) => scroller.scrollTo({ top: end === 'first' ? 0 : scroller.scrollHeight }),
  zoomBy: (steps) => setZoom(nextZoom(pages.scale, steps)),
  close: () => (card.isShown ? card.hide() : find.close()),
  go: gaps.go,
  fill: gaps.fill,
  beside: gaps.beside,
});

function tell(words: string): void {
  notice.textContent = words;
  notice.hidden = words === '';
}

function open(opened: PreviewOpened): void {
  const { uri, paper, pages: given } = opened;
  const isFirst = version < 0;
  const isSame = host.state.uri === uri;
  version = opened.version;
  style.replaceSync(opened.style);
  pictures.clear();
  find.forget();
  tell('');
  if (isSame && !isFirst) pages.take(paper, opened, { from: 0, to: opened.pageCount }, given);
  else {
    const scrollTop = isSame ? (host.state.scrollTop ?? 0) : 0;
    spot = undefined;
    host.save({ uri, scrollTop });
    pages.reset(paper, opened, given);
    applyZoom();
    pages.scrollTop = scrollTop;
    returnTo = opened.partial ? scrollTop : undefined;
    fonts.hide();
    // Whether fonts are there is found by drawing with them, which takes its time.
    if (setup?.tellsFonts) afterPaint(() => setup && uri === host.state.uri && fonts.show(opened.fonts, setup.texts));
  }
  toolbar.setPlace(pages.current, opened.pageCount);
  find.again();
}

let findTimer = 0;
const receivers: { readonly [Type in ToWebview['type']]: (message: Extract<ToWebview, { readonly type: Type }>) => void } = {
  setup: ({ setup: given }) => {
    setup = given;
    const { texts, isLocked, isDimmed } = given;
    // The document itself is known when its pages come; until then a reload begins where it was.
    if (host.state.uri === undefined) host.save({ uri: given.uri });
    host.save({ isLocked });
    document.body.classList.toggle('dimmed', isDimmed);
    toolbar.setTexts(texts);
    find.setTexts(texts);
    card.setTexts(texts);
    scroller.setAttribute('aria-label', texts.pages);
    if (version < 0) tell(texts.loading);
  },
  open: ({ opened }) => open(opened),
  unavailable: ({ uri }) => {
    if (uri === setup?.uri) tell(setup.texts.unavailable);
  },
  pages: ({ pages: answer }) => {
    // An answer to what was asked before a later edit: the patch has brought newer content, or its pages are asked for again.
    if (answer.uri === host.state.uri && answer.version >= version) pages.fill(answer.pages);
  },
  patch: ({ patch }) => {
    if (patch.uri !== host.state.uri || patch.version < version) return;
    version = patch.version;
    if (patch.style !== undefined) style.replaceSync(patch.style);
    pages.take(undefined, patch, patch.changed, patch.pages);
    if (returnTo !== undefined) pages.scrollTop = returnTo;
    if (!patch.partial || scroller.scrollTop === returnTo) returnTo = undefined;
    toolbar.setPlace(Math.min(pages.current, patch.pageCount - 1), patch.pageCount);
    clearTimeout(findTimer);
    if (find.isOpen) findTimer = setTimeout(() => find.again(), 200);
  },
  cursor: ({ uri, spot: next, scroll }) => {
    if (uri !== host.state.uri) return;
    spot = next;
    markCursor();
    if (scroll) destination.goTo({ kind: 'reveal', spot: next });
  },
  scroll: ({ uri, spot: top }) => {
    if (uri !== host.state.uri) return;
    teller.forget();
    if (top) destination.goTo({ kind: 'align', spot: top });
    else {
      destination.forget();
      pages.align(0);
    }
  },
  gap: ({ uri, spot: gap }) => {
    if (uri === host.state.uri && gap) destination.goTo({ kind: 'gap', spot: gap });
  },
  found: ({ found }) => {
    if (found.uri === host.state.uri) find.take(found);
  },
  find: () => find.openFromAfar(),
  pictures: ({ uri, pictures: known }) => {
    if (uri === host.state.uri) pictures.take(known);
  },
};

window.addEventListener('message', ({ data }: MessageEvent<ToWebview>) => {
  const receive = receivers[data.type] as ((message: ToWebview) => void) | undefined;
  receive?.(data);
});
host.post({ type: 'ready' });
