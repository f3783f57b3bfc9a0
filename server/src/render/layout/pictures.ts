import type { Block } from '../../engine/model/report.ts';
import { measuresOf } from './measures.ts';
import type { PageLayout } from './pageLayout.ts';
import { breakParagraph, printedText, styledRuns } from './paragraphs.ts';
import type { BrokenBlock, Row } from './rows.ts';

/** In CSS pixels (96 an inch). */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** What the layout asks about pictures; the wiring reads their heads. `undefined`: there is no such picture, or it is none. */
export interface PictureSizes {
  sizeOf(path: string): PictureSize | undefined;
}

export const noPictures: PictureSizes = { sizeOf: () => undefined };

const pointsPerPixel = 0.75;
/** Height of the box that stands for a missing picture, in lines. */
const missingLines = 4;

/** A picture in its own size, scaled down to fit the type area with its caption on the same page. */
export function breakPicture(block: Extract<Block, { readonly kind: 'picture' }>, layout: PageLayout, pictures: PictureSizes): BrokenBlock {
  const { width, height, pitch } = measuresOf(layout);
  const caption = breakParagraph(styledRuns(block.caption, 'caption', layout), { kind: 'caption', align: 'center' }, layout);
  const hasCaption = block.caption.length > 0;
  const room = height - (hasCaption ? caption.length * pitch : 0);
  const size = pictures.sizeOf(block.path);
  const found = size !== undefined && size.width > 0 && size.height > 0;
  const natural = found
    ? { width: size.width * pointsPerPixel, height: size.height * pointsPerPixel }
    : { width: width * 0.6, height: missingLines * pitch };
  const scale = Math.min(1, width / natural.width, room / natural.height);
  const rows: Row[] = [
    {
      kind: 'picture',
      width: natural.width * scale,
      height: natural.height * scale,
      path: block.path,
      alternative: block.caption.map(printedText).join(''),
      column: block.pathStart,
      found,
    },
  ];
  if (hasCaption) rows.push(...caption);
  return { rows, breakBefore: false, keepWithNext: false, keepWithPrevious: false, together: rows.length };
}
