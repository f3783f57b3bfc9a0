import { ConcreteHyperlink, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx';
import type { Block, Report } from '../../engine/model/report.ts';
import { ReportLayout } from '../layout/reportLayout.ts';
import type { DocumentState } from './documentState.ts';
import { field, fieldEnd, fieldStart } from './rawXml.ts';
import { textOf, textRuns } from './runs.ts';
import { styleIds } from './styles.ts';

type Heading = Extract<Block, { kind: 'heading' }>;

/** Levels that a table of contents lists. */
const levels = 2;

/** Notes which headings a table of contents will list, so that they get bookmarks. Nothing without one. */
export function collectHeadings({ blocks }: Report, state: DocumentState): void {
  if (!blocks.some(({ kind }) => kind === 'tableOfContents')) return;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading' && block.level <= levels)
      state.headingBookmarks.set(index, `_Toc${String(state.headingBookmarks.size + 1).padStart(6, '0')}`);
  }
}

/** Words of an entry: a heading that is run into its paragraph lists only itself, without its full stop. */
const entryText = ({ number, heading, body }: Heading): string => {
  const text = textOf(heading);
  return number + (body.length > 0 ? text.replace(/[。.]$/, '') : text);
};

/**
 * A table of contents as a Word field, filled in: entries lead to their headings, page numbers are those of the preview's
 * layout, and Word can update both.
 */
export function tableOfContentsParagraphs(report: Report, state: DocumentState): Paragraph[] {
  const entries = [...state.headingBookmarks].flatMap(([index, bookmark]) => {
    const block = report.blocks[index];
    return block?.kind === 'heading' ? [{ bookmark, block }] : [];
  });
  if (entries.length === 0) return [];
  const pages = pageNumbers(report, state);
  const title = new Paragraph({ style: styleIds.contentsTitle, children: textRuns(state.eastAsian ? '目　　录' : 'Contents', state) });
  return [
    title,
    ...entries.map(({ bookmark, block }, place) => {
      const page = field(` PAGEREF ${bookmark} \\h `, textRuns(String(pages(block)), state));
      const words: ParagraphChild[] = [...textRuns(entryText(block), state), new TextRun({ children: [new Tab()] }), ...page];
      return new Paragraph({
        style: styleIds.contents[block.level - 1] ?? styleIds.contents[0],
        tabStops: [{ type: 'right', position: state.measures.width, leader: 'middleDot' }],
        children: [
          ...(place === 0 ? fieldStart(` TOC \\o "1-${levels}" \\h \\z \\u `) : []),
          new ConcreteHyperlink(words, bookmark, bookmark),
          ...(place === entries.length - 1 ? [fieldEnd()] : []),
        ],
      });
    }),
  ];
}

/** The numbers of the pages that headings stand on in the preview's layout, as they are printed: a cover is not counted. */
function pageNumbers({ blocks, frontMatter }: Report, state: DocumentState): (heading: Block) => number {
  const layout = new ReportLayout(state.layout, { sizeOf: (path) => state.pictureSizes.get(path) });
  layout.update(blocks, frontMatter);
  return (heading) => layout.numberOf(layout.contentsPageOf(heading) ?? 0) ?? 1;
}
