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

/** Client → server: the sections that the report's type has and the report has not. */
export const missingSectionsRequest = 'reportWriter/missingSections';

export interface MissingSectionChoice {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly required: boolean;
  /** 1 to 4: a part of a section stands deeper. */
  readonly level: number;
  /** Headings that follow would have to be numbered anew. */
  readonly renumbers: boolean;
}

export interface MissingSectionsResult {
  /** The name of the report's type; absent where it is not known. */
  readonly type?: string;
  /** In the type's order. */
  readonly choices: readonly MissingSectionChoice[];
}

/** Client → server: the edits that put sections in. */
export const addMissingSectionsRequest = 'reportWriter/addMissingSections';

export interface AddMissingSectionsParams extends TextDocumentParams {
  /** `MissingSectionChoice.id`. */
  readonly sections: readonly string[];
  /** Numbers after them, and references to those, follow. */
  readonly renumber: boolean;
}

export interface AddMissingSectionsResult {
  /** The version of the document that the edits are for. */
  readonly version: number;
  /** In the order of their places, without overlaps. Together they are one step of undo. */
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** Client → server: what may be said about a new report before it is opened. */
export const reportDetailsRequest = 'reportWriter/reportDetails';

export interface ReportDetailsParams {
  /** `ReportTypeChoice.id`. */
  readonly type: string;
  /** A report of the same writer, whose organ and addressee are proposed. */
  readonly like?: { readonly uri: string };
  /** `2024-03-05`, as the writer's clock says: the server has none. */
  readonly today: string;
}

/** One question, none of which need be answered. */
export interface ReportDetail {
  /** `organ`, `addressee`, `year`, or `title/2`. */
  readonly id: string;
  readonly prompt: string;
  /** What is proposed; empty where nothing suggests itself. */
  readonly value: string;
}

export type ReportDetailsResult = readonly ReportDetail[];
