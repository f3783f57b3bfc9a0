import type { CancellationToken } from 'vscode-languageserver';
import type { ReportDocument } from '../engine/document.ts';
import type { FileAnswer, Host } from './host.ts';
import { resolveInside, rootOf } from './paths.ts';
import { type PictureFiles, pictureLimit } from './pictureFiles.ts';

/** Bytes of all pictures of a report at most: they are in memory together. */
const totalLimit = 200 * 1024 * 1024;

/** Reads the pictures that a report names, each once, from inside its workspace folder only; of those only the ones `wanted`. */
export async function readPictures(
  host: Host,
  document: ReportDocument,
  folders: readonly string[],
  token: CancellationToken,
  wanted: (path: string) => boolean = () => true,
): Promise<PictureFiles> {
  const root = rootOf(document.uri, folders);
  const pictures = new Map<string, FileAnswer>();
  let left = totalLimit;
  for (const path of picturePaths(document)) {
    if (token.isCancellationRequested) break;
    if (!wanted(path)) continue;
    const uri = root === undefined ? undefined : resolveInside(root, document.uri, path);
    const answer: FileAnswer =
      uri === undefined || root === undefined ? { kind: 'outside' } : await host.readFile(uri, root, Math.min(left, pictureLimit));
    if (answer.kind === 'file') left -= answer.bytes.length;
    pictures.set(path, answer);
  }
  return pictures;
}

function picturePaths(document: ReportDocument): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const { syntax, text } of document.lines()) {
    if (syntax.kind === 'picture' && syntax.chart === undefined) paths.add(text.slice(syntax.path.start, syntax.path.end));
  }
  return paths;
}
