import { figureEnd, isDigit, isHan, isLatin, runEnd, skipBlanks, skipBlanksBack } from '../chars.ts';
import { weigh } from '../evidence.ts';
import type { Mark, Scan } from '../mark.ts';
import { factorsBefore, slotBefore } from '../words/traps.ts';
import { maskedName } from './maskedNames.ts';
import { yearStart } from './years.ts';

/** `×`, `××`, `✕`, `╳` before an organ, a unit, a year, a month, 号; not a product, a dimension, or a cross in a judgement (√/×). */
export function matchCrosses(scan: Scan, at: number): number {
  const { text, start, end } = scan;
  const stop = runEnd(text, at, end);
  const year = yearStart(text, start, at, stop, end);
  if (year >= 0) {
    scan.marks.push({ start: year, end: stop, certainty: 'sure', kind: 'date' });
    return stop;
  }
  const figure = figureEnd(text, at, stop, end);
  const mark = crossMark(scan, at, figure);
  if (mark?.kind === 'place' && text[figure] === '+' && text[figure + 1] === text[at]) {
    const metres = runEnd(text, figure + 1, end);
    scan.marks.push({ ...mark, end: metres });
    return metres;
  }
  if (mark) scan.marks.push(mark);
  return figure;
}

function crossMark(scan: Scan, at: number, stop: number): Mark | undefined {
  const { text, start, end } = scan;
  if (stop - at > 8) return undefined;
  const leftAt = skipBlanksBack(text, at, start);
  const rightAt = skipBlanks(text, stop, end);
  const left = leftAt > start ? text.charCodeAt(leftAt - 1) : 0;
  const right = rightAt < end ? text.charCodeAt(rightAt) : 0;
  const single = stop - at === 1;
  if (isLatin(left) && !single && leftAt === at && /(?:^|[^A-Za-z0-9])[KGSYDZ]$/.test(text.slice(Math.max(start, at - 2), at)))
    return isStake(text, stop, end) ? { start: at, end: stop, certainty: 'sure', kind: 'place' } : undefined;
  if (isDigit(left) || isLatin(left) || isDigit(right)) return undefined;
  if (text[at] === 'ⅹ' && single) return undefined;
  if (isLatin(right) && single) return undefined;
  if (/[√✓✔✗]/.test(text.slice(Math.max(start, at - 6), Math.min(end, stop + 6)))) return undefined;
  const masked = maskedName(scan, at, stop);
  if (masked) return masked;
  const evidence = weigh(scan, at, stop);
  const dotted = text.slice(at, stop).includes('·') && text[at - 1] === '“';
  const sure: Mark = { start: at, end: stop, certainty: 'sure', ...(dotted ? { kind: 'date' as const } : {}) };
  if (dotted) return sure;
  if (evidence === 'cell') return single && /[√✓]/.test(text.slice(Math.max(0, at - 120), stop + 120)) ? undefined : sure;
  if (
    single &&
    evidence !== 'unit' &&
    (isProduct(scan, leftAt, rightAt) || /[打划画叉]$/.test(text.slice(Math.max(start, at - 2), at).replace(/[“"]/, '')))
  )
    return undefined;
  if (single && evidence === 'unit' && isFactor(scan, leftAt, rightAt)) return undefined;
  switch (evidence) {
    case 'unit':
    case 'organ':
    case 'title':
    case 'ordinal':
    case 'currency':
      return sure;
    case 'label':
      return sure;
    case 'quoted':
      return single && text[at - 1] !== '《' && text[at - 1] !== '〔' ? undefined : sure;
    case 'hanRight':
      return sure;
    case 'hanBoth':
      return !single || slotBefore.before(text, at, start) !== undefined ? sure : undefined;
    case 'hanLeft':
      return !single || slotBefore.before(text, at, start) !== undefined ? sure : undefined;
    default:
      // ××××：the addressee.
      if (!single && at === start && '：:'.includes(text[stop] ?? '\n') && skipBlanks(text, stop + 1, end) === end && !scan.cell)
        return { ...sure, kind: 'org' };
      return single ? undefined : evidence === 'english' ? { ...sure, certainty: 'likely' } : undefined;
  }
}

/** K××公里, K××+×××: a kilometre stake. */
function isStake(text: string, stop: number, end: number): boolean {
  return text[stop] === '+' || /^(?:公里|km|处|至|～|~|段|合同段|桩号)/.test(text.slice(stop, Math.min(end, stop + 3)));
}

/** 每亩穗数×穗粒数×千粒重: a product whose next factor begins as a unit does. */
function isFactor({ text, start, end }: Scan, leftAt: number, rightAt: number): boolean {
  if (factorsBefore.before(text, leftAt, start) === undefined) return false;
  const before = /[^，。；、：]*$/.exec(text.slice(Math.max(start, leftAt - 20), leftAt))?.[0] ?? '';
  const after = /^[^，。；、：]*/.exec(text.slice(rightAt, Math.min(end, rightAt + 20)))?.[0] ?? '';
  // 穗粒数×千粒重: what follows is a noun for a figure, not a unit.
  return /[×=＝÷]/.test(before + after) || /^[\u4e00-\u9fff]{1,6}?(?:[数量重价率值额费比]|系数|面积)(?![\u4e00-\u9fff])/.test(after);
}

/** 单价×数量, 得分=基础分×权重, （a）×（b）. */
function isProduct(scan: Scan, leftAt: number, rightAt: number): boolean {
  const { text, start, end } = scan;
  if (factorsBefore.before(text, leftAt, start) !== undefined) return true;
  const near = text.slice(Math.max(start, leftAt - 20), Math.min(end, rightAt + 20));
  if (/[=＝÷+＋]/.test(near)) return true;
  return (/[）)\]％%]/.test(text[leftAt - 1] ?? '') && !isHan(text.charCodeAt(rightAt))) || /[（(]/.test(text[rightAt] ?? '');
}
