import { l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import {
  cataloguesChangedNotification,
  type SectionFileParams,
  type SectionFileResult,
  type SectionProposal,
  type SectionProposalParams,
  type SectionProposalResult,
  sectionFileRequest,
  sectionProposalRequest,
} from '../../../server/src/protocol/sections.ts';
import { activeReportEditor } from '../activeReport.ts';
import { explainWriteError } from '../files/fileError.ts';
import { isThere } from '../files/isThere.ts';
import type { ReportClient } from '../languageClient.ts';

/** What a test or a key binding may pass: then nothing is asked. */
interface Answers {
  readonly name: string;
  readonly type: string;
  readonly where: 'workspace' | 'user';
}

/**
 * Saves the selection, or the section that the cursor is in, as a section of the writer's own; gives its file. Nothing is overwritten and
 * nothing opens by itself.
 */
export async function saveSelectionAsSection({ client }: ReportClient, given?: unknown): Promise<Uri | undefined> {
  const editor = activeReportEditor();
  if (!editor) return undefined;
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(editor.document);
  const { start, end } = editor.selection;
  const params: SectionProposalParams = {
    textDocument,
    range: { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } },
  };
  const proposal = await client.sendRequest<SectionProposalResult>(sectionProposalRequest, params);
  if (!proposal) {
    void window.showInformationMessage(l10n.t('There is no text to save. Select the paragraphs of the section first.'));
    return undefined;
  }
  const answers = isAnswers(given) ? given : await ask(proposal);
  if (answers === undefined) return undefined;
  const folder = proposal.folders.find(({ kind }) => kind === answers.where) ?? proposal.folders[0];
  const file: SectionFileParams = { textDocument, range: proposal.range, name: answers.name, type: answers.type };
  const made = await client.sendRequest<SectionFileResult | null>(sectionFileRequest, file);
  if (!made || folder === undefined) return undefined;
  const target = await write(Uri.parse(folder.uri, true), made);
  if (target === undefined) return undefined;
  await client.sendNotification(cataloguesChangedNotification);
  void offerOpen(target, answers.name);
  return target;
}

async function ask(proposal: SectionProposal): Promise<Answers | undefined> {
  const title = l10n.t('Save Selection as Section');
  const name = await window.showInputBox({
    title,
    value: proposal.name,
    prompt: l10n.t('The name by which the section is found'),
    validateInput: (value) => (value.trim() === '' ? l10n.t('A section needs a name.') : undefined),
  });
  if (name === undefined) return undefined;
  const type = await window.showQuickPick<QuickPickItem & { readonly id: string }>([...proposal.types], {
    title,
    placeHolder: l10n.t('For which type of report?'),
  });
  if (type === undefined) return undefined;
  const where = await askWhere(proposal, title);
  return where && { name, type: type.id, where };
}

async function askWhere({ folders }: SectionProposal, title: string): Promise<'workspace' | 'user' | undefined> {
  const kinds = [...new Set(folders.map(({ kind }) => kind))];
  if (kinds.length < 2) return kinds[0];
  const items = [
    { kind: 'workspace' as const, label: l10n.t('In this folder'), detail: l10n.t('For all who work on the reports of this folder') },
    { kind: 'user' as const, label: l10n.t('For me'), detail: l10n.t('In all my reports on this machine') },
  ].map((one) => ({ label: one.label, detail: one.detail, where: one.kind }));
  return (await window.showQuickPick(items, { title, placeHolder: l10n.t('Where is it kept?') }))?.where;
}

/** The first free name of `name.json`, `name-2.json` … */
async function write(folder: Uri, { text, fileName }: SectionFileResult): Promise<Uri | undefined> {
  let target = Uri.joinPath(folder, `${fileName}.json`);
  try {
    await workspace.fs.createDirectory(folder);
    for (let n = 2; await isThere(target); n += 1) target = Uri.joinPath(folder, `${fileName}-${n}.json`);
    await workspace.fs.writeFile(target, new TextEncoder().encode(text));
    return target;
  } catch (error) {
    void window.showErrorMessage(explainWriteError(target.fsPath, error));
    return undefined;
  }
}

async function offerOpen(file: Uri, name: string): Promise<void> {
  const open = l10n.t('Open');
  const message = l10n.t('“{0}” is saved. It is offered where sections are inserted.', name);
  if ((await window.showInformationMessage(message, open)) === open) await window.showTextDocument(file);
}

function isAnswers(value: unknown): value is Answers {
  const { name, type, where } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Answers>;
  return typeof name === 'string' && typeof type === 'string' && (where === 'workspace' || where === 'user');
}
