import { l10n, SnippetString, window, workspace } from 'vscode';
import {
  type InsertSectionParams,
  type InsertSectionResult,
  insertSectionRequest,
  type SectionsParams,
  type SectionsResult,
  sectionsRequest,
} from '../../../server/src/protocol/sections.ts';
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
  const renumber = workspace.getConfiguration('reportWriter', editor.document).get('sections.renumberAfterInsert', true);
  const params: InsertSectionParams = { ...where, section, renumber };
  const insertion = await client.sendRequest<InsertSectionResult>(insertSectionRequest, params);
  if (!insertion) {
    void window.showInformationMessage(l10n.t('This section cannot be inserted here. Put the cursor into the text of the report.'));
    return;
  }
  const shown = await window.showTextDocument(editor.document, editor.viewColumn);
  const { asRange } = client.protocol2CodeConverter;
  const numbers = insertion.numbers ?? [];
  // One step of undo for both; a number that gets longer on the snippet's own line shifts its place.
  const edited =
    numbers.length > 0 &&
    (await shown.edit((builder) => numbers.forEach(({ range, newText }) => void builder.replace(asRange(range), newText)), {
      undoStopBefore: true,
      undoStopAfter: false,
    }));
  const { start } = asRange(insertion.range);
  const onLine = edited ? numbers.filter(({ range }) => range.end.line === start.line) : [];
  const shift = onLine.reduce((sum, { range, newText }) => sum + newText.length - (range.end.character - range.start.character), 0);
  const place = start.translate(0, shift);
  await shown.insertSnippet(new SnippetString(insertion.snippet), place, { undoStopBefore: !edited, undoStopAfter: true });
}

async function chooseSection(sections: Promise<SectionsResult>): Promise<string | undefined> {
  return (await pickByWords(sections, { title: l10n.t('Insert Section'), placeholder: l10n.t('Which section?') }))?.id;
}
