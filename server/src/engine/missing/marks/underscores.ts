import { figureEnd, isDigit, isHan, isLatin, isWord, runEnd, skipBlanks, skipBlanksBack } from '../chars.ts';
import type { Scan } from '../mark.ts';
import { unitAt } from '../words/units.ts';
import { boldClose } from './bold.ts';
import { yearStart } from './years.ts';

/** `__`, `____`, `＿＿`: not inside identifiers, not a rule across the line, not `__bold__`. */
export function matchUnderscores(scan: Scan, at: number): number {
  const { text, start, end } = scan;
  const stop = runEnd(text, at, end);
  if (at === scan.boldClose) return stop;
  const left = at > start ? text.charCodeAt(at - 1) : 0;
  const right = stop < end ? text.charCodeAt(stop) : 0;
  const year = yearStart(text, start, at, stop, end);
  if (year >= 0 || (isDigit(left) && shortYear(text, at, stop, start))) {
    scan.marks.push({ start: year >= 0 ? year : at - 2, end: stop, certainty: 'sure', kind: 'date' });
    return stop;
  }
  const lone = stop - at === 1 && text[at] === '_' && !isWord(left) && !isWord(right) && at > start;
  if (lone && isAsked(scan, at, stop)) {
    scan.marks.push({ start: at, end: stop, certainty: 'likely' });
    return stop;
  }
  if (stop - at === 1 && text[at] === '_') return isWord(left) || isWord(right) ? skipIdentifier(text, stop, end) : stop;
  if (isWord(left) && isWord(right)) return skipIdentifier(text, stop, end);
  const afterName = isLatin(left) && (stop - at < 3 || isWord(right));
  if (afterName || (isLatin(right) && (stop - at === 2 || /^[a-z]+_/i.test(text.slice(stop, Math.min(end, stop + 24)))))) {
    const bold = stop - at === 2 ? boldClose(scan, at, stop) : -1;
    if (bold >= 0) scan.boldClose = bold;
    if (bold >= 0 || afterName || identifierFollows(text, stop, end)) return stop;
  }
  if (!scan.cell && skipBlanksBack(text, at, start) === start && skipBlanks(text, stop, end) === end) return stop;
  const close = stop - at === 2 ? boldClose(scan, at, stop) : -1;
  if (close >= 0) {
    scan.boldClose = close;
    return stop;
  }
  const figure = figureEnd(text, at, stop, end);
  scan.marks.push({ start: at, end: figure, certainty: 'sure' });
  return figure;
}

/** 共_人, 见附件_, `Appendix _`: one underscore where a value belongs. */
function isAsked({ text, start, end }: Scan, at: number, stop: number): boolean {
  return (
    (isHan(text.charCodeAt(at - 1)) && unitAt(text, stop, end) !== undefined) ||
    /(?:[图圖表]|附[件录錄]|(?:Figure|Table|Appendix|Annex|Section) )$/.test(text.slice(Math.max(start, at - 9), at))
  );
}

/** `20_年`, `〔20_-20_〕`. */
function shortYear(text: string, at: number, stop: number, start: number): boolean {
  return (
    at - 2 >= start &&
    /^(?:20|19)$/.test(text.slice(at - 2, at)) &&
    !isWord(text.charCodeAt(at - 3)) &&
    /^[-—－年〕\])）~～至\s]/.test(text.slice(stop, stop + 1))
  );
}

function skipIdentifier(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && (isWord(text.charCodeAt(next)) || text[next] === '_')) next++;
  return next;
}

function identifierFollows(text: string, at: number, end: number): boolean {
  return /^\w+__/.test(text.slice(at, Math.min(end, at + 40)));
}
