import {
  type CancellationToken,
  commands,
  env,
  l10n,
  type Progress,
  ProgressLocation,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { WorkDoneProgress } from 'vscode-languageclient';
import { type ExportParams, type ExportResult, exportRequest } from '../../../server/src/protocol/requests.ts';
import { reportOf } from '../activeReport.ts';
import { explainWriteError } from '../files/fileError.ts';
import { writeWhole } from '../files/writeWhole.ts';
import type { ClientHost } from '../host.ts';
import type { ReportClient } from '../languageClient.ts';
import { mayExport } from './exportGate.ts';
import { showProblems } from './showExportProblems.ts';

export interface ExportOptions {
  /** The report; otherwise the active editor's. */
  readonly uri: Uri | undefined;
  /** Without the marks and the list of missing data. */
  readonly final: boolean;
  /** Where the file goes; otherwise the writer is asked. */
  readonly target: Uri | undefined;
}

/**
 * Makes a Word file of a report and saves it where the writer wants it. Gives where, or `undefined` when the writer
 * cancelled or it failed; why it failed has been said then.
 */
export async function exportDocx(client: ReportClient, host: ClientHost, options: ExportOptions): Promise<Uri | undefined> {
  const document = await reportOf(options.uri);
  if (!document || !(await mayExport(client, document, { final: options.final, ask: options.target === undefined }))) return undefined;
  const result = await render(client, document, options.final);
  if (!result) return undefined;
  const target = options.target ?? (await chooseTarget(document, result.suggestedName));
  if (!target) return undefined;
  return save({ document, result, host }, target);
}

async function render(client: ReportClient, document: TextDocument, final: boolean): Promise<ExportResult | undefined> {
  const title = l10n.t('Making the Word file…');
  return window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, async (progress, token) => {
    try {
      return await requestExport(client, document, final, progress, token);
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      const reason = error instanceof Error ? error.message : String(error);
      const showLog = l10n.t('Show Log');
      void window
        .showErrorMessage(`${nameOf(document.uri)}: ${reason}`, showLog)
        .then((choice) => choice && client.client.outputChannel.show());
      return undefined;
    }
  });
}

let exportsMade = 0;

async function requestExport(
  { client }: ReportClient,
  document: TextDocument,
  final: boolean,
  progress: Progress<{ message?: string; increment?: number }>,
  token: CancellationToken,
): Promise<ExportResult> {
  exportsMade += 1;
  const workDoneToken = `report-writer-export-${exportsMade}`;
  let done = 0;
  const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
    if (value.kind !== 'report' || value.percentage === undefined) return;
    progress.report({ increment: value.percentage - done });
    done = value.percentage;
  });
  try {
    const params: ExportParams = { textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document), final, workDoneToken };
    return await client.sendRequest<ExportResult>(exportRequest, params, token);
  } finally {
    listening.dispose();
  }
}

/** Beside the report; an unsaved one goes into the first folder of the workspace. */
async function chooseTarget(document: TextDocument, suggestedName: string): Promise<Uri | undefined> {
  const folder = document.isUntitled ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(document.uri, '..');
  return window.showSaveDialog({
    title: l10n.t('Export DOCX'),
    filters: { [l10n.t('Word document')]: ['docx'] },
    ...(folder ? { defaultUri: Uri.joinPath(folder, suggestedName) } : {}),
  });
}

interface Work {
  readonly document: TextDocument;
  readonly result: ExportResult;
  readonly host: ClientHost;
}

async function save(work: Work, target: Uri): Promise<Uri | undefined> {
  try {
    await writeWhole(target, bytesOf(work.result.bytes), work.host);
  } catch (error) {
    void offerAgain(work, target, error);
    return undefined;
  }
  void offerOpen(work, target);
  return target;
}

async function offerAgain(work: Work, target: Uri, error: unknown): Promise<void> {
  const again = l10n.t('Try Again');
  const saveAs = l10n.t('Save As…');
  const choice = await window.showErrorMessage(explainWriteError(target.fsPath, error), again, saveAs);
  if (choice === again) await save(work, target);
  if (choice !== saveAs) return;
  const other = await chooseTarget(work.document, work.result.suggestedName);
  if (other) await save(work, other);
}

async function offerOpen({ document, result, host }: Work, target: Uri): Promise<void> {
  const open = l10n.t('Open');
  const showInFolder = l10n.t('Show in Folder');
  const problems = l10n.t('Show Remarks ({0})', result.problems.length);
  // A browser has neither Word nor a folder to show.
  const places = host.kind === 'node' && target.scheme === 'file' && env.remoteName === undefined ? [open, showInFolder] : [];
  const buttons = result.problems.length > 0 ? [problems, ...places] : places;
  const choice = await window.showInformationMessage(l10n.t('{0} is written.', nameOf(target)), ...buttons);
  if (choice === open) await env.openExternal(target);
  else if (choice === showInFolder) await commands.executeCommand('revealFileInOS', target);
  else if (choice === problems) await showProblems(document, result.problems);
}

function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
