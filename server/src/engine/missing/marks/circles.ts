import { classOf, isBlank, isHan, isLatin, NUMERAL, runEnd } from '../chars.ts';
import { weigh } from '../evidence.ts';
import type { Scan } from '../mark.ts';
import { maskedName } from './maskedNames.ts';
import { yearStart } from './years.ts';

/** `○○`, `〇〇`, `◯◯`, `△△`, `●●`: two or more beside an organ or a unit; not the zeros of Chinese numerals, not bullets or boxes to tick. */
export function matchCircles(scan: Scan, at: number): number {
  const { text, start, end } = scan;
  const stop = runEnd(text, at, end);
  const year = yearStart(text, start, at, stop, end);
  const left = at > start ? text.charCodeAt(at - 1) : 0;
  const right = stop < end ? text.charCodeAt(stop) : 0;
  const afterDigits = year >= 0 && year < at && (text.charCodeAt(year) < 0x80 || (stop - at >= 2 && text[at] !== '〇' && text[at] !== '○'));
  if (afterDigits) {
    scan.marks.push({ start: year, end: stop, certainty: 'sure', kind: 'date' });
    return stop;
  }
  const isNumeral = (code: number): boolean => (classOf(code) & NUMERAL) !== 0;
  if (isNumeral(left) || isNumeral(right) || isLatin(left) || isLatin(right)) return stop;
  const evidence = weigh(scan, at, stop);
  const likely = { start: at, end: stop, certainty: 'likely' } as const;
  if (stop - at === 1) {
    const dated = /^[年月日届期号次]/.test(text.slice(stop, stop + 1)) && at > start && text[at] !== '□' && text[at] !== '●';
    // 项目▲个, 增长△%: a sign in the place of a figure; □ and ■ are boxes to tick.
    const figure = text[at] !== '□' && text[at] !== '■' && evidence === 'unit' && (isHan(left) || isBlank(left)) && at > start;
    if (figure) scan.marks.push(likely);
    else if (dated && (evidence === 'unit' || evidence === 'ordinal' || text[stop] === '号')) scan.marks.push(likely);
    return stop;
  }
  const box = text[at] === '□' || text[at] === '■';
  if (stop - at > 8) return stop;
  const masked = box ? undefined : maskedName(scan, at, stop);
  if (masked) {
    scan.marks.push(masked);
    return stop;
  }
  const good = box
    ? evidence === 'organ' || evidence === 'unit'
    : evidence !== 'none' && evidence !== 'english' && evidence !== 'cell' && (evidence !== 'hanLeft' || stop < end);
  if (good) scan.marks.push(likely);
  return stop;
}
