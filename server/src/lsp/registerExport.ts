import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { ReportDocument } from '../engine/document.ts';
import { toBase64 } from '../protocol/base64.ts';
import { type ExportFormat, type ExportParams, type ExportResult, exportRequest } from '../protocol/export.ts';
import type { DataService } from './dataService.ts';
import { suggestedName } from './paths.ts';
import { readPictures } from './readPictures.ts';
import type { Session } from './session.ts';
import type { StyleService } from './styleService.ts';

/** The report as a Word file or as HTML; made where it does not hold up typing, with progress, and cancelled at once. */
export function registerExport(session: Session, data: DataService, styles: StyleService): void {
  const { connection, documents } = session;
  connection.onRequest(
    exportRequest,
    session.handle<ExportParams, ExportResult | null>(exportRequest, null, async (params, token) => {
      const document = documents.get(params.textDocument.uri);
      if (document === undefined) throw new ResponseError(LSPErrorCodes.RequestFailed, session.t('This report is not open.'));
      return await exported(session, { data, styles }, document, params, token);
    }),
  );
}

async function exported(
  session: Session,
  { data, styles }: { readonly data: DataService; readonly styles: StyleService },
  document: ReportDocument,
  params: ExportParams,
  token: CancellationToken,
): Promise<ExportResult> {
  const { connection, host, folders, locale, settings, t } = session;
  const progress = connection.window.attachWorkDoneProgress(params.workDoneToken);
  // The text of this moment: what is typed meanwhile belongs to the next export.
  const { uri } = document;
  const text = document.getText();
  const format: ExportFormat = params.format === 'html' ? 'html' : 'docx';
  progress.begin(t('Laying out the report'), 0, undefined, true);
  try {
    const pictures = await readPictures(host, document, folders, token);
    const sheets = (await data.ready(uri))?.sheets;
    const style = await styles.ready(uri);
    const { layout, export: wanted } = await settings.of(uri);
    const job = {
      uri,
      text,
      format,
      final: params.final === true,
      list: wanted.listMissingData,
      preset: layout.preset,
      locale,
      sheets,
      style,
      pictures,
    };
    const { bytes, title, problems } = await host.runJob('export', job, (percentage) => progress.report(percentage), token);
    return { bytes: toBase64(bytes), suggestedName: suggestedName(uri, title, `.${format}`), problems };
  } catch (error) {
    if (token.isCancellationRequested) throw error;
    session.report(exportRequest, error);
    // An export that failed must be told, not swallowed.
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new ResponseError(LSPErrorCodes.RequestFailed, t('The report could not be exported: {0}', reason));
  } finally {
    progress.done();
  }
}
