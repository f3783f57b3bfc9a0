import type { Block, Inline } from '../../engine/model/report.ts';
import type { FontRole } from '../layout/pageLayout.ts';
import type { ParagraphKind, StyledRun, TextRow } from '../layout/rows.ts';
import { escapeHtml, safeHref } from './escape.ts';
import type { HtmlContext } from './pageHtml.ts';
import { pixels } from './place.ts';

export type MissingInline = Extract<Inline, { readonly kind: 'missing' | 'field' }>;

/** The font that a paragraph's words have unless a run says otherwise. */
export const roleOfKind: Readonly<Record<ParagraphKind, FontRole>> = {
  title: 'title',
  documentNumber: 'body',
  addressee: 'body',
  heading1: 'heading1',
  heading2: 'heading2',
  heading3: 'heading3',
  heading4: 'heading4',
  body: 'body',
  listItem: 'body',
  caption: 'caption',
  code: 'code',
  footnote: 'footnote',
  attachmentNote: 'body',
  organ: 'body',
  date: 'body',
  attachmentMark: 'blackLabel',
  attachmentTitle: 'title',
  contentsTitle: 'blackLabel',
  contentsEntry: 'body',
  label: 'body',
  organMark: 'organMark',
  headLine: 'body',
  ruledNumber: 'body',
  imprint: 'imprint',
  tableNote: 'footnote',
  cell: 'table',
};

/** One printed line. Every element with `data-column` holds one piece of text that begins at that column of the source line. */
export function lineHtml(row: TextRow, block: Block | undefined, context: HtmlContext): string {
  const { paragraph, slices, first, last, hangs } = row;
  const classes = ['line'];
  const indent = first ? paragraph.firstIndent : paragraph.indent;
  if (indent > 0) classes.push(`i-${indent}`);
  if (paragraph.rightIndent > 0) classes.push(`r-${paragraph.rightIndent}`);
  if (last) classes.push('end');
  const role = roleOfKind[paragraph.kind];
  const pieces: string[] = [];
  // A heading that its paragraph goes on after: so many pieces are the heading's.
  const runIn = first && block?.kind === 'heading' && block.body.length > 0 ? block : undefined;
  let headingPieces = 0;
  slices.forEach(({ run: index, start, end }, place) => {
    const run = paragraph.runs[index];
    if (!run) return;
    const isHeading = run.role !== 'body' && headingPieces === pieces.length;
    // What hangs takes no room, so that the words before it are stretched to the edge.
    const isHanging = hangs && !last && place === slices.length - 1;
    if (!isHanging) pieces.push(pieceHtml(run, start, end, role, '', context));
    else {
      if (end - start > 1) pieces.push(pieceHtml(run, start, end - 1, role, '', context));
      pieces.push(pieceHtml(run, end - 1, end, role, 'hang', context));
    }
    if (isHeading) headingPieces = pieces.length;
  });
  if (row.target) {
    const page = context.contentsPageOf(row.target);
    pieces.push(
      `<span class="leader"></span><span class="number">${page === undefined ? '' : (context.numberOf?.(page) ?? page + 1)}</span>`,
    );
    classes.push('led');
  }
  if (runIn && headingPieces > 0) {
    const heading = pieces.splice(0, headingPieces).join('');
    pieces.unshift(`<span role="heading" aria-level="${runIn.level + 1}">${heading}</span>`);
  }
  const words = pieces.join('');
  const offset = paragraph.offset && (first ? paragraph.offset.first : paragraph.offset.others);
  if (!offset) return `<span class="${classes.join(' ')}">${words}</span>`;
  return `<span class="${classes.join(' ')} inset">${blank(offset)}<span class="rest">${words}</span></span>`;
}

/** Room of so many points: a style sheet cannot have a class for every length, and inline style is not allowed. */
const blank = (points: number): string => `<svg class="blank" width="${pixels(points)}" height="1" aria-hidden="true"></svg>`;

function pieceHtml(run: StyledRun, start: number, end: number, role: FontRole, extraClass: string, context: HtmlContext): string {
  const html = wordsHtml(run, start, end, role, extraClass, context);
  const tag = run.inline?.change && changeTags[run.inline.change];
  return tag ? `<${tag}>${html}</${tag}>` : html;
}

const changeTags = { added: 'ins', removed: 'del' } as const;

function wordsHtml(run: StyledRun, start: number, end: number, role: FontRole, extraClass: string, context: HtmlContext): string {
  const { inline } = run;
  const text = escapeHtml(run.text.slice(start, end));
  const column = run.column + (inline?.kind === 'field' || inline?.kind === 'footnoteReference' ? 0 : start);
  const classes: string[] = extraClass ? [extraClass] : [];
  if (run.role !== role) classes.push(`f-${run.role}`);
  if (run.style === 'bold' && !context.layout.fonts[run.role].bold) classes.push('bold');
  const attributes = ` data-column="${column}"`;
  if (run.fill !== undefined) {
    const { fill, ...inner } = run;
    return `<span class="tab">${blank(fill)}${pieceHtml(inner, start, end, role, extraClass, context)}</span>`;
  }
  if (run.raised && !inline) return `<sup${attributes}>${text}</sup>`;
  const withClass = (more?: string) => {
    const all = more ? [...classes, more] : classes;
    return all.length > 0 ? ` class="${all.join(' ')}"` : '';
  };
  switch (inline?.kind) {
    case 'missing':
      return missingHtml(inline, text, withClass('missing'), attributes, context);
    case 'field':
      return inline.value === undefined
        ? missingHtml(inline, text, withClass('missing'), attributes, context)
        : `<span${withClass()}${attributes}>${text}</span>`;
    case 'code':
      return `<code${withClass()}${attributes}>${text}</code>`;
    case 'footnoteReference':
      return `<sup${withClass()}${attributes}>${text}</sup>`;
    case 'link': {
      const href = safeHref(inline.href);
      return href === undefined
        ? `<span${withClass()}${attributes}>${text}</span>`
        : `<a${withClass()} href="${escapeHtml(href)}" rel="noreferrer"${attributes}>${text}</a>`;
    }
    default:
      return `<span${withClass()}${attributes}>${text}</span>`;
  }
}

function missingHtml(inline: MissingInline, text: string, classes: string, attributes: string, context: HtmlContext): string {
  const focus = context.interactive ? ' tabindex="0"' : '';
  return `<mark${classes}${attributes}${focus} title="${escapeHtml(context.describe(inline))}">${text}</mark>`;
}
