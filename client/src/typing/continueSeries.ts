import { type Disposable, Position, type TextDocumentChangeEvent, type TextEdit, type TextEditor, window, workspace } from 'vscode';
import { type DocumentOnTypeFormattingParams, DocumentOnTypeFormattingRequest } from 'vscode-languageclient';
import type { ReportClient } from '../languageClient.ts';

/** A line break, and what the editor puts behind it by itself. */
const enter = /^(?:\r\n|\n)[ \t]*(?:[-+>] (?:\[ \] )?)?$/;
/** Cursors that are served; more are a column edit. */
const mostCursors = 100;

/**
 * Goes on with a series on Enter: the number of the next item, or the end of the series. The line break is typed at once, as ever; the
 * number follows when the server has answered, if nothing else was typed meanwhile, so neither typing nor an input method ever waits or is
 * disturbed. It joins the line break's step of undo. This is `onTypeFormatting`, which VS Code itself would only ask for with
 * `editor.formatOnType`, for one cursor, and with a step of undo of its own.
 */
export function continueSeries({ client }: ReportClient): Disposable {
  return workspace.onDidChangeTextDocument(async (event) => {
    const editor = window.activeTextEditor;
    const places = editor && placesOf(event, editor);
    if (editor === undefined || places === undefined) return;
    const { document } = editor;
    const { version } = document;
    const isCurrent = () => document.version === version && window.activeTextEditor === editor;
    // The change itself goes to the server first.
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (!isCurrent()) return;
    const options = { tabSize: 4, insertSpaces: true };
    const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
    const asked = places.map(({ line, character }) => {
      const params: DocumentOnTypeFormattingParams = { textDocument, position: { line, character }, ch: '\n', options };
      return client.sendRequest(DocumentOnTypeFormattingRequest.type, params);
    });
    // A server that stopped meanwhile has no answer; the line break is there all the same.
    const answers = await Promise.all(asked).catch(() => []);
    const edits = (await Promise.all(answers.map((one) => client.protocol2CodeConverter.asTextEdits(one)))).flatMap((one) => one ?? []);
    if (edits.length === 0 || !isCurrent()) return;
    await editor.edit((builder) => put(edits, builder.replace.bind(builder)), { undoStopBefore: false, undoStopAfter: false });
  });
}

function put(edits: readonly TextEdit[], replace: (range: TextEdit['range'], text: string) => void): void {
  for (const { range, newText } of edits) replace(range, newText);
}

/** Where the cursors stand after Enter, from the top; `undefined` for any other change. */
function placesOf({ document, contentChanges, reason }: TextDocumentChangeEvent, editor: TextEditor): readonly Position[] | undefined {
  if (document !== editor.document || document.languageId !== 'report' || reason !== undefined) return undefined;
  if (contentChanges.length === 0 || contentChanges.length > mostCursors) return undefined;
  if (!contentChanges.every(({ range, text }) => range.isEmpty && enter.test(text))) return undefined;
  if (!workspace.getConfiguration('reportWriter', document).get('typing.continueSeries', true)) return undefined;
  const sorted = [...contentChanges].sort((a, b) => a.range.start.compareTo(b.range.start));
  return sorted.map(({ range, text }, above) => new Position(range.start.line + above + 1, text.replace(/^\r?\n/, '').length));
}
