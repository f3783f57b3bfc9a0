import { open, readdir, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join, relative, sep } from 'node:path';
import { performance } from 'node:perf_hooks';
import { URI } from 'vscode-uri';
import type { FileAnswer, Host } from './host.ts';
import { runJobHere } from './jobs/jobs.ts';
import { JobThreads } from './jobs/jobThreads.ts';
import { nodeThreads } from './jobs/nodeThread.ts';

export interface NodeHostOptions {
  /** The built server, which runs as a worker too; without it long work runs on the calling thread. */
  readonly workerFile?: string;
}

export function createNodeHost({ workerFile }: NodeHostOptions = {}): Host {
  return {
    locale: process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG,
    now: () => performance.now(),
    readFile: (uri, within, limit) => readFileInside(URI.parse(uri), URI.parse(within), limit),
    listFolder: (folder, limit) => listFolder(URI.parse(folder), limit),
    folderOf,
    findReports: (folder, limit) => findReports(URI.parse(folder), limit),
    runJob: workerFile === undefined ? runJobHere : new JobThreads(nodeThreads(workerFile)).run,
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

async function listFolder(folder: URI, limit: number): Promise<readonly string[]> {
  if (folder.scheme !== 'file') return [];
  const entries = await readdir(folder.fsPath, { withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() || entry.isSymbolicLink()).map(({ name }) => name);
  return files
    .sort()
    .slice(0, limit)
    .map((name) => URI.file(join(folder.fsPath, name)).toString());
}

/** Absolute, from the writer's home (`~/…`), or a `file:` URI. */
function folderOf(path: string): string | undefined {
  if (path.startsWith('file:')) return URI.parse(path).toString();
  const whole = /^~(?:[/\\]|$)/.test(path) ? join(homedir(), path.slice(1)) : path;
  return isAbsolute(whole) ? URI.file(whole).toString() : undefined;
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
