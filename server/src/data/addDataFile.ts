import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { ReportDocument } from '../engine/document.ts';
import { frontMatterKeys, parseFrontMatter } from '../engine/model/parseFrontMatter.ts';
import { nestsTooDeeply } from '../engine/model/yamlDepth.ts';
import type { SheetEdit } from './mergeSheet.ts';

const dataNames: ReadonlySet<string> = new Set(frontMatterKeys.flatMap(({ key, names }) => (key === 'data' ? names : [])));
const mostLines = 500;

/**
 * The edit that names a data file in a report's front matter, which is begun where there is none. `name` is the key to use: `data` or 数据.
 * Where the report names files already, this one is added to them. `undefined` where the data stand in the front matter itself, or it
 * cannot be read: then the writer adds the file himself.
 */
export function addDataFile(document: ReportDocument, path: string, name: string): SheetEdit | undefined {
  const eol = document.eol;
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
  const counter = new LineCounter();
  const { contents, errors } = parseDocument(yaml, { prettyErrors: false, lineCounter: counter });
  if (errors.length > 0 || (contents !== null && !isMap(contents))) return undefined;
  const named = isMap(contents)
    ? contents.items.find(({ key }) => isScalar(key) && dataNames.has(String(key.value).toLowerCase()))
    : undefined;
  if (isMap(contents) && contents.flow) return undefined;
  if (named === undefined) return insertAt(close, `${entry}${eol}`);
  const { value } = named;
  if (value === null || (isScalar(value) && value.value === null)) return undefined;
  if (isSeq(value) && !value.flow) {
    const last = value.items.at(-1);
    if (!isScalar(last) || !last.range) return undefined;
    const { line } = counter.linePos(last.range[0]);
    const bullet = /^\s*-\s+/.exec(content[line - 1] ?? '')?.[0];
    return bullet === undefined ? undefined : insertAt(line + 1, `${bullet}${JSON.stringify(path)}${eol}`);
  }
  const files = parseFrontMatter(document).frontMatter.data;
  if (!(isScalar(value) || isSeq(value)) || !value.range || files === undefined) return undefined;
  const [start, end] = [counter.linePos(value.range[0]), counter.linePos(value.range[1])];
  return {
    // The content begins in line 1 of the report, and the counter counts from 1.
    range: { start: { line: start.line, character: start.col - 1 }, end: { line: end.line, character: end.col - 1 } },
    newText: `[${[...files, path].map((file) => JSON.stringify(file)).join(', ')}]`,
  };
}

const insertAt = (line: number, newText: string): SheetEdit => ({
  range: { start: { line, character: 0 }, end: { line, character: 0 } },
  newText,
});
