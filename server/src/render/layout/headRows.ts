import type { FrontMatter } from '../../engine/model/frontMatter.ts';
import { gap } from './breakBlock.ts';
import { formOf, hasRedHead, type MarkRules, markRules } from './forms.ts';
import { letterHead } from './letterRows.ts';
import { measuresOf, toPoints } from './measures.ts';
import { headMeasures } from './officialMeasures.ts';
import type { FontRole, PageLayout } from './pageLayout.ts';
import { addedRun, breakParagraph, filled, type ParagraphShape } from './paragraphs.ts';
import type { BrokenBlock, JointMarkRow, Row, StyledRun, TextRow } from './rows.ts';
import { widestOf, widthInChars } from './widthInChars.ts';

/** Line height of an organ's mark as a multiple of its size. */
export const markSpacing = 1.25;
const { leastMark, linesBeforeNumber, ruleBelow, ruledLeading, ruleWeight } = headMeasures;
/** Room that 文件 takes beside the names of several organs, in characters of the mark; a little more than its two. */
const suffixChars = 2.5;
const suffixColumnChars = 2.4;
/** Added to the column of the names, in points, so that rounding breaks no name. */
const namesAir = 6;

/** Line height of the document number above the rule. */
export const ruledPitch = (layout: PageLayout): number => layout.fonts.body.size + ruledLeading;

/** Size of the mark in points: the layout's, or what lets `longest` characters fit in `room` points; half points, as Word stores it. */
export function markSize(longest: number, room: number, layout: PageLayout): number {
  return Math.max(leastMark, Math.min(layout.fonts.organMark.size, Math.floor((room / Math.max(1, longest)) * 2) / 2));
}

/** A line of an organ's mark. */
export function markLine(text: string, size: number, pitch: number, layout: PageLayout, width?: number): TextRow[] {
  const run: StyledRun = { ...addedRun(text, 'organMark', layout), size };
  const shape: ParagraphShape = { kind: 'organMark', align: 'center', pitch, size, ...(width === undefined ? {} : { width }) };
  return [...breakParagraph([run], shape, layout)];
}

/** 份号, 密级, 紧急程度, in this order, one a row (7.2.1–7.2.3). */
export function labelsOf(frontMatter: FrontMatter): readonly (readonly [text: string, role: FontRole])[] {
  const { copyNumber, secrecy, urgency } = frontMatter;
  const labels: readonly (readonly [string | undefined, FontRole])[] = [
    [copyNumber, 'body'],
    [secrecy, 'blackLabel'],
    [urgency, 'blackLabel'],
  ];
  return labels.flatMap(([text, role]) => (text ? [[text, role] as const] : []));
}

const headOf = (rows: readonly Row[], more: Partial<BrokenBlock> = {}): BrokenBlock => ({
  rows,
  breakBefore: false,
  keepWithNext: rows.length > 0,
  keepWithPrevious: false,
  together: rows.length,
  ...more,
});

/** The head of the first page (版头, 7.2 and 10), as far as the front matter gives one, with the empty lines above the title. */
export function breakHead(frontMatter: FrontMatter, layout: PageLayout, eastAsian: boolean): BrokenBlock {
  const labels = labelsOf(frontMatter);
  const rows: Row[] = [];
  const label = (text: string, role: FontRole) => breakParagraph([addedRun(text, role, layout)], { kind: 'label', align: 'left' }, layout);
  const number = frontMatter.documentNumber;
  const form = formOf(frontMatter);
  const isIssued = number !== undefined && number !== '' && hasRedHead(frontMatter);
  if (isIssued && form === 'letter') {
    const { labelRows, overlay } = letterHead(frontMatter, layout);
    return headOf([...labelRows, { ...gap(layout.linesBefore.title, layout), stays: true }], { overlay });
  }
  for (const [text, role] of labels) rows.push(...label(text, role));
  if (!isIssued || form === 'letter') return headOf(rows);
  const rules = markRules[form];
  rows.push(...markRows(frontMatter.issuingOrgan ?? [], labels.length, rules, layout, eastAsian));
  rows.push(...numberRows(number, frontMatter.signers ?? [], rules, layout, eastAsian));
  rows.push({ ...gap(layout.linesBefore.title, layout), stays: true });
  return headOf(rows);
}

function markRows(organs: readonly string[], labels: number, rules: MarkRules, layout: PageLayout, eastAsian: boolean): Row[] {
  const { width, pitch } = measuresOf(layout);
  const top = toPoints(rules.below + (layout.typeAreaInset ?? 0)) - labels * pitch;
  const stay = (height: number): Row[] => (height > 0 ? [{ kind: 'gap', height, stays: true }] : []);
  const only = organs.length === 1 ? organs[0] : undefined;
  if (only === undefined) {
    const mark = jointMark(organs, rules.suffix, layout);
    return [...stay(top - jointMarkInset(organs, layout)), mark];
  }
  const text = only.endsWith(rules.suffix) || !eastAsian ? only : `${only}${rules.suffix}`;
  const size = markSize(widthInChars(text), width, layout);
  const markPitch = size * markSpacing;
  // The ink's upper edge, not the line's, lies where the standard wants it.
  return [...stay(top - (markPitch - size) / 2), ...markLine(text, size, markPitch, layout)];
}

/** Size of the mark of several organs in points: names and 文件 stand side by side. */
const jointMarkSize = (organs: readonly string[], layout: PageLayout): number =>
  markSize(widestOf(organs) + suffixChars, measuresOf(layout).width, layout);

/** How far the first name's upper edge lies below that of its line, in points. */
export const jointMarkInset = (organs: readonly string[], layout: PageLayout): number =>
  (jointMarkSize(organs, layout) * (markSpacing - 1)) / 2;

/** Several organs, the host first, “文件” to their right at half their height (7.2.4). */
function jointMark(organs: readonly string[], suffix: string, layout: PageLayout): JointMarkRow {
  const { width } = measuresOf(layout);
  const longest = widestOf(organs);
  const size = jointMarkSize(organs, layout);
  const pitch = size * markSpacing;
  const side = Math.ceil(size * suffixColumnChars);
  const names = Math.min(width - side, Math.ceil(size * longest) + namesAir);
  const lines = organs.flatMap((organ) => markLine(organ, size, pitch, layout, names));
  const [suffixLine] = markLine(suffix, size, pitch, layout, side);
  return {
    kind: 'jointMark',
    height: lines.length * pitch,
    organs: lines,
    suffix: suffixLine ?? (lines[0] as TextRow),
    columns: [names, side],
  };
}

/** 发文字号 with the red rule below it; for an upward document 签发人 at its right, two names a row (7.2.5–7.2.7). */
function numberRows(number: string, signers: readonly string[], rules: MarkRules, layout: PageLayout, eastAsian: boolean): Row[] {
  const { pitch, cell, width } = measuresOf(layout);
  const lastPitch = rules.rule ? ruledPitch(layout) : pitch;
  const rows: Row[] = [{ ...gap(linesBeforeNumber, layout), stays: true }];
  const line = (runs: readonly StyledRun[], align: ParagraphShape['align'], isLast: boolean, first = 0) => {
    if (isLast && lastPitch < pitch) rows.push({ kind: 'gap', height: pitch - lastPitch, stays: true });
    const kind = isLast && rules.rule ? 'ruledNumber' : 'headLine';
    const shape: ParagraphShape = { kind, pitch: isLast ? lastPitch : pitch, offset: { first, others: first }, ...(align && { align }) };
    rows.push(...breakParagraph(runs, shape, layout));
  };
  if (signers.length === 0) line([addedRun(number, 'body', layout)], 'center', true);
  else {
    const pairs: (readonly string[])[] = [];
    for (let index = 0; index < signers.length; index += 2) pairs.push(signers.slice(index, index + 2));
    const label = eastAsian ? '签发人：' : 'Signer: ';
    const name = widestOf(signers);
    const columns = signers.length > 1 ? 2 : 1;
    const labelAt = width - cell * (1 + widthInChars(label) + columns * name + (columns - 1));
    const labelWidth = cell * widthInChars(label);
    const blank = (points: number) => filled(addedRun('\u3000', 'body', layout), points);
    pairs.forEach((names, index) => {
      const isLast = index === pairs.length - 1;
      const start = isLast ? cell : 0;
      // What stands before the names; the number stands on the row of the last signer, one character in (7.2.5).
      const before = isLast ? filled(addedRun(number, 'body', layout), labelAt - start) : blank(labelAt - start);
      const lead = index === 0 ? addedRun(label, 'body', layout) : blank(labelWidth);
      const signs = names.map((signer, place) => {
        const run = addedRun(signer, 'signer', layout);
        return place < names.length - 1 ? filled(run, (name + 1) * cell) : run;
      });
      line([before, lead, ...signs], 'left', isLast, start);
    });
  }
  if (rules.rule) {
    const above = Math.round(toPoints(ruleBelow) - ruledLeading / 2);
    rows.push({ kind: 'rule', height: above + ruleWeight, above, weight: ruleWeight, red: true });
  }
  return rows;
}
