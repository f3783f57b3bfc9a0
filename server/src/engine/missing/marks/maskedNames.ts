import { isHan, skipBlanksBack } from '../chars.ts';
import { organAt } from '../evidence.ts';
import type { Mark, Scan } from '../mark.ts';
import { doubtfulSurnames, personBefore, surnames } from '../words/organs.ts';
import { unitAt } from '../words/units.ts';

const afterName =
  /^(?:$|[，。、；：,;:（(）)》”！？\s|]|诉|同志|等|的|因|在|以|于|涉嫌|犯|违反|男|女|与|和|及|到|系|称|某|一案|离婚|交通|不服|对|向|为|被|将|违法|先生|女士|同学|户|案)/;

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
  if (!afterName.test(text.slice(stop, Math.min(end, stop + 3)))) return undefined;
  if (unitAt(text, stop, end) !== undefined || organAt(text, stop, end) !== undefined) return undefined;
  const before = skipBlanksBack(text, nameStart, start);
  const word = personBefore.before(text, before, start) !== undefined;
  if (!word) {
    if (doubtfulSurnames.has(surname)) return undefined;
    if (before > start && isHan(text.charCodeAt(before - 1))) return undefined;
  }
  return { start: at, end: stop, certainty: 'likely', kind: 'person', masking: true };
}
