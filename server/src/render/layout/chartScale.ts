import { groupThousands } from '../../data/value.ts';
import type { ChartKind } from '../../engine/syntax/chartTarget.ts';
import type { ChartFigure } from './chartData.ts';

/** A value axis: where it begins and ends, and how far its labels stand apart. */
export interface ChartScale {
  readonly minimum: number;
  readonly maximum: number;
  readonly interval: number;
  /** Digits after the point of its labels. */
  readonly decimals: number;
}

const steps = [1, 2, 2.5, 5, 10];
/** Labels that a reader takes in at a glance. */
const wantedLabels = 6;

/** An axis that shows all values and zero, with round labels. Preview and DOCX draw the same one. */
export function chartScale({ series }: ChartFigure): ChartScale {
  let low = 0;
  let high = 0;
  for (const { values } of series) {
    for (const value of values) {
      if (value === null) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  const span = high - low || 1;
  const raw = span / (wantedLabels - 1);
  const power = 10 ** Math.floor(Math.log10(raw));
  const interval = power * (steps.find((step) => step * power >= raw * 0.999) ?? 10);
  // Room above the highest value for its label.
  const top = high > 0 ? Math.ceil((high + span * 0.04) / interval) : 0;
  const bottom = low < 0 ? Math.floor((low - span * 0.04) / interval) : 0;
  const decimals = Math.max(0, Math.min(10, -Math.floor(Math.log10(interval) + 1e-9) + (isWhole(interval / power) ? 0 : 1)));
  return { minimum: exact(bottom * interval), maximum: exact(Math.max(top, bottom + 1) * interval), interval: exact(interval), decimals };
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-9;

/** Without the dust of binary fractions. */
const exact = (value: number): number => Number(value.toPrecision(12));

/** `12,345.5`: a number as labels of a chart show it. Without `decimals` as many digits as it has. */
export function chartNumber(value: number, decimals?: number): string {
  const digits = decimals === undefined ? String(exact(value)) : value.toFixed(decimals);
  return digits.includes('e') ? digits : groupThousands(digits);
}

/** Colours of series and slices, dark and bright by turns so that a print in black and white keeps them apart. */
const chartColours = ['1F4E79', 'ED7D31', '7F7F7F', 'FFC000', '5B9BD5', '548235', '264478', 'C55A11', 'A5A5A5', 'BF9000'] as const;

export const chartColour = (index: number): string => chartColours[index % chartColours.length] ?? chartColours[0];

/** More values are not labelled one by one; labels of several lines would cover each other. */
const mostLabels = { column: 18, bar: 18, line: 12, pie: 12 } as const;

export const hasValueLabels = ({ categories, series }: ChartFigure, kind: ChartKind): boolean =>
  categories.length * series.length <= mostLabels[kind] && (kind !== 'line' || series.length === 1);

/** Digits after the point that all values of a chart are labelled with: as many as they have, at most three. */
export function valueDecimals({ series }: ChartFigure): number {
  let decimals = 0;
  for (const { values } of series) {
    for (const value of values) {
      if (value !== null) decimals = Math.max(decimals, (String(exact(value)).split('.')[1] ?? '').length);
    }
  }
  return Math.min(3, decimals);
}
