import { l10n, type Uri, workspace } from 'vscode';
import { WorkDoneProgress } from 'vscode-languageclient';
import { fromBase64, toBase64 } from '../../../server/src/protocol/base64.ts';
import {
  type ImportParams,
  type ImportRemark,
  type ImportResult,
  importRequest,
  mostDocumentBytes,
} from '../../../server/src/protocol/import.ts';
import type { ReportClient } from '../languageClient.ts';
import type { Step } from '../withProgress.ts';

export interface ImportedReport {
  readonly text: string;
  readonly pictures: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly remarks: readonly ImportRemark[];
}

let importsMade = 0;

/** Has the server read the document. Rejects, with words for the writer, when it cannot be read, and when it is cancelled. */
export async function requestImport(
  { client }: ReportClient,
  source: Uri,
  pictureFolder: string,
  { progress, token }: Step,
): Promise<ImportedReport> {
  importsMade += 1;
  const workDoneToken = `report-writer-import-${importsMade}`;
  let done = 0;
  const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
    if (value.kind !== 'report' || value.percentage === undefined) return;
    progress.report({ increment: value.percentage - done });
    done = value.percentage;
  });
  try {
    const { size } = await workspace.fs.stat(source);
    if (size > mostDocumentBytes)
      throw new Error(
        l10n.t('The document is larger than {0} MB: take out pictures, or import it in parts.', mostDocumentBytes / 1_000_000),
      );
    const params: ImportParams = { bytes: toBase64(await workspace.fs.readFile(source)), pictureFolder, workDoneToken };
    const made = await client.sendRequest<ImportResult | null>(importRequest, params, token);
    if (made === null) throw new Error(l10n.t('The document could not be read; the log says why.'));
    if (made.kind === 'refused') throw new Error(made.message);
    return {
      ...made,
      pictures: made.pictures.map(({ name, bytes }) => ({ name, bytes: fromBase64(bytes) })),
    };
  } finally {
    listening.dispose();
  }
}
