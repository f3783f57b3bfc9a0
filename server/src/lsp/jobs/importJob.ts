import type { CancellationToken } from 'vscode-languageserver';
import { type DocxImport, importDocx } from '../../import/importDocx.ts';
import { makeLocalize } from '../makeLocalize.ts';
import type { Step } from './jobs.ts';

/** A Word document to be made a report of. */
export interface ImportJob {
  readonly bytes: Uint8Array;
  /** The folder of its pictures as the report names it. */
  readonly pictureFolder: string;
  readonly locale: string | undefined;
}

/** Reads the document in memory. Throws when cancelled. */
export async function runImportJob({ bytes, pictureFolder, locale }: ImportJob, step: Step, token: CancellationToken): Promise<DocxImport> {
  const abort = new AbortController();
  const cancellation = token.onCancellationRequested(() => abort.abort());
  try {
    return await importDocx(bytes, {
      pictureFolder,
      t: makeLocalize(locale),
      signal: abort.signal,
      onProgress: (done) => step(Math.round(done * 100)),
      breathe: () => new Promise((resolve) => setTimeout(resolve, 0)),
    });
  } finally {
    cancellation.dispose();
  }
}
