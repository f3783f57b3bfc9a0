import type { Range } from '../engine/text/position.ts';

/** Client → server: a report made of a Word document's bytes; the client (or the command line) writes it. Reports progress by `workDoneToken`. */
export const importRequest = 'reportWriter/import';

export interface ImportParams {
  /** The document in base64. */
  readonly bytes: string;
  /** The folder of its pictures as the report will name it; see `pictureFolderName`. */
  readonly pictureFolder: string;
  /** A string or a number, as in LSP. */
  readonly workDoneToken?: string | number;
}

export type ImportResult =
  | {
      readonly kind: 'report';
      readonly text: string;
      /** File names, safe and without a folder, and bytes in base64. */
      readonly pictures: readonly { readonly name: string; readonly bytes: string }[];
      readonly remarks: readonly ImportRemark[];
    }
  /** `message`: why, and the way out, in the writer's language. */
  | { readonly kind: 'refused'; readonly message: string };

/** Something that was not carried over as it was, in the writer's language. */
export interface ImportRemark {
  readonly message: string;
  /** Where in the report, if somewhere. */
  readonly range?: Range;
}

/** The most that is read of a document, in bytes. */
export const mostDocumentBytes = 100_000_000;

/** A file's name without the extension of a Word document. */
export const documentName = (fileName: string): string => fileName.replace(/\.(?:docx|docm|dotx|dotm|doc|wps|rtf)$/i, '') || 'report';

/** The folder for the pictures of a document, beside the report: its name with `.assets`, free of what would upset a picture's path. */
export function pictureFolderName(fileName: string): string {
  const safe = documentName(fileName)
    .replace(/[\u0000-\u001f<>:"/\\|?*()[\]%#{}]+/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  // A device of Windows is no folder's name.
  const name = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(safe) ? `${safe}_` : safe;
  return `${[...name].slice(0, 80).join('') || 'report'}.assets`;
}
