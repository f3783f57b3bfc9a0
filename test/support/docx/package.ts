// Looks into a .docx: its parts, and what the Open XML SDK validator does not see.
import JSZip from 'jszip';

export interface DocxPackage {
  readonly parts: ReadonlyMap<string, string>;
  readonly names: readonly string[];
  part(path: string): string;
}

const isText = (name: string): boolean => /\.(?:xml|rels)$/.test(name);

/** Throws if `bytes` is no zip file. */
export async function openDocx(bytes: Uint8Array): Promise<DocxPackage> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = new Map<string, string>();
  for (const [name, file] of Object.entries(zip.files)) if (isText(name)) parts.set(name, await file.async('string'));
  return {
    parts,
    names: Object.keys(zip.files),
    part(path) {
      const data = parts.get(path);
      if (data === undefined) throw new Error(`The document has no part ${path}, only ${[...parts.keys()].join(' ')}`);
      return data;
    },
  };
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function duplicates(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

/**
 * The faults that the validator misses, in words: unknown style ids, bookmarks and comments that never end or bear one
 * name twice, cells without a paragraph at their end (Word refuses the file), unbalanced fields, fonts larger than Word
 * can set, characters that XML forbids, relationships to nothing, theme fonts.
 */
export function faultsOf(docx: DocxPackage): readonly string[] {
  const faults: string[] = [];
  const styles = docx.part('word/styles.xml');
  const known = new Set(all(styles, /<w:style [^>]*w:styleId="([^"]*)"/g));
  for (const id of duplicates(all(styles, /<w:style [^>]*w:styleId="([^"]*)"/g))) faults.push(`style ${id} is defined twice`);
  for (const id of all(styles, /<w:(?:basedOn|next|link) w:val="([^"]*)"/g))
    if (!known.has(id)) faults.push(`styles.xml leads to the unknown style ${id}`);
  for (const [name, xml] of docx.parts) {
    for (const id of all(xml, /<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"/g))
      if (!known.has(id)) faults.push(`${name} uses the unknown style ${id}`);
    for (const kind of ['bookmark', 'commentRange']) {
      const starts = all(xml, new RegExp(`<w:${kind}Start [^>]*w:id="([^"]*)"`, 'g'));
      const ends = all(xml, new RegExp(`<w:${kind}End [^>]*w:id="([^"]*)"`, 'g'));
      for (const id of duplicates(starts)) faults.push(`${name}: ${kind} ${id} begins twice`);
      if ([...starts].sort().join() !== [...ends].sort().join())
        faults.push(`${name}: ${kind}s begin (${starts}) and end (${ends}) differently`);
    }
    for (const bookmark of duplicates(all(xml, /<w:bookmarkStart [^>]*w:name="([^"]*)"/g)))
      faults.push(`${name}: two bookmarks ${bookmark}`);
    for (const cell of xml.matchAll(/<w:tc>(.*?)<\/w:tc>/gs))
      if (!/<\/w:p>$|<w:p\/>$/.test(cell[1] ?? '')) faults.push(`${name}: a cell does not end in a paragraph`);
    const begins = count(xml, /w:fldCharType="begin"/g);
    const ends = count(xml, /w:fldCharType="end"/g);
    if (begins !== ends) faults.push(`${name}: ${begins} fields begin, ${ends} end`);
    for (const size of all(xml, /<w:szCs? w:val="(\d+)"/g))
      if (Number(size) < 2 || Number(size) > 3276) faults.push(`${name}: type size ${size}`);
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(xml))
      faults.push(`${name} has a character that XML forbids`);
    if (/<w:t(?: [^>]*)?>[^<]*[\t\n][^<]*<\/w:t>/.test(xml)) faults.push(`${name} has a tab or a line end inside a text`);
    if (/w:(?:ascii|hAnsi|eastAsia|cs)[Tt]heme=/.test(xml)) faults.push(`${name} names a theme font`);
    if (/<undefined|undefined"|NaN/.test(xml)) faults.push(`${name} has an undefined value`);
  }
  const document = docx.part('word/document.xml');
  const comments = docx.parts.get('word/comments.xml') ?? '';
  const defined = all(comments, /<w:comment [^>]*w:id="([^"]*)"/g)
    .sort()
    .join();
  if (
    all(document, /<w:commentReference w:id="([^"]*)"/g)
      .sort()
      .join() !== defined
  )
    faults.push('comments and their references differ');
  faults.push(...brokenRelationships(docx));
  return faults;
}

function brokenRelationships(docx: DocxPackage): readonly string[] {
  const faults: string[] = [];
  const names = new Set(docx.names);
  for (const [name, xml] of docx.parts) {
    if (!name.endsWith('.rels')) continue;
    const folder = name.replace(/_rels\/[^/]*$/, '');
    for (const id of duplicates(all(xml, /Id="([^"]*)"/g))) faults.push(`${name}: two relationships ${id}`);
    for (const [relationship] of xml.matchAll(/<Relationship [^>]*>/g)) {
      if (/TargetMode="External"/.test(relationship)) continue;
      const target = /Target="([^"]*)"/.exec(relationship)?.[1] ?? '';
      if (!names.has(target.startsWith('/') ? target.slice(1) : (folder + target).replace(/[^/]+\/\.\.\//g, '')))
        faults.push(`${name} leads to ${target}, which is not there`);
    }
    const part = folder + (/_rels\/(.*)\.rels$/.exec(name)?.[1] ?? '');
    const ids = new Set(all(xml, /Id="([^"]*)"/g));
    for (const id of all(docx.parts.get(part) ?? '', /r:(?:id|embed|link)="([^"]*)"/g))
      if (!ids.has(id)) faults.push(`${part} uses the unknown relationship ${id}`);
  }
  return faults;
}
