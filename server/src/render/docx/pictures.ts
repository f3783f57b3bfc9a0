import { ImageRun, Paragraph } from 'docx';
import type { Block, Inline, Report } from '../../engine/model/report.ts';
import { type PictureSize, scaledToPage } from '../layout/pictures.ts';
import { captionParagraph } from './captions.ts';
import { cleanText } from './cleanText.ts';
import type { DocumentState } from './documentState.ts';
import { pictureRefusal } from './pictureRefusal.ts';
import { type PictureHead, pictureHead } from './pictureSize.ts';
import { textOf, textRuns } from './runs.ts';
import { styleIds } from './styles.ts';

/** The library's pixels: 96 to the inch. */
const pointsPerPixel = 0.75;

/**
 * A picture in its own size (96 dpi), scaled down to the type area, its caption below. What cannot be printed is told in
 * `state.problems`; in its place stands a visible text, in a final export as well: a hole that nobody sees is worse.
 */
export async function pictureParagraphs(
  block: Extract<Block, { kind: 'picture' }>,
  index: number,
  state: DocumentState,
): Promise<Paragraph[]> {
  const found = await readPicture(block.path, state);
  const caption = block.caption.length > 0 ? [captionParagraph('figure', block.caption, state, false)] : [];
  if ('problem' in found) {
    state.problems.push({ block: index, message: found.problem });
    const text = state.words('[Picture missing: {0}]', block.path);
    return [
      new Paragraph({
        style: styleIds.figure,
        keepNext: caption.length > 0,
        children: textRuns(text, state, state.options.final ? {} : { highlight: 'yellow' }),
      }),
      ...caption,
    ];
  }
  const { bytes, head } = found;
  state.pictureCount++;
  const alternative = cleanText(textOf(block.caption)) || block.path;
  const image = new ImageRun({
    type: head.type,
    data: bytes,
    transformation: scaled(head, block.caption, state),
    altText: { id: String(state.pictureCount), name: `Picture ${state.pictureCount}`, description: alternative, title: '' },
  });
  return [new Paragraph({ style: styleIds.figure, keepNext: caption.length > 0, children: [image] }), ...caption];
}

/** Looks how large the pictures are, for a table of contents: they move the headings behind them. Nothing without one. */
export async function measurePictures({ blocks }: Report, state: DocumentState): Promise<void> {
  if (!blocks.some(({ kind }) => kind === 'tableOfContents')) return;
  for (const block of blocks) {
    if (block.kind !== 'picture' || state.pictureSizes.has(block.path)) continue;
    state.options.signal?.throwIfAborted();
    const found = await readPicture(block.path, state);
    if (!('problem' in found)) state.pictureSizes.set(block.path, { width: found.head.width, height: found.head.height });
  }
}

/** In pixels: as large as it is, at most as large as the page leaves room for. */
function scaled({ width, height }: PictureHead, caption: readonly Inline[], { layout }: DocumentState): PictureSize {
  const size = scaledToPage({ width: width * pointsPerPixel, height: height * pointsPerPixel }, caption, layout);
  const pixels = (points: number): number => Math.max(1, Math.round(points / pointsPerPixel));
  return { width: pixels(size.width), height: pixels(size.height) };
}

async function readPicture(
  path: string,
  state: DocumentState,
): Promise<{ readonly bytes: Uint8Array; readonly head: PictureHead } | { readonly problem: string }> {
  const { t } = state;
  const file = await state.options.pictures(path);
  if ('problem' in file) return file;
  const head = pictureHead(file.bytes);
  if (!('refused' in head)) return { bytes: file.bytes, head };
  return { problem: pictureRefusal(head.refused, path, t) };
}
