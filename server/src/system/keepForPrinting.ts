import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from './replaceFile.ts';

/** Writes the pages into the folder `print` of `storage`, in the place of what was printed before, and gives their path. */
export async function keepForPrinting(storage: string, name: string, bytes: Uint8Array): Promise<string> {
  const folder = join(storage, 'print');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  await replaceFile(path, bytes);
  return path;
}
