import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { ImportRemark as Remark } from '../import/importDocx.ts';
import { fromBase64, toBase64 } from '../protocol/base64.ts';
import { type ImportParams, type ImportRemark, type ImportResult, importRequest } from '../protocol/import.ts';
import type { Session } from './session.ts';

/** A report of a Word document; made where it does not hold up typing, with progress, and cancelled at once. */
export function registerImport(session: Session): void {
  const { connection, host } = session;
  connection.onRequest<ImportResult | null, never>(
    importRequest,
    session.handle<ImportParams, ImportResult | null>(importRequest, null, async ({ bytes, pictureFolder, workDoneToken }, token) => {
      const { locale, t } = session;
      const progress = connection.window.attachWorkDoneProgress(workDoneToken);
      progress.begin(t('Reading the Word document'), 0, undefined, true);
      try {
        const job = { bytes: fromBase64(bytes), pictureFolder, locale };
        const made = await host.runJob('import', job, (percentage) => progress.report(percentage), token);
        if (made.kind === 'refused') return made;
        const pictures = made.pictures.map((picture) => ({ name: picture.name, bytes: toBase64(picture.bytes) }));
        return { kind: 'report', text: made.text, pictures, remarks: made.remarks.map(ranged) };
      } catch (error) {
        if (token.isCancellationRequested) throw error;
        session.report(importRequest, error);
        // An import that failed must be told, not swallowed.
        const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
        throw new ResponseError(LSPErrorCodes.RequestFailed, t('The document could not be imported: {0}', reason));
      } finally {
        progress.done();
      }
    }),
  );
}

const ranged = ({ message, line }: Remark): ImportRemark =>
  line === undefined ? { message } : { message, range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } } };
