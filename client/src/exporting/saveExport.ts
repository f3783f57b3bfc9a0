import { commands, env, l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import type { ExportProblem } from '../../../server/src/protocol/export.ts';
import { explainWriteError } from '../files/fileError.ts';
import { nameOf } from '../files/nameOf.ts';
import { writeWhole } from '../files/writeWhole.ts';
import type { ClientHost } from '../host.ts';
import { showProblems } from './showExportProblems.ts';

/** A file that was made of a report and has no place yet. */
export interface MadeFile {
  readonly document: TextDocument;
  readonly bytes: Uint8Array;
  readonly suggestedName: string;
  /** Of the save dialog. */
  readonly title: string;
  /** What the dialog lets through: the kind's name and its ending. */
  readonly kind: readonly [name: string, ending: string];
  readonly problems: readonly ExportProblem[];
}

/**
 * Writes the file to `target`, or where the writer wants it, and offers to open it. Gives where, or `undefined` when the writer cancelled or it
 * failed; why it failed has been said then, with a way to try again.
 */
export async function saveExport(file: MadeFile, target: Uri | undefined, host: ClientHost): Promise<Uri | undefined> {
  const chosen = target ?? (await chooseTarget(file));
  return chosen && save(file, chosen, host);
}

/** Beside the report; an unsaved one goes into the first folder of the workspace. */
async function chooseTarget({ document, suggestedName, title, kind: [name, ending] }: MadeFile): Promise<Uri | undefined> {
  const folder = document.isUntitled ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(document.uri, '..');
  return window.showSaveDialog({
    title,
    filters: { [name]: [ending] },
    ...(folder ? { defaultUri: Uri.joinPath(folder, suggestedName) } : {}),
  });
}

async function save(file: MadeFile, target: Uri, host: ClientHost): Promise<Uri | undefined> {
  try {
    await writeWhole(target, file.bytes, host);
  } catch (error) {
    void offerAgain(file, target, host, error);
    return undefined;
  }
  void offerOpen(file, target, host);
  return target;
}

async function offerAgain(file: MadeFile, target: Uri, host: ClientHost, error: unknown): Promise<void> {
  const again = l10n.t('Try Again');
  const saveAs = l10n.t('Save As…');
  const choice = await window.showErrorMessage(explainWriteError(target.fsPath, error), again, saveAs);
  if (choice === again) await save(file, target, host);
  if (choice !== saveAs) return;
  const other = await chooseTarget(file);
  if (other) await save(file, other, host);
}

async function offerOpen({ document, problems }: MadeFile, target: Uri, host: ClientHost): Promise<void> {
  const open = l10n.t('Open');
  const showInFolder = l10n.t('Show in Folder');
  const remarks = l10n.t('Show Remarks ({0})', problems.length);
  // A browser has neither Word nor a folder to show.
  const places = host.kind === 'node' && target.scheme === 'file' && env.remoteName === undefined ? [open, showInFolder] : [];
  const buttons = problems.length > 0 ? [remarks, ...places] : places;
  const choice = await window.showInformationMessage(l10n.t('{0} is written.', nameOf(target)), ...buttons);
  if (choice === open) await env.openExternal(target);
  else if (choice === showInFolder) await commands.executeCommand('revealFileInOS', target);
  else if (choice === remarks) await showProblems(document, problems);
}
