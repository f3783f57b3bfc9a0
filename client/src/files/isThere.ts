import { type Uri, workspace } from 'vscode';

/** Whether there is a file or folder, as far as the file system says. */
export const isThere = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
