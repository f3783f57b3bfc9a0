import { isBlank, isDigit, isHan, isLatin, skipBlanks, skipBlanksBack } from '../chars.ts';
import { organAt, weigh } from '../evidence.ts';
import type { Mark, Scan } from '../mark.ts';
import { leadWords, romanBefore, xNouns } from '../words/english.ts';
import { latinXWords } from '../words/traps.ts';
import { unitAt } from '../words/units.ts';
import { maskedName } from './maskedNames.ts';
import { yearStart } from './years.ts';

const isX = (code: number): boolean => code === 0x58 || code === 0x78 || code === 0xff38 || code === 0xff58;

/** `X`, `XX`, `xx`, `Ｘ`: not inside Latin words, addresses and file names, Roman numerals, X射线, XX型. */
export function matchLetters(scan: Scan, at: number): number {
  const { text, start, end } = scan;
  let stop = at + 1;
  while (stop < end && isX(text.charCodeAt(stop))) stop++;
  const before = at > start ? text.charCodeAt(at - 1) : 0;
  if (isLatin(before) && !afterAcronym(text, start, at, stop, end)) return skipWord(text, stop, end);
  const numeric = /^[Xx]{1,2}([/.-])[Xx]{1,2}\1(?:20)?[Xx]{2,4}(?![A-Za-z0-9])/.exec(text.slice(at, Math.min(end, at + 12)));
  if (numeric) {
    scan.marks.push({ start: at, end: at + numeric[0].length, certainty: 'likely', kind: 'date' });
    return at + numeric[0].length;
  }
  const clock = /^[Xx]{2}[:：][Xx]{2}(?![A-Za-z0-9])/.exec(text.slice(at, Math.min(end, at + 6)));
  if (clock && !/(?:比|为|of)\s*$/.test(text.slice(Math.max(start, at - 4), at))) {
    scan.marks.push({ start: at, end: at + 5, certainty: 'likely', kind: 'date' });
    return at + 5;
  }
  const incident = text[at - 1] === '“' && /^[Xx]{1,2}·[Xx]{1,2}(?=”)/.exec(text.slice(at, Math.min(end, at + 6)));
  if (incident) {
    scan.marks.push({ start: at, end: at + incident[0].length, certainty: 'likely', kind: 'date' });
    return at + incident[0].length;
  }
  // Randomised X:Y: the form alone says it.
  if (/^X:Y(?![A-Za-z0-9])/.test(text.slice(at, Math.min(end, at + 4)))) {
    scan.marks.push({ start: at, end: at + 3, certainty: 'likely', kind: 'ratio' });
    return at + 3;
  }
  const year = yearStart(text, start, at, stop, end);
  if (year >= 0) {
    scan.marks.push({ start: year, end: stop, certainty: 'sure', kind: 'date' });
    return stop;
  }
  const measured =
    isLatin(text.charCodeAt(stop)) &&
    stop < end &&
    !isLatin(before) &&
    (stop - at > 1 || isHan(before)) &&
    unitAt(text, stop, end) !== undefined &&
    text[stop] !== 'L';
  if (
    !measured &&
    isLatin(text.charCodeAt(stop)) &&
    stop < end &&
    ((text[at] === 'x' && stop - at === 1) ||
      !/^(?:[kKmMbB]|bn|mn|pp|bps|km|kg|mg|ml|mm|cm)(?![A-Za-z])/.test(text.slice(stop, Math.min(end, stop + 4))))
  )
    return skipWord(text, stop, end);
  stop = numberEnd(text, stop, end);
  const mark = letterMark(scan, at, stop);
  if (mark) scan.marks.push(mark);
  return stop;
}

/** GDPXX亿元: capitals right before the mark, and a unit behind it. */
function afterAcronym(text: string, start: number, at: number, stop: number, end: number): boolean {
  return (
    stop - at >= 2 &&
    isHan(text.charCodeAt(stop)) &&
    unitAt(text, stop, end) !== undefined &&
    /(?:^|[^A-Za-z0-9])[A-Z]{2,6}$/.test(text.slice(Math.max(start, at - 7), at))
  );
}

function skipWord(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && (isLatin(text.charCodeAt(next)) || isDigit(text.charCodeAt(next)))) next++;
  return next;
}

/** `X.X`, `XX.XX`, `X,XXX`: figures with their separators. */
function numberEnd(text: string, stop: number, end: number): number {
  let next = stop;
  while (next + 1 < end && (text[next] === '.' || text[next] === ',') && isX(text.charCodeAt(next + 1))) {
    next++;
    while (next < end && isX(text.charCodeAt(next))) next++;
  }
  return next;
}

function letterMark(scan: Scan, at: number, stop: number): Mark | undefined {
  const { text, start, end } = scan;
  if (stop - at > 12) return undefined;
  const left = at > start ? text.charCodeAt(at - 1) : 0;
  const right = stop < end ? text.charCodeAt(stop) : 0;
  const leftChar = text[at - 1] ?? '';
  // 0.0XX, 12.XX: the last figures are to come.
  const partly = stop - at > 1 && stop - at < 4 && /(?:^|[^\d.])(\d{1,4}\.\d{1,3}|0\.)$/.exec(text.slice(Math.max(start, at - 9), at))?.[1];
  if (partly && !isLatin(right) && !isDigit(right)) return { start: at - partly.length, end: stop, certainty: 'likely' };
  // 1XXXXXXXXXX: a telephone number to come.
  if (leftChar === '1' && stop - at === 10 && !isDigit(text.charCodeAt(at - 2))) return { start: at - 1, end: stop, certainty: 'likely' };
  if (isDigit(left) || isDigit(right)) return undefined;
  if (stop - at === 1 && /\d[:：∶]$/.test(text.slice(Math.max(start, at - 2), at)) && !isLatin(right))
    return { start: at, end: stop, certainty: 'likely', kind: 'ratio' };
  if (
    at > start &&
    '_/\\.=&?#@-~^'.includes(leftChar) &&
    !(leftChar === '/' && isHan(text.charCodeAt(at - 2)) && isHan(right)) &&
    !dateJoin(text, at, start) &&
    // 2.X号行车: the point belongs to the number of a list.
    !(leftChar === '.' && isHan(right) && /(?:^|[：:；;。，、\s])\d{1,2}\.$/.test(text.slice(Math.max(start, at - 4), at))) &&
    !(
      leftChar === '-' &&
      /^[%％]/.test(text.slice(stop, stop + 1)) &&
      !isLatin(text.charCodeAt(at - 2)) &&
      !isDigit(text.charCodeAt(at - 2))
    ) &&
    !/(?:^|[^A-Za-z])[Nn]o\.$/.test(text.slice(Math.max(start, at - 4), at)) &&
    !/(?:^|[^A-Za-z])[Nn]=$/.test(text.slice(Math.max(start, at - 3), at))
  )
    return undefined;
  if (right !== 0 && '_=@^\\'.includes(text[stop] ?? '')) return undefined;
  // XX-year-old, an X-day history.
  if (
    /^-(?:year|day|month|week|hour|minute|bed|storey|page|person)s?(?![a-z])/.test(text.slice(stop, Math.min(end, stop + 9))) &&
    (text[at] === 'X' || stop - at > 1)
  )
    return { start: at, end: stop, certainty: 'likely', kind: 'count' };
  const evidence = weigh(scan, at, stop);
  const number = stop - at;
  const likely = { start: at, end: stop, certainty: 'likely' } as const;
  const single = number === 1;
  if (evidence === 'cell' || evidence === 'currency') return single && evidence === 'cell' ? undefined : likely;
  const leftStop = skipBlanksBack(text, at, start);
  const rightStop = skipBlanks(text, stop, end);
  const latinLeft = leftStop < at && isLatin(text.charCodeAt(leftStop - 1)) && leftStop > start;
  if (text[at - 1] === '“' && /^后”/.test(text.slice(stop, stop + 2))) return undefined;
  if (xNouns.test(text.slice(stop, Math.min(end, stop + 14)))) return undefined;
  if (latinXWords.at(text, rightStop, end) !== undefined && (single || organAt(text, rightStop, end) === undefined)) return undefined;
  if (latinLeft) return englishLetters(scan, at, stop, leftStop, evidence === 'unit' || evidence === 'title');
  if (text[leftStop - 1] === '第' && leftStop > start && /^[章卷篇册回讲集幕]/.test(text.slice(rightStop, rightStop + 1))) return undefined;
  const masked = single ? undefined : maskedName(scan, at, stop);
  if (masked) return masked;
  if (single && /(?:星期|礼拜)$/.test(text.slice(Math.max(start, at - 2), at))) return { ...likely, kind: 'date' };
  switch (evidence) {
    case 'unit':
      return likely;
    case 'organ':
      // X 公司, Y 公司: a name for any firm.
      return single && isBlank(right) ? undefined : likely;
    case 'title':
    case 'ordinal':
      return likely;
    case 'label':
      return single && !/^(?:号|栋|幢|座|单元)/.test(text.slice(stop, stop + 2)) ? undefined : likely;
    case 'quoted':
      // 三（X）班
      if (single && unitAt(text, stop + 1, end) !== undefined && (leftChar === '（' || leftChar === '(')) return likely;
      return single && leftChar !== '《' && leftChar !== '〔' ? undefined : likely;
    case 'hanBoth':
      return single && !/(?:^|[^\u4e00-\u9fff]|[见見如附])[图圖表]$|附件$|附[录錄]$/.test(text.slice(Math.max(start, at - 3), at))
        ? undefined
        : likely;
    case 'hanRight':
      return single ? undefined : likely;
    case 'hanLeft':
      return single && !/[图圖表件第]$/.test(leftChar) ? undefined : likely;
    case 'english':
      return single ? undefined : likely;
    default:
      // X.XX, XX-XX: a figure or a range by its form.
      if (
        /[.,]/.test(text.slice(at, stop)) ||
        /^[-–~][Xx]{2}/.test(text.slice(stop, stop + 3)) ||
        /[Xx.]{2}[-–~]$/.test(text.slice(Math.max(start, at - 3), at))
      )
        return single ? undefined : likely;
      if (/(?:^|[^A-Za-z])[Nn]o\.$/.test(text.slice(Math.max(start, at - 4), at))) return single ? undefined : likely;
      if (/^[%％]/.test(text.slice(stop, stop + 1)) && leftChar === '-') return likely;
      if (!single && /(?:^|[^A-Za-z])[Nn] ?= ?$/.test(text.slice(Math.max(start, at - 5), at))) return likely;
      if (!single && /^\s?[%％]/.test(text.slice(stop, stop + 2))) return likely;
      if (!single && '(（,;'.includes(text[leftStop - 1] ?? '\n') && leftStop > start && /^ [a-z]/.test(text.slice(stop, stop + 2)))
        return likely;
      return !single &&
        leftStop === start &&
        isBlank(right) &&
        !isHan(text.charCodeAt(rightStop)) &&
        /^[a-z]/.test(text.slice(rightStop, rightStop + 1))
        ? likely
        : undefined;
  }
}

/** XX-XX, XX/XX/20XX: a mark joined to a mark or a figure of a date. */
function dateJoin(text: string, at: number, start: number): boolean {
  const join = text[at - 1] ?? '';
  return (
    at - 2 >= start &&
    '-/.~'.includes(join) &&
    (isX(text.charCodeAt(at - 2)) || (/(?:^|\D)\d{1,4}$/.test(text.slice(Math.max(start, at - 6), at - 1)) && isX(text.charCodeAt(at))))
  );
}

/** of, About: a small word that a value comes after. */
function isLead(word: string): boolean {
  const small = word.toLowerCase();
  return (
    leadWords.before(word, word.length, 0) === word ||
    (small !== word && leadWords.before(small, small.length, 0) === small && !/^[AI]n?$/.test(word))
  );
}

const referenceWords = /^(?:Figure|Fig|Table|Page|Section|Appendix|Annex|Exhibit)\.?$/;

/** A mark in an English sentence: `of XX employees`, `Company XX`, not `Windows XX` or `Title XX`. */
function englishLetters(scan: Scan, at: number, stop: number, leftStop: number, unit: boolean): Mark | undefined {
  const { text, start } = scan;
  if (romanBefore.before(text, leftStop, start) !== undefined) return undefined;
  const likely = { start: at, end: stop, certainty: 'likely' } as const;
  const word = /[A-Za-z.]+$/.exec(text.slice(Math.max(start, leftStop - 20), leftStop))?.[0] ?? '';
  if (/[.,]/.test(text.slice(at, stop))) return likely;
  if (stop - at === 1)
    return text[at] === 'X' &&
      (((unit || /^ (?:(?:out )?of [X\d]|[a-z]+s\b(?! of)|(?:were|are|had|have) [a-z])/.test(text.slice(stop, stop + 20))) &&
        (/^[a-z]/.test(word) || isLead(word))) ||
        referenceWords.test(word))
      ? likely
      : undefined;
  if (unit || isLead(word)) return likely;
  if (
    /^(?:Company|Client|Project|Date|Department|Figure|Fig|Table|Page|Section|Appendix|Annex|Name|Manager|Director|Team|Region|City|Province|Week|Q|Quarter|Year|Month|January|February|March|April|May|June|July|August|September|October|November|December|Item|Site|Room|Building|Exhibit|Invoice|Order|Contract|Case|Ref|ref)\.?$/.test(
      word,
    )
  )
    return likely;
  return /^[a-z]/.test(word) ? likely : undefined;
}

/** `N个`, `n人次`: N in the place of a figure; not 1+N, 第N次, N次方. */
export function matchCounters(scan: Scan, at: number): number {
  const { text, start, end } = scan;
  const left = at > start ? text.charCodeAt(at - 1) : 0;
  const right = at + 1 < end ? text.charCodeAt(at + 1) : 0;
  if (isLatin(right) || isLatin(left) || isDigit(right) || isDigit(left)) return skipWord(text, at + 1, end);
  if ((!isHan(left) && !'、，：（'.includes(text[at - 1] ?? '\n')) || /[第前后每]/.test(text[at - 1] ?? '')) return at + 1;
  const unit = unitAt(text, at + 1, end);
  if (unit && !/^(?:次方|级|型|种|类)/.test(text.slice(at + 1, at + 3))) scan.marks.push({ start: at, end: at + 1, certainty: 'likely' });
  return at + 1;
}
