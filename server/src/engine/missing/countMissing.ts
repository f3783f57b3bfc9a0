import type { MissingDatum } from './missingDatum.ts';

interface Counted {
  readonly missing: readonly MissingDatum[];
}

/** How many data are missing in a line, hints (`maybe`) and masking left out. */
export function countOf(line: Counted): number {
  let count = 0;
  for (const datum of line.missing) {
    count += datum.certainty !== 'maybe' && datum.masking !== true ? 1 : 0;
  }
  return count;
}

/** The same of many lines. */
export function countMissing(lines: readonly Counted[]): number {
  let count = 0;
  for (const line of lines) {
    count += line.missing.length > 0 ? countOf(line) : 0;
  }
  return count;
}
