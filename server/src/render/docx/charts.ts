import { Paragraph } from 'docx';
import { ChartRun, type ChartRunOptions } from 'docx/charts';
import type { Block } from '../../engine/model/report.ts';
import type { ChartKind } from '../../engine/syntax/chartTarget.ts';
import { chartFontSize, chartSize } from '../layout/chartBlock.ts';
import { type ChartFigure, chartData } from '../layout/chartData.ts';
import { chartProblem } from '../layout/chartProblem.ts';
import { chartColour, chartScale, hasValueLabels, valueDecimals } from '../layout/chartScale.ts';
import { captionParagraph } from './captions.ts';
import { cleanText } from './cleanText.ts';
import type { DocumentState } from './documentState.ts';
import { textOf, textRuns } from './runs.ts';
import { styleIds } from './styles.ts';

const pixelsPerPoint = 4 / 3;

/**
 * A chart that Word draws and lets its readers edit: its numbers stand in a workbook inside the document. Where there is nothing to draw, that is told in
 * `state.problems`, and a visible text stands in its place, in a final export as well. Its caption is printed in any case.
 */
export function chartParagraphs(block: Extract<Block, { kind: 'chart' }>, index: number, state: DocumentState): Paragraph[] {
  const data = chartData(state.chartTables.get(index), block);
  const caption = block.caption.length > 0 ? [captionParagraph('figure', block.caption, state, false)] : [];
  const keepNext = caption.length > 0;
  if ('problem' in data) {
    state.problems.push({ block: index, message: chartProblem(data, state.t) });
    const text = textRuns(state.words('[Chart missing: {0}]', block.source), state, state.options.final ? {} : { highlight: 'yellow' });
    return [new Paragraph({ style: styleIds.figure, keepNext, children: text }), ...caption];
  }
  for (const name of data.leftOut) {
    state.problems.push({ block: index, message: state.t('{0} is not in the chart: its unit is another.', name) });
  }
  state.pictureCount++;
  state.chartCount++;
  const description = cleanText(textOf(block.caption)) || block.source;
  const altText = { id: String(state.pictureCount), name: `Chart ${state.pictureCount}`, description };
  const chart = new ChartRun({ ...optionsOf(block.chart, cleaned(data), state), altText });
  return [new Paragraph({ style: styleIds.figure, keepNext, children: [chart] }), ...caption];
}

const cleaned = (figure: ChartFigure): ChartFigure => ({
  ...figure,
  categories: figure.categories.map(cleanText),
  series: figure.series.map(({ name, values }, index) => ({ name: cleanText(name) || String(index + 1), values })),
});

function optionsOf(kind: ChartKind, figure: ChartFigure, state: DocumentState): ChartRunOptions {
  const { layout } = state;
  const { width, height } = chartSize(layout);
  const size = chartFontSize(layout);
  const font = { size };
  const decimals = valueDecimals(figure);
  const numberFormat = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
  const { categories } = figure;
  const common = {
    transformation: { width: Math.round(width * pixelsPerPoint), height: Math.round(height * pixelsPerPoint) },
    font: { name: layout.fonts.footnote.eastAsian[0] ?? '', color: '000000' },
    chartArea: { fill: 'FFFFFF', border: 'none' },
  } as const;
  const legend = { position: 'bottom', font } as const;
  if (kind === 'pie') {
    const [{ name, values } = { name: '', values: [] }] = figure.series;
    const colors = categories.map((_, index) => chartColour(index));
    const dataLabels = { percentage: true, position: 'outsideEnd', font, numberFormat: '0.0%' } as const;
    return { ...common, type: 'pie', categories, series: [{ name, values, colors }], legend, dataLabels };
  }
  const scale = chartScale(figure);
  const axis = {
    minimum: scale.minimum,
    maximum: scale.maximum,
    interval: scale.interval,
    numberFormat: scale.decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(scale.decimals)}`,
    font,
    ...(figure.unit === '' ? {} : { title: { text: cleanText(figure.unit), font } }),
  };
  const series = figure.series.map((one, index) => ({ ...one, color: chartColour(index) }));
  const more = {
    ...common,
    categories,
    legend: series.length > 1 ? legend : (false as const),
    emptyValues: 'gap' as const,
    ...(hasValueLabels(figure, kind)
      ? { dataLabels: { value: true, font, numberFormat, position: kind === 'line' ? 'above' : 'outsideEnd' } as const }
      : {}),
  };
  switch (kind) {
    case 'column':
      return { ...more, type: 'column', series, categoryAxis: { font }, valueAxis: axis };
    case 'bar':
      // The first category on top, as in the table; the values' axis stays below.
      return { ...more, type: 'bar', series, categoryAxis: { font, reverseOrder: true }, valueAxis: { ...axis, crossesAt: 'maximum' } };
    case 'line':
      return { ...more, type: 'line', series, markers: true, categoryAxis: { font }, valueAxis: axis };
  }
}
