/** Absolute paths, schemes and drive letters, encoded dots and slashes, control characters. */
const refused = /^[/\\]|^[a-z][a-z0-9+.-]*:|%(?:2e|2f|5c|00)|[\0-\x1f]/i;

/**
 * The path of a picture (in a URI's path, `/` between names) that a report at `documentPath` names, if it lies inside `folderPath`; `undefined` for a path
 * that leaves the folder or means to.
 */
export function picturePath(folderPath: string, documentPath: string, path: string): string | undefined {
  if (path === '' || refused.test(path)) return undefined;
  const names = documentPath.split('/').slice(0, -1);
  for (const name of path.replaceAll('\\', '/').split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.length > 1) names.pop();
    else return undefined;
  }
  const target = names.join('/');
  const root = folderPath.endsWith('/') ? folderPath : `${folderPath}/`;
  return target.startsWith(root) ? target : undefined;
}
