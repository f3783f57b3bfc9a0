import type { LineRule } from './rule.ts';

/** A datum that nobody has sent yet. What a masked name hides is an information; what is only likely by its place is a hint. */
const none: readonly never[] = [];

export const missingData: LineRule = {
  code: 'missing-data',
  scope: 'line',
  check: (line) =>
    line.missing.map((datum) => ({
      start: datum.start,
      end: datum.end,
      severity: datum.masking ? 'information' : datum.certainty === 'maybe' ? 'hint' : 'warning',
      message: 'Missing data',
      args: none,
      datum,
    })),
};
