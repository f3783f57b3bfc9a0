import type { Localize } from '../../wording/localize.ts';
import type { PictureHeadResult } from './pictureSize.ts';

/** Why a file is no picture that can be printed, and what to do; for the writer. Export and preview say the same. */
export function pictureRefusal(
  refused: Extract<PictureHeadResult, { readonly refused: string }>['refused'],
  path: string,
  t: Localize,
): string {
  switch (refused) {
    case 'unknown':
      return t('{0} is not a PNG, JPEG or GIF picture. Save it as one of these.', path);
    case 'svg':
    case 'webp':
      // Word shows neither without a second picture that stands in for it, and older programs show nothing at all.
      return t('{0} is {1}, which Word cannot show everywhere. Save it as PNG.', path, refused === 'svg' ? 'SVG' : 'WebP');
    case 'corrupt':
      return t('{0} is damaged: its size cannot be read.', path);
    case 'huge':
      return t('{0} is too large (more than 100 million pixels). Make it smaller.', path);
  }
}
