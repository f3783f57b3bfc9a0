import {
  commands,
  type Diagnostic,
  Disposable,
  type Event,
  languages,
  type Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';

/** A file of the test workspace. */
export function file(name: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('The tests need the folder test/vscode/workspace.');
  return Uri.joinPath(folder.uri, name);
}

/** Opens a file of the test workspace in an editor. */
export async function open(name: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(file(name)), { preview: false });
}

/** Looks now and at each event until there is something; mocha's time limit ends a vain wait. */
export function eventually<T>(events: readonly Event<never>[], look: () => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const listening: Disposable[] = [];
    const check = () => {
      try {
        const found = look();
        if (found === undefined) return;
        resolve(found);
      } catch (error) {
        reject(error);
      }
      Disposable.from(...listening).dispose();
    };
    for (const event of events) listening.push((event as Event<unknown>)(check));
    check();
  });
}

/**
 * Selects something in the active editor, or puts the cursor there. What an editor says about its cursor, also when it opens, comes late, and until then
 * `editor.selection` may be an older one: this resolves when the editor has said this.
 */
export async function select(editor: TextEditor, selection: Selection): Promise<void> {
  await commands.executeCommand('cursorTop');
  if (editor.selection.isEqual(selection)) return;
  const selected = untilSelected(editor, (said) => said.isEqual(selection));
  editor.selection = selection;
  await selected;
}

/** Waits until the editor says that something is selected which it looks for; to be called before what selects it. */
export function untilSelected(editor: TextEditor, look: (selection: Selection) => boolean): Promise<Selection> {
  return new Promise((resolve) => {
    const listening = window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
      if (textEditor !== editor || selection === undefined || !look(selection)) return;
      listening.dispose();
      resolve(selection);
    });
  });
}

/** Waits until the active editor has a document that it looks for. */
export function untilActive(look: (document: TextDocument) => boolean): Promise<TextDocument> {
  return eventually([window.onDidChangeActiveTextEditor as Event<never>, workspace.onDidChangeTextDocument as Event<never>], () => {
    const document = window.activeTextEditor?.document;
    return document && look(document) ? document : undefined;
  });
}

export function missingData(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source, code }) => source === 'report-writer' && codeOf(code) === 'missing-data');
}

/** Waits until so many data are marked as missing. */
export function untilMissing(uri: Uri, count: number): Promise<Diagnostic[]> {
  return eventually([languages.onDidChangeDiagnostics as Event<never>], () => {
    const found = missingData(uri);
    return found.length === count ? found : undefined;
  });
}

function codeOf(code: Diagnostic['code']): string | number | undefined {
  return typeof code === 'object' ? code.value : code;
}
