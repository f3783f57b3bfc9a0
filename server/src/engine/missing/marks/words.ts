import { isBlank, isHan, isLatin, isWord, runEnd, skipBlanks } from '../chars.ts';
import { organAt, titleAt, weigh } from '../evidence.ts';
import type { Scan } from '../mark.ts';
import { englishUnitAt } from '../words/english.ts';
import { labelKindBefore } from '../words/labels.ts';
import { personBefore, surnames } from '../words/organs.ts';
import { slotBefore } from '../words/traps.ts';
import { unitAt } from '../words/units.ts';
import { yearStart } from './years.ts';

const bare = /^待(?:补充|补|填写|填|核实|核|定|查|确认|更新|提供)(?![\u4e00-\u9fff])/;

/** 待补, 待核, 待定 that stand alone: `金额：待核`. */
export function matchPending(scan: Scan, at: number): number {
  const { text, start, end } = scan;
  const match = bare.exec(text.slice(at, Math.min(end, at + 4)));
  if (!match) return at + 1;
  const left = at > start ? text.charCodeAt(at - 1) : 0;
  if (isHan(left) || isWord(left)) return at + 1;
  if (at === start && !scan.cell) return at + 1;
  scan.marks.push({ start: at, end: at + match[0].length, certainty: 'likely' });
  return at + match[0].length;
}

/** TBD, TBC, TODO, FIXME; YYYY-MM-DD and its like; `QX`. */
export function matchEnglishWords(scan: Scan, at: number): number {
  const { text, start, end } = scan;
  if (at > start && (isWord(text.charCodeAt(at - 1)) || '_-/.@#'.includes(text[at - 1] ?? ''))) return at + 1;
  const rest = text.slice(at, Math.min(end, at + 24));
  const word =
    /^(?:TB[DCA]|T\.B\.[DCA]\.?|(?:TODO|FIXME)(?!\]|[”’"]| (?:markers?|items?|lists?|comments?|tags?|apps?)))(?![A-Za-z0-9_/.-]\w|\w)/.exec(
      rest,
    );
  if (word) {
    scan.marks.push({ start: at, end: at + word[0].length, certainty: 'sure' });
    return at + word[0].length;
  }
  const open = /^[Tt]o be (?:confirmed|determined|advised|announced|completed|filled in|inserted|provided|decided|agreed)(?![a-z])/.exec(
    text.slice(at, Math.min(end, at + 20)),
  );
  if (open) {
    const before = text.slice(Math.max(start, at - 2), at).trim();
    if (before.endsWith(':') || before === '(' || (at === start && scan.cell))
      scan.marks.push({ start: at, end: at + open[0].length, certainty: 'likely' });
    return at + open[0].length;
  }
  const date =
    /^(?:Y{4}|y{4})(?:[-/.年][Mm]{2}(?:[-/.月][Dd]{2}日?)?)|^(?:MM|mm)[-/.](?:Y{4}|y{4})|^[Mm]{2}[-/.][Dd]{2}[-/.](?:Y{2,4}|y{4})|^[Dd]{2}[-/.][Mm]{2}[-/.](?:Y{2,4}|y{4})|^[Dd]{1,2}[-/. ](?:[Mm]{3}|Mon|Month)[-/. ](?:Y{2,4}|y{4})/.exec(
      rest,
    );
  if (date && !isLatin(text.charCodeAt(at + date[0].length))) {
    if (!/格式|format|样式|形如/i.test(text.slice(Math.max(start, at - 24), Math.min(end, at + 40))))
      scan.marks.push({ start: at, end: at + date[0].length, certainty: 'likely', kind: 'date' });
    return at + date[0].length;
  }
  const clock = /^(?:HH|hh):(?:MM|mm)(?::(?:SS|ss))?(?![A-Za-z])/.exec(rest);
  if (clock) {
    scan.marks.push({ start: at, end: at + clock[0].length, certainty: 'likely', kind: 'date' });
    return at + clock[0].length;
  }
  const quarter = /^Q(?:X|\?|_|\*)(?![\w-])/.exec(rest);
  if (quarter) {
    scan.marks.push({ start: at, end: at + 2, certainty: 'likely', kind: 'date' });
    return at + 2;
  }
  let stop = at + 1;
  while (stop < end && isLatin(text.charCodeAt(stop)) && !text.startsWith('XX', stop)) stop++;
  return stop;
}

/** `？人`, `??%`, `20？？年`: a question mark in the place of a figure; not the end of a question. */
export function matchQuestions(scan: Scan, at: number): number {
  const { text, start, end } = scan;
  let stop = at + 1;
  while (stop < end && (text[stop] === '？' || text[stop] === '?')) stop++;
  const year = yearStart(text, start, at, stop, end);
  if (year >= 0 && text[stop] === '年') {
    scan.marks.push({ start: year, end: stop, certainty: 'sure', kind: 'date' });
    return stop;
  }
  const left = at > start ? text.charCodeAt(at - 1) : 0;
  const right = stop < end ? text.charCodeAt(stop) : 0;
  if (stop - at > 4) return stop;
  const mark = { start: at, end: stop, certainty: 'likely' } as const;
  if (scan.cell && weigh(scan, at, stop) === 'cell') {
    scan.marks.push(mark);
    return stop;
  }
  if ('¥￥$€£'.includes(text[at - 1] ?? '\n') && at > start) {
    scan.marks.push(mark);
    return stop;
  }
  const unit = unitAt(text, stop, end);
  if (
    unit &&
    !isWord(left) &&
    left !== 0x25 &&
    left !== 0xff05 &&
    !/(?:[吗呢么吧啊何谁哪几否办样]|多少)$/.test(text.slice(Math.max(start, at - 2), at)) &&
    at > start
  ) {
    const percent = unit.kind === 'percent' || unit.kind === 'money' || unit.kind === 'multiple';
    const slot =
      slotBefore.before(text, at, start) !== undefined ||
      /[开展训查访发放有长降达额入出题建增]/.test(text[at - 1] ?? '') ||
      !isHan(left) ||
      (unit.end < end && !isHan(text.charCodeAt(unit.end)));
    if (percent || slot || stop - at > 1 || /[年月]/.test(text[at - 1] ?? '')) scan.marks.push(mark);
    return stop;
  }
  const spaced = at > start && isBlank(left) && (isBlank(right) || text[stop] === '%');
  if (spaced && (text[stop] === '%' || englishUnitAt(text, skipBlanks(text, stop, end), end))) scan.marks.push(mark);
  else if (text[at - 1] === '第' && isHan(right) && at > start) scan.marks.push(mark);
  else if (
    stop - at >= 2 &&
    at > start &&
    (/[：:] ?$/.test(text.slice(Math.max(start, at - 2), at)) || labelKindBefore(text, at, start) !== undefined)
  )
    scan.marks.push(mark);
  return stop;
}

/** `达到……万元`: an ellipsis in the place of a figure. */
export function matchEllipsis(scan: Scan, at: number): number {
  const { text, start, end } = scan;
  let stop = at + 1;
  while (stop < end && text[stop] === '…') stop++;
  const asked = slotBefore.before(text, at, start) !== undefined;
  if (stop - at > 4 || at === start || (/[第和与及等]/.test(text[at - 1] ?? '') && !/^[位名]/.test(text.slice(stop, stop + 1))))
    return stop;
  const unit = unitAt(text, stop, end);
  if (!asked && !(unit && (unit.kind === 'money' || unit.kind === 'percent') && isHan(text.charCodeAt(at - 1)))) return stop;
  if (unit && (unit.kind !== 'count' || !isHan(text.charCodeAt(unit.end)) || unit.unit.length > 1))
    scan.marks.push({ start: at, end: stop, certainty: 'maybe' });
  return stop;
}

/** `某某村`, `某某同志`: a name left open, or hidden; not 张某某. */
export function matchSomebody(scan: Scan, at: number): number {
  const { text, start, end } = scan;
  const stop = runEnd(text, at, end);
  if (stop - at < 2 || stop - at > 4 || surnames.has(text[at - 1] ?? '')) return stop;
  if (
    at > start &&
    isHan(text.charCodeAt(at - 1)) &&
    personBefore.before(text, at, start) === undefined &&
    slotBefore.before(text, at, start) === undefined &&
    !/[助]/.test(text[at - 1] ?? '')
  )
    return stop;
  const named = organAt(text, stop, end) !== undefined || titleAt(text, stop, end) !== undefined;
  if (named) scan.marks.push({ start: at, end: stop, certainty: 'maybe' });
  return stop;
}
