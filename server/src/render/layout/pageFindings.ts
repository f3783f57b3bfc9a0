import type { Block } from '../../engine/model/report.ts';
import { measuresOf } from './measures.ts';
import type { Page } from './paginate.ts';
import { printedText } from './paragraphs.ts';
import type { ReportLayout } from './reportLayout.ts';
import type { Row, TextRow } from './rows.ts';
import { breakTitle } from './titleLines.ts';
import { widthInChars } from './widthInChars.ts';

/** What a page shows that a reader would mend, and the smallest change that does. */
export interface PageFinding {
  readonly kind: 'heading-last' | 'signature-alone' | 'first-page' | 'title-lines' | 'short-last-page';
  /** Index of the entry it stands at, and the line below that entry's first one. */
  readonly entry: number;
  readonly sourceLine: number;
  /** Page, from 0. */
  readonly page: number;
  /**
   * heading-last: none. signature-alone: lines of text above it (0 where it stands alone) and lines to cut for the page before. first-page: lines too
   * many above the text. title-lines: where to break instead, as `甲／乙`, or '' where no better place is known. short-last-page: its lines, and
   * characters to cut here.
   */
  readonly numbers: readonly number[];
  readonly words: string;
}

/** So few lines on the last page are worth saving. */
const fewLines = 3;
/** So few lines above a signature look as if it stood alone. */
const leanText = 1;
/** A last line of a title so short hangs in the air, in characters. */
const shortTitleLine = 2;
/** A last line so short can be won back with a few words less, in characters. */
const shortEnd = 8;
/** Paragraphs before the end of a report that are looked at for a line to save. */
const mostParagraphs = 60;

const bodyKinds: ReadonlySet<Block['kind']> = new Set(['paragraph', 'heading', 'list', 'table', 'closing', 'picture', 'code']);

/** By the pages they were found on. Owner: this module; pages never change, a new layout has new ones. */
const known = new WeakMap<readonly Page[], readonly PageFinding[]>();

/** Findings of a report that is laid out to its end. Looks at the ends of pages and at a few blocks only. */
export function pageFindings(layout: ReportLayout): readonly PageFinding[] {
  const { pages } = layout;
  const found = known.get(pages);
  if (found) return found;
  const findings = [
    ...firstPage(layout),
    ...titles(layout),
    ...pages.flatMap((page, index) => headingLast(layout, page, index)),
    ...signatures(layout),
    ...shortLastPage(layout),
  ];
  known.set(pages, findings);
  return findings;
}

/**
 * A heading with nothing under it on its page. Headings are kept with what follows, so this is one at the end of the report, before a page break or an
 * attachment.
 */
function headingLast(layout: ReportLayout, { fragments }: Page, page: number): PageFinding[] {
  const last = fragments.filter(({ entry }) => !entry.broken.atFoot).at(-1);
  const block = last?.entry.block;
  if (!last || block?.kind !== 'heading' || block.body.length > 0) return [];
  if (last.to < last.entry.broken.rows.length || layout.pages[page + 1]?.fragments[0]?.entry === last.entry) return [];
  return [{ kind: 'heading-last', entry: layout.entries.indexOf(last.entry), sourceLine: 0, page, numbers: [], words: '' }];
}

/** 首页必须显示正文 (GB/T 9704-2012, 7.3.3): the page with the red head has at least one line of it. */
function firstPage(layout: ReportLayout): PageFinding[] {
  const { entries, pages } = layout;
  const [head] = entries;
  const body = entries.findIndex(({ block }) => block !== undefined && bodyKinds.has(block.kind));
  if (!head || head.broken.rows.length === 0 || head.broken.coverEnd !== undefined || body < 0) return [];
  const page = layout.pageOf(body, 0);
  const above = entries.slice(0, body).reduce((sum, { broken }) => sum + broken.rows.reduce((height, row) => height + row.height, 0), 0);
  const { height, pitch } = measuresOf(layout.layout);
  if (page === 0 || pages.length < 2 || entries.slice(0, body).some(({ broken }) => broken.breakBefore)) return [];
  const addressee = entries.findIndex(({ block }) => block?.kind === 'addressee');
  const lines = Math.max(1, Math.ceil((above + pitch - height) / pitch));
  return [{ kind: 'first-page', entry: addressee >= 0 ? addressee : body, sourceLine: 0, page: 0, numbers: [lines], words: '' }];
}

const wordsOf = ({ paragraph, slices }: TextRow): string =>
  slices.map(({ run, start, end }) => paragraph.runs[run]?.text.slice(start, end) ?? '').join('');

const isText = (row: Row): row is TextRow => row.kind === 'text';

/** A title whose last line has one or two characters, or that is parted inside a word. */
function titles(layout: ReportLayout): PageFinding[] {
  const findings: PageFinding[] = [];
  const places = [...layout.placesOf('titles'), ...layout.placesOf('attachments')].sort((a, b) => a - b);
  for (const index of places) {
    const { block, broken } = layout.entries[index] ?? {};
    if (!broken || (block?.kind !== 'title' && block?.kind !== 'attachment')) continue;
    const rows = broken.rows.filter(isText).filter(({ paragraph }) => paragraph.kind === 'title' || paragraph.kind === 'attachmentTitle');
    const lines = rows.map(wordsOf);
    const last = lines.at(-1);
    if (lines.length < 2 || last === undefined) continue;
    const isShort = widthInChars(last.trim()) <= shortTitleLine;
    // Lines of one paragraph were broken because they are too long, wherever that was.
    const isParted = rows.some((row, place) => place > 0 && row.paragraph === rows[place - 1]?.paragraph && !endsWord(lines, place));
    if (!isShort && !isParted) continue;
    const typed = (block.kind === 'title' ? block.lines : block.title).map(({ inlines }) => inlines.map(printedText).join('')).join('');
    const chars = Math.floor(measuresOf(layout.layout).width / layout.layout.fonts.title.size);
    const better = [0, ...breakTitle(typed, chars)].map((from, place, columns) => typed.slice(from, columns[place + 1]));
    const words = better.length > 1 && better.join('\n') !== lines.join('\n') ? better.map((line) => line.trim()).join('／') : '';
    const sourceLine = rows.at(-1)?.paragraph.sourceLine ?? 0;
    findings.push({ kind: 'title-lines', entry: index, sourceLine, page: layout.pageOf(index, 0), numbers: [], words });
  }
  return findings;
}

/** Whether line `place` of a title begins with a new word. */
function endsWord(lines: readonly string[], place: number): boolean {
  if (typeof Intl.Segmenter !== 'function') return true;
  const column = lines.slice(0, place).join('').length;
  for (const { index, segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(lines.join(''))) {
    if (index < column && index + segment.length > column) return false;
  }
  return true;
}

/** A signature that stands alone on its page, or with a single line of text. */
function signatures(layout: ReportLayout): PageFinding[] {
  const { entries, pages } = layout;
  const { height, pitch } = measuresOf(layout.layout);
  const findings: PageFinding[] = [];
  for (const index of layout.placesOf('signatures')) {
    const page = layout.pageOf(index, 0);
    if (page === 0) continue;
    const fragments = pages[page]?.fragments ?? [];
    const own = fragments.findIndex(({ entry }) => entry === entries[index]);
    const above = fragments.slice(0, Math.max(0, own)).flatMap(({ entry, from, to }) => entry.broken.rows.slice(from, to));
    const lines = above.filter(isText).length;
    // A table or a picture is text enough.
    if (own < 0 || lines > leanText || above.some(({ kind }) => kind !== 'text' && kind !== 'gap')) continue;
    const before = pages[page - 1]?.fragments ?? [];
    const used = heightOf(before);
    const needed = heightOf(fragments.slice(0, own + 1));
    const cut = Math.max(1, Math.ceil((used + needed - height) / pitch));
    findings.push({ kind: 'signature-alone', entry: index, sourceLine: 0, page, numbers: [lines, cut], words: '' });
  }
  return findings;
}

const heightOf = (fragments: Page['fragments']): number =>
  fragments.reduce(
    (sum, { entry, from, to }) => sum + entry.broken.rows.slice(from, to).reduce((height, row) => height + row.height, 0),
    0,
  );

/** A last page of a few lines that one line less would save: it stands at the paragraph whose last line is the shortest. */
function shortLastPage(layout: ReportLayout): PageFinding[] {
  const { entries, pages } = layout;
  const last = pages.length - 1;
  const page = pages[last];
  if (last < 1 || !page || page.fragments.some(({ entry }) => entry.broken.atFoot && entry.broken.rows.length > 0)) return [];
  const rows = page.fragments.flatMap(({ entry, from, to }) => entry.broken.rows.slice(from, to));
  const [first] = page.fragments;
  if (rows.length === 0 || rows.length > fewLines || !rows.every(isText) || first?.entry.broken.breakBefore) return [];
  // What is kept with the line before would come along.
  if (page.fragments.some(({ entry }) => entry.block?.kind === 'signature' || entry.block?.kind === 'heading')) return [];
  let best: { readonly entry: number; readonly width: number } | undefined;
  let looked = 0;
  for (let index = entries.length - 1; index > 0 && looked < mostParagraphs; index--) {
    const entry = entries[index];
    if (entry?.broken.breakBefore) break;
    if (entry?.block?.kind !== 'paragraph') continue;
    looked++;
    const end = entry.broken.rows.at(-1);
    if (!end || !isText(end) || end.first) continue;
    const width = Math.ceil(widthInChars(wordsOf(end)));
    if (width > 0 && width <= shortEnd && (!best || width < best.width)) best = { entry: index, width };
  }
  if (!best || rows.length > 1) {
    const entry = entries.indexOf(first?.entry ?? (entries[0] as ReportLayout['entries'][number]));
    return [{ kind: 'short-last-page', entry, sourceLine: 0, page: last, numbers: [rows.length, 0], words: '' }];
  }
  return [{ kind: 'short-last-page', entry: best.entry, sourceLine: 0, page: last, numbers: [rows.length, best.width], words: '' }];
}
