import { CancellationToken } from 'vscode-languageserver';
import { type ReportData, reportDataOf } from '../data/reportData.ts';
import type { ReportDocument } from '../engine/document.ts';
import { createNodeHost } from '../lsp/nodeHost.ts';
import { readSheets } from '../lsp/readSheets.ts';
import type { Localize } from '../wording/localize.ts';
import { readReport, uriOf } from './readReport.ts';

export interface ReportWithData {
  readonly document: ReportDocument;
  /** Where the report names data. */
  readonly data?: ReportData;
}

/** Reads a report and its data sheets; its named data have their values. Throws a Failure as `readReport` does; sheets have findings. */
export async function readReportWithData(path: string, t: Localize): Promise<ReportWithData> {
  const document = await readReport(path, t);
  const read = await readSheets(createNodeHost(), document, [uriOf('.')], CancellationToken.None);
  if (read === undefined) return { document };
  const data = reportDataOf(read.sheets);
  document.setValues(data.texts);
  return { document, data };
}
