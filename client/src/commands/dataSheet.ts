import { commands, env, l10n, type QuickPickItem, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { fromBase64 } from '../../../server/src/protocol/base64.ts';
import {
  type MakeDataSheetParams,
  type MakeDataSheetResult,
  type MergeDataSheetResult,
  makeDataSheetRequest,
  mergeDataSheetRequest,
  sheetFormats,
} from '../../../server/src/protocol/dataSheets.ts';
import { activeReportEditor } from '../activeReport.ts';
import { asRange } from '../asRange.ts';
import { explainWriteError } from '../files/fileError.ts';
import { isThere } from '../files/isThere.ts';
import { nameOf } from '../files/nameOf.ts';
import type { ReportClient } from '../languageClient.ts';

type Format = MakeDataSheetParams['format'];

/**
 * Writes a sheet with a row for each gap beside the report and turns the gaps into named data, in one step of undo. Gives the sheet, or
 * `undefined` where there is none; why has been said then.
 */
export async function makeDataSheet({ client }: ReportClient, wanted?: unknown): Promise<Uri | undefined> {
  const document = activeReportEditor()?.document;
  if (document === undefined) return undefined;
  if (document.isUntitled) {
    void window.showInformationMessage(l10n.t('Save the report first: the data sheet goes beside it.'));
    return undefined;
  }
  const format = sheetFormats.find((one) => one === wanted) ?? (await askFormat());
  if (format === undefined) return undefined;
  const sheet = await freeName(document.uri, format);
  const params: MakeDataSheetParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    format,
    path: nameOf(sheet),
  };
  const made = await client.sendRequest<MakeDataSheetResult>(makeDataSheetRequest, params);
  if (made.rows === 0) {
    void window.showInformationMessage(l10n.t('No datum is missing in this report that could stand in a data sheet.'));
    return undefined;
  }
  if (made.version !== document.version) {
    sayChanged();
    return undefined;
  }
  try {
    await workspace.fs.writeFile(sheet, fromBase64(made.bytes));
  } catch (error) {
    void window.showErrorMessage(explainWriteError(sheet.fsPath, error));
    return undefined;
  }
  const edit = new WorkspaceEdit();
  for (const { range, newText } of made.edits) edit.replace(document.uri, asRange(range), newText);
  if (document.version !== made.version || !(await workspace.applyEdit(edit))) {
    // Nobody has seen the sheet yet, and without its fields it is of no use.
    await workspace.fs.delete(sheet);
    sayChanged();
    return undefined;
  }
  void offerOpen(sheet, made);
  return sheet;
}

/** Shows which values would go into the text, and puts those in that the writer ticks, in one step of undo. */
export async function mergeDataSheet({ client }: ReportClient): Promise<void> {
  const document = activeReportEditor()?.document;
  if (document === undefined) return;
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
  const { named, edits, left, version } = await client.sendRequest<MergeDataSheetResult>(mergeDataSheetRequest, { textDocument });
  if (!named) {
    void window.showInformationMessage(
      l10n.t('This report names no data sheet. Make one first, or write “data: file name” into its front matter.'),
    );
    return;
  }
  if (edits.length === 0) {
    void window.showInformationMessage(
      left === 0 ? l10n.t('The report has no named data.') : l10n.t('No value can be put in: {0} named data have none that fits.', left),
    );
    return;
  }
  if (version !== document.version) {
    sayChanged();
    return;
  }
  const edit = new WorkspaceEdit();
  const description = left === 0 ? undefined : l10n.t('{0} named data stay: they have no value that fits.', left);
  for (const { range, newText, field } of edits) {
    const label = `${field} → ${newText}`;
    edit.replace(document.uri, asRange(range), newText, {
      needsConfirmation: true,
      label,
      ...(description === undefined ? {} : { description }),
    });
  }
  // VS Code ticks nothing that asks for confirmation; without a word “Apply” would seem to do nothing.
  void window.showInformationMessage(l10n.t('Tick the values that go into the report, or the file for all of them; then choose Apply.'));
  await workspace.applyEdit(edit, { isRefactoring: true });
}

async function askFormat(): Promise<Format | undefined> {
  const items: readonly (QuickPickItem & { readonly format: Format })[] = [
    { label: 'XLSX', description: l10n.t('for Excel or WPS: to be sent to the people who have the figures'), format: 'xlsx' },
    { label: 'YAML', description: l10n.t('a text beside the report: names can be changed from here'), format: 'yaml' },
    { label: 'CSV', description: l10n.t('a table as text, for any program'), format: 'csv' },
  ];
  const picked = await window.showQuickPick(items, { title: l10n.t('Make a Data Sheet'), placeHolder: l10n.t('What kind of file?') });
  return picked?.format;
}

/** `report.data.yaml` beside the report; with a number where that is taken. Nothing is written over. */
async function freeName(report: Uri, format: Format): Promise<Uri> {
  const base = nameOf(report).replace(/(?:\.report(?:\.md)?|\.md|\.txt)$/i, '');
  for (let count = 1; ; count += 1) {
    const sheet = Uri.joinPath(report, '..', `${base}.data${count === 1 ? '' : count}.${format}`);
    if (count >= 1000 || !(await isThere(sheet))) return sheet;
  }
}

async function offerOpen(sheet: Uri, { rows, named }: MakeDataSheetResult): Promise<void> {
  const open = l10n.t('Open');
  const name = nameOf(sheet);
  const message = named
    ? l10n.t('{0} has {1} data to be filled in. The report shows them as soon as they are there.', name, rows)
    : l10n.t(
        '{0} has {1} data to be filled in. Name it in the front matter of the report: the data there are of another kind.',
        name,
        rows,
      );
  if ((await window.showInformationMessage(message, open)) !== open) return;
  await (isBook(sheet) ? openOutside(sheet) : window.showTextDocument(await workspace.openTextDocument(sheet)));
}

const isBook = ({ path }: Uri): boolean => path.endsWith('.xlsx');

async function openOutside(sheet: Uri): Promise<void> {
  if (sheet.scheme === 'file' && env.remoteName === undefined) await env.openExternal(sheet);
  else await commands.executeCommand('vscode.open', sheet);
}

function sayChanged(): void {
  void window.showWarningMessage(l10n.t('The report has changed meanwhile, so nothing was done. Try again.'));
}
