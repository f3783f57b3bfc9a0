import { type Disposable, FileSystemError, FileType, RelativePattern, Uri, workspace } from 'vscode';
import {
  type HostFindReportsParams,
  type HostFindReportsResult,
  type HostReadFileParams,
  type HostReadFileResult,
  hostFindReportsRequest,
  hostReadFileRequest,
} from '../../server/src/protocol/requests.ts';
import type { ReportClient } from './languageClient.ts';

/** Answers the server on the web, which has no file system: files of the workspace, whatever file system they are on. */
export function serveFiles({ client }: ReportClient): Disposable[] {
  return [
    client.onRequest<HostReadFileResult, never>(hostReadFileRequest, readFile),
    client.onRequest<HostFindReportsResult, never>(hostFindReportsRequest, findReports),
  ];
}

async function readFile({ uri, limit }: HostReadFileParams): Promise<HostReadFileResult> {
  const file = Uri.parse(uri, true);
  if (/(?:^|\/)\.\.?(?:\/|$)/.test(file.path) || !workspace.getWorkspaceFolder(file)) return { kind: 'outside' };
  try {
    const { size, type } = await workspace.fs.stat(file);
    if ((type & FileType.SymbolicLink) !== 0) return { kind: 'outside' };
    if (size > limit) return { kind: 'tooLarge', size };
    return { kind: 'file', bytes: base64Of(await workspace.fs.readFile(file)) };
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

function base64Of(bytes: Uint8Array): string {
  const chunk = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += chunk) text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(text);
}
