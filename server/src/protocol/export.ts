import type { Range } from '../engine/text/position.ts';
import type { TextDocumentParams } from './requests.ts';

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
