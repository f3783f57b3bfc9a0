// Word documents from raw XML, with only the parts that a test is about.
import { strToU8, zipSync } from 'fflate';

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface RawParts {
  /** Children of `w:body`. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly header?: string;
  /** Relationships of the document beside those of the parts above. */
  readonly relationships?: string;
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

/** The bytes of a document; relationships to styles and so on are made where there is such a part. */
export function rawDocx(parts: RawParts): Uint8Array {
  const named = ['styles', 'numbering', 'footnotes', 'endnotes', 'comments', 'header'] as const;
  const files: Record<string, Uint8Array> = {
    '_rels/.rels': strToU8(relationships(`<Relationship Id="d" Type="${office}/officeDocument" Target="word/document.xml"/>`)),
    'word/document.xml': strToU8(`<?xml version="1.0"?><w:document ${namespaces}><w:body>${parts.body}</w:body></w:document>`),
  };
  let related = parts.relationships ?? '';
  for (const name of named) {
    const xml = parts[name];
    if (xml === undefined) continue;
    const root = name === 'header' ? 'hdr' : name;
    files[`word/${name}.xml`] = strToU8(`<w:${root} ${namespaces}>${xml}</w:${root}>`);
    related += `<Relationship Id="${name}" Type="${office}/${name}" Target="${name}.xml"/>`;
  }
  files['word/_rels/document.xml.rels'] = strToU8(relationships(related));
  return zipSync({ ...files, ...parts.files });
}

const relationships = (inner: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
export const run = (text: string, look = ''): string =>
  `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
/** A paragraph of raw runs, or of plain words. */
export const p = (inner: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inner.startsWith('<') ? inner : run(inner)}</w:p>`;
export const style = (id: string, name: string, properties = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${properties}</w:style>`;
export const cell = (inner: string, properties = ''): string =>
  `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${inner.startsWith('<') ? inner : p(inner)}</w:tc>`;
export const row = (...cells: readonly string[]): string =>
  `<w:tr>${cells.map((one) => (one.startsWith('<w:tc>') ? one : cell(one))).join('')}</w:tr>`;
export const table = (...rows: readonly string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;
/** A large centred line, as titles are. */
export const title = (text: string): string => p(run(text, '<w:sz w:val="44"/>'), '<w:jc w:val="center"/>');
