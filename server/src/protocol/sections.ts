import type { Position, Range } from '../engine/text/position.ts';
import type { TextDocumentParams } from './requests.ts';

/** Sections, types and new reports: what client and server say to each other about the catalogue. */

/** Where the catalogues of a workspace folder stand. */
export const workspaceCatalogues = '.report-writer/sections';

/** Client → server: the sections that may be inserted, the likeliest first. */
export const sectionsRequest = 'reportWriter/sections';

export interface SectionsParams extends TextDocumentParams {
  readonly position: Position;
}

/** One line of the quick pick. */
export interface CatalogueChoice {
  /** Other words by which it is found: pinyin, initials, other names. */
  readonly search?: readonly string[];
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
}

export type SectionsResult = readonly CatalogueChoice[];

/** Client → server: where a section goes and what is typed there. */
export const insertSectionRequest = 'reportWriter/insertSection';

export interface InsertSectionParams extends SectionsParams {
  /** `CatalogueChoice.id`. */
  readonly section: string;
  /** Number on what comes after it. */
  readonly renumber?: boolean;
}

/** `snippet` is in VS Code's snippet syntax, its line breaks included; it is inserted at `range`, which is mostly empty. */
export interface SectionInsertion {
  readonly range: Range;
  readonly snippet: string;
  /** Numbers elsewhere that change with it: edits of the same text, made first, in the same step of undo. */
  readonly numbers?: readonly { readonly range: Range; readonly newText: string }[];
}

export type InsertSectionResult = SectionInsertion | null;

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

/** Client → server: the types of report that can be begun. */
export const reportTypesRequest = 'reportWriter/reportTypes';

export type ReportTypesResult = readonly CatalogueChoice[];

/** Client → server: the skeleton of a new report. */
export const newReportRequest = 'reportWriter/newReport';

export interface NewReportParams {
  /** `CatalogueChoice.id`. */
  readonly type: string;
  /** By `ReportDetail.id`; absent where nothing was asked. */
  readonly details?: Readonly<Record<string, string>>;
}

export interface NewReportResult {
  /** In VS Code's snippet syntax: the client opens an empty untitled report and inserts it. */
  readonly snippet: string;
  /** A name for the file, with `.report`, without a folder. */
  readonly suggestedName: string;
}

/** Client → server: what may be said about a new report before it is opened. */
export const reportDetailsRequest = 'reportWriter/reportDetails';

export interface ReportDetailsParams {
  /** `CatalogueChoice.id`. */
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
