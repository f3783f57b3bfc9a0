import type { ChartKind } from '../../engine/syntax/chartTarget.ts';
import type { ChartFigure } from './chartData.ts';
import { pieShapes } from './chartPie.ts';
import { chartColour, chartNumber, chartScale, hasValueLabels, valueDecimals } from './chartScale.ts';
import { widthInChars } from './widthInChars.ts';

/** What a chart is drawn of. Lengths in points from the upper left corner of its box; colours as six hexadecimal digits. */
export type ChartShape =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: string;
    }
  | { readonly kind: 'line'; readonly points: readonly ChartPoint[]; readonly stroke: string; readonly weight: number }
  | { readonly kind: 'dot'; readonly at: ChartPoint; readonly radius: number; readonly fill: string }
  /** A slice of a pie, angles clockwise from the top, in turns. */
  | {
      readonly kind: 'slice';
      readonly centre: ChartPoint;
      readonly radius: number;
      readonly from: number;
      readonly to: number;
      readonly fill: string;
    }
  | {
      readonly kind: 'text';
      readonly at: ChartPoint;
      readonly text: string;
      readonly anchor: 'start' | 'middle' | 'end';
      /** Degrees, clockwise. */
      readonly turned?: number;
    };

export type ChartPoint = readonly [x: number, y: number];

export interface ChartBox {
  readonly width: number;
  readonly height: number;
  /** Size of its words. */
  readonly size: number;
}

const grid = 'D9D9D9';
const axisColour = '7F7F7F';
/** Between things and around them. */
const gap = 6;

/** The chart that Word draws of the same numbers, near enough: same box, axis, colours and labels. */
export function chartShapes(kind: ChartKind, figure: ChartFigure, box: ChartBox): readonly ChartShape[] {
  return kind === 'pie' ? pieShapes(figure, box) : axisShapes(kind, figure, box);
}

const textWidth = (text: string, size: number): number => widthInChars(text) * size;

/** Squares of colour and their names, centred, in as many lines as they need; the lowest line ends at `bottom`. */
export function legendShapes(
  names: readonly string[],
  box: ChartBox,
  bottom: number,
): { readonly shapes: readonly ChartShape[]; readonly height: number } {
  const { size, width } = box;
  const mark = size * 0.7;
  const lines: { readonly items: { readonly name: string; readonly index: number; readonly width: number }[]; width: number }[] = [];
  names.forEach((name, index) => {
    const item = { name: shortened(name, (width - 4 * gap) / size), index, width: 0 };
    const own = mark + gap / 2 + textWidth(item.name, size) + 2 * gap;
    let line = lines.at(-1);
    if (line === undefined || line.width + own > width) {
      line = { items: [], width: 0 };
      lines.push(line);
    }
    line.items.push({ ...item, width: own });
    line.width += own;
  });
  const pitch = size * 1.5;
  const shapes: ChartShape[] = [];
  lines.forEach((line, row) => {
    const baseline = bottom - (lines.length - row - 1) * pitch - size * 0.35;
    let x = (width - line.width) / 2 + gap;
    for (const { name, index, width: own } of line.items) {
      shapes.push({ kind: 'rect', x, y: baseline - mark, width: mark, height: mark, fill: chartColour(index) });
      shapes.push({ kind: 'text', at: [x + mark + gap / 2, baseline], text: name, anchor: 'start' });
      x += own;
    }
  });
  return { shapes, height: lines.length * pitch };
}

/** `text` cut to a width in characters, with an ellipsis. */
function shortened(text: string, chars: number): string {
  if (widthInChars(text) <= chars) return text;
  let width = 1;
  let end = 0;
  for (const char of text) {
    width += widthInChars(char);
    if (width > chars) break;
    end += char.length;
  }
  return `${text.slice(0, end)}…`;
}

/** The plot between the axes: where values and categories lie. */
interface Plot {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function axisShapes(kind: Exclude<ChartKind, 'pie'>, figure: ChartFigure, box: ChartBox): readonly ChartShape[] {
  const { size, width, height } = box;
  const { categories, series, unit } = figure;
  const scale = chartScale(figure);
  const isBar = kind === 'bar';
  const legend =
    series.length > 1
      ? legendShapes(
          series.map(({ name }) => name),
          box,
          height - gap,
        )
      : { shapes: [], height: 0 };
  const ticks: number[] = [];
  for (let tick = scale.minimum; tick <= scale.maximum + scale.interval / 2; tick += scale.interval) ticks.push(tick);
  const tickLabels = ticks.map((tick) => chartNumber(Math.abs(tick) < scale.interval / 1e6 ? 0 : tick, scale.decimals));
  const widest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, textWidth(text, size)), 0);
  const names = categories.map((name) => shortened(name, 12));
  const unitRoom = unit === '' ? 0 : size * 1.6;
  const slot = (width - 4 * gap) / Math.max(1, categories.length);
  const slanted = !isBar && widest(names) > slot;
  const below = isBar ? size * 1.6 + unitRoom : slanted ? widest(names) * 0.72 + size : size * 1.8;
  const plot: Plot = {
    left: gap + (isBar ? widest(names) : widest(tickLabels) + unitRoom) + gap,
    top: gap + size,
    right: width - gap - (isBar ? size * 2.5 : 0),
    bottom: height - gap - legend.height - below,
  };
  const span = scale.maximum - scale.minimum;
  const across = (value: number): number => plot.left + ((value - scale.minimum) / span) * (plot.right - plot.left);
  const upward = (value: number): number => plot.bottom - ((value - scale.minimum) / span) * (plot.bottom - plot.top);
  const shapes: ChartShape[] = [];
  ticks.forEach((tick, index) => {
    const stroke = Math.abs(tick) < scale.interval / 1e6 ? axisColour : grid;
    const text = tickLabels[index] ?? '';
    if (isBar) {
      shapes.push(line([across(tick), plot.top], [across(tick), plot.bottom], stroke));
      shapes.push({ kind: 'text', at: [across(tick), plot.bottom + size * 1.3], text, anchor: 'middle' });
    } else {
      shapes.push(line([plot.left, upward(tick)], [plot.right, upward(tick)], stroke));
      shapes.push({ kind: 'text', at: [plot.left - gap / 2, upward(tick) + size * 0.35], text, anchor: 'end' });
    }
  });
  if (unit !== '') {
    const text = shortened(unit, 12);
    if (isBar) shapes.push({ kind: 'text', at: [(plot.left + plot.right) / 2, plot.bottom + size * 2.9], text, anchor: 'middle' });
    else shapes.push({ kind: 'text', at: [gap + size, (plot.top + plot.bottom) / 2], text, anchor: 'middle', turned: -90 });
  }
  const step = (isBar ? plot.bottom - plot.top : plot.right - plot.left) / Math.max(1, categories.length);
  const start = isBar ? plot.top : plot.left;
  // So many names that they would cover each other: every second, every third …
  const every = Math.max(1, Math.ceil((size * 1.2) / step));
  names.forEach((text, index) => {
    if (index % every !== 0) return;
    const middle = start + (index + 0.5) * step;
    if (isBar) shapes.push({ kind: 'text', at: [plot.left - gap / 2, middle + size * 0.35], text, anchor: 'end' });
    else if (slanted) shapes.push({ kind: 'text', at: [middle + size * 0.35, plot.bottom + size], text, anchor: 'end', turned: -45 });
    else shapes.push({ kind: 'text', at: [middle, plot.bottom + size * 1.3], text, anchor: 'middle' });
  });
  const labels = hasValueLabels(figure, kind);
  const decimals = valueDecimals(figure);
  series.forEach(({ values }, index) => {
    const fill = chartColour(index);
    if (kind === 'line') shapes.push(...polylines(values, start, step, upward, fill));
    // Word leaves 219 % of a bar's width between groups of columns, 182 % between those of bars.
    const bar = step / (series.length + (isBar ? 1.82 : 2.19));
    values.forEach((value, place) => {
      if (value === null) return;
      const middle = start + (place + 0.5) * step;
      const edge = middle - (series.length * bar) / 2 + index * bar;
      const text = chartNumber(value, decimals);
      if (kind === 'line') {
        shapes.push({ kind: 'dot', at: [middle, upward(value)], radius: 2.2, fill });
        if (labels) shapes.push({ kind: 'text', at: [middle, upward(value) - size * 0.6], text, anchor: 'middle' });
      } else if (isBar) {
        const [low, high] = [across(Math.min(0, value)), across(Math.max(0, value))];
        shapes.push({ kind: 'rect', x: low, y: edge, width: high - low, height: bar, fill });
        const at: ChartPoint = [value < 0 ? low - gap / 2 : high + gap / 2, edge + bar / 2 + size * 0.35];
        if (labels) shapes.push({ kind: 'text', at, text, anchor: value < 0 ? 'end' : 'start' });
      } else {
        const [high, low] = [upward(Math.max(0, value)), upward(Math.min(0, value))];
        shapes.push({ kind: 'rect', x: edge, y: high, width: bar, height: low - high, fill });
        const at: ChartPoint = [edge + bar / 2, value < 0 ? low + size : high - size * 0.3];
        if (labels) shapes.push({ kind: 'text', at, text, anchor: 'middle' });
      }
    });
  });
  for (const shape of legend.shapes) shapes.push(shape);
  return shapes;
}

const line = (from: ChartPoint, to: ChartPoint, stroke: string): ChartShape => ({ kind: 'line', points: [from, to], stroke, weight: 0.5 });

/** The stretches of a line between gaps: what is missing is no zero. */
function polylines(
  values: readonly (number | null)[],
  start: number,
  step: number,
  upward: (value: number) => number,
  stroke: string,
): readonly ChartShape[] {
  const shapes: ChartShape[] = [];
  let points: ChartPoint[] = [];
  const flush = (): void => {
    if (points.length > 1) shapes.push({ kind: 'line', points, stroke, weight: 1.75 });
    points = [];
  };
  values.forEach((value, index) => {
    if (value === null) flush();
    else points.push([start + (index + 0.5) * step, upward(value)]);
  });
  flush();
  return shapes;
}
