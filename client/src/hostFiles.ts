import { type Disposable, FileSystemError, FileType, RelativePattern, Uri, workspace } from 'vscode';
import { toBase64 } from '../../server/src/protocol/base64.ts';
import {
  type HostFindReportsParams,
  type HostFindReportsResult,
  type HostListFolderParams,
  type HostListFolderResult,
  type HostReadFileParams,
  type HostReadFileResult,
  hostFindReportsRequest,
  hostListFolderRequest,
  hostReadFileRequest,
} from '../../server/src/protocol/hostFiles.ts';
import type { ReportClient } from './languageClient.ts';

/** Answers the server on the web, which has no file system: files of the workspace, whatever file system they are on. */
export function serveFiles({ client, userSections }: ReportClient): Disposable[] {
  const isOurs = (uri: Uri) => workspace.getWorkspaceFolder(uri) !== undefined || isOwnCatalogue(uri, userSections);
  return [
    client.onRequest<HostReadFileResult, never>(hostReadFileRequest, (params: HostReadFileParams) => readFile(params, isOurs)),
    client.onRequest<HostListFolderResult, never>(hostListFolderRequest, (params: HostListFolderParams) => listFolder(params, isOurs)),
    client.onRequest<HostFindReportsResult, never>(hostFindReportsRequest, findReports),
  ];
}

/** Whether a file lies in a folder that the writer keeps catalogues in, or is that folder. */
function isOwnCatalogue(uri: Uri, userSections: Uri): boolean {
  const named = workspace.getConfiguration('reportWriter').get<readonly string[]>('sections.folders', []);
  const folders = [userSections.toString(), ...named.filter((one) => typeof one === 'string')];
  return folders.some((folder) => uri.toString() === folder || uri.toString().startsWith(folder.endsWith('/') ? folder : `${folder}/`));
}

const leavesFolder = ({ path }: Uri) => /(?:^|\/)\.\.?(?:\/|$)/.test(path);

async function listFolder({ folder, limit }: HostListFolderParams, isOurs: (uri: Uri) => boolean): Promise<HostListFolderResult> {
  const uri = Uri.parse(folder, true);
  if (leavesFolder(uri) || !isOurs(uri)) return [];
  try {
    const entries = await workspace.fs.readDirectory(uri);
    const files = entries.filter(([, type]) => (type & FileType.File) !== 0).map(([name]) => name);
    return files
      .sort()
      .slice(0, limit)
      .map((name) => Uri.joinPath(uri, name).toString());
  } catch {
    // Most folders have no catalogues.
    return [];
  }
}

async function readFile({ uri, limit }: HostReadFileParams, isOurs: (uri: Uri) => boolean): Promise<HostReadFileResult> {
  const file = Uri.parse(uri, true);
  if (leavesFolder(file) || !isOurs(file)) return { kind: 'outside' };
  try {
    const { size, type } = await workspace.fs.stat(file);
    if ((type & FileType.SymbolicLink) !== 0) return { kind: 'outside' };
    if (size > limit) return { kind: 'tooLarge', size };
    return { kind: 'file', bytes: toBase64(await workspace.fs.readFile(file)) };
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return { kind: 'missing' };
    return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
  }
}

async function findReports({ folder, limit }: HostFindReportsParams): Promise<HostFindReportsResult> {
  const pattern = new RelativePattern(Uri.parse(folder, true), '**/*.{report,report.md}');
  const found = await workspace.findFiles(pattern, '**/{node_modules,.git,.svn,.hg}/**', limit);
  return found.map((uri) => uri.toString());
}
