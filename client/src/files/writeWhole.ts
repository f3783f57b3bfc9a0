import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { ClientHost } from '../host.ts';
import { nameOf } from './nameOf.ts';

/**
 * Writes a file whole or not at all; throws what the file system throws, with the old file in its place. On a disk the old
 * file is replaced in one step; elsewhere it is put aside while the new one takes its name.
 */
export async function writeWhole(target: Uri, bytes: Uint8Array, { replaceFile }: ClientHost): Promise<void> {
  if (target.scheme === 'file' && replaceFile) return replaceFile(target.fsPath, bytes);
  const isThere = await isFile(target);
  const written = beside(target, 'tmp');
  await workspace.fs.writeFile(written, bytes);
  try {
    // Not `overwrite`, which deletes what is there before the new file has its name.
    if (isThere) await swap(written, target);
    else await workspace.fs.rename(written, target, { overwrite: false });
  } catch (error) {
    await remove(written);
    throw error;
  }
}

async function swap(written: Uri, target: Uri): Promise<void> {
  const old = beside(target, 'old');
  await workspace.fs.rename(target, old, { overwrite: false });
  try {
    await workspace.fs.rename(written, target, { overwrite: false });
  } catch (error) {
    await workspace.fs.rename(old, target, { overwrite: false });
    throw error;
  }
  await remove(old);
}

function beside(target: Uri, kind: string): Uri {
  return Uri.joinPath(target, '..', `.${nameOf(target)}.${kind}-${crypto.randomUUID().slice(0, 8)}`);
}

/** False if there is nothing; throws for a folder. */
async function isFile(target: Uri): Promise<boolean> {
  const stat = await workspace.fs.stat(target).then(undefined, () => undefined);
  if (stat && (stat.type & FileType.Directory) !== 0) throw FileSystemError.FileIsADirectory(target);
  return stat !== undefined;
}

async function remove(uri: Uri): Promise<void> {
  await workspace.fs.delete(uri).then(undefined, () => undefined);
}
