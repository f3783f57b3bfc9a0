import { ReportDocument } from '../../server/src/engine/document.ts';
import { reportOf } from '../../server/src/engine/model/blocks.ts';
import { type DocxImport, type ImportOptions, importDocx } from '../../server/src/import/importDocx.ts';
import type { DocxOptions } from '../../server/src/render/docx/docxOptions.ts';
import { exportDocx } from '../../server/src/render/docx/exportDocx.ts';
import { layoutOf } from '../../server/src/render/layout/layoutOf.ts';
import { english } from '../../server/src/wording/localize.ts';
import { onePixelPng } from '../support/docx/samplePictures.ts';

export type Imported = Extract<DocxImport, { kind: 'report' }>;

export const reportOfText = (text: string): ReportDocument => ReportDocument.create('file:///test.report', 'report', 1, text);

/** A report's text as the command makes a Word document of it; every picture is one grey pixel, unless it is said otherwise. */
export async function exported(
  text: string,
  final: boolean,
  pictures: DocxOptions['pictures'] = async () => ({ bytes: onePixelPng }),
): Promise<Uint8Array> {
  const document = reportOfText(text);
  const options = { layout: layoutOf(document), final, list: true, pictures, t: english };
  return (await exportDocx(reportOf(document), options)).bytes;
}

export const imported = (bytes: Uint8Array, options: Partial<ImportOptions> = {}): Promise<DocxImport> =>
  importDocx(bytes, { pictureFolder: 'test.assets', t: english, ...options });

/** Throws for a document that is refused. */
export async function importedReport(bytes: Uint8Array, options: Partial<ImportOptions> = {}): Promise<Imported> {
  const result = await imported(bytes, options);
  if (result.kind === 'refused') throw new Error(result.message);
  return result;
}

const run = /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t xml:space="preserve">([^<]*)<\/w:t><\/w:r>/g;

/**
 * The XML of a document, runs of one look beside one another joined: a backslash that keeps a mark from meaning something parts a run, and the
 * report may do without it. Pictures without a caption are described by their file, whose name is another one.
 */
export function joinedRuns(xml: string): string {
  let last: { readonly end: number; readonly look: string } | undefined;
  let out = '';
  let at = 0;
  for (const match of xml.matchAll(run)) {
    const [whole, look = '', words = ''] = match;
    const close = '</w:t></w:r>';
    if (last?.end === match.index && last.look === look) {
      out = `${out.slice(0, -close.length)}${words}${close}`;
    } else {
      out += xml.slice(at, match.index) + whole;
    }
    at = match.index + whole.length;
    last = { end: at, look };
  }
  return (out + xml.slice(at)).replace(/ descr="[^"]*"/g, '');
}
