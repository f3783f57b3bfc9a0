import type { Block } from '../../engine/model/report.ts';
import { gap } from './breakBlock.ts';
import type { PageLayout } from './pageLayout.ts';
import { addedRun, breakParagraph, printedText } from './paragraphs.ts';
import type { BrokenBlock, Row } from './rows.ts';

export type Heading = Extract<Block, { readonly kind: 'heading' }>;

/** Levels of headings that a table of contents lists. */
export const listedLevels = 2;
/** Cells kept free at the right for leader and page number. */
const numberCells = 3;
/** As Word users write it. */
const title = { chinese: '目　　录', english: 'Contents' } as const;

/** Words of an entry: a heading that is run into its paragraph lists only itself, without its full stop. */
function entryText({ number, heading, body }: Heading): string {
  const words = heading.map((inline) => (inline.kind === 'footnoteReference' ? '' : printedText(inline))).join('');
  return number + (body.length > 0 ? words.replace(/[。.]$/, '') : words);
}

/** The rows of a table of contents; page numbers are put in when a page is printed. */
export function breakContents(headings: readonly Heading[], layout: PageLayout, eastAsian: boolean): BrokenBlock {
  const rows: Row[] = [];
  if (headings.length > 0) {
    rows.push(
      ...breakParagraph(
        [addedRun(eastAsian ? title.chinese : title.english, 'blackLabel', layout)],
        { kind: 'contentsTitle', align: 'center' },
        layout,
      ),
      gap(1, layout),
    );
  }
  for (const heading of headings) {
    const indent = (heading.level - 1) * 4;
    const shape = { kind: 'contentsEntry', align: 'left', firstIndent: indent, indent, rightIndent: numberCells * 2 } as const;
    for (const row of breakParagraph([addedRun(entryText(heading), 'body', layout)], shape, layout)) {
      rows.push(row.last ? { ...row, target: heading } : row);
    }
  }
  return { rows, breakBefore: false, keepWithNext: false, keepWithPrevious: false, together: Math.min(3, rows.length) };
}
