import type { Line } from '../../syntax/line.ts';
import type { NumberMarker } from '../../syntax/lineSyntax.ts';
import { numeralLike } from '../../syntax/numerals.ts';
import type { SectionFinding, SectionRule } from '../rule.ts';

/**
 * Numbers under one heading that skip or repeat (GB/T 9704—2012, 7.3.3; GB/T 15834—2011, B.3.8). A series that begins again
 * with 1 is another series, and says nothing, unless the heading before has that number too.
 */
export const headingOrder: SectionRule = {
  code: 'heading-order',
  scope: 'section',
  check({ children }) {
    const findings: SectionFinding[] = [];
    const last = new Map<NumberMarker['style'], number>();
    const next = nextValues(children);
    children.forEach((line, child) => {
      const marker = markerOf(line);
      if (marker === undefined) {
        return;
      }
      const previous = last.get(marker.style);
      last.set(marker.style, marker.value);
      if (previous === undefined || marker.value === previous + 1 || (marker.value === 1 && !isRepeatedOne(line, previous))) {
        return;
      }
      const message =
        marker.value === previous ? 'Number {0} is used twice here: {2} is expected.' : 'Number {0} comes after {1}: {2} is expected.';
      // Where the next number goes on from the one that is expected, only this one is wrong.
      if (next[child] === previous + 2) {
        last.set(marker.style, previous + 1);
      }
      const { start, end } = valueSpan(line.text, marker);
      const newText = numeralLike(line.text.slice(start, end), previous + 1);
      findings.push({
        child,
        start: marker.start,
        end: marker.end,
        severity: 'warning',
        message,
        args: [marker.value, previous, previous + 1],
        fix: {
          title: 'Change the number to {0}',
          args: [line.text.slice(marker.start, start) + newText + line.text.slice(end, marker.end)],
          sure: false,
          edits: [{ start, end, newText }],
        },
      });
    });
    return findings;
  },
};

/** 一、 right after 一、: two headings, not two series of one heading each. Items of a list may well be such. */
const isRepeatedOne = ({ syntax }: Line, previous: number): boolean =>
  previous === 1 && syntax.kind === 'heading' && (syntax.marker?.style === 'chinese' || syntax.marker?.style === 'chineseBracketed');

/** By child: the number of the next one of its sort. */
function nextValues(children: readonly Line[]): readonly (number | undefined)[] {
  const next: (number | undefined)[] = [];
  const after = new Map<NumberMarker['style'], number>();
  for (let child = children.length - 1; child >= 0; child--) {
    const marker = markerOf(children[child] as Line);
    if (marker !== undefined) {
      next[child] = after.get(marker.style);
      after.set(marker.style, marker.value);
    }
  }
  return next;
}

export function markerOf({ syntax }: Line): NumberMarker | undefined {
  return syntax.kind === 'heading' || syntax.kind === 'numbered' ? syntax.marker : undefined;
}

const numeral = /[0-9０-９]+|[〇零一二三四五六七八九十百壹贰貳叁參叄肆伍陆陸柒捌玖拾佰]+/g;

/** Where in the line the number of a marker stands that counts; of 1.2 its last part. */
export function valueSpan(text: string, { start, end, style }: NumberMarker): { readonly start: number; readonly end: number } {
  const found = [...text.slice(start, end).matchAll(numeral)];
  const one = style === 'decimal' ? found[found.length - 1] : found[0];
  return one === undefined ? { start, end: start } : { start: start + one.index, end: start + one.index + one[0].length };
}
