import { Uri, workspace } from 'vscode';
import type { ClientHost } from '../host.ts';

/**
 * Writes a file whole or not at all. On a disk the old file is replaced in one step; elsewhere the bytes go to a new file
 * beside it, which is then renamed. Throws what the file system throws.
 */
export async function writeWhole(target: Uri, bytes: Uint8Array, { replaceFile }: ClientHost): Promise<void> {
  // Not `workspace.fs` on a disk: its rename deletes the old file first.
  if (target.scheme === 'file' && replaceFile) return replaceFile(target.fsPath, bytes);
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  const temporary = Uri.joinPath(target, '..', `.${name}.tmp-${crypto.randomUUID().slice(0, 8)}`);
  await workspace.fs.writeFile(temporary, bytes);
  try {
    await workspace.fs.rename(temporary, target, { overwrite: true });
  } catch (error) {
    // With the old file gone the new one is all there is: then it stays.
    if (await exists(target)) await workspace.fs.delete(temporary).then(undefined, () => undefined);
    throw error;
  }
}

async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
