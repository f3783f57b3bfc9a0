import { isBlank, isHan, isWord, runEnd } from '../chars.ts';
import { organAt, titleAt } from '../evidence.ts';
import type { Scan } from '../mark.ts';
import { boldNeverBegins, boldNeverEnds, slotBefore } from '../words/traps.ts';
import { unitAt } from '../words/units.ts';

/**
 * Where the closing run of `**words**` or `__words__` begins, or -1 where the runs are marks. They are bold where both sides hug
 * words that are no unit, date part, organ or title. Words that only look so (`**政府要为群众办实事。**`) are bold where the runs
 * stand as quotes would: nothing hugs them from outside. When in doubt it is missing data.
 */
export function boldClose(scan: Scan, at: number, stop: number): number {
  const { text, start, end } = scan;
  const close = text.indexOf(text[at] === '_' ? '__' : '**', stop);
  if (close <= stop || close >= end || text[close - 1] === '\\') return -1;
  const closeStop = runEnd(text, close, end);
  if (closeStop - close !== stop - at) return -1;
  // __/__/____: a date to be written in.
  if (/^[/.:：\-—～~、\s][\d/.:：\-—～~、\s]{0,6}$/.test(text.slice(stop, Math.min(close, stop + 8)))) return -1;
  const last = text.slice(close - 1, close);
  if (
    boldNeverBegins.test(text.slice(stop, stop + 1)) ||
    (boldNeverEnds.test(text.slice(Math.max(stop, close - 2), close)) && !(last === '，' && isBlank(text.charCodeAt(closeStop))))
  )
    return -1;
  const left = at > start ? text.charCodeAt(at - 1) : 0;
  const right = closeStop < end ? text.charCodeAt(closeStop) : 0;
  const ends = /[。！？：.!?:]/.test(last);
  const free = !isHan(left) && !isWord(left) && (ends || (!isHan(right) && !isWord(right)));
  // Two underscores inside a sentence are a blank to fill in.
  if (text[at] === '_' && !free) return -1;
  const whole = at === start && closeStop >= end;
  const follows = hugged(text, closeStop, end);
  const closed = !isHan(right) && !isWord(right);
  const clause = close - stop >= 5 && close - stop <= 40 && !/[，、；]/.test(text.slice(stop, close));
  // 属于**机关通行做法**。: the second run could be no mark, since nothing follows it that wants a value.
  if (closed && clause && hugged(text, stop, end) && slotBefore.before(text, close, stop) === undefined) return close;
  if (hugged(text, stop, end)) return free && (whole || close - stop >= 4) && (ends || !follows) ? close : -1;
  if (/^[\d０-９.,]+$/.test(text.slice(stop, Math.min(close, stop + 24)))) return close;
  return follows && !ends && !isBlank(right) ? -1 : close;
}

/** Whether a unit, an organ, a district or a title begins at `at`. */
function hugged(text: string, at: number, end: number): boolean {
  return unitAt(text, at, end) !== undefined || organAt(text, at, end) !== undefined || titleAt(text, at, end) !== undefined;
}
