import { AlignmentType, BorderStyle, FrameAnchorType, FrameWrap, Paragraph, Tab, TextRun } from 'docx';
import type { FrontMatter } from '../../engine/model/frontMatter.ts';
import { letterFirstLine } from '../layout/letterRows.ts';
import { letterMeasures } from '../layout/officialMeasures.ts';
import { widestOf } from '../layout/widthInChars.ts';
import type { DocumentState } from './documentState.ts';
import { markSize, red } from './head.ts';
import { eighthsOf, twipsOfMm, twipsOfPt } from './measures.ts';
import { textRuns } from './runs.ts';
import { styleIds } from './styles.ts';

const { markTop, lineLength, lowerLine, markSpacing, between: gap } = letterMeasures;
/** In eighths of a point. */
const thick = eighthsOf(letterMeasures.thick);
const thin = eighthsOf(letterMeasures.thin);

const frame = (top: number, state: DocumentState) =>
  ({
    type: 'absolute',
    position: { x: twipsOfMm((state.layout.paper.width - lineLength) / 2), y: top },
    width: twipsOfMm(lineLength),
    height: 0,
    anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    wrap: FrameWrap.NONE,
  }) as const;

const under = (size: number) => ({ bottom: { style: BorderStyle.SINGLE, size, space: 0, color: red } });

/** A red line with nothing above it, in a frame. */
const ruled = (top: number, size: number, state: DocumentState): Paragraph =>
  new Paragraph({
    style: styleIds.flush,
    frame: frame(top, state),
    spacing: { line: gap * 20, lineRule: 'exact' },
    border: under(size),
    children: [new TextRun({ text: '', size: 2 })],
  });

const markPitch = (size: number): number => Math.round(twipsOfPt(size) * markSpacing);

/** Where things of a letter's first page lie, in twips from the paper's upper edge. */
function heights(
  organs: readonly string[],
  state: DocumentState,
): { readonly size: number; readonly top: number; readonly firstLine: number } {
  const size = markSize(widestOf(organs), twipsOfMm(lineLength), state);
  const pitch = markPitch(size);
  const top = twipsOfMm(markTop) - Math.round((pitch - twipsOfPt(size)) / 2);
  return { size, top, firstLine: twipsOfPt(letterFirstLine(size, organs.length)) };
}

/** The mark without 文件 and the red double line below it (thick above thin): in the header of the first page, above the type area. */
export function letterHeader(frontMatter: FrontMatter, state: DocumentState): Paragraph[] {
  const organs = frontMatter.issuingOrgan ?? [];
  const { size, top, firstLine } = heights(organs, state);
  const marks = organs.map(
    (organ, index) =>
      new Paragraph({
        style: styleIds.organMark,
        frame: frame(top + index * markPitch(size), state),
        spacing: { line: markPitch(size), lineRule: 'exact' },
        children: textRuns(organ, state, { color: red, size: size * 2 }),
      }),
  );
  return [...marks, ruled(firstLine - gap * 20, thick, state), ruled(firstLine + Math.round(thick * 2.5), thin, state)];
}

/** The red double line (thin above thick) 20 mm above the lower edge of the first page, which has no number. */
export function letterFooter(state: DocumentState): Paragraph[] {
  const bottom = twipsOfMm(state.layout.paper.height - lowerLine);
  const total = gap * 20 + Math.round(thick * 2.5) + Math.round(thin * 2.5);
  return [ruled(bottom - total - gap * 20, thin, state), ruled(bottom - Math.round(thick * 2.5) - gap * 20, thick, state)];
}

/** Copy number, secrecy and urgency at the left, the document number at the right of the first row, 7/8 of a character below the line. */
export function letterLabels(frontMatter: FrontMatter, state: DocumentState): Paragraph[] {
  const { measures, layout } = state;
  const { firstLine } = heights(frontMatter.issuingOrgan ?? [], state);
  const lines = Math.round((thick + thin) * 2.5) + gap * 20;
  const size = twipsOfPt(layout.fonts.body.size);
  const before = firstLine + lines + Math.round((size * 7) / 8) - measures.halfLeading - twipsOfMm(layout.margins.top);
  const labels: readonly (readonly [text: string, style: string])[] = [
    ...(frontMatter.copyNumber ? [[frontMatter.copyNumber, styleIds.flush] as const] : []),
    ...(frontMatter.secrecy ? [[frontMatter.secrecy, styleIds.blackLabel] as const] : []),
    ...(frontMatter.urgency ? [[frontMatter.urgency, styleIds.blackLabel] as const] : []),
  ];
  const [first = ['', styleIds.flush] as const, ...rest] = labels;
  const body = layout.fonts.body.eastAsian[0] ?? '';
  return [
    new Paragraph({
      style: first[1],
      alignment: AlignmentType.LEFT,
      keepNext: true,
      spacing: { before: Math.max(0, before) },
      tabStops: [{ type: 'right', position: measures.width }],
      children: [
        ...textRuns(first[0], state),
        new TextRun({ children: [new Tab()] }),
        new TextRun({ text: frontMatter.documentNumber ?? '', font: { eastAsia: body, hint: 'eastAsia' } }),
      ],
    }),
    ...rest.map(([text, style]) => new Paragraph({ style, keepNext: true, children: textRuns(text, state) })),
  ];
}
