import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import { fromBase64 } from '../protocol/base64.ts';
import { type CompareParams, type CompareResult, compareRequest } from '../protocol/compare.ts';
import type { DataService } from './dataService.ts';
import { decodeText } from './decodeText.ts';
import { readPictures } from './readPictures.ts';
import type { Session } from './session.ts';
import type { StyleService } from './styleService.ts';

/** Two versions of a report as pages; made where it does not hold up typing. */
export function registerCompare(session: Session, data: DataService, styles: StyleService): void {
  session.connection.onRequest(
    compareRequest,
    session.handle<CompareParams, CompareResult | null>(compareRequest, null, async ({ textDocument: { uri }, old, oldName }, token) => {
      // Not before: folders and language are those of `initialize`.
      const { documents, folders, host, locale, settings, t } = session;
      const document = documents.get(uri);
      if (document === undefined) throw new ResponseError(LSPErrorCodes.RequestFailed, t('This report is not open.'));
      const before = 'text' in old ? old.text : decoded(fromBase64(old.bytes));
      if (before === undefined) throw new ResponseError(LSPErrorCodes.RequestFailed, t('{0} is no text that can be read.', oldName));
      const text = document.getText();
      const pictures = await readPictures(host, document, folders, token);
      const sheets = (await data.ready(uri))?.sheets;
      const style = await styles.ready(uri);
      const { layout } = await settings.of(uri);
      const title = Utils.basename(URI.parse(uri));
      const job = { uri, text, old: before, oldName, title, preset: layout.preset, locale, sheets, style, pictures };
      return await host.runJob('compare', job, () => undefined, token);
    }),
  );
}

function decoded(bytes: Uint8Array): string | undefined {
  const answer = decodeText(bytes);
  return answer.kind === 'text' ? answer.text : undefined;
}
