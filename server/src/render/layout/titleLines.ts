import { widthInChars } from './widthInChars.ts';

/** A place in a title where a line may end: before this UTF-16 column; the cost grows with the harm to the sense. */
interface Break {
  readonly column: number;
  readonly width: number;
  readonly cost: number;
}

// A line must not begin with these, nor end with those (kinsoku); a line that begins with 的 or 和 reads badly.
const notFirst = /^[的地得之和与及、，。；：！？）》〉】〕”’·—…%％]/;
/** A number and what it counts belong together: 二〇二六|年度, 第|三|季度. */
const insideNumber = /(?:[〇零一二三四五六七八九十百千万亿\d]\|[年月日个项次届期号条季])|(?:第\|)|(?:\d\|\d)/;
const notLast = /[（《〈【〔“‘第]$/;
const afterGood = /(?:关于|、|，|：|；|》|）|”)$/;
const beforeGood = /^(?:关于|《|（|“)/;
const organEnd = /(?:委员会|办公厅|办公室|政府|法院|检察院|党组|公司|集团|中心|学校|[局厅委部署])$/;

/** Columns where a word ends. `Intl.Segmenter` knows Chinese words; without it every character is a word. */
function wordEnds(text: string): readonly number[] {
  const ends: number[] = [];
  if (typeof Intl.Segmenter === 'function') {
    for (const { index, segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) ends.push(index + segment.length);
  } else {
    let at = 0;
    for (const char of text) {
      at += char.length;
      ends.push(at);
    }
  }
  return ends;
}

function breaksOf(text: string): readonly Break[] {
  const breaks: Break[] = [];
  let quoted = 0;
  let from = 0;
  let width = 0;
  const ends = wordEnds(text);
  for (const [place, column] of ends.entries()) {
    const word = text.slice(from, column);
    from = column;
    width += widthInChars(word);
    quoted += (word.match(/[《（“]/g)?.length ?? 0) - (word.match(/[》）”]/g)?.length ?? 0);
    const before = text.slice(Math.max(0, column - 8), column);
    const after = text.slice(column, column + 8);
    if (after === '' || notFirst.test(after) || notLast.test(before)) continue;
    if (insideNumber.test(`${before.slice(-1)}|${after.slice(0, 1)}`)) continue;
    let cost = 3;
    if (/ $/.test(before)) cost = 0;
    else if (/关于$/.test(before)) cost = 4;
    else if (beforeGood.test(after)) cost = 0;
    else if (afterGood.test(before)) cost = 0.5;
    else if (/的$/.test(before)) cost = 1;
    else if (organEnd.test(before)) cost = 1.5;
    if (quoted > 0) cost += 2;
    // A word of one character belongs, as a rule, to the word before it: 气象|局.
    const next = ends[place + 1];
    if (cost === 3 && next !== undefined && next - column === 1) cost += 3;
    breaks.push({ column, width, cost });
  }
  return breaks;
}

/** How far lines of these widths are from a trapezoid or a diamond (GB/T 9704-2012, 7.3.1); the lower the better. */
function shapeCost(widths: readonly number[]): number {
  const [first = 0, second = 0, third] = widths;
  const last = widths[widths.length - 1] ?? 0;
  const longest = Math.max(...widths);
  let cost = 0;
  // A last line of two or three characters hangs in the air.
  for (const width of widths) if (width < longest * 0.45) cost += 6 * (0.45 - width / longest) + 1.5;
  if (third === undefined) {
    // Two lines: one clearly longer, neither a rectangle nor a step.
    const ratio = Math.min(first, second) / longest;
    return cost + (ratio > 0.96 ? 1 : Math.abs(ratio - 0.75) * 3);
  }
  const inner = widths.slice(1, -1);
  const diamond = inner.every((width) => width > first && width > last);
  const ascending = widths.every((width, index) => index === 0 || width > (widths[index - 1] ?? 0));
  const descending = widths.every((width, index) => index === 0 || width < (widths[index - 1] ?? 0));
  if (diamond) return cost + (Math.abs(first - last) / longest) * 1.5;
  if (ascending || descending) return cost + 0.5;
  // An hourglass is what the standard forbids.
  return cost + (inner.every((width) => width < first && width < last) ? 5 : 2);
}

interface Candidate {
  readonly columns: readonly number[];
  readonly cost: number;
}

const maxLines = 4;
/** A line more than is needed must better the rest by this much. */
const extraLineCost = 2;
/** Beyond this many places to break, only the best are tried. */
const maxBreaks = 40;

/**
 * Breaks a title into lines of at most `chars` characters (a Chinese character is 1) so that they form a trapezoid or
 * a diamond and no word is split where that can be helped: GB/T 9704-2012, 7.3.1. Gives the UTF-16 columns at which a
 * new line begins; none for a title that fits on one line, or that is too long for four.
 */
export function breakTitle(text: string, chars: number): readonly number[] {
  const total = widthInChars(text);
  if (total <= chars) return [];
  const all = breaksOf(text);
  const breaks =
    all.length <= maxBreaks
      ? all
      : [...all]
          .sort((a, b) => a.cost - b.cost)
          .slice(0, maxBreaks)
          .sort((a, b) => a.column - b.column);
  const least = Math.max(2, Math.ceil(total / chars));
  let best: Candidate | undefined;
  for (let lines = least; lines <= Math.min(maxLines, least + 1); lines++) {
    const candidate = bestOf(breaks, total, chars, lines);
    if (candidate === undefined) continue;
    const cost = candidate.cost + (lines - least) * extraLineCost;
    if (best === undefined || cost < best.cost) best = { ...candidate, cost };
  }
  return best?.columns ?? [];
}

/** The cheapest way into exactly `lines` lines: an odometer over the breaks, at most four deep. */
function bestOf(breaks: readonly Break[], total: number, chars: number, lines: number): Candidate | undefined {
  const picks = Array.from({ length: lines - 1 }, (_, index) => index);
  let best: readonly number[] | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  while ((picks[lines - 2] ?? 0) < breaks.length) {
    let cost = 0;
    let before = 0;
    let fits = true;
    const widths: number[] = [];
    for (const pick of picks) {
      const chosen = breaks[pick];
      if (chosen === undefined) break;
      cost += chosen.cost;
      widths.push(chosen.width - before);
      before = chosen.width;
    }
    widths.push(total - before);
    for (const width of widths) if (width > chars) fits = false;
    if (fits) {
      cost += shapeCost(widths);
      if (cost < bestCost) {
        bestCost = cost;
        best = picks.map((pick) => breaks[pick]?.column ?? 0);
      }
    }
    if (!advance(picks, breaks.length)) break;
  }
  return best === undefined ? undefined : { columns: best, cost: bestCost };
}

/** The next combination of rising indexes below `count`, in place; false after the last. */
function advance(picks: number[], count: number): boolean {
  for (let place = picks.length - 1; place >= 0; place--) {
    const value = (picks[place] ?? 0) + 1;
    if (value <= count - (picks.length - place)) {
      for (let rest = place; rest < picks.length; rest++) picks[rest] = value + rest - place;
      return true;
    }
  }
  return false;
}
