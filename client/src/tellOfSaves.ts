import { type Disposable, workspace } from 'vscode';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageclient';
import type { ReportClient } from './languageClient.ts';

/**
 * Tells the server of every file saved here: it may be a section, a style or a data sheet. VS Code's watcher does so as well, but on Linux it sees nothing
 * in a folder that was made at once with its parent until the window is opened anew.
 */
export function tellOfSaves({ client }: ReportClient): Disposable {
  return workspace.onDidSaveTextDocument(({ uri, languageId }) => {
    if (languageId === 'report' || !client.isRunning()) return;
    const changes = [{ uri: client.code2ProtocolConverter.asUri(uri), type: FileChangeType.Changed }];
    client.sendNotification(DidChangeWatchedFilesNotification.method, { changes }).catch(() => {
      // A new server reads all files anyway.
    });
  });
}
