import { type Diagnostic, Disposable, type Event, languages, type TextEditor, Uri, window, workspace } from 'vscode';

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
