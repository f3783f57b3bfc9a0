import { isBlank } from './chars.ts';
import { organAt } from './evidence.ts';
import type { Mark } from './mark.ts';

/** Some marks that stand for one datum: the index of the last, and the column where the datum ends (a closing 日, 号, 局 included). */
interface Join {
  readonly last: number;
  readonly mark: Mark;
}

type Joiner = (text: string, start: number, end: number, marks: readonly Mark[], first: number) => Join | undefined;

/** Joins the marks that stand for one datum: `20XX年X月X日`, `×政发〔20××〕×号`, `XX县XX局`, `X-X`. */
export function joinMarks(text: string, start: number, end: number, marks: readonly Mark[]): readonly Mark[] {
  const joined: Mark[] = [];
  for (let index = 0; index < marks.length; index++) {
    const mark = marks[index];
    if (!mark) break;
    const previous = joined.at(-1);
    if (previous && mark.start < previous.end) continue;
    const join = joinAt(text, start, end, marks, index);
    if (join) {
      joined.push(join.mark);
      index = join.last;
    } else joined.push(mark);
  }
  // A backslash right before a mark says: this is not missing.
  return joined.filter((mark) => text[mark.start - 1] !== '\\');
}

const joiners: readonly Joiner[] = [documentNumber, date, englishDate, slashed, clock, range, nameOfPlaces];

function joinAt(text: string, start: number, end: number, marks: readonly Mark[], first: number): Join | undefined {
  for (const joiner of joiners) {
    const join = joiner(text, start, end, marks, first);
    if (join) return join;
  }
  return undefined;
}

const M = '(?:[*＊×✕╳XxＸｘ○〇◯△●_＿？?]{1,8}|[\\[【][●• \\u3000]{0,8}[\\]】])';
const YEAR = `(?:\\d{2,4}(?:${M})?|${M}|[ \\u3000]*)`;
const TAIL = `[〔［\\[（(【]${YEAR}[〕］\\]）)】]第?[\\u4e00-\\u9fff\\w]{0,8}?(?:第)?(?:${M}[\\u4e00-\\u9fff]{0,6}?(?:第)?)?(?:${M}|\\d{1,6}|[ \\u3000]*)号`;
const numberFromMark = new RegExp(`^(?:${M}[\\u4e00-\\u9fff]{0,10}){1,2}${TAIL}`);
const numberFromBracket = new RegExp(`^${TAIL}`);
const numberWithoutYear = new RegExp(`^${M}[\\u4e00-\\u9fff]{0,6}(?:${M}[\\u4e00-\\u9fff]{0,3})?第${M}号`);

function documentNumber(text: string, start: number, end: number, marks: readonly Mark[], first: number): Join | undefined {
  const mark = marks[first];
  const next = marks[first + 1];
  if (!mark || !next || next.start - mark.end > 24) return undefined;
  const window = text.slice(mark.start, Math.min(end, mark.start + 64));
  if (!window.includes('号')) return undefined;
  // 第×届…第×次会议第×号 counts; it is not one number.
  const counts = text[mark.start - 1] === '第';
  let found = numberFromMark.exec(window) ?? (counts ? null : numberWithoutYear.exec(window));
  let from = mark.start;
  if (!found) {
    const bracket = bracketBefore(text, mark, start);
    if (bracket >= 0) from = bracket;
    found = numberFromBracket.exec(text.slice(from, Math.min(end, from + 64)));
    // The organ's own mark before the bracket: ××〔20××〕×号.
    const organ = found && /[*＊×✕XxＸ○〇]{1,8}[\u4e00-\u9fff]{0,4}$/.exec(text.slice(Math.max(start, from - 12), from))?.[0];
    if (found && organ) {
      const stop = from + found[0].length;
      let last = first;
      while (last + 1 < marks.length && (marks[last + 1]?.end ?? stop + 1) <= stop) last++;
      if (last > first) return { last, mark: { start: from - organ.length, end: stop, certainty: mark.certainty, kind: 'document' } };
    }
  }
  if (!found) return undefined;
  const stop = from + found[0].length;
  let last = first;
  while (last + 1 < marks.length && (marks[last + 1]?.end ?? stop + 1) <= stop) last++;
  return last === first ? undefined : { last, mark: { start: from, end: stop, certainty: mark.certainty, kind: 'document' } };
}

/** The column of the bracket that a year's mark stands in, or -1. */
function bracketBefore(text: string, mark: Mark, start: number): number {
  const at = mark.start - 1;
  return at >= start && '〔［[（(【'.includes(text[at] ?? '\n') ? at : -1;
}

const dateWords = '年月日号时分';

function date(text: string, _start: number, end: number, marks: readonly Mark[], first: number): Join | undefined {
  const mark = marks[first];
  if (!mark) return undefined;
  let last = first;
  let stop = mark.end;
  for (;;) {
    const wordAt = skipFew(text, stop, end);
    const word = text[wordAt] ?? '';
    if (wordAt >= end || word === '' || !dateWords.includes(word)) break;
    const afterWord = skipFew(text, wordAt + 1, end);
    const next = marks[last + 1];
    if (next && next.start <= afterWord && next.start >= wordAt + 1 && next.insertAt === undefined) {
      const unitAt = skipFew(text, next.end, end);
      const unit = text[unitAt] ?? '';
      if (text.startsWith('个月', unitAt) || (unit !== '' && dateWords.includes(unit) && unitAt < end)) {
        last++;
        stop = next.end;
        if (text.startsWith('个月', unitAt)) {
          stop = unitAt + 2;
          break;
        }
        continue;
      }
      // A blank date that is one mark by itself: 20__年  月  日.
      if (next.kind === 'date' && next.certainty === 'maybe') {
        last++;
        stop = next.end;
        break;
      }
      break;
    }
    // Known figures between marks: 20XX年3月X日.
    const figures = /^\d{1,2} ?[月日时]/.exec(text.slice(afterWord, Math.min(end, afterWord + 5)));
    const beyond = figures && marks[last + 1];
    if (figures && beyond && beyond.start === afterWord + figures[0].length) {
      last++;
      stop = beyond.end;
      continue;
    }
    break;
  }
  if (last === first) return undefined;
  const tail = skipFew(text, stop, end);
  const word = text[tail] ?? '';
  if (tail < end && word !== '' && dateWords.includes(word)) stop = tail + 1;
  const months = text.slice(stop - 2, stop) === '个月';
  return { last, mark: { start: mark.start, end: stop, certainty: mark.certainty, kind: months ? 'count' : 'date' } };
}

function skipFew(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && next < at + 4 && isBlank(text.charCodeAt(next))) next++;
  return next;
}

/** `____ day of ____, 20__`; `March XX, 20XX` is left to its year. */
function englishDate(text: string, _start: number, _end: number, marks: readonly Mark[], first: number): Join | undefined {
  const mark = marks[first];
  const month = marks[first + 1];
  // DD Mon YYYY HH:MM
  if (
    mark?.kind === 'date' &&
    month?.kind === 'date' &&
    month.start === mark.end + 1 &&
    isBlank(text.charCodeAt(mark.end)) &&
    text.slice(month.start, month.end).includes(':')
  )
    return { last: first + 1, mark: { start: mark.start, end: month.end, certainty: mark.certainty, kind: 'date' } };
  // ____________, 20__: a day to be written in before its year.
  if (mark && month?.kind === 'date' && text[mark.start] === '_' && mark.end - mark.start > 3 && text.slice(mark.end, month.start) === ', ')
    return { last: first + 1, mark: { start: mark.start, end: month.end, certainty: mark.certainty, kind: 'date' } };
  if (!mark || !month || !/^(?:st|nd|rd|th)? day of $/.test(text.slice(mark.end, Math.min(month.start, mark.end + 12)))) return undefined;
  const year = marks[first + 2];
  const dated = year !== undefined && /^,? $/.test(text.slice(month.end, Math.min(year.start, month.end + 3)));
  const end = dated ? year.end : month.end;
  return { last: first + (dated ? 2 : 1), mark: { start: mark.start, end, certainty: mark.certainty, kind: 'date' } };
}

/** `____/____/____`: a date. */
function slashed(text: string, _start: number, _end: number, marks: readonly Mark[], first: number): Join | undefined {
  const [mark, second, third] = [marks[first], marks[first + 1], marks[first + 2]];
  if (!mark || !second || !third || second.start !== mark.end + 1 || third.start !== second.end + 1) return undefined;
  const join = text[mark.end] ?? '';
  if (!'/-.'.includes(join) || text[second.end] !== join) return undefined;
  return { last: first + 2, mark: { start: mark.start, end: third.end, certainty: mark.certainty, kind: 'date' } };
}

/** `XX:XX`: a time of day; `X:X` and 比XX:XX are ratios. */
function clock(text: string, start: number, _end: number, marks: readonly Mark[], first: number): Join | undefined {
  const mark = marks[first];
  const next = marks[first + 1];
  if (!mark || !next || next.start !== mark.end + 1 || !':：'.includes(text[mark.end] ?? '\n')) return undefined;
  if (mark.end - mark.start !== 2 || next.end - next.start !== 2) return undefined;
  if (/(?:比|比例为?|比为|ratio(?: of)?)\s*$/i.test(text.slice(Math.max(start, mark.start - 12), mark.start))) return undefined;
  return { last: first + 1, mark: { start: mark.start, end: next.end, certainty: mark.certainty, kind: 'date' } };
}

/** `X-X`, `20XX-20XX`: two ends of one statement. */
function range(text: string, _start: number, _end: number, marks: readonly Mark[], first: number): Join | undefined {
  const mark = marks[first];
  const next = marks[first + 1];
  if (!mark || !next || next.start !== mark.end + 1 || !'-—－–~～'.includes(text[mark.end] ?? '\n')) return undefined;
  const kind = mark.kind ?? next.kind;
  return { last: first + 1, mark: { start: mark.start, end: next.end, certainty: mark.certainty, ...(kind ? { kind } : {}) } };
}

const houseWords = /^(?:号楼|号院|号|栋|幢|楼|单元|室|层)/;

function nameOfPlaces(text: string, _start: number, end: number, marks: readonly Mark[], first: number): Join | undefined {
  const mark = marks[first];
  if (!mark || mark.kind !== undefined) return undefined;
  let last = first;
  let stop = mark.end;
  for (;;) {
    const next = marks[last + 1];
    if (!next || next.kind !== undefined || next.start - stop > 10 || next.start === stop) break;
    if (wordsEnd(text, stop, next.start) !== next.start) break;
    const after = organAt(text, next.end, end) ?? houseWords.exec(text.slice(next.end, Math.min(end, next.end + 3)))?.[0];
    if (after === undefined) break;
    last++;
    stop = next.end;
  }
  if (last === first) return undefined;
  const house = houseWords.exec(text.slice(stop, Math.min(end, stop + 3)))?.[0];
  const finish = house !== undefined && organAt(text, stop, end) === undefined ? stop + house.length : wordsEnd(text, stop, end);
  return {
    last,
    mark: { start: mark.start, end: finish, certainty: mark.certainty, ...(house !== undefined ? { kind: 'place' as const } : {}) },
  };
}

/** Where the run of organ, district and house words that begins at `at` ends. */
function wordsEnd(text: string, at: number, end: number): number {
  let next = at;
  for (let words = 0; words < 4 && next < end; words++) {
    const word = organAt(text, next, end) ?? houseWords.exec(text.slice(next, Math.min(end, next + 3)))?.[0];
    if (word === undefined || next + word.length > end) break;
    next += word.length;
  }
  return next;
}
