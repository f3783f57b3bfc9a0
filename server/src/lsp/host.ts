import type { RunJob } from './jobs/jobs.ts';

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
  /** The URIs of at most `limit` files directly in a folder (a URI), sorted; none where there is no such folder. Never throws. */
  listFolder(folder: string, limit: number): Promise<readonly string[]>;
  /** The URI of a folder that a setting names; `undefined` for a path that means none here. */
  folderOf(path: string): string | undefined;
  /** The URIs of at most `limit` reports inside a folder (a URI). Never throws. */
  findReports(folder: string, limit: number): Promise<readonly string[]>;
  /** Runs long work where it does not hold up typing, if there is such a place. Rejects when cancelled or failed. */
  readonly runJob: RunJob;
}
