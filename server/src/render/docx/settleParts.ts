import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { resetZipTimes } from './zipTimes.ts';

/** As the library writes them: one of the first pattern in each file of relationships, uses of it elsewhere as the second. */
const relationship = /\bId="rId([0-9a-z_-]{16,40})"/g;
const use = /\br:id="rId([0-9a-z_-]{16,40})"/g;
const epoch = new Date(1980, 0, 1);

/**
 * The package again with nothing in it that chance or the clock gave: ids that the library draws by lot for charts and their workbooks become `rIdPart1` …, and
 * workbooks bear the time of all other parts. Packs anew, so it is only for documents with charts.
 */
export function settleParts(docx: Uint8Array): Uint8Array {
  const files = unzipSync(docx);
  const names = new Map<string, string>();
  for (const [path, bytes] of Object.entries(files)) {
    if (!path.endsWith('.rels')) continue;
    const xml = strFromU8(bytes);
    const settled = xml.replace(relationship, (_, id: string) => {
      const name = names.get(id) ?? `rIdPart${names.size + 1}`;
      names.set(id, name);
      return `Id="${name}"`;
    });
    if (settled !== xml) files[path] = strToU8(settled);
  }
  for (const [path, bytes] of Object.entries(files)) {
    if (path.endsWith('.xlsx')) resetZipTimes(bytes);
    if (path !== 'word/document.xml' && !path.startsWith('word/charts/')) continue;
    if (path.endsWith('.xml'))
      files[path] = strToU8(strFromU8(bytes).replace(use, (whole, id: string) => attribute(names.get(id)) ?? whole));
  }
  return zipSync(files, { mtime: epoch });
}

const attribute = (name: string | undefined): string | undefined => (name === undefined ? undefined : `r:id="${name}"`);
