import type { Line } from '../../syntax/line.ts';
import { type Finding, rangeIn } from '../rule.ts';

const none: readonly never[] = [];

/** Data that nobody has sent yet. What a masked name hides is an information; what is only likely by its place is a hint. */
export function* missingDataOf({ missing }: Line, line: number): Generator<Finding, void, undefined> {
  for (const datum of missing) {
    yield {
      code: 'missing-data',
      severity: datum.masking ? 'information' : datum.certainty === 'maybe' ? 'hint' : 'warning',
      message: 'Missing data',
      args: none,
      range: rangeIn(line, datum),
      datum,
    };
  }
}
