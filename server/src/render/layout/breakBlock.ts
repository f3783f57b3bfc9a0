import type { Block, Inline, TextLine } from '../../engine/model/report.ts';
import { splitInlines } from './inlineLines.ts';
import { measuresOf } from './measures.ts';
import type { FontRole, PageLayout } from './pageLayout.ts';
import { addedRun, breakParagraph, type ParagraphShape, printedText, styledRuns, widthOf } from './paragraphs.ts';
import { breakPicture, captionRows, looseSpacing, type PictureSizes } from './pictures.ts';
import type { BrokenBlock, GapRow, ParagraphKind, Row, StyledRun, TextRow } from './rows.ts';
import { signatureIndents } from './signatureIndents.ts';
import { breakTable } from './tables.ts';
import { breakTitle } from './titleLines.ts';
import { printedWidth } from './widthInChars.ts';

const plain: Omit<BrokenBlock, 'rows'> = {
  breakBefore: false,
  keepWithNext: false,
  keepWithPrevious: false,
  together: 1,
};

type BlockOf<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>;
type Breaker<Kind extends Block['kind']> = (block: BlockOf<Kind>, layout: PageLayout, pictures: PictureSizes) => BrokenBlock;

export const gap = (lines: number, layout: PageLayout): GapRow => ({
  kind: 'gap',
  name: String(lines),
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
  const rows = breakParagraph(runs, { kind, firstIndent: layout.firstLineIndentChars * 2 }, layout);
  const alone = block.body.length === 0;
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
    const runs = [tabbed(addedRun(mark, 'body', layout), 2, layout), ...styledRuns(item.inlines, 'body', layout)];
    const shape: ParagraphShape = { kind: 'listItem', firstIndent: indent - 2, indent, sourceLine: item.lineOffset };
    for (const row of breakParagraph(runs, shape, layout)) rows.push(row);
  }
  return { ...plain, rows };
}

function table(block: BlockOf<'table'>, layout: PageLayout): BrokenBlock {
  const { rows: tableRows, columns } = breakTable(block.table, layout);
  const { caption } = block.table;
  const rows: Row[] = caption ? captionRows(caption.inlines, caption.lineOffset, layout) : [];
  const together = rows.length + 2;
  for (const row of tableRows) rows.push(row);
  return { ...plain, rows, together, columns, ...(tableRows[0] && { repeated: tableRows[0] }) };
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

/** Label of the note on attachments; the standard gives it (7.3.4). */
const attachmentLabel = '附件：';

/** 附件说明 (GB/T 9704-2012, 7.3.4): lines that go on begin under the first character of the name. */
function attachmentNote(block: BlockOf<'attachmentNote'>, layout: PageLayout): BrokenBlock {
  const rows: Row[] = [gap(layout.linesBefore.attachmentNote, layout)];
  const first = layout.firstLineIndentChars * 2;
  const numbersAt = first + attachmentLabel.length * 2;
  const numbered = block.items.some(({ number }) => number !== undefined);
  // The name begins one character after the number's first, one and a half where numbers have two digits.
  const namesAt = numbersAt + (numbered ? (block.items.length > 9 ? 3 : 2) : 0);
  block.items.forEach(({ number, inlines, lineOffset }, index) => {
    const runs = index === 0 ? [addedRun(attachmentLabel, 'body', layout)] : [];
    if (number !== undefined) {
      runs.push(tabbed(addedRun(`${number}.`, 'body', layout), namesAt - numbersAt, layout));
    }
    runs.push(...styledRuns(inlines, 'body', layout));
    const shape: ParagraphShape = {
      kind: 'attachmentNote',
      firstIndent: index === 0 ? first : numbersAt,
      indent: namesAt,
      sourceLine: lineOffset,
    };
    for (const row of breakParagraph(runs, shape, layout)) rows.push(row);
  });
  return { ...plain, rows };
}

/** The run spaced out to end at a tab stop `tab` half cells from its start. */
function tabbed(run: StyledRun, tab: number, layout: PageLayout): StyledRun {
  const width = (tab / 2) * measuresOf(layout).cell;
  return { ...run, tab, spacing: run.spacing + (width - widthOf([run])) / run.text.length };
}

/** 署名 and 成文日期 without seal (7.3.5.2), kept together and never alone on a page. */
function signature(block: BlockOf<'signature'>, layout: PageLayout): BrokenBlock {
  const width = ({ inlines }: TextLine) => printedWidth(inlines.map(printedText).join(''));
  const indents = signatureIndents(block.organs.map(width), block.date && width(block.date), layout.signatureRightChars);
  const rows: Row[] = [gap(layout.linesBefore.signature, layout)];
  const line = (printed: TextLine, kind: ParagraphKind, rightChars: number) =>
    rows.push(...stack([printed], 'body', { kind, align: 'right', rightIndent: Math.max(0, Math.round(rightChars * 2)) }, layout));
  block.organs.forEach((organ, index) => {
    line(organ, 'organ', indents.organs[index] ?? 0);
  });
  if (block.date) line(block.date, 'date', indents.date);
  return { ...plain, rows, keepWithPrevious: true, together: rows.length };
}

/** A title typed on one line is broken where sense and shape want it (7.3.1); several lines stay as typed. */
function titleLines(lines: readonly TextLine[], layout: PageLayout): readonly TextLine[] {
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

const breakers: { readonly [Kind in Block['kind']]: Breaker<Kind> } = {
  nothing: () => ({ ...plain, rows: [] }),
  title: (block, layout) => {
    const rows: Row[] = stack(
      titleLines(block.lines, layout),
      'title',
      { kind: 'title', align: 'center', pitch: layout.titlePitchPt },
      layout,
    );
    // 7.3.2; a report without addressee has the empty line as well, as the DOCX has.
    rows.push(gap(layout.linesBefore.addressee, layout));
    return { ...plain, rows, keepWithNext: true, together: rows.length };
  },
  documentNumber: ({ inlines }, layout) => body(inlines, layout, { kind: 'documentNumber', align: 'center', firstIndent: 0 }),
  addressee: ({ inlines }, layout) => body(inlines, layout, { kind: 'addressee', firstIndent: 0 }),
  heading,
  paragraph: ({ inlines }, layout) => body(inlines, layout),
  list,
  table,
  picture: breakPicture,
  caption: ({ inlines, of }, layout) => ({
    ...plain,
    keepWithNext: of === 'table',
    rows: captionRows(inlines, 0, layout),
  }),
  code,
  footnote: ({ inlines, label }, layout) => ({
    ...plain,
    rows: breakParagraph(
      [addedRun(`${label} `, 'footnote', layout), ...styledRuns(inlines, 'footnote', layout)],
      { kind: 'footnote', pitch: layout.fonts.footnote.size * looseSpacing },
      layout,
    ),
  }),
  closing: ({ inlines }, layout) => body(inlines, layout),
  attachmentNote,
  signature,
  note: ({ inlines }, layout) => body(inlines, layout),
  attachment,
  pageBreak: () => ({ ...plain, rows: [], breakBefore: true }),
  tableOfContents: () => ({ ...plain, rows: [] }),
};

/** Breaks one block into rows. Pure: the same block and layout give equal rows. */
export function breakBlock(block: Block, layout: PageLayout, pictures: PictureSizes): BrokenBlock {
  // The table pairs every kind with a breaker of that kind, which TypeScript cannot follow through an index.
  const breaker = breakers[block.kind] as Breaker<Block['kind']>;
  return breaker(block, layout, pictures);
}
