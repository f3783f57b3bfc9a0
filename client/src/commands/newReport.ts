import { l10n, type Memento, SnippetString, window, workspace } from 'vscode';
import {
  type CatalogueChoice,
  type NewReportParams,
  type NewReportResult,
  newReportRequest,
  type ReportDetailsParams,
  type ReportDetailsResult,
  type ReportTypesResult,
  reportDetailsRequest,
  reportTypesRequest,
} from '../../../server/src/protocol/sections.ts';
import type { ReportClient } from '../languageClient.ts';
import { askSteps } from '../picks/askSteps.ts';
import { pickByWords } from '../picks/pickByWords.ts';

/** Organ and addressee of the last new report of the workspace. */
const remembered = 'newReport.details';
const kept = ['organ', 'addressee'];

/**
 * Opens a new, unsaved report with the skeleton of its type, its gaps as tab stops: asks for the type, its sort and what is known of it.
 * A key binding or a task may name the type; then nothing is asked.
 */
export async function newReport({ client }: ReportClient, memory: Memento, chosen?: unknown): Promise<void> {
  const like = reportBeside();
  const type = typeof chosen === 'string' ? chosen : await chooseType(client.sendRequest<ReportTypesResult>(reportTypesRequest));
  if (type === undefined) return;
  let details: Readonly<Record<string, string>> | undefined;
  if (typeof chosen !== 'string') {
    const params: ReportDetailsParams = { type, ...(like && { like: { uri: like } }), today: today() };
    details = await askDetails(await client.sendRequest<ReportDetailsResult>(reportDetailsRequest, params), memory);
    if (details === undefined) return;
  }
  const params: NewReportParams = { type, ...(details && { details }) };
  const { snippet } = await client.sendRequest<NewReportResult>(newReportRequest, params);
  const document = await workspace.openTextDocument({ language: 'report', content: '' });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(snippet));
}

/** The type, then its sort where it comes in several; ids of both are `type` and `type/sort`. */
async function chooseType(types: Promise<ReportTypesResult>): Promise<string | undefined> {
  const title = l10n.t('New Report');
  const isSort = ({ id }: CatalogueChoice) => id.includes('/');
  const all = types.then((choices) => choices.filter((one) => !isSort(one)));
  const type = await pickByWords(all, { title, placeholder: l10n.t('What kind of report?') });
  if (type === undefined) return undefined;
  const sorts = (await types).filter((one) => one.id.startsWith(`${type.id}/`));
  if (sorts.length === 0) return type.id;
  const items = [
    { id: type.id, label: type.label, description: l10n.t('the usual form') },
    ...sorts.map(({ id, description = id, search = [] }) => ({ id, label: description, search })),
  ];
  const sort = await pickByWords(Promise.resolve(items), { title: `${title}: ${type.label}`, placeholder: l10n.t('Which sort of it?') });
  return sort?.id;
}

async function askDetails(details: ReportDetailsResult, memory: Memento): Promise<Readonly<Record<string, string>> | undefined> {
  const known = memory.get<Readonly<Record<string, string>>>(remembered, {});
  const steps = details.map((one) => ({ ...one, value: one.value || (known[one.id] ?? '') }));
  const answers = await askSteps(l10n.t('New Report'), l10n.t('Leave empty what is not known yet'), steps);
  const fresh = Object.entries(answers ?? {}).filter(([id, value]) => kept.includes(id) && value.trim() !== '');
  if (fresh.length > 0) await memory.update(remembered, { ...known, ...Object.fromEntries(fresh) });
  return answers;
}

/** The report that the writer is in, or has beside: its organ is likely the new one's. */
function reportBeside(): string | undefined {
  const editors = window.activeTextEditor ? [window.activeTextEditor, ...window.visibleTextEditors] : window.visibleTextEditors;
  return editors.find(({ document }) => document.languageId === 'report')?.document.uri.toString();
}

function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
