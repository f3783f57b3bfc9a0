import { l10n, type QuickPickItem, QuickPickItemKind, WorkspaceEdit, window, workspace } from 'vscode';
import {
  type AddMissingSectionsParams,
  type AddMissingSectionsResult,
  addMissingSectionsRequest,
  type MissingSectionChoice,
  type MissingSectionsResult,
  missingSectionsRequest,
} from '../../../server/src/protocol/sections.ts';
import { activeReportEditor } from '../activeReport.ts';
import { asRange } from '../asRange.ts';
import type { ReportClient } from '../languageClient.ts';

/**
 * Lets the writer tick the sections that the report has not yet, and puts each where its type wants it, in one step of undo. A quick fix or
 * a test may name them (`given`); then nothing is asked, and numbers follow.
 */
export async function addMissingSections({ client }: ReportClient, given?: unknown): Promise<void> {
  const document = activeReportEditor()?.document;
  if (document === undefined) return;
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
  const named = Array.isArray(given) ? given.filter((one): one is string => typeof one === 'string') : undefined;
  const answer = named
    ? { sections: named, renumber: true }
    : await ask(await client.sendRequest<MissingSectionsResult>(missingSectionsRequest, { textDocument }));
  if (answer === undefined) return;
  const params: AddMissingSectionsParams = { textDocument, ...answer };
  const { version, edits } = await client.sendRequest<AddMissingSectionsResult>(addMissingSectionsRequest, params);
  if (edits.length === 0) return;
  const edit = new WorkspaceEdit();
  for (const { range, newText } of edits) {
    edit.replace(document.uri, asRange(range), newText);
  }
  if (document.version !== version || !(await workspace.applyEdit(edit))) {
    void window.showWarningMessage(l10n.t('The report was changed meanwhile. Nothing was inserted; please try again.'));
  }
}

type Item = QuickPickItem & { readonly choice?: MissingSectionChoice };

async function ask({
  type,
  choices,
}: MissingSectionsResult): Promise<{ readonly sections: readonly string[]; readonly renumber: boolean } | undefined> {
  const title = l10n.t('Add Missing Sections');
  if (type === undefined) {
    void window.showInformationMessage(
      l10n.t('It is not clear what type of report this is. Let the title say it, or the front matter (文种).'),
    );
    return undefined;
  }
  if (choices.length === 0) {
    void window.showInformationMessage(l10n.t('This report has all sections of its type ({0}).', type));
    return undefined;
  }
  const picked = await window.showQuickPick<Item>(itemsOf(choices), {
    title: `${title}: ${type}`,
    placeHolder: l10n.t('Which sections?'),
    canPickMany: true,
  });
  const sections = picked?.flatMap(({ choice }) => (choice === undefined ? [] : [choice])) ?? [];
  if (sections.length === 0) return undefined;
  const renumber = sections.some(({ renumbers }) => renumbers) ? await askRenumber(title) : false;
  return renumber === undefined ? undefined : { sections: sections.map(({ id }) => id), renumber };
}

function itemsOf(choices: readonly MissingSectionChoice[]): Item[] {
  const group = (label: string, wanted: boolean): Item[] => {
    const items = choices
      .filter(({ required }) => required === wanted)
      .map((choice): Item => {
        const { label: name, detail, level } = choice;
        return { label: `${'　'.repeat(Math.max(0, level - 1))}${name}`, detail, picked: wanted, choice };
      });
    return items.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...items];
  };
  return [...group(l10n.t('required'), true), ...group(l10n.t('frequent'), false)];
}

async function askRenumber(title: string): Promise<boolean | undefined> {
  const items = [
    {
      label: l10n.t('Renumber what follows'),
      detail: l10n.t('Numbers of headings, tables and points, and references to them, follow'),
      renumber: true,
    },
    { label: l10n.t('Leave the other numbers as they are'), renumber: false },
  ];
  return (await window.showQuickPick(items, { title, placeHolder: l10n.t('The sections after them have other numbers then.') }))?.renumber;
}
