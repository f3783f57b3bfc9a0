import type { Sheet } from './sheet.ts';

export type Sheets = (name: string) => Sheet;

export interface Result {
  readonly measured: string;
  readonly passes: boolean;
}

/** One measurable demand of GB/T 9704-2012. */
export interface Check {
  readonly clause: string;
  readonly demand: string;
  /** What is allowed beside the demand; empty where it must be met exactly. */
  readonly tolerance: string;
  readonly measure: (sheets: Sheets) => Promise<Result>;
}

/** Places on a page of the layout `common`, in mm: GB/T 9704-2012, 5.2.1. */
export const area = { top: 37, left: 28, right: 184, bottom: 262, width: 156 } as const;
const millimetres = (points: number): number => (points * 25.4) / 72;
export const pitch = millimetres(28.95);
/** One character of the grid. */
export const cell = millimetres(15.75);
/** A character of size 4, as in the imprint. */
export const smallCell = millimetres(14);

/** A number that must be near another. */
export const near = (
  clause: string,
  demand: string,
  expected: number,
  tolerance: number,
  measure: (sheets: Sheets) => Promise<number>,
  unit = 'mm',
): Check => ({
  clause,
  demand,
  tolerance: `±${Math.round(tolerance * 100) / 100} ${unit}`,
  measure: async (sheets) => {
    const actual = await measure(sheets);
    return { measured: `${actual.toFixed(2)} ${unit}`, passes: Math.abs(actual - expected) <= tolerance };
  },
});

/** A number that must not be greater than another. */
export const atMost = (
  clause: string,
  demand: string,
  most: number,
  tolerance: number,
  measure: (sheets: Sheets) => Promise<number>,
): Check => ({
  clause,
  demand,
  tolerance: `+${tolerance} mm`,
  measure: async (sheets) => {
    const actual = await measure(sheets);
    return { measured: `${actual.toFixed(2)} mm, at most ${most.toFixed(2)} mm`, passes: actual <= most + tolerance };
  },
});

/** Words, fonts or counts that must be the same. */
export const same = (clause: string, demand: string, expected: string, measure: (sheets: Sheets) => Promise<string>): Check => ({
  clause,
  demand,
  tolerance: '',
  measure: async (sheets) => {
    const actual = await measure(sheets);
    return { measured: actual, passes: actual === expected };
  },
});

/** Whole empty lines between the ink above and the ink below. */
export const empty = (
  clause: string,
  demand: string,
  lines: number,
  measure: (sheets: Sheets) => Promise<readonly [above: number, below: number]>,
): Check => ({
  clause,
  demand,
  tolerance: 'whole lines',
  measure: async (sheets) => {
    const [above, below] = await measure(sheets);
    const found = (below - above) / pitch;
    return { measured: `${found.toFixed(2)} lines free between ink`, passes: Math.floor(found + 0.02) === lines };
  },
});

/**
 * How far LibreOffice sets the ink of Chinese characters below the middle of their line, in mm: it puts four fifths of an exact pitch above the
 * base line; Word centres. Measured against a shading, whose edges are those of the line.
 */
export async function drop(sheets: Sheets, of: 'fullLines' | 'inkLines' = 'fullLines'): Promise<number> {
  const sheet = sheets(of);
  const picture = await sheet.picture(1);
  // Above the page number.
  const page = { left: 10, right: 200, top: 20, bottom: 266 };
  const lines = picture.edges(page, 'grey');
  const ink = picture.edges(page, 'black');
  if (lines === undefined || ink === undefined) throw new Error('No shading.');
  return (ink.top + ink.bottom) / 2 - (lines.top + lines.bottom) / 2;
}

/** On which line of the grid a line's ink lies, from 1. */
export async function gridLine(sheets: Sheets, ink: { readonly top: number; readonly bottom: number }): Promise<number> {
  return ((ink.top + ink.bottom) / 2 - (await drop(sheets)) - area.top) / pitch + 0.5;
}
