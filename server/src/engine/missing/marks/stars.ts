import { figureEnd, isBlank, isDigit, isHan, isLatin, runEnd, skipBlanks, skipBlanksBack } from '../chars.ts';
import { weigh } from '../evidence.ts';
import type { Mark, Scan } from '../mark.ts';
import { slotBefore, starLegends, starLegendsBefore } from '../words/traps.ts';
import { boldClose } from './bold.ts';
import { maskedName } from './maskedNames.ts';
import { yearStart } from './years.ts';

/** 带*项为必填, 按*号键: a legend says what the marked items are; 完成目标*项 and 新增加*项 count them. */
const legendBehind = /^(?:(?:项|号|的|者)(?:目|的|者|内容|栏)?(?:为|是|均|必|须|都|表示|应|属|不可|指|处|结束|确认|项))/;

/** `*`, `**`, `＊`: next to 汉字, a unit, %, a figure of a year, another star over a stroke, or alone in a cell. */
export function matchStars(scan: Scan, at: number): number {
  const { text, start, end } = scan;
  const stop = runEnd(text, at, end);
  if (at === scan.boldClose) return stop;
  if (stop - at > 8) return stop;
  const year = yearStart(text, start, at, stop, end);
  if (year >= 0) {
    scan.marks.push({ start: year, end: stop, certainty: 'sure', kind: 'date' });
    return stop;
  }
  if (stop - at === 2 || stop - at === 3) {
    const close = boldClose(scan, at, stop);
    if (close >= 0) {
      scan.boldClose = close;
      return stop;
    }
  }
  const figure = figureEnd(text, at, stop, end);
  const mark = starMark(scan, at, figure);
  if (mark) scan.marks.push(mark);
  return figure;
}

function starMark(scan: Scan, at: number, stop: number): Mark | undefined {
  const { text, start, end } = scan;
  const left = at > start ? text.charCodeAt(at - 1) : 0;
  const right = stop < end ? text.charCodeAt(stop) : 0;
  if (isLatin(left) || (isDigit(left) && (isDigit(right) || stop - at > 2))) return undefined;
  const evidence = weigh(scan, at, stop);
  const sure = { start: at, end: stop, certainty: 'sure' } as const;
  if (evidence === 'cell' || evidence === 'currency') return sure;
  if (stop - at > 4 && evidence !== 'unit') return undefined;
  // 0.**, 12.*%: the figures behind the point are to come.
  const partly =
    text[at - 1] === '.' &&
    (stop - at > 1 || evidence === 'unit') &&
    /(?:^|[^\w.])(0\.|\d{2,4}\.)$/.exec(text.slice(Math.max(start, at - 7), at))?.[1];
  if (partly && !isLatin(right)) return { ...sure, start: at - partly.length };
  if (isDigit(left) || isDigit(right))
    return evidence === 'unit' && isDigit(left) && stop - at < 3 ? { ...sure, certainty: 'likely' } : undefined;
  if (isLatin(right)) return evidence === 'unit' ? sure : undefined;
  if (isFraction(scan, at, stop)) return sure;
  if (
    text[stop] === '.' ||
    text[at - 1] === '.' ||
    text[at - 1] === '/' ||
    (text[at - 1] === '\\' && at - 1 > start && text[at - 2] === '\\')
  )
    return undefined;
  if (text[stop] === '/' || starNear(scan, at, stop) || (evidence !== 'unit' && isProduct(scan, at, stop))) return undefined;
  if (isBlank(right) && /^[>\s]*$/.test(text.slice(Math.max(start, at - 12), at)) && at - start <= 12) return undefined;
  if (starLegends.at(text, skipBlanks(text, stop, end), end) !== undefined && isLegendPlace(scan, at)) return undefined;
  // 注：*为预计数，**为调整数。
  if (
    /^(?:为|表示|代表|指|系|是)/.test(text.slice(stop, stop + 2)) &&
    isLegendPlace(scan, at) &&
    /^\s*(?:附?注|说明|备注)\s*[：:]/.test(text.slice(start, Math.min(end, start + 8)))
  )
    return undefined;
  if (
    starLegendsBefore.before(text, openedAt(text, at), start) !== undefined &&
    (evidence !== 'unit' || legendBehind.test(text.slice(stop, stop + 10)))
  )
    return undefined;
  // 按*号键: a key of a telephone.
  if (/^号?键/.test(text.slice(stop, stop + 2))) return undefined;
  const masked = maskedName(scan, at, stop);
  if (masked) return masked;
  switch (evidence) {
    case 'unit':
    case 'organ':
    case 'title':
    case 'ordinal':
      return sure;
    case 'label':
      return isBlank(right) &&
        (isHan(text.charCodeAt(skipBlanks(text, stop, end))) || isLatin(text.charCodeAt(skipBlanks(text, stop, end))))
        ? undefined
        : sure;
    case 'quoted':
      return text[at - 1] === '(' ? undefined : sure;
    case 'hanBoth':
      // A footnote's star hugs the word before it: 总人口* 数据来源.
      return isBlank(right) && isHan(left) && slotBefore.before(text, at, start) === undefined ? undefined : sure;
    case 'hanRight':
      return sure;
    case 'hanLeft':
      return footnoteStar(scan, at, stop) ? undefined : sure;
    case 'english':
      return { ...sure, certainty: 'likely' };
    default:
      return undefined;
  }
}

/** `*` and `/` and `*` with nothing between: numerator and denominator. */
function isFraction(scan: Scan, at: number, stop: number): boolean {
  const { text, start, end } = scan;
  const before = at - 2 >= start && text[at - 1] === '/' && text[at - 2] === '*';
  const after = stop + 1 < end && text[stop] === '/' && text[stop + 1] === '*';
  if (before === after) return false;
  const outerLeft = before ? text.charCodeAt(at - 3) : text.charCodeAt(at - 1);
  return !isLatin(outerLeft) && text[stop + (after ? 2 : 0)] !== '.' && !(before && text[stop] === '/');
}

/** 电压 * 电流 = 功率: spaced on both sides, beside an equals sign or another operator. */
function isProduct(scan: Scan, at: number, stop: number): boolean {
  const { text, start, end } = scan;
  if (!isBlank(text.charCodeAt(at - 1)) || !isBlank(text.charCodeAt(stop)) || at === start) return false;
  return /[=＝*÷+＋]/.test(text.slice(Math.max(start, at - 16), at) + text.slice(stop, Math.min(end, stop + 16)));
}

/** A star among stars and blanks: `* * *`, `0 2 * * *`. */
function starNear(scan: Scan, at: number, stop: number): boolean {
  const { text, start, end } = scan;
  const left = skipBlanksBack(text, at, start);
  const right = skipBlanks(text, stop, end);
  return (
    (left < at &&
      left > start &&
      (text[left - 1] === '*' || (isDigit(text.charCodeAt(left - 1)) && right > stop && text[right] === '*'))) ||
    (right > stop && text[right] === '*')
  );
}

/** A legend begins a line, a sentence, a bracket, or follows a blank. */
function isLegendPlace(scan: Scan, at: number): boolean {
  const before = at > scan.start ? (scan.text[at - 1] ?? '') : '';
  return before === '' || '：:（(“"。；; 　，,、'.includes(before);
}

function openedAt(text: string, at: number): number {
  const before = text[at - 1] ?? '';
  return '“"（(‘\''.includes(before) ? at - 1 : at;
}

/** A star after a noun at a line's or a cell's end, or before a label's colon: a footnote, or a field that must be filled in. */
function footnoteStar(scan: Scan, at: number, stop: number): boolean {
  const { text, start, end, context } = scan;
  const right = text[skipBlanks(text, stop, end)] ?? '';
  if (scan.cell && stop >= end && /^(?:合计|总计|小计|共计|累计|.*[与和及])$/.test(text.slice(start, at))) return true;
  if (slotBefore.before(text, at, start) !== undefined) return false;
  if (right === '：' || right === ':' || right === '|') return true;
  return scan.cell || stop >= end || context.kind === 'title' || context.kind === 'caption' || (context.kind === 'heading' && stop >= end);
}
