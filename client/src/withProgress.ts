import { type CancellationToken, l10n, type Progress, ProgressLocation, type Uri, window } from 'vscode';
import { nameOf } from './files/nameOf.ts';
import type { ReportClient } from './languageClient.ts';

/** What a step of a longer work needs: where to say how far it is, and whether to go on. */
export interface Step {
  readonly progress: Progress<{ message?: string; increment?: number }>;
  readonly token: CancellationToken;
}

/** Shows progress and *Cancel* while `work` runs; a failure is told with the file's name. `undefined` when it failed or was cancelled. */
export async function withProgress<T>(
  client: ReportClient,
  title: string,
  file: Uri,
  work: (step: Step) => Promise<T>,
): Promise<T | undefined> {
  return window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, async (progress, token) => {
    try {
      return await work({ progress, token });
    } catch (error) {
      if (!token.isCancellationRequested) showFailure(client, file, error);
      return undefined;
    }
  });
}

function showFailure(client: ReportClient, file: Uri, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  const showLog = l10n.t('Show Log');
  void window.showErrorMessage(`${nameOf(file)}: ${reason}`, showLog).then((choice) => choice && client.client.outputChannel.show());
}
