import type { FrontMatter } from '../../engine/model/frontMatter.ts';
import { gap } from './breakBlock.ts';
import { formOf, markRules } from './forms.ts';
import { measuresOf, toPoints } from './measures.ts';
import type { FontRole, PageLayout } from './pageLayout.ts';
import { addedRun, breakParagraph, type ParagraphShape } from './paragraphs.ts';
import type { BrokenBlock, Row } from './rows.ts';
import { widthInChars } from './widthInChars.ts';

/** Upper edge of the organ's mark below the upper edge of the type area, in millimetres (GB/T 9704-2012, 7.2.4). */
export const markBelowTop = 35;
/** Line height of the mark as a multiple of its size. */
export const markSpacing = 1.25;
/** Empty lines between the mark and the document number (7.2.5). */
const linesAfterMark = 2;
/** The rule below the document number, in millimetres (7.2.7). */
export const ruleBelowNumber = 4;

/** Least size of the mark in points. */
export const leastMark = 16;

/** Size of the mark in points: the layout's, or what lets the longest line fit; half points, as Word stores it. */
function markSize(marks: readonly string[], layout: PageLayout): number {
  const longest = marks.reduce((most, mark) => Math.max(most, widthInChars(mark)), 1);
  const fitting = Math.floor((measuresOf(layout).width / longest) * 2) / 2;
  return Math.max(leastMark, Math.min(layout.fonts.organMark.size, fitting));
}

/** The head of the first page (版头), as far as the front matter gives one; no rows without 发文机关. */
export function breakHead(frontMatter: FrontMatter, layout: PageLayout): BrokenBlock {
  const { pitch } = measuresOf(layout);
  const rows: Row[] = [];
  const line = (text: string, role: FontRole, shape: ParagraphShape) => {
    for (const row of breakParagraph([addedRun(text, role, layout)], shape, layout)) rows.push(row);
  };
  const labels: readonly (readonly [string | undefined, FontRole])[] = [
    [frontMatter.copyNumber, 'body'],
    [frontMatter.secrecy, 'blackLabel'],
    [frontMatter.urgency, 'blackLabel'],
  ];
  for (const [text, role] of labels) if (text) line(text, role, { kind: 'label', align: 'left' });
  const organs = frontMatter.issuingOrgan ?? [];
  const form = formOf(frontMatter);
  if (organs.length > 0 && frontMatter.documentNumber) {
    const room = toPoints(markBelowTop + (layout.typeAreaInset ?? 0)) - rows.length * pitch;
    if (room > 0) rows.push({ kind: 'gap', name: `mark${rows.length}`, height: room, stays: true });
    const [only] = organs;
    const suffix = form === 'letter' ? '' : markRules[form].suffix;
    const marks = organs.length === 1 && only !== undefined && !only.endsWith(suffix) ? [`${only}${suffix}`] : organs;
    const size = markSize(marks, layout);
    for (const mark of marks) {
      const run = { ...addedRun(mark, 'organMark', layout), size };
      const shape: ParagraphShape = { kind: 'organMark', align: 'center', pitch: layout.fonts.organMark.size * markSpacing };
      for (const row of breakParagraph([run], shape, layout)) rows.push(row);
    }
    rows.push({ ...gap(linesAfterMark, layout), stays: true });
    const signers = frontMatter.signers ?? [];
    const number = signers.length > 0 ? `　${frontMatter.documentNumber}　　签发人：${signers.join('　')}` : frontMatter.documentNumber;
    line(number, 'body', { kind: 'documentNumber', align: signers.length > 0 ? 'left' : 'center' });
    rows.push({ kind: 'rule', height: toPoints(ruleBelowNumber) });
    rows.push({ ...gap(layout.linesBefore.title, layout), stays: true });
  }
  return { rows, breakBefore: false, keepWithNext: rows.length > 0, keepWithPrevious: false, together: rows.length };
}
