import type { Block } from '../../engine/model/report.ts';
import type { Localize } from '../../wording/localize.ts';
import type { PageLayout } from '../layout/pageLayout.ts';
import type { Fragment, Page } from '../layout/paginate.ts';
import type { PictureRow, Row, TableRowRow, TextRow } from '../layout/rows.ts';
import { cellPadding } from '../layout/tables.ts';
import { escapeHtml } from './escape.ts';
import { lineHtml } from './lineHtml.ts';

export interface HtmlContext {
  readonly layout: PageLayout;
  readonly t: Localize;
  /** What a missing datum's `title` says. */
  readonly describe: (inline: MissingInline) => string;
  /** A `data:` URI for a picture; without it pictures have only `data-path`, and whoever shows the page finds them. */
  readonly pictureSource?: (path: string) => string | undefined;
  /** The source line that a block begins with; 0 for places relative to their block. */
  readonly firstLineOf: (entry: Fragment['entry']) => number;
  /** The page of a heading, from 0, for the table of contents. */
  readonly contentsPageOf: (heading: Block) => number | undefined;
  /** Whether missing data can be reached by keyboard. */
  readonly interactive: boolean;
}

export type { MissingInline } from './lineHtml.ts';

import type { MissingInline } from './lineHtml.ts';

const pixelsPerPoint = 4 / 3;
const pixels = (points: number): string => String(Math.round(points * pixelsPerPoint * 100) / 100);

/** One page, as a section that stands by itself. `number` counts from 1. */
export function pageHtml(page: Page, number: number, context: HtmlContext): string {
  const { t, layout } = context;
  const parts: string[] = [];
  for (const fragment of page.fragments) fragmentHtml(fragment, parts.length === 0, context, parts);
  const { outer, dashes } = layout.pageNumber;
  const side = !outer ? 'centre' : number % 2 === 1 ? 'right' : 'left';
  const label = dashes ? `— ${number} —` : String(number);
  return `<section class="page" aria-label="${escapeHtml(t('Page {0}', number))}"><div class="area">${parts.join('')}</div><div class="folio ${side}" aria-hidden="true">${label}</div></section>`;
}

function fragmentHtml(fragment: Fragment, isTop: boolean, context: HtmlContext, parts: string[]): void {
  const { entry, from, to } = fragment;
  const { rows, repeated, columns } = entry.broken;
  let atTop = isTop;
  let index = from;
  while (index < to) {
    const row = rows[index];
    if (!row) break;
    switch (row.kind) {
      case 'gap':
        if (!atTop || row.stays) parts.push(`<div class="gap g-${row.name}"></div>`);
        index++;
        break;
      case 'rule':
        parts.push('<div class="rule" role="separator"></div>');
        index++;
        break;
      case 'picture':
        parts.push(pictureHtml(row, fragment, context));
        index++;
        break;
      case 'tableRow': {
        const end = endOf(rows, index, to, (other) => other.kind === 'tableRow');
        const body = rows.slice(index, end) as readonly TableRowRow[];
        const header = repeated?.kind === 'tableRow' && index > rows.indexOf(repeated) ? [repeated] : [];
        parts.push(tableHtml([...header, ...body], columns ?? [], fragment, context));
        index = end;
        break;
      }
      case 'text': {
        const { paragraph } = row;
        const end = endOf(rows, index, to, (other) => other.kind === 'text' && other.paragraph === paragraph);
        parts.push(paragraphHtml(rows.slice(index, end) as readonly TextRow[], fragment, context));
        index = end;
        break;
      }
    }
    atTop = atTop && parts.length === 0;
  }
}

function endOf(rows: readonly Row[], from: number, to: number, belongs: (row: Row) => boolean): number {
  let end = from + 1;
  for (let row = rows[end]; end < to && row && belongs(row); row = rows[end]) end++;
  return end;
}

const placeOf = ({ entry }: Fragment, sourceLine: number, context: HtmlContext): string =>
  ` data-block="${entry.id}" data-line="${context.firstLineOf(entry) + sourceLine}"`;

function paragraphHtml(rows: readonly TextRow[], fragment: Fragment, context: HtmlContext): string {
  const [first] = rows;
  if (!first) return '';
  const { paragraph } = first;
  const block = fragment.entry.block;
  const classes = ['p', `k-${paragraph.kind}`, `a-${paragraph.align}`];
  if (!first.first) classes.push('continued');
  let role = '';
  if (paragraph.kind === 'title' && first.first && fragment.from === 0) role = ' role="heading" aria-level="1"';
  else if (paragraph.kind === 'attachmentTitle') role = ' role="heading" aria-level="2"';
  else if (block?.kind === 'heading' && block.body.length === 0 && first.first) role = ` role="heading" aria-level="${block.level + 1}"`;
  const lines = rows.map((row) => lineHtml(row, block, context)).join('');
  return `<p class="${classes.join(' ')}"${role}${placeOf(fragment, paragraph.sourceLine, context)}>${lines}</p>`;
}

function tableHtml(rows: readonly TableRowRow[], columns: readonly number[], fragment: Fragment, context: HtmlContext): string {
  const widths = columns.map((width) => `<col width="${pixels(width)}">`).join('');
  const body = rows.map((row) => {
    const cells = row.cells.map((lines) => {
      const align = lines[0]?.paragraph.align ?? 'left';
      const tag = row.header ? 'th scope="col"' : 'td';
      return `<${tag} class="a-${align}">${lines.map((line) => lineHtml(line, undefined, context)).join('')}</${row.header ? 'th' : 'td'}>`;
    });
    return `<tr height="${pixels(row.height)}"${placeOf(fragment, row.sourceLine, context)}>${cells.join('')}</tr>`;
  });
  return `<table class="table" cellpadding="${pixels(cellPadding)}"><colgroup>${widths}</colgroup>${body.join('')}</table>`;
}

function pictureHtml(row: PictureRow, fragment: Fragment, context: HtmlContext): string {
  const place = `${placeOf(fragment, 0, context)} data-column="${row.column}"`;
  const source = row.found ? context.pictureSource?.(row.path) : undefined;
  const size = `width="${pixels(row.width)}" height="${pixels(row.height - 9)}"`;
  if (!row.found) {
    const text = escapeHtml(context.t('Picture not found: {0}', row.path));
    return `<div class="picture"${place}><span class="picture-missing" data-path="${escapeHtml(row.path)}">${text}</span></div>`;
  }
  const src = source === undefined ? '' : ` src="${escapeHtml(source)}"`;
  return `<div class="picture"${place}><img alt="${escapeHtml(row.alternative)}" data-path="${escapeHtml(row.path)}" ${size}${src}></div>`;
}
