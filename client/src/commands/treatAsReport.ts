import { languages, window } from 'vscode';

/** Makes the active file a report until it is closed; its text and its name stay as they are. */
export async function treatAsReport(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document) await languages.setTextDocumentLanguage(document, 'report');
}
