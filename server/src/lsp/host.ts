import type { CancellationToken } from 'vscode-languageserver';
import type { DataSheet } from '../data/sheet.ts';
import type { ExportJob, ExportOutcome, ExportStep } from './exportJob.ts';

/** What became of reading a file. */
export type FileAnswer =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'missing' }
  /** `size` in bytes. */
  | { readonly kind: 'tooLarge'; readonly size: number }
  /** The file lies outside the folder, be it through a link. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** All that differs between Node and the browser. */
export interface Host {
  /** The language of the system, if it says so; a client's `locale` comes first. */
  readonly locale: string | undefined;
  /** Milliseconds, only ever growing. */
  now(): number;
  /** Reads the file `uri` if it lies inside the folder `within` (both URIs) and has at most `limit` bytes. Never throws. */
  readFile(uri: string, within: string, limit: number): Promise<FileAnswer>;
  /** Reads a data sheet from a file's bytes, a large one where it does not hold up typing, if there is such a place. Never rejects. */
  readSheet(path: string, bytes: Uint8Array): Promise<DataSheet>;
  /** The URIs of at most `limit` reports inside a folder (a URI). Never throws. */
  findReports(folder: string, limit: number): Promise<readonly string[]>;
  /** Runs the export where it does not hold up typing, if there is such a place. Rejects when cancelled or failed. */
  runExport(job: ExportJob, step: ExportStep, token: CancellationToken): Promise<ExportOutcome>;
}
