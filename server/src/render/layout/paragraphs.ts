import type { Inline } from '../../engine/model/report.ts';
import { breakLines, type Measure } from './lineBreaking.ts';
import { measuresOf } from './measures.ts';
import type { FontRole, PageLayout } from './pageLayout.ts';
import type { Paragraph, ParagraphKind, StyledRun, TextRow } from './rows.ts';

/** What an inline prints. */
export function printedText(inline: Inline): string {
  switch (inline.kind) {
    case 'footnoteReference':
      return inline.label;
    case 'field':
      return inline.value ?? inline.text;
    default:
      return inline.text;
  }
}

/** The grid's character spacing is for text in the body's size; any other size stands as it is. */
const spacingOf = (size: number, layout: PageLayout): number => (size === layout.fonts.body.size ? measuresOf(layout).letterSpacing : 0);

/** Inlines as runs in the font of a role. */
export function styledRuns(inlines: readonly Inline[], role: FontRole, layout: PageLayout): readonly StyledRun[] {
  return inlines.map((inline) => {
    const isCode = inline.kind === 'code';
    const font = layout.fonts[role];
    const isBold = font.bold || ((inline.kind === 'text' || inline.kind === 'missing') && inline.bold === true);
    return {
      text: printedText(inline),
      role,
      column: inline.start,
      inline,
      size: inline.kind === 'footnoteReference' ? font.size * superscriptScale : font.size,
      style: isCode ? 'monospace' : isBold ? 'bold' : 'regular',
      spacing: spacingOf(font.size, layout),
      ...(layout.latinMarks && { latinMarks: true }),
      ...(inline.kind === 'footnoteReference' && { raised: true }),
    };
  });
}

/**
 * Space between a Han character and a letter or digit, in em: what LibreOffice puts there (Word some 1/4 em). LibreOffice 7 does so even where the
 * document says not to.
 */
const mixedSpacing = 0.2;

/** Size of raised note numbers, as LibreOffice draws them; Word's are a little larger. */
export const superscriptScale = 0.58;

/** Words that the layout adds: numbers, bullets. */
export function addedRun(text: string, role: FontRole, layout: PageLayout, column = 0): StyledRun {
  const { size, bold } = layout.fonts[role];
  return {
    text,
    role,
    column,
    size,
    style: role === 'code' ? 'monospace' : bold ? 'bold' : 'regular',
    spacing: spacingOf(size, layout),
    ...(layout.latinMarks && { latinMarks: true }),
  };
}

export interface ParagraphShape {
  readonly kind: ParagraphKind;
  readonly align?: Paragraph['align'];
  /** In half cells. */
  readonly firstIndent?: number;
  readonly indent?: number;
  readonly rightIndent?: number;
  readonly offset?: Paragraph['offset'];
  readonly size?: number;
  /** Height of a line in points; the grid's by default. */
  readonly pitch?: number;
  /** Width to fill in points; the type area's by default. */
  readonly width?: number;
  readonly sourceLine?: number;
}

/** Breaks a paragraph into its printed lines. */
export function breakParagraph(runs: readonly StyledRun[], shape: ParagraphShape, layout: PageLayout): readonly TextRow[] {
  const { width, cell, pitch } = measuresOf(layout);
  const { kind, align = 'justify', firstIndent = 0, indent = 0, rightIndent = 0, sourceLine = 0, offset, size } = shape;
  const paragraph: Paragraph = {
    kind,
    runs,
    sourceLine,
    align,
    firstIndent,
    indent,
    rightIndent,
    ...(offset && { offset }),
    ...(size !== undefined && { size }),
  };
  const half = cell / 2;
  const measure: Measure = {
    width: (shape.width ?? width) - (indent + rightIndent) * half - (offset?.others ?? 0),
    firstLineIndent: firstIndentOf(firstIndent, indent, layout) + (offset ? offset.first - offset.others : 0),
    mixedSpacing,
    // Cells are too narrow for a mark to hang into the next one.
    hangingPunctuation: kind !== 'cell' && kind !== 'code',
  };
  const lines = breakLines(runs, measure);
  return lines.map((line, index) => ({
    kind: 'text',
    height: shape.pitch ?? pitch,
    paragraph,
    slices: line.slices,
    hangs: line.hangs,
    first: index === 0,
    last: index === lines.length - 1,
  }));
}

/**
 * How much later the first line begins, in points. A paragraph's two characters are counted without letter spacing, as Word counts
 * `firstLine`; other indents are cells of the grid.
 */
function firstIndentOf(firstIndent: number, indent: number, layout: PageLayout): number {
  const isParagraph = indent === 0 && firstIndent === layout.firstLineIndentChars * 2;
  return (firstIndent - indent) * (isParagraph ? layout.fonts.body.size / 2 : measuresOf(layout).cell / 2);
}

const endless: Measure = { width: Number.POSITIVE_INFINITY, firstLineIndent: 0, mixedSpacing, hangingPunctuation: false };

/** The run spaced out to take exactly `fill` points, as a tab stop behind it would make it; it keeps its own width if that is more. */
export function filled(run: StyledRun, fill: number): StyledRun {
  const width = widthOf([run]);
  return width >= fill ? run : { ...run, fill, spacing: run.spacing + (fill - width) / Math.max(1, [...run.text].length) };
}

/** Width of the words on one line, in points, with the space beside digits and letters. */
export const widthOf = (runs: readonly StyledRun[]): number => breakLines(runs, endless)[0]?.width ?? 0;

/** As wide as Word makes the space beside digits: a cell must not break in Word where it does not here. */
const roomy: Measure = { ...endless, mixedSpacing: 0.25 };

/** Width in points that the words need to stay on one line of a cell, in Word as well as here. */
export const roomFor = (runs: readonly StyledRun[]): number => breakLines(runs, roomy)[0]?.width ?? 0;
