import type { FrontMatter } from '../../engine/model/frontMatter.ts';
import { labelsOf, markLine, markSize } from './headRows.ts';
import { measuresOf, toPoints } from './measures.ts';
import { letterMeasures } from './officialMeasures.ts';
import type { PageLayout } from './pageLayout.ts';
import { addedRun, breakParagraph, filled, widthOf } from './paragraphs.ts';
import type { Row, RuleRow } from './rows.ts';
import { widestOf } from './widthInChars.ts';

const { markTop, lineLength, lowerLine, thick, thin, between, markSpacing } = letterMeasures;
const doubleLine = thick + between + thin;
/** From the mark to the double line below it, in mm (GB/T 9704-2012, 10.1). */
const lineBelowMark = 4;
/** Where the ink of Chinese characters ends, as a share of their size from the upper edge. */
const inkEnd = 0.95;

/** From the paper's upper edge to the first of a letter's lines, in points, for a mark of `count` lines in this size: 4 mm below its ink. */
export const letterFirstLine = (size: number, count: number): number =>
  toPoints(markTop + lineBelowMark) + size * (markSpacing * Math.max(0, count - 1) + inkEnd);

const rule = (above: number, weight: number): RuleRow => ({
  kind: 'rule',
  height: above + weight,
  above,
  weight,
  red: true,
  width: toPoints(lineLength),
});

/**
 * The head of a letter: over the paper the marks without 文件, the red double line below them and the one near the lower edge; in the type area the
 * labels at the left, the document number at the right of the first.
 */
export function letterHead(
  frontMatter: FrontMatter,
  layout: PageLayout,
): { readonly labelRows: readonly Row[]; readonly overlay: readonly Row[] } {
  const { width, pitch } = measuresOf(layout);
  const organs = frontMatter.issuingOrgan ?? [];
  const size = markSize(widestOf(organs), toPoints(lineLength), layout);
  const markPitch = size * markSpacing;
  const top = toPoints(markTop) - (markPitch - size) / 2;
  const firstLine = letterFirstLine(size, organs.length);
  const lowerTop = toPoints(layout.paper.height - lowerLine) - doubleLine;
  const overlay: Row[] = [
    { kind: 'gap', height: top, stays: true },
    ...organs.flatMap((organ) => markLine(organ, size, markPitch, layout, toPoints(lineLength))),
    rule(firstLine - top - markPitch * organs.length, thick),
    rule(between, thin),
    rule(lowerTop - firstLine - doubleLine, thin),
    rule(between, thick),
  ];

  const bodySize = layout.fonts.body.size;
  const halfLeading = (pitch - bodySize) / 2;
  // 7/8 of a character below the line.
  const before = firstLine + doubleLine + (bodySize * 7) / 8 - halfLeading - toPoints(layout.margins.top);
  const labels = labelsOf(frontMatter);
  const [first, ...rest] = labels;
  const number = addedRun(frontMatter.documentNumber ?? '', 'body', layout);
  // The last character of a line has no spacing behind it.
  const room = width - (widthOf([number]) - number.spacing);
  const lead = first === undefined ? addedRun('\u3000', 'body', layout) : addedRun(first[0], first[1], layout);
  const labelRows: Row[] = [
    ...(before > 0 ? [{ kind: 'gap', height: before, stays: true } as const] : []),
    ...breakParagraph([filled(lead, Math.max(0, room)), number], { kind: 'headLine', align: 'right' }, layout),
    ...rest.flatMap(([text, role]) => breakParagraph([addedRun(text, role, layout)], { kind: 'label', align: 'left' }, layout)),
  ];
  return { labelRows, overlay };
}
