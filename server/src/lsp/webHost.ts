import type { Connection } from 'vscode-languageserver';
import { fromBase64 } from '../protocol/base64.ts';
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
} from '../protocol/hostFiles.ts';
import type { FileAnswer, Host } from './host.ts';
import { runJobHere } from './jobs/jobs.ts';
import { JobThreads } from './jobs/jobThreads.ts';
import { webThreads } from './jobs/webThread.ts';

/** The browser's host: a worker has no files, so it asks the client, which has `workspace.fs`. */
export function createWebHost(connection: Connection): Host {
  const threads = webThreads();
  return {
    locale: undefined,
    now: () => performance.now(),
    async readFile(uri, within, limit): Promise<FileAnswer> {
      const folder = within.endsWith('/') ? within : `${within}/`;
      if (!uri.startsWith(folder)) return { kind: 'outside' };
      const params: HostReadFileParams = { uri, limit };
      try {
        const answer: HostReadFileResult = await connection.sendRequest(hostReadFileRequest, params);
        return answer.kind === 'file' ? { kind: 'file', bytes: fromBase64(answer.bytes) } : answer;
      } catch (error) {
        return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
      }
    },
    async listFolder(folder, limit) {
      const params: HostListFolderParams = { folder, limit };
      try {
        const found: HostListFolderResult = await connection.sendRequest(hostListFolderRequest, params);
        return found.slice(0, limit);
      } catch {
        return [];
      }
    },
    // A path without a scheme means nothing in a browser.
    folderOf: (path) => (/^[a-z][a-z0-9+.-]+:/i.test(path) ? path : undefined),
    async findReports(folder, limit) {
      const params: HostFindReportsParams = { folder, limit };
      try {
        const found: HostFindReportsResult = await connection.sendRequest(hostFindReportsRequest, params);
        return found.slice(0, limit);
      } catch {
        return [];
      }
    },
    runJob: threads === undefined ? runJobHere : new JobThreads(threads, runJobHere).run,
  };
}
