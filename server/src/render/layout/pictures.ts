import type { Block, Inline } from '../../engine/model/report.ts';
import { measuresOf } from './measures.ts';
import type { PageLayout } from './pageLayout.ts';
import { breakParagraph, printedText, styledRuns } from './paragraphs.ts';
import type { BrokenBlock, GapRow, Row } from './rows.ts';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** What the layout asks about pictures, sizes in CSS pixels (96 an inch); the wiring reads their heads. `undefined`: there is no such picture, or it is none. */
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

/** A caption, centred, off the grid, under the room above it. */
export function captionRows(inlines: readonly Inline[], sourceLine: number, layout: PageLayout): Row[] {
  const pitch = layout.fonts.caption.size * looseSpacing;
  const rows = breakParagraph(styledRuns(inlines, 'caption', layout), { kind: 'caption', align: 'center', pitch, sourceLine }, layout);
  return [gapAbove(looseMargins.before), ...rows.map((row) => (row.last ? { ...row, height: row.height + looseMargins.after } : row))];
}

/** Room above what stands off the grid, in points. */
export const gapAbove = (height: number): GapRow => ({ kind: 'gap', height });

const pointsPerPixel = 0.75;
/** Height of the box that stands for a missing picture, in lines. */
const missingLines = 4;

/** What Word may add below a picture, in points: room for the letters of a line. */
const letterRoom = 6;

/**
 * A size in points scaled down, where it must be, so that a picture fits the lines of a page with its margins and its caption. Preview and DOCX have the same.
 */
export function scaledToPage(natural: PictureSize, caption: readonly Inline[], layout: PageLayout): PictureSize {
  const { width, pitch } = measuresOf(layout);
  const lines = layout.grid.lines * pitch;
  const below = captionRows(caption, 0, layout).reduce((sum, row) => sum + row.height, 0);
  const room = Math.max(pitch, lines - looseMargins.before - looseMargins.after - letterRoom - below);
  const scale = Math.min(1, width / natural.width, room / natural.height);
  return { width: natural.width * scale, height: natural.height * scale };
}

/** A picture in its own size, scaled down to fit the type area with its caption on the same page. */
export function breakPicture(block: Extract<Block, { readonly kind: 'picture' }>, layout: PageLayout, pictures: PictureSizes): BrokenBlock {
  const { width, pitch } = measuresOf(layout);
  const caption = block.caption.length > 0 ? captionRows(block.caption, 0, layout) : [];
  const pixels = pictures.sizeOf(block.path);
  const found = pixels !== undefined && pixels.width > 0 && pixels.height > 0;
  const natural = found
    ? { width: pixels.width * pointsPerPixel, height: pixels.height * pointsPerPixel }
    : { width: width * 0.6, height: missingLines * pitch };
  const size = scaledToPage(natural, block.caption, layout);
  const problem = found ? undefined : pictures.problemOf?.(block.path);
  const rows: Row[] = [
    gapAbove(looseMargins.before),
    {
      kind: 'picture',
      height: Math.max(size.height, layout.fonts.body.size * looseSpacing) + looseMargins.after,
      size,
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
