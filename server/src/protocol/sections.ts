import type { Range } from '../engine/text/position.ts';
import type { TextDocumentParams } from './requests.ts';

/**
 * Sections, types and new reports: what client and server say to each other about the catalogue, beyond what stands in `requests.ts`.
 * Positions are LSP positions: zero-based, UTF-16.
 */

/** Where the catalogues of a workspace folder stand. */
export const workspaceCatalogues = '.report-writer/sections';

/** Server → client, only on the web: the files directly in a folder that may hold catalogues, as URIs; at most `limit` of them. */
export const hostListFolderRequest = 'reportWriter/host/listFolder';

export interface HostListFolderParams {
  readonly folder: string;
  readonly limit: number;
}

/** URIs. */
export type HostListFolderResult = readonly string[];

/** Client → server: what Save Selection as Section proposes for a selection; an empty one stands for the section that it is in. */
export const sectionProposalRequest = 'reportWriter/sectionProposal';

export interface SectionProposalParams extends TextDocumentParams {
  readonly range: Range;
}

export interface SectionProposal {
  /** What is saved: whole lines, unless the selection is within one. */
  readonly range: Range;
  /** Empty where nothing suggests itself. */
  readonly name: string;
  /** The report's type first, then the other types of its language, then all (`*`). */
  readonly types: readonly { readonly id: string; readonly label: string; readonly description?: string }[];
  /** Folders (URIs) that the file can go to. */
  readonly folders: readonly { readonly uri: string; readonly kind: 'workspace' | 'user' }[];
}

/** `null`: there is no text to save. */
export type SectionProposalResult = SectionProposal | null;

/** Client → server: the catalogue file for a selection. */
export const sectionFileRequest = 'reportWriter/sectionFile';

export interface SectionFileParams extends SectionProposalParams {
  readonly name: string;
  /** `SectionProposal.types[].id`. */
  readonly type: string;
}

export interface SectionFileResult {
  /** JSON. */
  readonly text: string;
  /** Without a folder and without `.json`; free of characters that a file system refuses. */
  readonly fileName: string;
}

/** Client → server, a notification: catalogue files were written; not every file system tells of it. */
export const cataloguesChangedNotification = 'reportWriter/cataloguesChanged';
