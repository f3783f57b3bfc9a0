import type { Range } from '../engine/text/position.ts';
import type { TextDocumentParams } from './requests.ts';

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
