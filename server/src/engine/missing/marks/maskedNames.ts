import { isHan, skipBlanksBack } from '../chars.ts';
import { organAt } from '../evidence.ts';
import type { Mark, Scan } from '../mark.ts';
import { doubtfulSurnames, personBefore, surnames, titles } from '../words/organs.ts';
import { unitAt } from '../words/units.ts';

/**
 * A surname and a mark: 张×, 李**, 王XX. The mark may hide the rest of a name on purpose.
 * `undefined` where it is no such name.
 */
export function maskedName(scan: Scan, at: number, stop: number): Mark | undefined {
  const { text, start, end } = scan;
  if (stop - at > 3 || at - 1 < start) return undefined;
  const nameStart = text[at - 1] === '某' ? at - 2 : at - 1;
  const surname = text[nameStart] ?? '';
  if (nameStart < start || !surnames.has(surname)) return undefined;
  if (unitAt(text, stop, end) !== undefined || organAt(text, stop, end) !== undefined) return undefined;
  const before = skipBlanksBack(text, nameStart, start);
  const word = personBefore.before(text, before, start) !== undefined || titles.before(text, before, start) !== undefined;
  if (!word) {
    if (doubtfulSurnames.has(surname)) return undefined;
    if (before > start && isHan(text.charCodeAt(before - 1))) return undefined;
  }
  return { start: at, end: stop, certainty: 'likely', kind: 'person', masking: true };
}
