import type { Block, Report } from '../../engine/model/report.ts';
import type { Localize } from '../../wording/localize.ts';
import type { PageLayout } from '../layout/pageLayout.ts';
import { noPictures, type PictureSizes } from '../layout/pictures.ts';
import { ReportLayout } from '../layout/reportLayout.ts';
import type { Entry } from '../layout/rows.ts';
import { escapeHtml } from './escape.ts';
import { type HtmlContext, type MissingInline, pageHtml } from './pageHtml.ts';
import { pageStyle } from './pageStyle.ts';

export interface HtmlOptions {
  readonly layout: PageLayout;
  readonly t: Localize;
  /** Of the document; the report's own title, or else this name. */
  readonly title: string;
  /** What is missing, for the tool tip of its mark. */
  readonly describe: (inline: MissingInline) => string;
  /** Sizes and `data:` URIs of pictures; without them boxes stand in. */
  readonly pictures?: PictureSizes & { readonly sourceOf: (path: string) => string | undefined };
  /** What a comparison of two versions adds. */
  readonly comparison?: ComparisonHtml;
}

export interface ComparisonHtml {
  /** The number of a changed block, from 1: `data-change` of its elements. */
  readonly changeOf: (block: Block) => number | undefined;
  /** Markup before the pages, escaped; it may link to `#change-1` … */
  readonly summary: string;
  readonly style: string;
}

const screenStyle = `html{background:#e8e8e8}body{margin:0;padding:8mm 0}.page{margin:0 auto 8mm;box-shadow:0 1px 4px rgb(0 0 0/.35)}`;

/**
 * The report as one HTML file without scripts that loads nothing: its pages on the screen, and the same pages when printed. Its styles are allowed by
 * their place in the file alone, so even if markup slipped through nothing could be fetched or run.
 */
export function renderHtml(report: Report, options: HtmlOptions): string {
  const { layout, t, pictures } = options;
  const laidOut = new ReportLayout(layout, pictures ?? noPictures);
  laidOut.update(report.blocks, report.frontMatter);
  const firstLines = new Map<Entry, number>();
  let line = 0;
  for (const entry of laidOut.entries) {
    firstLines.set(entry, line);
    line += entry.block?.lineCount ?? 0;
  }
  const context: HtmlContext = {
    layout,
    t,
    describe: options.describe,
    firstLineOf: (entry) => firstLines.get(entry) ?? 0,
    contentsPageOf: (heading) => laidOut.contentsPageOf(heading),
    numberOf: (index) => laidOut.numberOf(index),
    runningHead: () => laidOut.runningHead,
    interactive: false,
    ...(options.comparison && { changeOf: options.comparison.changeOf }),
    ...(pictures && { pictureSource: (path: string) => pictures.sourceOf(path) }),
  };
  const pages = laidOut.pages.map((page, index) => pageHtml(page, index + 1, context));
  const { width, height } = layout.paper;
  const printStyle = `@page{size:${width}mm ${height}mm;margin:0}@page wide{size:${height}mm ${width}mm;margin:0}@media print{.page.landscape{page:wide}html{background:none}body{padding:0}.page{margin:0;box-shadow:none;break-after:page}.page:last-child{break-after:auto}.page .missing{print-color-adjust:exact;-webkit-print-color-adjust:exact}}`;
  const language = escapeHtml(report.frontMatter.language ?? 'zh-CN');
  const title = escapeHtml(report.frontMatter.title ?? titleOf(report) ?? options.title);
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
${pageStyle(layout)}
${screenStyle}
${printStyle}${options.comparison?.style ?? ''}
</style>
</head>
<body>
${options.comparison?.summary ?? ''}<main>
${withAnchors(pages.join('\n'))}
</main>
</body>
</html>
`;
}

/** Links lead to the first element of each change. */
function withAnchors(html: string): string {
  const seen = new Set<string>();
  return html.replace(/ data-change="(\d+)"/g, (attribute, number: string) => {
    if (seen.has(number)) return attribute;
    seen.add(number);
    return ` id="change-${number}"${attribute}`;
  });
}

/** The words of the first title block. */
function titleOf({ blocks }: Report): string | undefined {
  const block = blocks.find(({ kind }) => kind === 'title');
  if (block?.kind !== 'title') return undefined;
  const words = block.lines.map(({ inlines }) => inlines.map((inline) => ('text' in inline ? inline.text : '')).join('')).join('');
  return words || undefined;
}
