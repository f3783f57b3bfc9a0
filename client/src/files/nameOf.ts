import type { Uri } from 'vscode';

/** The last part of a path: a file's name with its ending, or a folder's. */
export function nameOf({ path }: Pick<Uri, 'path'>): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The name of a report without its ending. */
export function reportNameOf(report: Pick<Uri, 'path'>): string {
  return nameOf(report).replace(/\.report(?:\.md)?$/i, '');
}
