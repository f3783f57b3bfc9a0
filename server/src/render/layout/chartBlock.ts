import type { Block } from '../../engine/model/report.ts';
import type { ChartData } from './chartData.ts';
import { measuresOf } from './measures.ts';
import type { PageLayout } from './pageLayout.ts';
import { printedText } from './paragraphs.ts';
import { captionRows, gapAbove, looseMargins } from './pictures.ts';
import type { BrokenBlock, Row } from './rows.ts';

/** Height of a chart, as a share of its width, and lines of a box that stands for one that cannot be drawn. */
const proportion = 0.55;
const problemLines = 4;

/** A chart's box in points: as wide as the type area. Preview and DOCX have the same. */
export function chartSize(layout: PageLayout): { readonly width: number; readonly height: number } {
  const { width, height } = measuresOf(layout);
  return { width: Math.floor(width), height: Math.floor(Math.min(width * proportion, height * 0.6)) };
}

/** A chart of `data` with its caption below, on one page. */
export function breakChart(block: Extract<Block, { readonly kind: 'chart' }>, layout: PageLayout, data: ChartData): BrokenBlock {
  const size = chartSize(layout);
  const alternative = block.caption.map(printedText).join('');
  const height = 'problem' in data ? problemLines * measuresOf(layout).pitch : size.height;
  const { chart, source, pathStart: column } = block;
  const rows: Row[] = [
    gapAbove(looseMargins.before),
    { kind: 'chart', width: size.width, height: height + looseMargins.after, chart, data, source, column, alternative },
  ];
  if (block.caption.length > 0) for (const row of captionRows(block.caption, 0, layout)) rows.push(row);
  return { rows, breakBefore: false, keepWithNext: false, keepWithPrevious: false, together: rows.length };
}

/** Size of a chart's words in points: those of notes, at most 小五. */
export const chartFontSize = ({ fonts }: PageLayout): number => Math.min(9, fonts.footnote.size);
