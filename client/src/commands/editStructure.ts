import {
  l10n,
  Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import {
  type EditStructureParams,
  type EditStructureResult,
  editStructureRequest,
  type StructureActionName,
} from '../../../server/src/protocol/structure.ts';
import { activeReportEditor } from '../activeReport.ts';
import { asRange } from '../asRange.ts';
import type { ReportClient } from '../languageClient.ts';

/** Where a section is, for commands that are not called at the cursor. */
export interface SectionPlace {
  readonly uri: Uri;
  readonly line: number;
}

export interface StructureEditOptions {
  /** Without it: the selection of the active editor. */
  readonly at?: SectionPlace | undefined;
  /** For `drop`: the line of the section that it is dropped on. */
  readonly target?: number;
}

interface Report {
  readonly document: TextDocument;
  readonly editor: TextEditor | undefined;
  readonly first: Position;
  readonly last: Position;
}

/** Milliseconds for which the status bar says what was done, or why nothing was. */
const shortly = 6000;

/** Renumbers a report, or moves, promotes, demotes, deletes a section: one step of undo, the cursor stays in the section. */
export async function editStructure(
  client: ReportClient,
  action: StructureActionName,
  { at, target }: StructureEditOptions = {},
): Promise<void> {
  const report = await reportAt(at);
  if (!report) return;
  const { document, first, last } = report;
  const ask = (doubtful: 'renumber' | 'keep'): Promise<EditStructureResult> => {
    const textDocument = client.client.code2ProtocolConverter.asTextDocumentIdentifier(document);
    // A web worker is sent copies, in which a position of the editor's own class is none any more.
    const plain = ({ line, character }: Position) => ({ line, character });
    const place = { first: plain(first), last: plain(last) };
    const params: EditStructureParams = { textDocument, action, ...place, doubtful, ...(target === undefined ? {} : { target }) };
    return client.client.sendRequest<EditStructureResult>(editStructureRequest, params);
  };
  let result = await ask('renumber');
  if (result.refused !== undefined) return void window.setStatusBarMessage(`$(info) ${result.refused}`, shortly);
  let preview = false;
  if (result.doubts.length > 0) {
    const choice = await confirm(action, result);
    if (choice === undefined) return;
    preview = choice === 'show';
    if (choice === 'keep') result = await ask('keep');
  }
  if (result.edits.length === 0) {
    window.setStatusBarMessage(`$(check) ${l10n.t('All numbers are right.')}`, shortly);
  } else if (!(await apply(report, result, preview))) {
    return;
  } else if (action === 'renumber') {
    window.setStatusBarMessage(`$(check) ${l10n.t('Numbers changed: {0}', result.changed)}`, shortly);
  }
  // A message stays until it is read: the command does not wait for that.
  if (!preview) void tellLeft(document, result);
}

/** The report a command was called on, with the place in it. */
async function reportAt(at: SectionPlace | undefined): Promise<Report | undefined> {
  if (at === undefined) {
    const editor = activeReportEditor();
    return editor && { document: editor.document, editor, first: editor.selection.start, last: editor.selection.end };
  }
  const document = await workspace.openTextDocument(at.uri);
  const editor = window.visibleTextEditors.find((one) => one.document === document);
  const position = new Position(Math.min(at.line, document.lineCount - 1), 0);
  return { document, editor, first: position, last: position };
}

/** Numbers that are not sure are never changed without asking. */
async function confirm(
  action: StructureActionName,
  { doubts, samples, changed }: EditStructureResult,
): Promise<'all' | 'keep' | 'show' | undefined> {
  const all = l10n.t('Number All');
  const keep = action === 'renumber' ? l10n.t('Leave Those') : l10n.t('Leave Their Numbers');
  const show = l10n.t('Show Changes');
  const shown = samples.map(({ line, before, after }) => `${line + 1}: ${before}  →  ${after}`);
  const more = changed > samples.length ? [l10n.t('… {0} changes in all', changed)] : [];
  const detail = [...doubts.map(({ message }) => message), '', ...shown, ...more].join('\n');
  const choice = await window.showWarningMessage(l10n.t('Some numbers are not sure.'), { modal: true, detail }, all, show, keep);
  return choice === all ? 'all' : choice === keep ? 'keep' : choice === show ? 'show' : undefined;
}

/** One step of undo. False where the text has changed meanwhile. */
async function apply({ document, editor }: Report, { version, edits, cursor }: EditStructureResult, preview: boolean): Promise<boolean> {
  if (version !== document.version) return false;
  const ranges = edits.map(({ range, newText }) => ({ range: asRange(range), newText }));
  if (preview || editor === undefined) {
    const edit = new WorkspaceEdit();
    const data = { needsConfirmation: preview, label: l10n.t('Renumber') };
    for (const { range, newText } of ranges) edit.replace(document.uri, range, newText, preview ? data : undefined);
    return workspace.applyEdit(edit);
  }
  const done = await editor.edit((builder) => {
    for (const { range, newText } of ranges) builder.replace(range, newText);
  });
  if (done && cursor) {
    const position = new Position(cursor.line, cursor.character);
    editor.selection = new Selection(position, position);
    editor.revealRange(new Range(position, position), TextEditorRevealType.InCenterIfOutsideViewport);
  }
  return done;
}

/** Mentions that could not follow: told once, shown when asked for. */
async function tellLeft(document: TextDocument, { left }: EditStructureResult): Promise<void> {
  const [first] = left;
  if (first === undefined) return;
  const show = l10n.t('Show');
  const message = left.length === 1 ? first.message : l10n.t('{0} references were left as they are.', left.length);
  if ((await window.showInformationMessage(message, show)) !== show) return;
  const items = left.map(({ message: label, text, range }) => ({
    label,
    description: l10n.t('line {0}', range.start.line + 1),
    detail: text,
    range,
  }));
  const picked = left.length === 1 ? items[0] : await window.showQuickPick(items, { title: l10n.t('References left as they are') });
  if (picked === undefined) return;
  await window.showTextDocument(document, { selection: asRange(picked.range) });
}

/** What a quick fix passes on (the report's URI, perhaps a position), or the view's menu (its entry). */
export function placeOf(uri: unknown, position: unknown): SectionPlace | undefined {
  const place = (typeof position === 'object' && position !== null ? position : {}) as { readonly line?: unknown };
  const at = typeof uri === 'string' ? Uri.parse(uri) : uri instanceof Uri ? uri : undefined;
  return at && { uri: at, line: typeof place.line === 'number' ? place.line : 0 };
}
