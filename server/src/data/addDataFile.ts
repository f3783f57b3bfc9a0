import { isMap, isScalar, parseDocument } from 'yaml';
import type { ReportDocument } from '../engine/document.ts';
import { frontMatterKeys } from '../engine/model/parseFrontMatter.ts';
import { nestsTooDeeply } from '../engine/model/yamlDepth.ts';
import type { SheetEdit } from './mergeSheet.ts';

const dataNames: ReadonlySet<string> = new Set(frontMatterKeys.flatMap(({ key, names }) => (key === 'data' ? names : [])));
const mostLines = 500;

/**
 * The edit that names a data file in a report's front matter, which is begun where there is none. `name` is the key to use: `data` or 数据.
 * `undefined` where the report names data already, or its front matter cannot be read: then the writer adds the file himself.
 */
export function addDataFile(document: ReportDocument, path: string, name: string): SheetEdit | undefined {
  const eol = document.line(0).eol || '\n';
  const entry = `${name}: [${JSON.stringify(path)}]`;
  if (document.line(0).syntax.kind !== 'frontMatter') return insertAt(0, `---${eol}${entry}${eol}---${eol}`);
  const content: string[] = [];
  let close: number | undefined;
  for (const { syntax, text } of document.lines(1, mostLines)) {
    if (syntax.kind !== 'frontMatter') break;
    if (syntax.part === 'close') {
      close = content.length + 1;
      break;
    }
    content.push(text);
  }
  const yaml = content.join('\n');
  if (close === undefined || nestsTooDeeply(yaml)) return undefined;
  const { contents, errors } = parseDocument(yaml, { prettyErrors: false });
  if (errors.length > 0 || (contents !== null && !isMap(contents))) return undefined;
  const named = isMap(contents) && contents.items.some(({ key }) => isScalar(key) && dataNames.has(String(key.value).toLowerCase()));
  return named || (isMap(contents) && contents.flow) ? undefined : insertAt(close, `${entry}${eol}`);
}

const insertAt = (line: number, newText: string): SheetEdit => ({
  range: { start: { line, character: 0 }, end: { line, character: 0 } },
  newText,
});
