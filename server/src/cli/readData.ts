import { CancellationToken } from 'vscode-languageserver';
import { type ReportData, reportDataOf } from '../data/reportData.ts';
import type { ReportDocument } from '../engine/document.ts';
import { createNodeHost } from '../lsp/nodeHost.ts';
import { readSheets } from '../lsp/readSheets.ts';
import { readStyle, type StyleRead } from '../lsp/readStyle.ts';
import type { Localize } from '../wording/localize.ts';
import { readReport, uriOf } from './readReport.ts';

export interface ReportWithData {
  readonly document: ReportDocument;
  /** Where the report names data. */
  readonly data?: ReportData;
  /** Where it names a style file. */
  readonly style?: StyleRead;
}

/** Reads a report, its data sheets and its style file; its named data have their values. Throws a Failure as `readReport` does; sheets have findings. */
export async function readReportWithData(path: string, t: Localize): Promise<ReportWithData> {
  const document = await readReport(path, t);
  const read = await readSheets(createNodeHost(), document, [uriOf('.')], CancellationToken.None);
  const style = await readStyle(createNodeHost(), document, [uriOf('.')]);
  const styled = style === undefined ? {} : { style };
  if (read === undefined) return { document, ...styled };
  const data = reportDataOf(read.sheets);
  document.setValues(data.texts);
  return { document, data, ...styled };
}
