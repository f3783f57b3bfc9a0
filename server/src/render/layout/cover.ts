import type { FrontMatter } from '../../engine/model/frontMatter.ts';
import type { Block, Inline, TextLine } from '../../engine/model/report.ts';
import type { FontRole, PageLayout } from './pageLayout.ts';
import { printedText } from './paragraphs.ts';

/** One line of words on the cover page, its parts broken where they are too long. */
export interface CoverLine {
  readonly inlines: readonly Inline[];
  readonly role: FontRole;
  readonly align: 'right' | 'center';
  /** Empty lines of the grid above it. */
  readonly linesBefore: number;
}

/** Where the title and the organ begin, as shares of the lines of a page. */
const titleAt = 0.28;
const organAt = 0.72;

/** Words alone: what is marked or noted stands in the report itself. */
const wordsOf = (inlines: readonly Inline[]): readonly Inline[] =>
  added(inlines.map((inline) => (inline.kind === 'footnoteReference' ? '' : printedText(inline))).join(''));

const added = (text: string): readonly Inline[] => [{ kind: 'text', text, start: 0 }];

/**
 * The cover page of a report that wants one (`cover: true`): number at the upper right, title in the upper part, organ and date in the lower.
 * It takes the place of a red head (GB/T 9704-2012 knows no cover). Page numbers begin on the page after it.
 */
export function coverLines(frontMatter: FrontMatter, blocks: readonly Block[], layout: PageLayout): readonly CoverLine[] {
  if (frontMatter.cover !== true) return [];
  const titles = titleLinesOf(frontMatter, blocks);
  const signature = blocks.findLast((block) => block.kind === 'signature');
  const organs = frontMatter.issuingOrgan?.map(added) ?? signature?.organs.map(({ inlines }) => wordsOf(inlines)) ?? [];
  const written = signature?.date && wordsOf(signature.date.inlines);
  const date = written ?? (frontMatter.printingDate ? added(frontMatter.printingDate) : undefined);
  const number = frontMatter.documentNumber;
  const { lines } = layout.grid;
  const found: CoverLine[] = [];
  if (number) found.push({ inlines: added(number), role: 'body', align: 'right', linesBefore: 0 });
  const first = Math.round(lines * titleAt) - found.length;
  titles.forEach((inlines, index) => {
    found.push({ inlines, role: 'title', align: 'center', linesBefore: index === 0 ? first : 0 });
  });
  const used = Math.round(lines * titleAt) + Math.ceil((titles.length * layout.titlePitchPt) / layout.grid.linePitchPt);
  const lower = [...organs, ...(date === undefined ? [] : [date])];
  lower.forEach((inlines, index) => {
    found.push({
      inlines,
      role: 'heading3',
      align: 'center',
      linesBefore: index === 0 ? Math.max(1, Math.round(lines * organAt) - used) : 0,
    });
  });
  return found;
}

function titleLinesOf({ title }: FrontMatter, blocks: readonly Block[]): readonly (readonly Inline[])[] {
  const typed = blocks.find((block) => block.kind === 'title');
  if (typed !== undefined) return typed.lines.map(({ inlines }: TextLine) => wordsOf(inlines));
  return title ? [added(title)] : [];
}

/** The title at the head of every page, on one line; `undefined` where the layout wants none or there is no title. */
export function runningHead(frontMatter: FrontMatter, blocks: readonly Block[], layout: PageLayout): string | undefined {
  if (layout.runningHead !== true) return undefined;
  const text =
    frontMatter.title ??
    titleLinesOf(frontMatter, blocks)
      .map((inlines) => inlines.map(printedText).join(''))
      .join('');
  return text === '' ? undefined : text;
}

/** From the paper's upper edge to the running head's, in millimetres. */
export const runningHeadTop = 15;
