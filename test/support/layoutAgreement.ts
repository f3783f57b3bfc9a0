// How far the pages of our layout agree with those that LibreOffice makes of our DOCX.
import type { Report } from '../../server/src/engine/model/report.ts';
import type { PageLayout } from '../../server/src/render/layout/pageLayout.ts';
import type { PictureSizes } from '../../server/src/render/layout/pictures.ts';
import { ReportLayout } from '../../server/src/render/layout/reportLayout.ts';
import type { TextRow } from '../../server/src/render/layout/rows.ts';
import type { PdfPage } from './docx/pdf.ts';

/** A printed line: its words without blanks, its page from 0. */
export interface PlacedLine {
  readonly text: string;
  readonly page: number;
  readonly isHeading: boolean;
  readonly isBody: boolean;
}

export interface Agreement {
  readonly ourPages: number;
  readonly theirPages: number;
  readonly headings: number;
  /** Headings on the same page. */
  readonly sameHeadings: number;
  readonly lines: number;
  /** Body lines that end alike. */
  readonly sameLines: number;
  readonly disagreements: readonly string[];
}

const bare = (text: string): string => text.replace(/[\s\u3000]/g, '');

function wordsOf({ paragraph, slices }: TextRow): string {
  return bare(slices.map(({ run, start, end }) => paragraph.runs[run]?.text.slice(start, end) ?? '').join(''));
}

const notBody: ReadonlySet<string> = new Set(['label', 'cell', 'code', 'footnote', 'tableNote', 'imprint', 'headLine', 'ruledNumber']);

/** Found, so that the search goes on behind them, but not counted. */
const notCounted: ReadonlySet<string> = new Set(['title', 'attachmentTitle', 'organMark', 'caption', 'contentsEntry']);

/** The lines of our layout, tables and footnotes left out. */
function ourLines(
  report: Report,
  layout: PageLayout,
  pictures: PictureSizes,
): { readonly pages: number; readonly lines: readonly PlacedLine[] } {
  const laidOut = new ReportLayout(layout, pictures);
  laidOut.update(report.blocks, report.frontMatter);
  const lines: PlacedLine[] = [];
  laidOut.pages.forEach(({ fragments }, page) => {
    for (const { entry, from, to } of fragments) {
      for (const row of entry.broken.rows.slice(from, to)) {
        if (row.kind !== 'text' || notBody.has(row.paragraph.kind)) continue;
        const text = wordsOf(row);
        if (text !== '')
          lines.push({ text, page, isHeading: entry.block?.kind === 'heading' && row.first, isBody: !notCounted.has(row.paragraph.kind) });
      }
    }
  });
  return { pages: laidOut.pages.length, lines };
}

/** How far behind the last line found the next one is looked for, in characters: tables and page numbers lie between. */
const reach = 3000;
/** A line found so near needs no other proof; nor does a longer one that is found once only. */
const near = 60;
const long = 8;

/**
 * Finds each of our lines in the stream of their characters and looks whether it begins and ends where one of their lines does. Page numbers, which cut
 * the stream, are left out.
 */
export function compare(report: Report, pdf: readonly PdfPage[], layout: PageLayout, pictures: PictureSizes): Agreement {
  const ours = ourLines(report, layout, pictures);
  const theirs = pdf.flatMap(({ lines }, page) =>
    lines.map(({ text }) => ({ text: bare(text).replace(/·{4,}\d*$/, ''), page })).filter(({ text }) => !/^(?:—\d+—|\d+)$/.test(text)),
  );
  const stream = theirs.map(({ text }) => text).join('');
  const starts = new Map<number, { readonly text: string; readonly page: number }>();
  const pageAt: number[] = [];
  let offset = 0;
  for (const line of theirs) {
    starts.set(offset, line);
    for (let end = offset + line.text.length; offset < end; offset++) pageAt[offset] = line.page;
  }
  starts.set(offset, { text: '', page: -1 });
  const disagreements: string[] = [];
  let at = 0;
  let lines = 0;
  let sameLines = 0;
  let headings = 0;
  let sameHeadings = 0;
  for (const [place, line] of ours.lines.entries()) {
    // LibreOffice leaves a mark that hangs out of the text of a PDF.
    const forms = [line.text, line.text.replace(/[、。，．！：；？]$/, '')];
    const [text = line.text, found = -1] =
      forms.map((words) => [words, stream.indexOf(words, at)] as const).find(([, index]) => index >= 0 && index - at < reach) ?? [];
    // Words that are said again and again are found anywhere; far ahead, the next line must follow.
    const follower = ours.lines[place + 1]?.text;
    const again = stream.indexOf(text, found + 1);
    const isOnlyOne = text.length >= long && (again < 0 || again - at >= reach);
    const isSure = found - at < near || isOnlyOne || follower === undefined || stream.startsWith(follower.slice(0, 8), found + text.length);
    const isFound = found >= 0 && found - at < reach && isSure;
    const isSame = isFound && starts.has(found) && starts.has(found + text.length);
    if (isFound) at = found + text.length;
    if (!line.isBody) continue;
    lines++;
    if (isSame) sameLines++;
    else disagreements.push(`page ${line.page + 1}: ${line.text}   ≠   ${isFound ? lineAround(theirs, found) : '(not found)'}`);
    if (!line.isHeading) continue;
    headings++;
    const page = isFound ? pageAt[found] : undefined;
    if (page === line.page) sameHeadings++;
    else disagreements.push(`heading on page ${line.page + 1} ≠ ${page === undefined ? '?' : page + 1}: ${line.text}`);
  }
  return { ourPages: ours.pages, theirPages: pdf.length, headings, sameHeadings, lines, sameLines, disagreements };
}

function lineAround(lines: readonly { readonly text: string }[], offset: number): string {
  let at = 0;
  for (const { text } of lines) {
    if (offset < at + text.length) return text;
    at += text.length;
  }
  return '';
}
