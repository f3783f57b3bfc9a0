import type { Block, Inline } from '../../engine/model/report.ts';
import { measuresOf } from './measures.ts';
import type { PageLayout } from './pageLayout.ts';
import { breakParagraph, printedText, styledRuns } from './paragraphs.ts';
import type { BrokenBlock, Row, TextRow } from './rows.ts';

/** In CSS pixels (96 an inch). */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** What the layout asks about pictures; the wiring reads their heads. `undefined`: there is no such picture, or it is none. */
export interface PictureSizes {
  sizeOf(path: string): PictureSize | undefined;
  /** Why it cannot be printed, for the writer; empty while nobody has looked. Without an answer the page says that it was not found. */
  problemOf?(path: string): string | undefined;
}

export const noPictures: PictureSizes = { sizeOf: () => undefined };

/**
 * Least line height of text off the grid (tables, captions, code), as a multiple of its size: no less than any Chinese font asks for, so that rows are as
 * high whatever font stands in. The DOCX says the same.
 */
export const looseSpacing = 1.5;
/** Above and below a picture and a caption, in points. */
export const looseMargins = { before: 6, after: 3 } as const;

/** A caption, centred, off the grid. */
export function captionRows(inlines: readonly Inline[], sourceLine: number, layout: PageLayout): TextRow[] {
  const pitch = layout.fonts.caption.size * looseSpacing;
  const rows = breakParagraph(styledRuns(inlines, 'caption', layout), { kind: 'caption', align: 'center', pitch, sourceLine }, layout);
  return rows.map((row) => ({
    ...row,
    height: row.height + (row.first ? looseMargins.before : 0) + (row.last ? looseMargins.after : 0),
  }));
}

const pointsPerPixel = 0.75;
/** Height of the box that stands for a missing picture, in lines. */
const missingLines = 4;

/** A picture in its own size, scaled down to fit the type area with its caption on the same page. */
export function breakPicture(block: Extract<Block, { readonly kind: 'picture' }>, layout: PageLayout, pictures: PictureSizes): BrokenBlock {
  const { width, height, pitch } = measuresOf(layout);
  const caption = block.caption.length > 0 ? captionRows(block.caption, 0, layout) : [];
  const margins = looseMargins.before + looseMargins.after;
  const room = height - margins - caption.reduce((sum, row) => sum + row.height, 0);
  const size = pictures.sizeOf(block.path);
  const found = size !== undefined && size.width > 0 && size.height > 0;
  const natural = found
    ? { width: size.width * pointsPerPixel, height: size.height * pointsPerPixel }
    : { width: width * 0.6, height: missingLines * pitch };
  const scale = Math.min(1, width / natural.width, room / natural.height);
  const problem = found ? undefined : pictures.problemOf?.(block.path);
  const rows: Row[] = [
    {
      kind: 'picture',
      width: natural.width * scale,
      height: natural.height * scale + margins,
      path: block.path,
      alternative: block.caption.map(printedText).join(''),
      column: block.pathStart,
      found,
      ...(problem !== undefined && { problem }),
    },
  ];
  for (const row of caption) rows.push(row);
  return { rows, breakBefore: false, keepWithNext: false, keepWithPrevious: false, together: rows.length };
}
