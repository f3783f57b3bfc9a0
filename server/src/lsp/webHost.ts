import type { Connection } from 'vscode-languageserver';
import { readSheet } from '../data/readSheet.ts';
import {
  type HostFindReportsParams,
  type HostFindReportsResult,
  type HostReadFileParams,
  type HostReadFileResult,
  hostFindReportsRequest,
  hostReadFileRequest,
} from '../protocol/requests.ts';
import { fromBase64 } from './base64.ts';
import { decodeSheet } from './decodeText.ts';
import { exportHere } from './exportHere.ts';
import type { FileAnswer, Host } from './host.ts';

/** The browser's host: a worker has no files, so it asks the client, which has `workspace.fs`. */
export function createWebHost(connection: Connection): Host {
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
    // The server is a worker already; XLSX and YAML of 20 MB at most.
    readSheet: async (path, bytes) => readSheet(path, bytes, decodeSheet),
    async findReports(folder, limit) {
      const params: HostFindReportsParams = { folder, limit };
      try {
        const found: HostFindReportsResult = await connection.sendRequest(hostFindReportsRequest, params);
        return found.slice(0, limit);
      } catch {
        return [];
      }
    },
    // The server is a worker already: the editor's own thread stays free, only the server's answers wait.
    runExport: exportHere,
  };
}
