import type { Block } from '../../engine/model/report.ts';
import type { Localize } from '../../wording/localize.ts';
import { noteRule } from '../layout/footnotes.ts';
import { measuresOf } from '../layout/measures.ts';
import type { PageLayout } from '../layout/pageLayout.ts';
import { type Fragment, isRepeated, type Page } from '../layout/paginate.ts';
import { looseMargins } from '../layout/pictures.ts';
import type { JointMarkRow, PictureRow, Row, RuleRow, TableRowRow, TextRow } from '../layout/rows.ts';
import { chartHtml } from './chartHtml.ts';
import { escapeHtml } from './escape.ts';
import { formulaHtml } from './formulaHtml.ts';
import { lineHtml } from './lineHtml.ts';
import { pixels, placeOf } from './place.ts';
import { tableHtml } from './tableHtml.ts';

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
  /** The number printed on a page, which is found from 0; by default it is counted from 1. */
  readonly numberOf?: (page: number) => number | undefined;
  /** A line at the head of every page that has a number. */
  readonly runningHead?: () => string | undefined;
  /** Whether missing data can be reached by keyboard. */
  readonly interactive: boolean;
  /** Where two versions are compared: the number of a changed block's first fragment, from 1. */
  readonly changeOf?: (block: Block) => number | undefined;
}

export type { MissingInline } from './lineHtml.ts';

import type { MissingInline } from './lineHtml.ts';

/** One page, as a section that stands by itself. `number` counts from 1. */
export function pageHtml(page: Page, number: number, context: HtmlContext): string {
  const { t, layout } = context;
  const parts: string[] = [];
  const foot: string[] = [];
  let overlay = '';
  for (const fragment of page.fragments) {
    const { broken } = fragment.entry;
    fragmentHtml(fragment, parts.length === 0 && page.turned !== true, context, broken.atFoot ? foot : parts);
    if (broken.overlay && fragment.from === 0) overlay = overlayHtml(broken.overlay, fragment, context);
  }
  const notes = page.notes?.map((note) => noteHtml(note, context)).join('') ?? '';
  if (notes !== '') foot.unshift(`<div class="notes" role="note">${strokeHtml(noteRule.weight, noteRule.length)}${notes}</div>`);
  const atFoot = foot.length > 0 ? `<div class="foot">${foot.join('')}</div>` : '';
  const side = page.landscape ? ' landscape' : '';
  // The first page of a letter has no number (10.1).
  const printed = printedNumber(number - 1, context);
  const folio = overlay === '' && printed !== undefined ? folioHtml(printed, layout) : '';
  const head = printed === undefined ? undefined : context.runningHead?.();
  if (head !== undefined) overlay += `<div class="running">${escapeHtml(head)}</div>`;
  return `<section class="page${side}" aria-label="${escapeHtml(t('Page {0}', number))}">${overlay}<div class="area">${parts.join('')}${atFoot}</div>${folio}</section>`;
}

/** The number that is printed on page `index`, from 0. */
export const printedNumber = (index: number, { numberOf }: HtmlContext): number | undefined => (numberOf ? numberOf(index) : index + 1);

function folioHtml(number: number, layout: PageLayout): string {
  const { outer, dashes } = layout.pageNumber;
  const side = !outer ? 'centre' : number % 2 === 1 ? 'right' : 'left';
  return `<div class="folio ${side}" aria-hidden="true">${dashes ? `— ${number} —` : String(number)}</div>`;
}

/** What is drawn over the whole paper. */
function overlayHtml(rows: readonly Row[], fragment: Fragment, context: HtmlContext): string {
  const parts: string[] = [];
  const drawn: Fragment = { entry: { ...fragment.entry, broken: { ...fragment.entry.broken, rows } }, from: 0, to: rows.length };
  fragmentHtml(drawn, false, context, parts);
  return `<div class="overlay">${parts.join('')}</div>`;
}

function noteHtml({ entry, from, to }: Fragment, context: HtmlContext): string {
  const rows = entry.broken.note ?? [];
  const parts: string[] = [];
  fragmentHtml({ entry: { ...entry, broken: { ...entry.broken, rows } }, from, to }, false, context, parts);
  return parts.join('');
}

/** A rule: its weight and length are numbers of the layout that no class can have. */
const strokeHtml = (weight: number, width: number, isRed = false): string =>
  `<svg class="ruled${isRed ? ' red' : ''}" width="${pixels(width)}" height="${pixels(weight)}" aria-hidden="true"></svg>`;

function ruleHtml({ above, height, weight, red, width }: RuleRow, layout: PageLayout): string {
  const line = strokeHtml(weight, width ?? measuresOf(layout).width, red);
  return `<div class="rule" role="separator">${gapHtml(above)}${line}${gapHtml(height - above - weight)}</div>`;
}

const gapHtml = (height: number): string =>
  height > 0 ? `<svg class="gap" width="1" height="${pixels(height)}" aria-hidden="true"></svg>` : '';

function jointMarkHtml({ organs, suffix, columns }: JointMarkRow, fragment: Fragment, context: HtmlContext): string {
  const widths = columns.map((width) => `<col width="${pixels(width)}">`).join('');
  const names = organs.map((organ) => paragraphHtml([organ], fragment, context)).join('');
  const words = `<tr><td>${names}</td><td>${paragraphHtml([suffix], fragment, context)}</td></tr>`;
  return `<table class="joint" role="presentation" width="${pixels(columns[0] + columns[1])}"><colgroup>${widths}</colgroup>${words}</table>`;
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
        if (!atTop || row.stays) parts.push(gapHtml(row.height));
        index++;
        break;
      case 'rule':
        parts.push(ruleHtml(row, context.layout));
        index++;
        break;
      case 'jointMark':
        parts.push(jointMarkHtml(row, fragment, context));
        index++;
        break;
      case 'picture':
        parts.push(pictureHtml(row, fragment, context));
        index++;
        break;
      case 'chart':
        parts.push(chartHtml(row, fragment, context));
        index++;
        break;
      case 'formula':
        parts.push(formulaHtml(row, fragment, context));
        index++;
        break;
      case 'tableRow': {
        const end = endOf(rows, index, to, (other) => other.kind === 'tableRow');
        const body = rows.slice(index, end) as readonly TableRowRow[];
        const header = index === from && isRepeated(repeated, rows, index) ? (repeated as readonly TableRowRow[]) : [];
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
      default:
        // A kind of row that is drawn elsewhere must not hold up the page.
        index++;
    }
    atTop = atTop && parts.length === 0;
  }
}

function endOf(rows: readonly Row[], from: number, to: number, belongs: (row: Row) => boolean): number {
  let end = from + 1;
  for (let row = rows[end]; end < to && row && belongs(row); row = rows[end]) end++;
  return end;
}

function paragraphHtml(rows: readonly TextRow[], fragment: Fragment, context: HtmlContext): string {
  const [first] = rows;
  if (!first) return '';
  const { paragraph } = first;
  const block = fragment.entry.block;
  const classes = ['p', `k-${paragraph.kind}`, `a-${paragraph.align}`];
  if (!first.first) classes.push('continued');
  if (paragraph.size !== undefined && paragraph.size !== context.layout.fonts.organMark.size) classes.push(`z-${paragraph.size * 2}`);
  let role = '';
  if (paragraph.kind === 'title' && first.first && fragment.from === 0) role = ' role="heading" aria-level="1"';
  else if (paragraph.kind === 'attachmentTitle') role = ' role="heading" aria-level="2"';
  else if (block?.kind === 'heading' && block.body.length === 0 && first.first) role = ` role="heading" aria-level="${block.level + 1}"`;
  const lines = rows.map((row) => lineHtml(row, block, context)).join('');
  return `<p class="${classes.join(' ')}"${role}${placeOf(fragment, paragraph.sourceLine, context)}>${lines}</p>`;
}

function pictureHtml(row: PictureRow, fragment: Fragment, context: HtmlContext): string {
  const place = `${placeOf(fragment, 0, context)} data-column="${row.column}"`;
  const source = row.found ? context.pictureSource?.(row.path) : undefined;
  const { width, height } = row.size;
  const size = `width="${pixels(width)}" height="${pixels(height)}"`;
  if (!row.found) {
    const text = escapeHtml(row.problem ?? context.t('Picture not found: {0}', row.path));
    return `<div class="picture"${place}><span class="picture-missing" data-path="${escapeHtml(row.path)}">${text}</span></div>`;
  }
  const src = source === undefined ? '' : ` src="${escapeHtml(source)}"`;
  const above = gapHtml(row.height - looseMargins.after - height);
  return `<div class="picture"${place}>${above}<img alt="${escapeHtml(row.alternative)}" data-path="${escapeHtml(row.path)}" ${size}${src}></div>`;
}
