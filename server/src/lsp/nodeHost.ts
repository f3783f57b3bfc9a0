import { open, readdir, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import type { CancellationToken } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { readSheet } from '../data/readSheet.ts';
import { type DataSheet, unreadableSheet } from '../data/sheet.ts';
import { decodeSheet } from './decodeText.ts';
import { exportHere } from './exportHere.ts';
import type { ExportJob, ExportOutcome, ExportStep } from './exportJob.ts';
import type { WorkerMessage } from './exportWorker.ts';
import type { FileAnswer, Host } from './host.ts';
import type { SheetMessage } from './sheetWorker.ts';

export interface NodeHostOptions {
  /** The built server, which runs as a worker too; without it an export runs on the calling thread. */
  readonly workerFile?: string;
}

export function createNodeHost({ workerFile }: NodeHostOptions = {}): Host {
  return {
    locale: process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG,
    now: () => performance.now(),
    readFile: (uri, within, limit) => readFileInside(URI.parse(uri), URI.parse(within), limit),
    readSheet: async (path, bytes) =>
      workerFile === undefined || bytes.length <= readHere ? readSheet(path, bytes, decodeSheet) : readInWorker(workerFile, path, bytes),
    findReports: (folder, limit) => findReports(URI.parse(folder), limit),
    runExport: (job, step, token) =>
      workerFile === undefined ? exportHere(job, step, token) : exportInWorker(workerFile, job, step, token),
  };
}

async function readFileInside(file: URI, folder: URI, limit: number): Promise<FileAnswer> {
  if (file.scheme !== 'file' || folder.scheme !== 'file') return { kind: 'outside' };
  try {
    // Links are looked through on both sides, so a link in the folder cannot lead out of it.
    const [path, root] = await Promise.all([realpath(file.fsPath), realpath(folder.fsPath)]);
    const way = relative(root, path);
    if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return { kind: 'outside' };
    return await readWhole(path, limit);
  } catch (error) {
    return failure(error);
  }
}

async function readWhole(path: string, limit: number): Promise<FileAnswer> {
  const handle = await open(path, 'r');
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) return { kind: 'unreadable', reason: 'not a file' };
    if (stat.size > limit) return { kind: 'tooLarge', size: stat.size };
    return { kind: 'file', bytes: await handle.readFile() };
  } finally {
    await handle.close();
  }
}

function failure(error: unknown): FileAnswer {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
  return { kind: 'unreadable', reason: code ?? message };
}

const skippedFolders = new Set(['node_modules', '.git', '.svn', '.hg']);
/** Folders looked into at most: a workspace may be somebody's whole disk. */
const folderLimit = 2000;

async function findReports(folder: URI, limit: number): Promise<readonly string[]> {
  if (folder.scheme !== 'file') return [];
  const found: string[] = [];
  const waiting = [folder.fsPath];
  for (let visited = 0; visited < folderLimit && found.length < limit; visited += 1) {
    const path = waiting.shift();
    if (path === undefined) break;
    const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (entry.isDirectory() && !skippedFolders.has(entry.name)) waiting.push(join(path, entry.name));
      if (entry.isFile() && /\.report(?:\.md)?$/i.test(entry.name) && found.length < limit) {
        found.push(URI.file(join(path, entry.name)).toString());
      }
    }
  }
  return found;
}

/** Bytes of a sheet that are read at once: some milliseconds. */
const readHere = 50_000;

function readInWorker(workerFile: string, path: string, bytes: Uint8Array): Promise<DataSheet> {
  return new Promise((resolve) => {
    const worker = new Worker(workerFile, { workerData: { reportWriterSheet: { path, bytes } } });
    const settle = (sheet: DataSheet) => {
      void worker.terminate();
      resolve(sheet);
    };
    const failed = (reason: string) =>
      settle(
        unreadableSheet(path, 'unreadable', 'The file cannot be read ({0}): close it in other programs, or check its permissions.', reason),
      );
    worker.on('message', ({ sheet }: SheetMessage) => settle(sheet));
    worker.on('error', ({ message }) => failed(message));
    worker.on('exit', (code) => failed(`exit ${code}`));
  });
}

function exportInWorker(workerFile: string, job: ExportJob, step: ExportStep, token: CancellationToken): Promise<ExportOutcome> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: { reportWriterExport: job } });
    const cancellation = token.onCancellationRequested(() => settle(() => reject(new Error('cancelled'))));
    const settle = (end: () => void) => {
      cancellation.dispose();
      void worker.terminate();
      end();
    };
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'step') step(message.percentage);
      else if (message.kind === 'done') settle(() => resolve(message.outcome));
      else settle(() => reject(new Error(message.stack)));
    });
    worker.on('error', (error) => settle(() => reject(error)));
    worker.on('exit', (code) => settle(() => reject(new Error(`The export worker ended with code ${code}.`))));
    if (token.isCancellationRequested) settle(() => reject(new Error('cancelled')));
  });
}
