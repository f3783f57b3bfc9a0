import { toBase64 } from '../protocol/base64.ts';
import { pictureRefusal } from '../render/docx/pictureRefusal.ts';
import { pictureHead } from '../render/docx/pictureSize.ts';
import type { PictureSizes } from '../render/layout/pictures.ts';
import type { Localize } from '../wording/localize.ts';
import type { FileAnswer } from './host.ts';

/** Bytes of one picture at most. */
export const pictureLimit = 20 * 1024 * 1024;

/** What became of the picture paths of a report. */
export type PictureFiles = ReadonlyMap<string, FileAnswer>;

const mediaTypes = { png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif' } as const;

/** Sizes of the pictures that could be read, and `data:` URIs of them; of the others, why not. */
export function pictureSources(
  files: PictureFiles,
  t: Localize,
): Required<PictureSizes> & { readonly sourceOf: (path: string) => string | undefined } {
  const known = (path: string) => {
    const answer = files.get(path);
    if (answer?.kind !== 'file') return undefined;
    const head = pictureHead(answer.bytes);
    return 'refused' in head ? undefined : { head, bytes: answer.bytes };
  };
  return {
    sizeOf: (path) => known(path)?.head,
    problemOf: (path) => (known(path) === undefined ? pictureProblem(path, files.get(path), t) : undefined),
    sourceOf(path) {
      const picture = known(path);
      return picture && `data:${mediaTypes[picture.head.type]};base64,${toBase64(picture.bytes)}`;
    },
  };
}

/** Why there is no picture, and what to do; for the writer. */
export function pictureProblem(path: string, answer: FileAnswer | undefined, t: Localize): string {
  switch (answer?.kind) {
    case 'file': {
      const head = pictureHead(answer.bytes);
      return 'refused' in head ? pictureRefusal(head.refused, path, t) : '';
    }
    case 'outside':
      return t('{0} lies outside the workspace folder. Copy it beside the report and name it from there.', path);
    case 'tooLarge':
      return t('{0} is too large ({1} MB; {2} MB at most).', path, toMegabytes(answer.size), toMegabytes(pictureLimit));
    case 'unreadable':
      return t('{0} cannot be read: {1}', path, answer.reason);
    default:
      return t('{0} does not exist. Check the name; it is looked for from the folder of the report.', path);
  }
}

function toMegabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
