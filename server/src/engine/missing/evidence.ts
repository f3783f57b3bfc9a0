import { classOf, DIGIT, HAN, isBlank, isHan, isLatin, LATIN, skipBlanks, skipBlanksBack } from './chars.ts';
import type { Scan } from './mark.ts';
import { englishUnitAt, leadWords } from './words/english.ts';
import { labelKindBefore } from './words/labels.ts';
import { districts, notOrgans, organs, titles } from './words/organs.ts';
import { unitAt } from './words/units.ts';

/**
 * What the neighbours of a mark say for its standing for a value, the strongest first:
 * a cell of its own, a currency sign, a unit, an organ or district, a title of a person, 第…, a label's colon,
 * brackets or quotes around it, 汉字 on both sides, on the right, on the left, an English sentence around it.
 */
export type Evidence =
  | 'cell'
  | 'currency'
  | 'unit'
  | 'organ'
  | 'title'
  | 'ordinal'
  | 'label'
  | 'quoted'
  | 'hanBoth'
  | 'hanRight'
  | 'hanLeft'
  | 'english'
  | 'none';

const listMarks = '、，';
const currencies = '¥￥$€£＄';
const openers = '（(【[［〔“《‘「『"';
const closers = '）)】]］〕”》’」』"';

/** The organ or district word at `at`, if it does not begin another word (局面, 市场). */
export function organAt(text: string, at: number, end: number): string | undefined {
  const organ = longer(organs.at(text, at, end), districts.at(text, at, end));
  if (organ === undefined) return undefined;
  const other = notOrgans.at(text, at, end);
  return other !== undefined && other.length >= organ.length ? undefined : organ;
}

/** The title or form of address at `at`. A longer organ (局办公室 against 局) wins over it. */
export function titleAt(text: string, at: number, end: number): string | undefined {
  const title = titles.at(text, at, end);
  if (title === undefined) return undefined;
  const organ = organAt(text, at, end);
  return organ !== undefined && organ.length > title.length ? undefined : title;
}

function longer(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a.length >= b.length ? a : b;
}

/** Weighs the neighbours of the mark from `from` to `to`. */
export function weigh(scan: Scan, from: number, to: number): Evidence {
  const { text, start, end } = scan;
  if (scan.cell && skipBlanksBack(text, from, start) === start && skipBlanks(text, to, end) === end) return 'cell';
  const left = from > start ? text.charCodeAt(from - 1) : 0;
  const right = to < end ? text.charCodeAt(to) : 0;
  const leftStop = skipBlanksBack(text, from, start);
  const rightStop = to + 1 < end && isBlank(right) ? to + 1 : to;
  if (from > start && currencies.includes(text[leftStop - 1] ?? '\n') && leftStop > start) return 'currency';
  if (unitAt(text, rightStop, end) !== undefined) return 'unit';
  if (isBlank(right) && englishUnitAt(text, rightStop, end) !== undefined) return 'unit';
  if (organAt(text, rightStop, end) !== undefined) return 'organ';
  if (titleAt(text, rightStop, end) !== undefined) return 'title';
  const beforeLeft = text[leftStop - 1] ?? '';
  if (beforeLeft === '《' && leftStop === from && to - from > 1 && !isLatin(right)) return 'quoted';
  if (leftStop === from && /(?:星期|礼拜|[（(]周)$/.test(text.slice(Math.max(start, from - 2), from))) return 'label';
  // 审判长　×××: a title or a label, a gap, a mark, and nothing after it.
  if (leftStop < from && leftStop > start && skipBlanks(text, to, end) === end && isHan(text.charCodeAt(leftStop - 1))) {
    if (titles.before(text, leftStop, start) !== undefined || labelKindBefore(text, leftStop, start) === 'person') return 'label';
  }
  // XXX、XXX、XXX: what follows a mark in a list is one as well.
  if (leftStop === from && '、/'.includes(beforeLeft) && from - 1 > start && scan.marks.at(-1)?.end === from - 1) return 'hanLeft';
  if (
    to - from > 1 &&
    text[to] === '、' &&
    to + 1 < end &&
    text.startsWith(text.slice(from, to), to + 1) &&
    text[to + 1 + to - from] !== text[from] &&
    !isLatin(left)
  )
    return 'hanRight';
  if (beforeLeft === '第' && leftStop > start) return 'ordinal';
  if ((beforeLeft === '：' || beforeLeft === ':') && leftStop > start && !isLatin(right)) return 'label';
  if (left !== 0 && openers.includes(text[from - 1] ?? '\n') && closers.includes(text[to] ?? '\n')) return 'quoted';
  const hanLeft =
    isHan(left) || (isBlank(left) && leftStop > start && isHan(text.charCodeAt(leftStop - 1)) && isHan(text.charCodeAt(rightStop)));
  const hanRight = isHan(right) || (rightStop > to && isHan(text.charCodeAt(rightStop)) && hanLeft);
  // 张三、××、李四: a member of a list.
  if (
    listMarks.includes(text[from - 1] ?? '\n') &&
    listMarks.includes(text[to] ?? '\n') &&
    isHan(text.charCodeAt(from - 2)) &&
    isHan(text.charCodeAt(to + 1))
  )
    return 'hanLeft';
  if (hanLeft && hanRight) return 'hanBoth';
  if (hanRight) return 'hanRight';
  if (hanLeft) return 'hanLeft';
  if (isBlank(left) && leftStop > start && !isHan(right) && (classOf(right) & (LATIN | DIGIT | HAN)) === 0) {
    const word = leadWords.before(text, leftStop, start);
    if (word !== undefined && !isLatin(text.charCodeAt(leftStop - word.length - 1))) return 'english';
  }
  return 'none';
}
