import type { Block, Inline, TextLine } from '../../engine/model/report.ts';
import { attendanceOf, attendanceRows } from './attendanceRows.ts';
import { withBoldPoint } from './boldPoints.ts';
import { breakChart } from './chartBlock.ts';
import { chartData } from './chartData.ts';
import { breakFormula } from './formulaBlock.ts';
import { splitInlines } from './inlineLines.ts';
import { measuresOf } from './measures.ts';
import type { FontRole, PageLayout } from './pageLayout.ts';
import { addedRun, breakParagraph, filled, type ParagraphShape, printedText, styledRuns } from './paragraphs.ts';
import { breakPicture, captionRows, looseSpacing, type PictureSizes } from './pictures.ts';
import { draftForm, type ReportForm } from './reportForm.ts';
import type { BrokenBlock, GapRow, ParagraphKind, Row, StyledRun, TextRow } from './rows.ts';
import { signatureRows } from './signatureRows.ts';
import { breakTableBlock } from './tableBlock.ts';
import { breakTitle } from './titleLines.ts';
import { widthInChars } from './widthInChars.ts';

const plain: Omit<BrokenBlock, 'rows'> = {
  breakBefore: false,
  keepWithNext: false,
  keepWithPrevious: false,
  together: 1,
};

type BlockOf<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>;
type Breaker<Kind extends Block['kind']> = (
  block: BlockOf<Kind>,
  layout: PageLayout,
  pictures: PictureSizes,
  form: ReportForm,
) => BrokenBlock;

export const gap = (lines: number, layout: PageLayout): GapRow => ({
  kind: 'gap',
  height: lines * measuresOf(layout).pitch,
});

function body(inlines: readonly Inline[], layout: PageLayout, shape: Partial<ParagraphShape> = {}): BrokenBlock {
  const firstIndent = layout.firstLineIndentChars * 2;
  return { ...plain, rows: breakParagraph(styledRuns(inlines, 'body', layout), { kind: 'body', firstIndent, ...shape }, layout) };
}

/** Lines of words that stand one below the other, each broken where it is too long. */
function stack(lines: readonly TextLine[], role: FontRole, shape: ParagraphShape, layout: PageLayout): TextRow[] {
  const rows: TextRow[] = [];
  for (const { inlines, lineOffset } of lines) {
    for (const row of breakParagraph(styledRuns(inlines, role, layout), { ...shape, sourceLine: lineOffset }, layout)) rows.push(row);
  }
  return rows;
}

const headingKinds: Readonly<Record<1 | 2 | 3 | 4, ParagraphKind & FontRole>> = {
  1: 'heading1',
  2: 'heading2',
  3: 'heading3',
  4: 'heading4',
};

function heading(block: BlockOf<'heading'>, layout: PageLayout): BrokenBlock {
  const kind = headingKinds[block.level];
  const runs: StyledRun[] = [];
  if (block.number) runs.push(addedRun(block.number, kind, layout));
  runs.push(...styledRuns(block.heading, kind, layout), ...styledRuns(block.body, 'body', layout));
  const alone = block.body.length === 0;
  const flush = alone ? layout.flushHeadings : undefined;
  const words = breakParagraph(runs, { kind, firstIndent: flush ? 0 : layout.firstLineIndentChars * 2 }, layout);
  const rows = flush ? [gap(flush.linesBefore, layout), ...words] : words;
  return { ...plain, rows, keepWithNext: alone, together: alone ? rows.length : 1 };
}

const bullets = ['•', '◦', '▪'] as const;
const deepest = 8;

/** Items hang on their bullets: three characters in, deeper ones further. */
function list(block: BlockOf<'list'>, layout: PageLayout): BrokenBlock {
  const rows: TextRow[] = [];
  for (const item of block.items) {
    const bullet = bullets[Math.min(item.depth, bullets.length - 1)] ?? bullets[0];
    const mark = item.checked === undefined ? bullet : item.checked ? '☑' : '☐';
    const indent = (layout.firstLineIndentChars + 1 + Math.min(item.depth, deepest)) * 2;
    const runs = [filled(addedRun(mark, 'body', layout), measuresOf(layout).cell), ...styledRuns(item.inlines, 'body', layout)];
    const shape: ParagraphShape = { kind: 'listItem', firstIndent: indent - 2, indent, sourceLine: item.lineOffset };
    for (const row of breakParagraph(runs, shape, layout)) rows.push(row);
  }
  return { ...plain, rows };
}

function code(block: BlockOf<'code'>, layout: PageLayout): BrokenBlock {
  const rows: TextRow[] = [];
  const pitch = layout.fonts.code.size * looseSpacing;
  block.lines.forEach((line, index) => {
    const shape: ParagraphShape = { kind: 'code', align: 'left', firstIndent: 4, indent: 4, pitch, sourceLine: index + 1 };
    for (const row of breakParagraph([addedRun(line.replaceAll('\t', '    '), 'code', layout)], shape, layout)) rows.push(row);
  });
  return { ...plain, rows };
}

/**
 * 附件说明 (GB/T 9704-2012, 7.3.4): lines that go on begin under the first character of the name. It stays whole, and with a signature that follows.
 */
function attachmentNote(block: BlockOf<'attachmentNote'>, layout: PageLayout, _: PictureSizes, { eastAsian }: ReportForm): BrokenBlock {
  const { cell } = measuresOf(layout);
  const rows: Row[] = [gap(layout.linesBefore.attachmentNote, layout)];
  const label = eastAsian ? '附件：' : 'Attachment: ';
  const first = layout.firstLineIndentChars * cell;
  const numbersAt = first + widthInChars(label) * cell;
  const numbered = block.items.some(({ number }) => number !== undefined);
  // The name begins one character after the number's first, one and a half where numbers have two digits.
  const namesAt = numbersAt + (numbered ? (block.items.length > 9 ? 1.5 : 1) * cell : 0);
  block.items.forEach(({ number, inlines, lineOffset }, index) => {
    const runs = index === 0 ? [filled(addedRun(label, 'body', layout), numbersAt - first)] : [];
    if (number !== undefined) runs.push(filled(addedRun(`${number}.`, 'body', layout), namesAt - numbersAt));
    runs.push(...styledRuns(inlines, 'body', layout));
    const offset = { first: index === 0 ? first : numbersAt, others: namesAt };
    rows.push(...breakParagraph(runs, { kind: 'attachmentNote', offset, sourceLine: lineOffset }, layout));
  });
  return { ...plain, rows, together: rows.length, leans: true };
}

/** Kept together and never alone on a page (7.3.5.5). */
function signature(block: BlockOf<'signature'>, layout: PageLayout, _: PictureSizes, form: ReportForm): BrokenBlock {
  const rows = signatureRows(block, layout, form);
  return { ...plain, rows, keepWithPrevious: true, together: rows.length };
}

/** A title typed on one line is broken where sense and shape want it (7.3.1); several lines stay as typed. */
export function titleLines(lines: readonly TextLine[], layout: PageLayout): readonly TextLine[] {
  const [line] = lines;
  if (!line || lines.length > 1) return lines;
  const chars = Math.floor(measuresOf(layout).width / layout.fonts.title.size);
  const columns = breakTitle(line.inlines.map(printedText).join(''), chars);
  return splitInlines(line.inlines, columns).map((inlines) => ({ inlines, lineOffset: line.lineOffset }));
}

/** 附件 (7.3.7): on a new page, its mark on the first line, its title on the third. */
function attachment(block: BlockOf<'attachment'>, layout: PageLayout): BrokenBlock {
  const rows: Row[] = [...breakParagraph(styledRuns(block.mark, 'blackLabel', layout), { kind: 'attachmentMark', align: 'left' }, layout)];
  if (block.title.length > 0) {
    rows.push(gap(1, layout));
    rows.push(
      ...stack(titleLines(block.title, layout), 'title', { kind: 'attachmentTitle', align: 'center', pitch: layout.titlePitchPt }, layout),
      gap(1, layout),
    );
  }
  return { ...plain, rows, breakBefore: true, keepWithNext: true, together: rows.length };
}

/** The title with the empty line below it (7.3.1, 7.3.2); a report without addressee has that as well. */
export function titleBlock(lines: readonly TextLine[], layout: PageLayout): BrokenBlock {
  const shape: ParagraphShape = { kind: 'title', align: 'center', pitch: layout.titlePitchPt };
  const rows: Row[] = [...stack(titleLines(lines, layout), 'title', shape, layout), gap(layout.linesBefore.addressee, layout)];
  return { ...plain, rows, keepWithNext: true, together: rows.length };
}

const breakers: { readonly [Kind in Block['kind']]: Breaker<Kind> } = {
  nothing: () => ({ ...plain, rows: [] }),
  title: ({ lines }, layout) => titleBlock(lines, layout),
  documentNumber: ({ inlines }, layout) => body(inlines, layout, { kind: 'documentNumber', align: 'center', firstIndent: 0 }),
  addressee: ({ inlines }, layout) => body(inlines, layout, { kind: 'addressee', firstIndent: 0 }),
  heading,
  paragraph: ({ inlines }, layout, _, { form }) => {
    const attendance = form === 'minutes' ? attendanceOf(inlines) : undefined;
    return attendance ? { ...plain, rows: attendanceRows(attendance, layout) } : body(withBoldPoint(inlines, layout), layout);
  },
  list,
  table: breakTableBlock,
  picture: breakPicture,
  chart: (block, layout) => breakChart(block, layout, chartData(undefined, block)),
  formula: breakFormula,
  caption: ({ inlines, of }, layout) => ({
    ...plain,
    keepWithNext: of === 'table',
    rows: captionRows(inlines, 0, layout),
    together: 2,
  }),
  code,
  // Its lines stand at the foot of the page that calls it; see footnotes.ts.
  footnote: () => ({ ...plain, rows: [] }),
  closing: ({ inlines }, layout) => body(inlines, layout),
  attachmentNote,
  signature,
  // Not parted from the signature above it.
  note: ({ inlines }, layout) => ({ ...body(inlines, layout), keepWithPrevious: true }),
  attachment,
  pageBreak: () => ({ ...plain, rows: [], breakBefore: true }),
  tableOfContents: () => ({ ...plain, rows: [] }),
};

/** Breaks one block into rows. Pure: the same block and layout give equal rows. */
export function breakBlock(block: Block, layout: PageLayout, pictures: PictureSizes, form: ReportForm = draftForm): BrokenBlock {
  // The table pairs every kind with a breaker of that kind, which TypeScript cannot follow through an index.
  const breaker = breakers[block.kind] as Breaker<Block['kind']>;
  return breaker(block, layout, pictures, form);
}
