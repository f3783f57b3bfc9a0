// Server → client, only on the web, where the server has no file system.

/** What a file holds. `uri` lies inside a workspace folder: the server has checked it, and the client checks it again. */
export const hostReadFileRequest = 'reportWriter/host/readFile';

export interface HostReadFileParams {
  readonly uri: string;
  /** In bytes; a longer file is not read. */
  readonly limit: number;
}

export type HostReadFileResult =
  | { readonly kind: 'file' /** In base64. */; readonly bytes: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'tooLarge'; readonly size: number }
  | { readonly kind: 'outside' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** The reports of a workspace folder, at most `limit` of them. */
export const hostFindReportsRequest = 'reportWriter/host/findReports';

export interface HostFindReportsParams {
  readonly folder: string;
  readonly limit: number;
}

/** URIs. */
export type HostFindReportsResult = readonly string[];

/** The files directly in a folder that may hold catalogues, as URIs; at most `limit` of them. */
export const hostListFolderRequest = 'reportWriter/host/listFolder';

export interface HostListFolderParams {
  readonly folder: string;
  readonly limit: number;
}

/** URIs. */
export type HostListFolderResult = readonly string[];
