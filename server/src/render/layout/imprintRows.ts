import type { FrontMatter } from '../../engine/model/frontMatter.ts';
import { formOf } from './forms.ts';
import { measuresOf } from './measures.ts';
import { imprintRules } from './officialMeasures.ts';
import type { PageLayout } from './pageLayout.ts';
import { addedRun, breakParagraph, filled, widthOf } from './paragraphs.ts';
import type { BrokenBlock, Row } from './rows.ts';
import { widthInChars } from './widthInChars.ts';

/** Least height of a row of the imprint, as a multiple of its type size. */
const rowSpacing = 1.6;

/** Line height of the imprint in points. */
export const imprintPitch = ({ fonts }: PageLayout): number => fonts.imprint.size * rowSpacing;

/**
 * 版记 (7.4): copies to, printing organ and date, between rules as wide as the type area, the last one on its lower edge. No rows without 抄送 and
 * 印发机关. A letter's imprint has neither printing organ nor rules (10.1).
 */
export function breakImprint(frontMatter: FrontMatter, layout: PageLayout, eastAsian: boolean): BrokenBlock {
  const { width } = measuresOf(layout);
  const { size } = layout.fonts.imprint;
  const pitch = imprintPitch(layout);
  const isLetter = formOf(frontMatter) === 'letter';
  const copies = frontMatter.copiesTo ?? [];
  const printer = isLetter ? undefined : frontMatter.printingOrgan;
  const date = isLetter ? undefined : frontMatter.printingDate;
  const parts: (readonly Row[])[] = [];
  if (copies.length > 0) {
    const label = eastAsian ? '抄送：' : 'Copies to: ';
    const at = size * (1 + widthInChars(label));
    // Not spread: the lines would be spread over the blank at the right.
    const shape = { kind: 'imprint', align: 'left', pitch, offset: { first: size, others: at }, width: width - size } as const;
    parts.push(breakParagraph([addedRun(`${label}${listOf(copies, eastAsian)}`, 'imprint', layout)], shape, layout));
  }
  if (printer || date) {
    const printed = date ? (eastAsian && !date.endsWith('印发') ? `${date}印发` : date) : '';
    const dateRun = addedRun(printed, 'imprint', layout);
    const organRun = filled(addedRun(printer || '\u3000', 'imprint', layout), width - 2 * size - widthOf([dateRun]));
    const shape = { kind: 'imprint', align: 'left', pitch, offset: { first: size, others: size } } as const;
    parts.push(breakParagraph([organRun, dateRun], shape, layout));
  }
  const rule = (weight: number): Row => ({ kind: 'rule', height: weight, above: 0, weight, red: false });
  const rows = parts.flatMap((part, index) => [...(index > 0 ? [rule(imprintRules.thin)] : []), ...part]);
  const ruled = rows.length === 0 || isLetter ? rows : [rule(imprintRules.thick), ...rows, rule(imprintRules.thick)];
  return { rows: ruled, breakBefore: false, keepWithNext: false, keepWithPrevious: false, together: ruled.length, atFoot: true };
}

/** Organs of one level joined by “，”, closed by “。” (7.4.2), unless the writer closed the list. */
function listOf(copies: readonly string[], eastAsian: boolean): string {
  const joined = copies.join(eastAsian ? '，' : ', ');
  return /[。.]$/.test(joined) ? joined : `${joined}${eastAsian ? '。' : '.'}`;
}
