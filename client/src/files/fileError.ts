import { l10n } from 'vscode';

type Explain = (file: string) => string;

const locked: Explain = (file) =>
  l10n.t('{0} cannot be written. It may be open in Word: close it there and try again, or save under another name.', file);
const noFolder: Explain = (file) => l10n.t('{0} cannot be written: its folder does not exist. Save it in another place.', file);
const isFolder: Explain = (file) => l10n.t('{0} cannot be written: there is a folder of this name. Save under another name.', file);

/** By Node's codes and by those of VS Code's `FileSystemError`. */
const explanations: ReadonlyMap<string, Explain> = new Map([
  ['EBUSY', locked],
  ['EPERM', locked],
  ['EACCES', locked],
  ['NoPermissions', locked],
  ['ENOENT', noFolder],
  ['ENOTDIR', noFolder],
  ['FileNotFound', noFolder],
  ['FileNotADirectory', noFolder],
  ['EISDIR', isFolder],
  ['ENOTEMPTY', isFolder],
  ['FileIsADirectory', isFolder],
  ['EROFS', (file) => l10n.t('{0} cannot be written: the disk is read-only. Save it in another place.', file)],
  ['ENOSPC', (file) => l10n.t('{0} cannot be written: the disk is full. Make room and try again.', file)],
]);

/** Why a file could not be written and what to do about it, in the writer's language. */
export function explainWriteError(file: string, error: unknown): string {
  const { code, message } = error instanceof Error ? (error as Error & { readonly code?: string }) : { code: '', message: String(error) };
  return (explanations.get(code ?? '') ?? (() => l10n.t('{0} cannot be written: {1}', file, message)))(file);
}
