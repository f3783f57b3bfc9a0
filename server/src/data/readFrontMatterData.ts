import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { ReportDocument } from '../engine/document.ts';
import { frontMatterKeys } from '../engine/model/parseFrontMatter.ts';
import { nestsTooDeeply } from '../engine/model/yamlDepth.ts';
import { YamlReader } from './readYaml.ts';
import type { DataSheet } from './sheet.ts';

const dataNames: ReadonlySet<string> = new Set(frontMatterKeys.flatMap(({ key, names }) => (key === 'data' ? names : [])));
const mostLines = 500;

/**
 * The data that stand in the report itself: `data:` (数据:) as a map in the front matter. Places are those of the report. `undefined` where
 * there are none, or where `data:` names files. Never throws.
 */
export function readFrontMatterData(document: ReportDocument, path = ''): DataSheet | undefined {
  if (document.line(0).syntax.kind !== 'frontMatter') return undefined;
  const content: string[] = [];
  for (const { syntax, text } of document.lines(1, mostLines)) {
    if (syntax.kind !== 'frontMatter' || syntax.part === 'close') break;
    content.push(text);
  }
  const text = content.join('\n');
  // The front matter's own rule says what is wrong with it.
  if (nestsTooDeeply(text)) return undefined;
  const counter = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: false });
  if (!isMap(contents)) return undefined;
  const data = contents.items.find(({ key }) => isScalar(key) && dataNames.has(String(key.value).toLowerCase()));
  return isMap(data?.value) ? new YamlReader(path, counter, 1).readRoot(data.value) : undefined;
}
