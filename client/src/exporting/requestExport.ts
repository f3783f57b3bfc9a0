import { type CancellationToken, l10n, type Progress, ProgressLocation, type TextDocument, type Uri, window } from 'vscode';
import { WorkDoneProgress } from 'vscode-languageclient';
import {
  type ExportFormat,
  type ExportParams,
  type ExportProblem,
  type ExportResult,
  exportRequest,
} from '../../../server/src/protocol/export.ts';
import type { ReportClient } from '../languageClient.ts';

export interface Exported {
  readonly bytes: Uint8Array;
  /** A file name with the format's ending. */
  readonly suggestedName: string;
  readonly problems: readonly ExportProblem[];
}

/** What a step of a longer work needs: where to say how far it is, and whether to go on. */
export interface Step {
  readonly progress: Progress<{ message?: string; increment?: number }>;
  readonly token: CancellationToken;
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
    return { bytes: Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)), suggestedName, problems };
  } finally {
    listening.dispose();
  }
}

/** Shows progress and *Cancel* while `work` runs; a failure is told with the report's name. `undefined` when it failed or was cancelled. */
export async function withExportProgress<T>(
  client: ReportClient,
  title: string,
  report: Uri,
  work: (step: Step) => Promise<T>,
): Promise<T | undefined> {
  return window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, async (progress, token) => {
    try {
      return await work({ progress, token });
    } catch (error) {
      if (!token.isCancellationRequested) showFailure(client, report, error);
      return undefined;
    }
  });
}

function showFailure(client: ReportClient, report: Uri, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  const showLog = l10n.t('Show Log');
  void window.showErrorMessage(`${nameOf(report)}: ${reason}`, showLog).then((choice) => choice && client.client.outputChannel.show());
}

/** The last part of a path. */
export function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
