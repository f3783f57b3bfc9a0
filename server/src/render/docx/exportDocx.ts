import { Document, type FileChild, Packer, PageBreak, Paragraph } from 'docx';
import type { Block, Report } from '../../engine/model/report.ts';
import { chartTables } from '../layout/chartData.ts';
import { formOf, hasRedHead } from '../layout/forms.ts';
import { isLandscape } from '../layout/orientation.ts';
import { reportLanguage } from '../layout/reportLanguage.ts';
import { attendanceParagraph } from './attendance.ts';
import { captionParagraph, collectCaptions } from './captions.ts';
import { chartParagraphs } from './charts.ts';
import { DocumentState } from './documentState.ts';
import type { DocxExport, DocxOptions } from './docxOptions.ts';
import { formulaParagraphs } from './formulas.ts';
import { headParagraphs } from './head.ts';
import { imprintParagraphs } from './imprint.ts';
import { keptWithNext } from './keptTogether.ts';
import { missingListParagraphs } from './missingList.ts';
import {
  attachmentNoteParagraphs,
  attachmentParagraphs,
  bodyParagraph,
  codeParagraph,
  headingParagraph,
  listParagraphs,
  noteParagraph,
  titleParagraph,
} from './paragraphs.ts';
import { measurePictures, pictureParagraphs } from './pictures.ts';
import { corePropertiesPart, fontTablePart, settingsPart } from './rawXml.ts';
import { runsOf, textOf } from './runs.ts';
import { SectionFlow, sectionsOf } from './sections.ts';
import { settleParts } from './settleParts.ts';
import { signatureParagraphs } from './signature.ts';
import { styleIds, stylesOf } from './styles.ts';
import { collectHeadings, tableOfContentsParagraphs } from './tableOfContents.ts';
import { tableParagraphs } from './tables.ts';
import { resetZipTimes } from './zipTimes.ts';

/** Blocks between two looks at the signal. */
const blocksAStep = 200;
/** The share of the progress that the blocks take; packing is the rest. */
const blocksShare = 0.6;
const hyperlinkType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

/**
 * The report as a Word document laid out to GB/T 9704-2012 (general form). The same report and options give the same
 * bytes. Pictures that cannot be printed are told in `problems`; nothing is left out silently.
 * @throws the signal's reason when it is aborted, and whatever `options.pictures` throws.
 */
export async function exportDocx(report: Report, options: DocxOptions): Promise<DocxExport> {
  const { signal, onProgress } = options;
  signal?.throwIfAborted();
  const state = new DocumentState(options, reportLanguage(report.frontMatter, report.blocks), footnoteLabels(report));
  collectCaptions(report.blocks, state);
  state.chartTables = chartTables(report.blocks);
  collectHeadings(report, state);
  await measurePictures(report, state);
  const flow = await flowOf(report, state);
  const { layout } = state;
  const document = new Document({
    sections: sectionsOf(flow, report, state),
    styles: stylesOf(layout, state.measures, state.language, state.tableSizes),
    ...(state.comments.length > 0 ? { comments: { children: state.comments } } : {}),
    footnotes: footnotesOf(report, state),
  });
  for (const { id, target } of state.links) document.Document.Relationships.addRelationship(id, hyperlinkType, target, 'External');
  signal?.throwIfAborted();
  onProgress?.(blocksShare);
  await options.breathe?.();
  signal?.throwIfAborted();
  const packed = await Packer.pack(document, 'uint8array', false, [
    settingsPart(layout, state.language),
    fontTablePart(layout),
    corePropertiesPart({
      title: titleOf(report),
      organ: report.frontMatter.issuingOrgan?.join('、') ?? signatureOf(report),
      number: report.frontMatter.documentNumber,
      documentType: report.frontMatter.documentType,
      keywords: report.frontMatter.keywords?.join('; '),
      language: state.language,
      time: options.time,
    }),
  ]);
  signal?.throwIfAborted();
  const bytes = state.chartCount > 0 ? settleParts(packed) : packed;
  resetZipTimes(bytes);
  onProgress?.(1);
  return { bytes, problems: state.problems };
}

async function flowOf(report: Report, state: DocumentState): Promise<SectionFlow> {
  const { signal, onProgress, breathe, final, list } = state.options;
  const kept = keptWithNext(report.blocks);
  const flow = new SectionFlow();
  flow.add([...headParagraphs(report.frontMatter, state), ...unwrittenTitle(report, state)]);
  const total = report.blocks.length;
  for (const [index, block] of report.blocks.entries()) {
    if (index > 0 && index % blocksAStep === 0) {
      await breathe?.();
      signal?.throwIfAborted();
      onProgress?.((index / total) * blocksShare);
    }
    const printed =
      block.kind === 'picture' ? await pictureParagraphs(block, index, state) : printBlock(block, index, report, state, kept.has(index));
    if (block.kind === 'pageBreak') for (const paragraph of printed) flow.breakPage(paragraph);
    else
      flow.add(printed, {
        landscape: block.kind === 'table' && isLandscape(block.table, state.layout),
        leads: leadsOn(block),
        turns: block.kind === 'attachment',
      });
  }
  flow.add(imprintParagraphs(report.frontMatter, state));
  if (!final && list) flow.add(missingListParagraphs(state));
  return flow;
}

/** Whether a block stands on the page of what follows. */
const leadsOn = (block: Block): boolean =>
  block.kind === 'attachment' ||
  (block.kind === 'heading' && block.body.length === 0) ||
  (block.kind === 'caption' && block.of === 'table');

/** One block's paragraphs and tables; pictures are read elsewhere. */
function printBlock(
  block: Exclude<Block, { kind: 'picture' }>,
  index: number,
  report: Report,
  state: DocumentState,
  keepNext: boolean,
): readonly FileChild[] {
  switch (block.kind) {
    case 'nothing':
    case 'footnote':
      return [];
    case 'tableOfContents':
      return tableOfContentsParagraphs(report, state);
    case 'title':
      return [titleParagraph(block.lines, linesBeforeTitle(report, state), state)];
    case 'documentNumber':
      return [new Paragraph({ style: styleIds.documentNumber, children: runsOf(block.inlines, state) })];
    case 'addressee':
      return [new Paragraph({ style: styleIds.addressee, children: runsOf(block.inlines, state) })];
    case 'heading':
      return [headingParagraph(block, state, keepNext, state.headingBookmarks.get(index))];
    case 'paragraph':
      return [attendanceParagraph(block.inlines, report.frontMatter, state) ?? bodyParagraph(block.inlines, state, keepNext)];
    case 'closing':
      return [bodyParagraph(block.inlines, state, keepNext)];
    case 'list':
      return listParagraphs(block, state, keepNext);
    case 'table':
      return tableParagraphs(block.table, index, state, keepNext);
    case 'chart':
      return chartParagraphs(block, index, state);
    case 'formula':
      return formulaParagraphs(block, index, state);
    case 'caption':
      return [captionParagraph(block.of, block.inlines, state, block.of === 'table')];
    case 'code':
      return [codeParagraph(block, state)];
    case 'attachmentNote':
      return attachmentNoteParagraphs(block.items, state, keepNext);
    case 'signature':
      return signatureParagraphs(block, report.frontMatter, state, keepNext);
    case 'note':
      return [noteParagraph(block.inlines, state)];
    case 'attachment':
      return attachmentParagraphs(block, state);
    case 'pageBreak':
      return [new Paragraph({ style: styleIds.flush, spacing: { line: 20, lineRule: 'exact' }, children: [new PageBreak()] })];
  }
}

/** A title that stands in the front matter only. */
function unwrittenTitle(report: Report, state: DocumentState): Paragraph[] {
  const { title } = report.frontMatter;
  if (!title || report.blocks.some(({ kind }) => kind === 'title')) return [];
  return [titleParagraph([{ lineOffset: 0, inlines: [{ kind: 'text', text: title, start: 0 }] }], linesBeforeTitle(report, state), state)];
}

/** Empty lines above the title (7.3.1, 10.1): only below a red head, and none where the order's number brings them (10.2). */
function linesBeforeTitle({ frontMatter }: Report, state: DocumentState): number {
  return hasRedHead(frontMatter) && formOf(frontMatter) !== 'order' ? state.layout.linesBefore.title : 0;
}

function wordsOf(block: Block): string {
  if (block.kind === 'title') return block.lines.map((line) => textOf(line.inlines)).join('');
  if (block.kind === 'heading') return textOf(block.heading) + textOf(block.body);
  return 'inlines' in block ? textOf(block.inlines) : '';
}

function titleOf(report: Report): string | undefined {
  const title = report.blocks.find((block) => block.kind === 'title');
  return report.frontMatter.title ?? (title?.kind === 'title' ? wordsOf(title) : undefined);
}

function signatureOf(report: Report): string | undefined {
  const signature = report.blocks.findLast((block) => block.kind === 'signature');
  return signature?.kind === 'signature' ? signature.organs.map((organ) => textOf(organ.inlines)).join('、') : undefined;
}

const footnoteLabels = (report: Report): ReadonlySet<string> =>
  new Set(report.blocks.flatMap((block) => (block.kind === 'footnote' ? [block.label] : [])));

/** The notes that the text refers to, under the numbers it gave them. */
function footnotesOf(report: Report, state: DocumentState): Record<string, { children: Paragraph[] }> {
  const notes: Record<string, { children: Paragraph[] }> = {};
  for (const block of report.blocks) {
    if (block.kind !== 'footnote') continue;
    const number = state.footnoteNumbers.get(block.label);
    if (number === undefined || notes[number] !== undefined) continue;
    notes[number] = { children: [new Paragraph({ style: styleIds.footnoteText, children: runsOf(block.inlines, state) })] };
  }
  return notes;
}
