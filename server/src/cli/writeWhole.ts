import { stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { replaceFile } from '../system/replaceFile.ts';
import type { Localize } from '../wording/localize.ts';
import { Failure } from './failure.ts';

/**
 * Writes a file whole or not at all. Throws a Failure that
 * names the file and what to do; the old file is untouched then.
 */
export async function writeWhole(path: string, content: Uint8Array | string, t: Localize): Promise<void> {
  await checkTarget(path, t);
  try {
    await replaceFile(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  } catch (error) {
    throw new Failure(writeFailure(path, error, t));
  }
}

/** Writes a file that must not be there yet: a skeleton never takes the place of a report. Throws a Failure. */
export async function writeNew(path: string, content: string, t: Localize): Promise<void> {
  await checkTarget(path, t);
  try {
    await writeFile(path, content, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new Failure(t('{0} exists already and is left as it is. Choose another name.', path));
    }
    throw new Failure(writeFailure(path, error, t));
  }
}

/** Told before any work is done, so that a long export does not end in “no such folder”. */
export async function checkTarget(path: string, t: Localize): Promise<void> {
  const folder = await stat(dirname(path)).catch(() => undefined);
  if (!folder?.isDirectory()) throw new Failure(t('The folder {0} does not exist. Make it first, or choose another one.', dirname(path)));
  const target = await stat(path).catch(() => undefined);
  if (target?.isDirectory()) throw new Failure(t('{0} is a folder. Name a file to write.', path));
}

function writeFailure(path: string, error: unknown, t: Localize): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'EBUSY':
    case 'EPERM':
    case 'EACCES':
      return t(
        '{0} cannot be written: it may be open in Word, or the folder may be write-protected. Close it, or choose another name.',
        path,
      );
    case 'EROFS':
      return t('{0} cannot be written: the disk is read-only. Choose another folder.', path);
    case 'ENOSPC':
      return t('{0} cannot be written: the disk is full.', path);
    default:
      return t('{0} cannot be written: {1}', path, message);
  }
}
