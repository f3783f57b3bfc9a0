import { URI, Utils } from 'vscode-uri';

/**
 * The URI that a path written in a report stands for: relative to the report's folder, inside `folder` (a URI). `undefined`
 * for a path that leaves the folder or means to: absolute, drive letter, UNC, a scheme, percent-encoded dots or slashes, NUL.
 * A host that has a real file system must look through links after this.
 */
export function resolveInside(folder: string, documentUri: string, path: string): string | undefined {
  if (path === '' || refused.test(path)) return undefined;
  const document = URI.parse(documentUri);
  const target = Utils.joinPath(Utils.dirname(document), path.replaceAll('\\', '/'));
  return isInside(URI.parse(folder), target) ? target.toString() : undefined;
}

/** Absolute paths, schemes and drive letters, encoded dots and slashes, control characters, the device names of Windows. */
const refused = /^[/\\]|^[a-z][a-z0-9+.-]*:|%(?:2e|2f|5c|00)|[\u0000-\u001F]|(?:^|[/\\])(?:con|prn|aux|nul|com\d|lpt\d)(?:\.[^/\\]*)?$/i;

function isInside(folder: URI, target: URI): boolean {
  const root = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return target.scheme === folder.scheme && target.authority === folder.authority && target.path.startsWith(root);
}

/** The workspace folder (a URI) that holds the document, the innermost one; else the folder the document lies in. */
export function rootOf(documentUri: string, folders: readonly string[]): string | undefined {
  const document = URI.parse(documentUri);
  if (document.scheme === 'untitled') return folders[0];
  const inside = folders.filter((folder) => isInside(URI.parse(folder), document));
  const innermost = inside.reduce<string | undefined>((best, folder) => (best && best.length >= folder.length ? best : folder), undefined);
  return innermost ?? Utils.dirname(document).toString();
}

/** One spelling of a URI: clients encode more or less of it. */
export const plainUri = (uri: string): string => URI.parse(uri).toString();

/** A name that any file system takes: the report's title, or its own name where it has none. */
export function suggestedName(documentUri: string, title: string | undefined, extension: string): string {
  const own = Utils.basename(URI.parse(documentUri)).replace(/(?:\.report(?:\.md)?|\.md|\.txt)$/i, '');
  const clean = (name: string): string => name.replace(/[\u0000-\u001F\u2028\u2029<>:"/\\|?*]+/g, '').trim();
  const short = (name: string): string =>
    [...name]
      .slice(0, 80)
      .join('')
      .replace(/[. ]+$/, '');
  return `${short(clean(title ?? '')) || short(clean(own)) || 'report'}${extension}`;
}
