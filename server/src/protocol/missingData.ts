import type { Position, Range } from '../engine/text/position.ts';
import type { TextDocumentParams } from './requests.ts';

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
