import type { Line } from '../syntax/line.ts';
import type { NumberMarker } from '../syntax/lineSyntax.ts';
import type { SectionFinding, SectionRule } from './rule.ts';

/**
 * Numbers under one heading that skip or repeat (GB/T 9704-2012, 7.3.3; GB/T 15834-2011, B.3.8). A series that begins again
 * with 1 is another series, and says nothing.
 */
export const headingOrder: SectionRule = {
  code: 'heading-order',
  scope: 'section',
  check(children) {
    const findings: SectionFinding[] = [];
    const last = new Map<NumberMarker['style'], number>();
    children.forEach((line, child) => {
      const marker = markerOf(line);
      if (marker === undefined) {
        return;
      }
      const previous = last.get(marker.style);
      last.set(marker.style, marker.value);
      if (previous === undefined || marker.value === previous + 1 || marker.value === 1) {
        return;
      }
      const message = marker.value === previous ? 'Number {0} is used twice here.' : 'Number {0} comes after {1}: {2} is expected.';
      findings.push({
        child,
        start: marker.start,
        end: marker.end,
        severity: 'warning',
        message,
        args: [marker.value, previous, previous + 1],
      });
    });
    return findings;
  },
};

export function markerOf({ syntax }: Line): NumberMarker | undefined {
  return syntax.kind === 'heading' || syntax.kind === 'numbered' ? syntax.marker : undefined;
}
