import { l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import { documentName } from '../../../server/src/protocol/import.ts';
import { explainWriteError } from '../files/fileError.ts';
import { isThere } from '../files/isThere.ts';
import { nameOf } from '../files/nameOf.ts';
import type { ClientHost } from '../host.ts';
import { type ImportedReport, requestImport } from '../importing/requestImport.ts';
import { showRemarks } from '../importing/showRemarks.ts';
import { freePictureFolder, writeImport } from '../importing/writeImport.ts';
import type { ReportClient } from '../languageClient.ts';
import { withProgress } from '../withProgress.ts';

/** For other extensions and tests; the palette and the Explorer give none of it. */
export interface ImportOptions {
  /** Where the report goes; otherwise beside the document, under its name. */
  readonly target?: Uri;
  /** Puts it in the place of a report that is there without asking. */
  readonly replace?: boolean;
}

/**
 * Makes a report of a Word document, its pictures beside it, and opens it. Gives where it is, or `undefined` when the writer cancelled or it failed; why
 * has been said then. A report that is there is replaced only when the writer says so.
 */
export async function importWordDocument(
  client: ReportClient,
  host: ClientHost,
  uri: Uri | undefined,
  options: ImportOptions,
): Promise<Uri | undefined> {
  const source = uri ?? (await chooseDocument());
  if (source === undefined) return undefined;
  const beside = options.target ?? Uri.joinPath(source, '..', `${documentName(nameOf(source))}.report`);
  const target = options.replace === true || !(await isThere(beside)) ? beside : await askTarget(beside);
  if (target === undefined) return undefined;
  const folder = await freePictureFolder(target);
  const made = await withProgress(client, l10n.t('Importing the Word document…'), source, (step) =>
    requestImport(client, source, nameOf(folder), step),
  );
  if (made === undefined) return undefined;
  try {
    await writeImport(made, target, folder, host);
  } catch (error) {
    void window.showErrorMessage(explainWriteError(target.fsPath, error));
    return undefined;
  }
  const document = await workspace.openTextDocument(target);
  await window.showTextDocument(document, { preview: false });
  void offerRemarks(document, source, made);
  return target;
}

async function chooseDocument(): Promise<Uri | undefined> {
  const [chosen] =
    (await window.showOpenDialog({
      title: l10n.t('Import Word Document'),
      openLabel: l10n.t('Import'),
      filters: { [l10n.t('Word document')]: ['docx', 'docm', 'dotx', 'dotm', 'doc', 'wps', 'rtf'] },
    })) ?? [];
  return chosen;
}

/** The report is there: another name, or its place. */
async function askTarget(there: Uri): Promise<Uri | undefined> {
  const saveAs = l10n.t('Save As…');
  const replace = l10n.t('Replace');
  const message = l10n.t('{0} exists already.', nameOf(there));
  const detail = l10n.t('Replacing it loses what is in it now.');
  const choice = await window.showWarningMessage(message, { modal: true, detail }, saveAs, replace);
  if (choice === replace) return there;
  if (choice !== saveAs) return undefined;
  return window.showSaveDialog({
    title: l10n.t('Import Word Document'),
    defaultUri: await freeName(there),
    filters: { [l10n.t('Report')]: ['report'] },
  });
}

async function freeName(there: Uri): Promise<Uri> {
  for (let count = 2; ; count += 1) {
    const other = there.with({ path: there.path.replace(/\.report$/i, `-${count}.report`) });
    if (count > 1000 || !(await isThere(other))) return other;
  }
}

async function offerRemarks(document: TextDocument, source: Uri, { remarks, pictures }: ImportedReport): Promise<void> {
  const show = l10n.t('Show Remarks ({0})', remarks.length);
  const message =
    pictures.length > 0
      ? l10n.t('{0} is made of {1}; pictures saved beside it: {2}.', nameOf(document.uri), nameOf(source), pictures.length)
      : l10n.t('{0} is made of {1}.', nameOf(document.uri), nameOf(source));
  const choice = await window.showInformationMessage(message, ...(remarks.length > 0 ? [show] : []));
  if (choice === show) await showRemarks(document, remarks);
}
