import { extensions, l10n, type QuickPickItem, type TextDocument, Uri, window, workspace } from 'vscode';
import { toBase64 } from '../../../server/src/protocol/base64.ts';
import type { CompareParams } from '../../../server/src/protocol/compare.ts';
import { nameOf } from '../files/nameOf.ts';

/** An older version to compare with. */
export interface OldVersion {
  readonly name: string;
  readonly old: CompareParams['old'];
}

/** What we use of VS Code's own Git extension (its public API, version 1). */
interface GitExtension {
  getAPI(version: 1): {
    getRepository(uri: Uri): GitRepository | null;
    openRepository(folder: Uri): Promise<GitRepository | null>;
  };
}

interface GitRepository {
  show(ref: string, path: string): Promise<string>;
}

/** Asks what to compare with; `undefined` when the writer cancelled or there is no such version, which has been said then. */
export async function chooseVersion(document: TextDocument): Promise<OldVersion | undefined> {
  const ways: (QuickPickItem & { readonly read: () => Promise<OldVersion | undefined> })[] = [];
  const committed = await committedVersion(document.uri);
  if (committed) ways.push({ label: l10n.t('$(git-commit) Last Commit'), description: 'HEAD', read: async () => committed });
  if (document.isDirty && !document.isUntitled) {
    ways.push({ label: l10n.t('$(save) Saved File'), description: nameOf(document.uri), read: () => fileVersion(document.uri) });
  }
  for (const other of workspace.textDocuments) {
    if (other.languageId !== 'report' || other.uri.toString() === document.uri.toString() || other.isClosed) continue;
    const version = { name: nameOf(other.uri), old: { text: other.getText() } };
    ways.push({ label: `$(file) ${version.name}`, description: l10n.t('open'), read: async () => version });
  }
  const another = { label: l10n.t('$(folder-opened) Another File…'), read: chooseFile };
  if (ways.length === 0) return chooseFile();
  const picked = await window.showQuickPick([...ways, another], { title: l10n.t('Compare {0} With', nameOf(document.uri)) });
  return picked?.read();
}

async function chooseFile(): Promise<OldVersion | undefined> {
  const [uri] =
    (await window.showOpenDialog({ title: l10n.t('Compare With'), filters: { [l10n.t('Report')]: ['report', 'md', 'txt'] } })) ?? [];
  return uri && fileVersion(uri);
}

/** A file as it lies on disk. */
export async function fileVersion(uri: Uri): Promise<OldVersion | undefined> {
  try {
    const bytes = await workspace.fs.readFile(uri);
    return { name: nameOf(uri), old: { bytes: toBase64(bytes) } };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t('{0} cannot be read: {1}', nameOf(uri), reason));
    return undefined;
  }
}

/** The version of the last commit, where the file is under version control and has one. */
async function committedVersion(uri: Uri): Promise<OldVersion | undefined> {
  if (uri.scheme !== 'file' && uri.scheme !== 'vscode-remote') return undefined;
  try {
    const git = extensions.getExtension<GitExtension>('vscode.git');
    const api = (git?.isActive ? git.exports : await git?.activate())?.getAPI(1);
    // Shortly after the start it may not have found the repository yet.
    const repository = api?.getRepository(uri) ?? (await api?.openRepository(Uri.joinPath(uri, '..')));
    const text = await repository?.show('HEAD', uri.fsPath);
    return text === undefined ? undefined : { name: 'HEAD', old: { text } };
  } catch {
    // No Git here, or no commit that has the file.
    return undefined;
  }
}
