import type { CancellationToken } from 'vscode-languageserver';
import { mostSheetBytes } from '../data/readSheet.ts';
import { type DataSources, dataSourcesOf } from '../data/reportData.ts';
import { type DataSheet, unreadableSheet } from '../data/sheet.ts';
import type { ReportDocument } from '../engine/document.ts';
import type { FileAnswer, Host } from './host.ts';
import { runSheetJob } from './jobs/sheetJob.ts';
import { resolveInside, rootOf } from './paths.ts';

/** The sheets of a report and the files they come from. */
export interface SheetFiles {
  readonly sheets: readonly DataSheet[];
  /** URIs by the path that the report writes; also of files that are not there (yet). */
  readonly files: ReadonlyMap<string, string>;
}

/** Bytes of all sheets of a report at most: they are in memory together. */
const totalLimit = 100_000_000;

/**
 * Reads the sheets that a report names, from inside its workspace folder only; `undefined` where it names none. Never throws: what cannot be
 * read is a problem of its sheet.
 */
export async function readSheets(
  host: Host,
  document: ReportDocument,
  folders: readonly string[],
  token: CancellationToken,
): Promise<SheetFiles | undefined> {
  const sources = dataSourcesOf(document);
  return sources === undefined ? undefined : await readSources(host, document.uri, sources, folders, token);
}

async function readSources(
  host: Host,
  uri: string,
  { paths, own }: DataSources,
  folders: readonly string[],
  token: CancellationToken,
): Promise<SheetFiles> {
  const root = rootOf(uri, folders);
  const sheets: DataSheet[] = own === undefined ? [] : [own];
  const files = new Map<string, string>();
  let left = totalLimit;
  for (const path of paths) {
    if (token.isCancellationRequested) break;
    const file = root === undefined ? undefined : resolveInside(root, uri, path);
    if (file !== undefined) files.set(path, file);
    const answer: FileAnswer =
      file === undefined || root === undefined ? { kind: 'outside' } : await host.readFile(file, root, Math.min(left, mostSheetBytes));
    if (answer.kind === 'file') left -= answer.bytes.length;
    sheets.push(answer.kind === 'file' ? await read(host, path, answer.bytes, token) : notRead(path, answer));
  }
  return { sheets, files };
}

/** Bytes of a sheet that are read at once: some milliseconds. */
const readHere = 50_000;

async function read(host: Host, path: string, bytes: Uint8Array, token: CancellationToken): Promise<DataSheet> {
  const job = { path, bytes };
  if (bytes.length <= readHere) return runSheetJob(job);
  try {
    return await host.runJob('sheet', job, () => undefined, token);
  } catch (error) {
    return notRead(path, { kind: 'unreadable', reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) });
  }
}

function notRead(path: string, answer: Exclude<FileAnswer, { readonly kind: 'file' }>): DataSheet {
  switch (answer.kind) {
    case 'missing':
      return unreadableSheet(path, 'unreadable', 'There is no such file: check its name; it is looked for from the folder of the report.');
    case 'outside':
      return unreadableSheet(
        path,
        'unreadable',
        'The file lies outside the workspace folder: copy it beside the report and name it from there.',
      );
    case 'tooLarge':
      return unreadableSheet(
        path,
        'too-large',
        'The file is too large ({0} MB at most): leave only the data in it.',
        mostSheetBytes / 1_000_000,
      );
    case 'unreadable':
      return unreadableSheet(
        path,
        'unreadable',
        'The file cannot be read ({0}): close it in other programs, or check its permissions.',
        answer.reason,
      );
  }
}
