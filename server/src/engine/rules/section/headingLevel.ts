import type { NumberMarker } from '../../syntax/lineSyntax.ts';
import type { SectionFinding, SectionRule } from '../rule.ts';
import { markerOf } from './headingOrder.ts';

/** 一、 · （一） · 1. · （1）, in this order (GB/T 9704—2012, 7.3.3). */
const order: readonly NumberMarker['style'][] = ['chinese', 'chineseBracketed', 'arabic', 'arabicBracketed'];
const marks = ['一、', '（一）', '1.', '（1）'] as const;

/**
 * Headings with （1） right under 一、 or （一）. 1. under 一、 is usual where there are two levels only, and items of a list may have any
 * number, so only a heading with text under it counts, and only the first of its section.
 */
export const headingLevel: SectionRule = {
  code: 'heading-level',
  scope: 'section',
  check({ parent, children, empty }) {
    const above = parent === undefined ? -1 : order.indexOf(markerOf(parent)?.style ?? 'decimal');
    const child = children.findIndex(({ syntax }) => syntax.kind === 'heading' && syntax.marker?.style === 'arabicBracketed');
    const line = children[child];
    const marker = line && markerOf(line);
    if (above < 0 || above > 1 || line === undefined || marker === undefined || line.syntax.kind !== 'heading') {
      return none;
    }
    const runsIn = line.syntax.bodyStart < line.text.length;
    const others = children.some((one) => order.indexOf(markerOf(one)?.style ?? 'decimal') === 2);
    if (empty[child] || others || !runsIn || !/^[（(]/.test(line.text.slice(marker.start))) {
      return none;
    }
    return [
      {
        child,
        start: marker.start,
        end: marker.end,
        severity: 'information',
        message: 'The levels are 一、 （一） 1. （1）, in this order: “{0}” is expected under “{1}”, not （1）.',
        args: [marks[above + 1] as string, marks[above] as string],
      },
    ];
  },
};

const none: readonly SectionFinding[] = Object.freeze([]);
