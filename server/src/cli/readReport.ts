import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ReportDocument } from '../engine/document.ts';
import { decodeText } from '../lsp/decodeText.ts';
import type { Localize } from '../wording/localize.ts';
import { Failure } from './failure.ts';

/** A report of 100,000 lines has some 7 MB. */
const sizeLimit = 200 * 1024 * 1024;

/** Reads a report in UTF-8, UTF-16 or GB 18030. Throws a Failure that names the file and what to do. */
export async function readReport(path: string, t: Localize): Promise<ReportDocument> {
  const decoded = decodeText(await readBytes(path, t));
  switch (decoded.kind) {
    case 'text':
      return ReportDocument.create(uriOf(path), 'report', 1, decoded.text);
    case 'binary':
      throw new Failure(t('{0} is a binary file, not a text. Save the report as plain text (UTF-8) first.', path));
    case 'unknown':
      throw new Failure(t('{0} is in an unknown encoding. Save it as UTF-8 (GB 18030 and UTF-16 are read as well).', path));
  }
}

export function uriOf(path: string): string {
  return pathToFileURL(resolve(path)).toString();
}

async function readBytes(path: string, t: Localize): Promise<Uint8Array> {
  try {
    const handle = await open(path, 'r');
    try {
      const stat = await handle.stat();
      if (stat.isDirectory()) throw new Failure(t('{0} is a folder. Name the report itself.', path));
      if (stat.size > sizeLimit) throw new Failure(t('{0} is too large ({1} MB).', path, Math.round(stat.size / 1024 / 1024)));
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(readFailure(path, error, t));
  }
}

function readFailure(path: string, error: unknown, t: Localize): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return t('{0} does not exist. Check the name and the folder.', path);
    case 'EISDIR':
      return t('{0} is a folder. Name the report itself.', path);
    case 'EACCES':
    case 'EPERM':
      return t('{0} may not be read. Check its permissions.', path);
    default:
      return t('{0} cannot be read: {1}', path, message);
  }
}
