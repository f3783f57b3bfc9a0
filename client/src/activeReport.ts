import { l10n, type TextDocument, type TextEditor, type Uri, window, workspace } from 'vscode';

/** The active editor if a report is in it; otherwise says what to do and gives `undefined`. */
export function activeReportEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId === 'report') return editor;
  void window.showInformationMessage(l10n.t('Open a report first, or choose “Treat This File as a Report” for the file you are in.'));
  return undefined;
}

/** The report a command was called on: the file `uri` of the Explorer, or the active editor's. Otherwise says what to do. */
export async function reportOf(uri: Uri | undefined): Promise<TextDocument | undefined> {
  if (uri === undefined) return activeReportEditor()?.document;
  try {
    const document = await workspace.openTextDocument(uri);
    if (document.languageId === 'report') return document;
    const message = l10n.t('{0} is not a report. Open it and choose “Treat This File as a Report”.', uri.fsPath);
    void window.showInformationMessage(message);
  } catch {
    // VS Code refuses binary files and those that are gone or too large.
    void window.showErrorMessage(l10n.t('{0} cannot be read as text. Check that it is there and that it is a text file.', uri.fsPath));
  }
  return undefined;
}
