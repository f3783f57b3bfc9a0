import type { ReportDocument } from '../engine/document.ts';
import type { HouseStyle } from '../engine/model/houseStyle.ts';
import { parseFrontMatter } from '../engine/model/parseFrontMatter.ts';
import { isStyleFile, parseStyleFile, type StyleProblem } from '../engine/model/readHouseStyle.ts';
import { decodeSheet } from './decodeText.ts';
import type { FileAnswer, Host } from './host.ts';
import { resolveInside, rootOf } from './paths.ts';

/** The style file of a report as it was read. */
export interface StyleRead {
  /** As the report writes it. */
  readonly path: string;
  /** Its URI, also where there is no such file (yet); absent for a path that leads outside. */
  readonly file?: string;
  readonly style: HouseStyle;
  /** What is wrong with it; a problem with no range in the file is one of reading it. */
  readonly problems: readonly (Omit<StyleProblem, 'range'> & Partial<Pick<StyleProblem, 'range'>>)[];
}

/** A style file is a page of text; more is another kind of file. */
const mostBytes = 200_000;

/** The path of the style file that a report names. */
export function stylePathOf(document: ReportDocument): string | undefined {
  const { style } = parseFrontMatter(document).frontMatter;
  return style !== undefined && isStyleFile(style) ? style : undefined;
}

/** Reads the style file that a report names, from inside its workspace folder only; `undefined` where it names none. Never throws. */
export async function readStyle(host: Host, document: ReportDocument, folders: readonly string[]): Promise<StyleRead | undefined> {
  const path = stylePathOf(document);
  if (path === undefined) return undefined;
  const root = rootOf(document.uri, folders);
  const file = root === undefined ? undefined : resolveInside(root, document.uri, path);
  const answer: FileAnswer = file === undefined || root === undefined ? { kind: 'outside' } : await host.readFile(file, root, mostBytes);
  const where = file === undefined ? { path } : { path, file };
  if (answer.kind !== 'file') return { ...where, style: {}, problems: [notRead(answer)] };
  const text = decodeSheet(answer.bytes);
  if (text === undefined) return { ...where, style: {}, problems: [{ message: 'The file is no text.', args: [] }] };
  return { ...where, ...parseStyleFile(text) };
}

function notRead(answer: Exclude<FileAnswer, { readonly kind: 'file' }>): StyleRead['problems'][number] {
  switch (answer.kind) {
    case 'missing':
      return { message: 'There is no such file: check its name; it is looked for from the folder of the report.', args: [] };
    case 'outside':
      return { message: 'The file lies outside the workspace folder: copy it beside the report and name it from there.', args: [] };
    case 'tooLarge':
      return { message: 'The file is too large to be a style file.', args: [] };
    case 'unreadable':
      return {
        message: 'The file cannot be read ({0}): close it in other programs, or check its permissions.',
        args: [answer.reason],
      };
  }
}
