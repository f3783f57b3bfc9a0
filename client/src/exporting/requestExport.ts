import type { TextDocument } from 'vscode';
import { WorkDoneProgress } from 'vscode-languageclient';
import { fromBase64 } from '../../../server/src/protocol/base64.ts';
import {
  type ExportFormat,
  type ExportParams,
  type ExportProblem,
  type ExportResult,
  exportRequest,
} from '../../../server/src/protocol/export.ts';
import type { ReportClient } from '../languageClient.ts';
import type { Step } from '../withProgress.ts';

export interface Exported {
  readonly bytes: Uint8Array;
  /** A file name with the format's ending. */
  readonly suggestedName: string;
  readonly problems: readonly ExportProblem[];
}

let exportsMade = 0;

/** Has the server lay out the report. Rejects when it fails or is cancelled. `share`: how much of the progress it takes, 0–1. */
export async function requestExport(
  { client }: ReportClient,
  document: TextDocument,
  what: { readonly format: ExportFormat; readonly final: boolean },
  { progress, token }: Step,
  share = 1,
): Promise<Exported> {
  exportsMade += 1;
  const workDoneToken = `report-writer-export-${exportsMade}`;
  let done = 0;
  const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
    if (value.kind !== 'report' || value.percentage === undefined) return;
    progress.report({ increment: (value.percentage - done) * share });
    done = value.percentage;
  });
  try {
    const params: ExportParams = { textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document), ...what, workDoneToken };
    const { bytes, suggestedName, problems } = await client.sendRequest<ExportResult>(exportRequest, params, token);
    return { bytes: fromBase64(bytes), suggestedName, problems };
  } finally {
    listening.dispose();
  }
}
