import { Uri, workspace } from 'vscode';
import { pictureFolderName } from '../../../server/src/protocol/import.ts';
import { isThere } from '../files/isThere.ts';
import { reportNameOf } from '../files/nameOf.ts';
import { writeWhole } from '../files/writeWhole.ts';
import type { ClientHost } from '../host.ts';
import type { ImportedReport } from './requestImport.ts';

const mostNames = 1000;

/** `name.assets` beside the report, with a number where that is taken: pictures of another import are left alone. */
export async function freePictureFolder(target: Uri): Promise<Uri> {
  const name = pictureFolderName(reportNameOf(target));
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
