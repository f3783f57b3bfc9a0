import type { Position, Range } from '../engine/text/position.ts';

/**
 * What client and server say to each other beyond LSP: names and shapes only, so client and webview may import it.
 * The preview's own messages stand in `preview.ts`. Positions are LSP positions: zero-based, UTF-16. Nothing here is
 * `null` but `nextMissingDatum` and `insertSection`, whose answer may be "there is none".
 */

/** `workDoneToken` and the like travel beside these, as in LSP. */
export interface TextDocumentParams {
  readonly textDocument: { readonly uri: string };
}

/** Server → client, after each change that changed a number, and once after opening. */
export const statusNotification = 'reportWriter/status';

export interface StatusParams {
  readonly uri: string;
  /** The document's version that was counted. */
  readonly version: number;
  /** How many data are missing; masked names and what the writer said is not missing are not counted. */
  readonly missing: number;
}

/** Client → server. The answer is the nearest missing datum that begins at or after `position`, or before it; past the end of the report it goes on from its beginning. */
export const nextMissingDatumRequest = 'reportWriter/nextMissingDatum';

export interface NextMissingDatumParams extends TextDocumentParams {
  /** For `next` the end of the selection, for `previous` its start: so a datum that is selected is not found again. */
  readonly position: Position;
  readonly direction: 'next' | 'previous';
}

export type NextMissingDatumResult = Range | null;

/** Client → server: all missing data of a report. */
export const missingDataRequest = 'reportWriter/missingData';

export interface MissingDataParams extends TextDocumentParams {
  /** `resultId` of the list that the client has. */
  readonly known?: string;
  /** At most so many entries; 0 asks for the count alone. */
  readonly limit?: number;
}

/** A list is good until the findings, or their places, change; a document opened anew begins anew. */
export interface MissingDataResult {
  readonly resultId: string;
  /** As the status bar counts: without hints. */
  readonly total: number;
  /** Absent where the list that the client has is still good. */
  readonly entries?: readonly MissingEntry[];
}

/** One missing datum, in the order of their places. Entries with `certainty` `maybe` are not in `total`. */
export interface MissingEntry {
  /** The mark, or the unit where nothing stands for the datum. */
  readonly range: Range;
  /** Nothing stands for the datum: the value goes in at this column of the line, and nothing is replaced. */
  readonly insertAt?: number;
  /** `count`, `money` … as in `check --format json`. */
  readonly kind: string;
  /** The kind in the writer's language: 金额. */
  readonly kindName: string;
  readonly unit?: string;
  /** 公务接待费. */
  readonly field?: string;
  /** In the writer's language: 缺：公务接待费（金额，元）. */
  readonly name: string;
  /** The headings above it, the highest first. */
  readonly section: readonly string[];
  /** The words around; `…` stands where the clause goes on. */
  readonly phrase: { readonly before: string; readonly mark: string; readonly after: string };
  readonly certainty: 'sure' | 'likely' | 'maybe';
  /** Who is to send it, where a data sheet says so. */
  readonly owner?: string;
  /** How many data of the report have the same name, kind and unit, this one counted. */
  readonly same: number;
}

/** Client → server: what is doubtful about a value that the writer types for the datum that begins at `position`. */
export const checkValueRequest = 'reportWriter/checkValue';

export interface CheckValueParams extends TextDocumentParams {
  readonly position: Position;
  readonly value: string;
}

export interface CheckValueResult {
  /** In the writer's language; absent when nothing is doubtful. It never forbids the value. */
  readonly warning?: string;
}

/** Client → server: the edits that put a value in the place of the datum that begins at `position`, or of all that are called the same. */
export const fillMissingRequest = 'reportWriter/fillMissing';

export interface FillMissingParams extends CheckValueParams {
  readonly scope: 'here' | 'all';
}

export interface FillMissingResult {
  /** The version of the document that the edits are for. */
  readonly version: number;
  /** In the order of their places; empty when no datum begins there (any more). Together they are one step of undo. */
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** Client → server: a sheet to be filled in with a row for each gap of a report, and the edits that turn the gaps into `{{…}}`. */
export const makeDataSheetRequest = 'reportWriter/makeDataSheet';

/** What a data sheet can be made as. */
export const sheetFormats = ['yaml', 'csv', 'xlsx'] as const;

export interface MakeDataSheetParams extends TextDocumentParams {
  readonly format: (typeof sheetFormats)[number];
  /** The sheet's path from the report, as the front matter will name it. */
  readonly path: string;
}

export interface MakeDataSheetResult {
  /** The version of the document that the edits are for. */
  readonly version: number;
  /** How many data there are to fill in. */
  readonly rows: number;
  /** The sheet in base64. */
  readonly bytes: string;
  /** In the order of their places, without overlaps. Together they are one step of undo. */
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  /** False where the front matter cannot be changed: the writer has to name the sheet there. */
  readonly named: boolean;
}

/** Client → server: the edits that put the values of the data sheets in the place of their `{{…}}`. */
export const mergeDataSheetRequest = 'reportWriter/mergeDataSheet';

export type MergeDataSheetParams = TextDocumentParams;

export interface MergeDataSheetResult {
  readonly version: number;
  /** The report names data. */
  readonly named: boolean;
  readonly edits: readonly { readonly range: Range; readonly newText: string; readonly field: string }[];
  /** How many fields stay, for want of a value that fits. */
  readonly left: number;
}

/** Client → server: the sections that may be inserted, the likeliest first. */
export const sectionsRequest = 'reportWriter/sections';

export interface SectionsParams extends TextDocumentParams {
  readonly position: Position;
}

/** One line of the quick pick. */
export interface SectionChoice {
  /** Other words by which it is found: pinyin, initials, other names. */
  readonly search?: readonly string[];
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
}

export type SectionsResult = readonly SectionChoice[];

/** Client → server: where a section goes and what is typed there. */
export const insertSectionRequest = 'reportWriter/insertSection';

export interface InsertSectionParams extends SectionsParams {
  /** `SectionChoice.id`. */
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

/** Client → server: the types of report that can be begun. */
export const reportTypesRequest = 'reportWriter/reportTypes';

export interface ReportTypeChoice {
  /** Other words by which it is found: pinyin, initials, other names. */
  readonly search?: readonly string[];
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
}

export type ReportTypesResult = readonly ReportTypeChoice[];

/** Client → server: the skeleton of a new report. */
export const newReportRequest = 'reportWriter/newReport';

export interface NewReportParams {
  /** `ReportTypeChoice.id`. */
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

/** Client → server: the report as a file, in memory; the client (or the command line) writes it. Reports progress by `workDoneToken`. */
export const exportRequest = 'reportWriter/export';

/** A Word file, or the pages as one HTML file that loads nothing. */
export type ExportFormat = 'docx' | 'html';

export interface ExportParams extends TextDocumentParams {
  /** Default `docx`. */
  readonly format?: ExportFormat;
  /** Without the marks and the list of missing data. */
  readonly final: boolean;
  /** A string or a number, as in LSP. */
  readonly workDoneToken?: string | number;
}

export interface ExportResult {
  /** The file in base64. */
  readonly bytes: string;
  /** A file name with the format's ending, without a folder, free of characters that a file system refuses. */
  readonly suggestedName: string;
  readonly problems: readonly ExportProblem[];
}

/** Something the writer should know about the exported file, in the writer's language. */
export interface ExportProblem {
  readonly message: string;
  /** Where in the report, if somewhere. */
  readonly range?: Range;
}

/**
 * Server → client, only on the web, where the server has no file system. `uri` lies inside a workspace folder: the server
 * has checked it, and the client checks it again.
 */
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

/** Server → client, only on the web: the reports of a workspace folder, at most `limit` of them. */
export const hostFindReportsRequest = 'reportWriter/host/findReports';

export interface HostFindReportsParams {
  readonly folder: string;
  readonly limit: number;
}

/** URIs. */
export type HostFindReportsResult = readonly string[];

/** Commands that the server's quick fixes name; the client registers them. `arguments`: the document's URI and a position. */
export const goToNextMissingDatumCommand = 'reportWriter.nextMissingDatum';
/** As above; a third argument, `here` or `all`, says how many are filled. */
export const fillMissingDataCommand = 'reportWriter.fillMissingData';

/** What the client hands over in `initializationOptions`. */
export interface InitializationOptions {
  /** `web`: the server asks the client for files. */
  readonly host?: 'node' | 'web';
  /** The folder (a URI) that the client keeps for the writer's own section catalogues. */
  readonly userSections?: string;
}

/** What a rule can be set to. */
export const ruleSettingNames = ['off', 'hint', 'information', 'warning', 'error'] as const;
export type RuleSetting = (typeof ruleSettingNames)[number];

/** The settings under `reportWriter` that the server reads, per resource. Absent ones have their default. */
export interface ServerSettings {
  readonly diagnostics?: {
    /** Default true. */
    readonly enabled?: boolean;
    /** Show what may be missing (hints). Default true. */
    readonly hints?: boolean;
    /** At most so many findings a document are sent, then one that says how many more there are. Default 1000. */
    readonly limit?: number;
  };
  readonly completion?: {
    /** Find sections by pinyin. Default true. */
    readonly pinyin?: boolean;
  };
  /** By the rule's code. Default: each rule as it is. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly layout?: {
    /** `common`, `gb33476`, `28pt` or `plain`; front matter comes first. Default `common`. */
    readonly preset?: string;
  };
  readonly outline?: {
    /** Say beside each heading how many data are missing under it. Default true. */
    readonly missingCounts?: boolean;
  };
  readonly sections?: {
    /** After a section that completion puts in, number on what follows. Default true. */
    readonly renumberAfterInsert?: boolean;
    /** Folders with section catalogues of the writer's own. Default none. */
    readonly folders?: readonly string[];
  };
  readonly codeLens?: {
    /** Say over each heading how long its section is and what is missing in it. Default false. */
    readonly enabled?: boolean;
  };
  readonly export?: {
    /** A draft lists its missing data on a page at its end. Default true. */
    readonly listMissingData?: boolean;
  };
}
