import { isBlank, isDigit, isHan, isLatin, skipBlanks } from '../chars.ts';
import { organAt } from '../evidence.ts';
import type { Scan } from '../mark.ts';
import { slotBefore } from '../words/traps.ts';
import { unitAt } from '../words/units.ts';

/** A gap of blanks where a value belongs: `共  人`, `  年  月  日`. Two half-width blanks or one full-width at least. */
export function matchBlanks(scan: Scan, at: number): number {
  const { text, start, end } = scan;
  const stop = skipBlanks(text, at, end);
  if (stop >= end) return stop;
  const next = text.charCodeAt(stop);
  if (!isHan(next) && text[stop] !== '%' && text[stop] !== '％') return stop;
  const wide = stop - at >= 2 || text[at] === '\u3000';
  const blankDate = dateOfBlanks(text, at, stop, start, end);
  if (blankDate) {
    scan.marks.push({ start: blankDate.start, end: blankDate.end, certainty: 'maybe', kind: 'date' });
    return blankDate.end;
  }
  if (at > start && text[stop] === '号' && /[〕\]］]/.test(text[at - 1] ?? '')) {
    scan.marks.push({ start: at, end: stop, certainty: 'maybe' });
    return stop;
  }
  if (at === start || (!wide && !isCollapsedGap(scan, at, stop))) return stop;
  const left = text.charCodeAt(at - 1);
  if (isLatin(left) || isDigit(left)) return stop;
  const unit = unitAt(text, stop, end);
  if (!unit && wide && /[与由向对给在经和受被为到：]$/.test(text.slice(at - 1, at)) && organAt(text, stop, end) !== undefined) {
    scan.marks.push({ start: at, end: stop, certainty: 'maybe' });
    return stop;
  }
  if (!unit) {
    if (text[stop] === '号' && /[第〕\]］]/.test(text[at - 1] ?? '')) scan.marks.push({ start: at, end: stop, certainty: 'maybe' });
    return stop;
  }
  if (unit.kind === 'date' && text[stop] !== '年' && !/[年月]/.test(text[at - 1] ?? '')) return stop;
  // 姓  名：, 通  知: words spread over a line.
  const spread = isHan(left) && !(at - 2 >= start && isHan(text.charCodeAt(at - 2))) && !'共约计达为第有'.includes(text[at - 1] ?? '');
  const after = text[unit.end] ?? '';
  if (
    spread ||
    after === '：' ||
    after === ':' ||
    (unit.end < end &&
      isBlank(text.charCodeAt(unit.end)) &&
      skipBlanks(text, unit.end, end) - unit.end > 1 &&
      isHan(left) &&
      slotBefore.before(text, at, start) === undefined)
  )
    return stop;
  if (isHan(left) || '，、；：（(“”）》'.includes(text[at - 1] ?? '\n')) {
    const strong =
      slotBefore.before(text, at, start) !== undefined ||
      unit.kind !== 'count' ||
      unit.approximate ||
      !isHan(text.charCodeAt(unit.end)) ||
      /[发放训查访建增有收设]/.test(text[at - 1] ?? '');
    if (strong) scan.marks.push({ start: at, end: stop, certainty: 'maybe' });
  }
  return stop;
}

/** A gap of one blank, as the web leaves it: 总金额为 元, 将在 个工作日内. */
function isCollapsedGap({ text, end }: Scan, at: number, stop: number): boolean {
  const unit = unitAt(text, stop, end);
  // 实到代表 名，: no clause ends so.
  const after = text[unit?.end ?? end] ?? '';
  if (
    unit?.kind === 'count' &&
    unit.unit.length < 3 &&
    (unit.end >= end || '，。；、）'.includes(after)) &&
    isHan(text.charCodeAt(at - 1)) &&
    isHan(text.charCodeAt(at - 2)) &&
    !/[一二两三四五六七八九十百千万亿几数半多第]/.test(text[at - 1] ?? '')
  )
    return true;
  if (unit === undefined || (unit.kind !== 'money' && unit.kind !== 'percent' && !/^个(?:工作日|月|小时)/.test(unit.unit))) return false;
  return /[为计共在付金约达收取]$/.test(text.slice(at - 1, at));
}

/** `2024年  月  日`, `    年  月  日`, `年 月 日`: one date, from its first gap to its last word. */
function dateOfBlanks(text: string, at: number, stop: number, start: number, end: number): { start: number; end: number } | undefined {
  if (!'年月日'.includes(text[stop] ?? '\n')) return undefined;
  const rest = text.slice(stop, Math.min(end, stop + 40));
  const fromYear = /^年[ \u3000\t]+月(?:[ \u3000\t]+日)?/.exec(rest);
  if (fromYear) {
    const left = at > start ? text.charCodeAt(at - 1) : 0;
    return isDigit(left) || isLatin(left) ? undefined : { start: at === start ? stop : at, end: stop + fromYear[0].length };
  }
  if (at === start) return undefined;
  const fromMonth = text[at - 1] === '年' && /^月[ \u3000\t]+日/.exec(rest);
  if (fromMonth) return { start: at, end: stop + fromMonth[0].length };
  const dayOnly = /[于至在自定为到]$/.test(text.slice(at - 1, at)) && /^月[ \u3000\t]+日/.exec(rest);
  if (dayOnly) return { start: at, end: stop + dayOnly[0].length };
  if (text[at - 1] === '年' && rest.startsWith('月') && isDigit(text.charCodeAt(at - 2))) return { start: at, end: stop };
  if (text[at - 1] === '月' && rest.startsWith('日') && isDigit(text.charCodeAt(at - 2))) return { start: at, end: stop };
  return undefined;
}

/** `年  月  日` that begins with its 年, without a gap before it. */
export function matchBareDate(scan: Scan, at: number): number {
  const { text, start, end } = scan;
  if (text.startsWith('月日', at + 1) && /[于自至即在从：]$/.test(text.slice(Math.max(start, at - 1), at))) {
    scan.marks.push({ start: at, end: at + 3, certainty: 'maybe', kind: 'date' });
    return at + 3;
  }
  if (!isBlank(text.charCodeAt(at + 1))) return at + 1;
  const before = at > start ? text.charCodeAt(at - 1) : 0;
  if ((isHan(before) && !/[于在自至到为]/.test(text[at - 1] ?? '')) || isDigit(before) || isLatin(before)) return at + 1;
  const match = /^年[ \u3000\t]+月[ \u3000\t]+日/.exec(text.slice(at, Math.min(end, at + 40)));
  if (!match) return at + 1;
  scan.marks.push({ start: at, end: at + match[0].length, certainty: 'maybe', kind: 'date' });
  return at + match[0].length;
}
