import { l10n, SnippetString, window } from 'vscode';
import {
  type InsertSectionParams,
  type InsertSectionResult,
  insertSectionRequest,
  type SectionsParams,
  type SectionsResult,
  sectionsRequest,
} from '../../../server/src/protocol/requests.ts';
import { activeReportEditor } from '../activeReport.ts';
import type { ReportClient } from '../languageClient.ts';
import { pickByWords } from '../picks/pickByWords.ts';

/** Lets the writer choose a section and inserts it where it belongs, its gaps as tab stops. */
export async function insertSection({ client }: ReportClient, chosen?: unknown): Promise<void> {
  const editor = activeReportEditor();
  if (!editor) return;
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(editor.document);
  const { line, character } = editor.selection.active;
  const where: SectionsParams = { textDocument, position: { line, character } };
  const section = typeof chosen === 'string' ? chosen : await chooseSection(client.sendRequest<SectionsResult>(sectionsRequest, where));
  if (section === undefined) return;
  const params: InsertSectionParams = { ...where, section };
  const insertion = await client.sendRequest<InsertSectionResult>(insertSectionRequest, params);
  if (!insertion) {
    void window.showInformationMessage(l10n.t('This section cannot be inserted here. Put the cursor into the text of the report.'));
    return;
  }
  const shown = await window.showTextDocument(editor.document, editor.viewColumn);
  await shown.insertSnippet(new SnippetString(insertion.snippet), client.protocol2CodeConverter.asRange(insertion.range));
}

async function chooseSection(sections: Promise<SectionsResult>): Promise<string | undefined> {
  return (await pickByWords(sections, { title: l10n.t('Insert Section'), placeholder: l10n.t('Which section?') }))?.id;
}
