import { Uri, workspace } from 'vscode';
import { pictureFolderName } from '../../../server/src/protocol/import.ts';
import { writeWhole } from '../files/writeWhole.ts';
import type { ClientHost } from '../host.ts';
import type { ImportedReport } from './requestImport.ts';

const mostNames = 1000;

export const isThere = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );

/** `name.assets` beside the report, with a number where that is taken: pictures of another import are left alone. */
export async function freePictureFolder(target: Uri): Promise<Uri> {
  const report = target.path.slice(target.path.lastIndexOf('/') + 1).replace(/\.report(?:\.md)?$/i, '');
  const name = pictureFolderName(report);
  for (let count = 1; ; count += 1) {
    const folder = Uri.joinPath(target, '..', count === 1 ? name : name.replace(/\.assets$/, `-${count}.assets`));
    if (count >= mostNames || !(await isThere(folder))) return folder;
  }
}

/** Pictures first, the report last and whole: it never stands there without them. Throws what the file system throws, and leaves nothing new then. */
export async function writeImport({ text, pictures }: ImportedReport, target: Uri, folder: Uri, host: ClientHost): Promise<void> {
  const isNew = pictures.length > 0 && !(await isThere(folder));
  try {
    if (isNew) await workspace.fs.createDirectory(folder);
    for (const { name, bytes } of pictures) await workspace.fs.writeFile(Uri.joinPath(folder, name), bytes);
    await writeWhole(target, new TextEncoder().encode(text), host);
  } catch (error) {
    if (isNew) await workspace.fs.delete(folder, { recursive: true }).then(undefined, () => undefined);
    throw error;
  }
}
