import { isBlank, isHan, isLatin, isWord, skipBlanks } from '../chars.ts';
import { organAt, titleAt } from '../evidence.ts';
import type { Mark, Scan } from '../mark.ts';
import { englishUnitAt } from '../words/english.ts';
import { labelKindBefore, labelKindOf } from '../words/labels.ts';
import {
  bracketTalk,
  englishNotes,
  englishSlotNouns,
  htmlElements,
  notEnglishSlot,
  noteWords,
  notNotes,
  slotNouns,
  squareNotes,
} from '../words/notes.ts';
import { namedThings } from '../words/organs.ts';
import { slotBefore } from '../words/traps.ts';
import { unitAt } from '../words/units.ts';

const closerOf: Readonly<Record<string, string>> = {
  '（': '）',
  '(': ')',
  '【': '】',
  '[': ']',
  '［': '］',
  '〔': '〕',
  '“': '”',
  '《': '》',
  '<': '>',
  '＜': '＞',
  '〈': '〉',
  '『': '』',
  '「': '」',
};
const otherCloser: Readonly<Record<string, string>> = { '（': ')', '(': '）', '[': '］', '［': ']' };
/** The longest words of a mark that are looked at. */
const longest = 48;

/** The characters without which words in round brackets are no note of a writer to himself. */
const tellingOf = new Uint8Array(65536);
for (const character of '待请需须应填补插输替此暂尚缺数具占相Tti') tellingOf[character.charCodeAt(0)] = 1;

/** Brackets, quotes and book-title marks: empty ones, and those with a note inside (【待补：…】, [Client Name], <insert date>). */
export function matchBrackets(scan: Scan, at: number): number {
  const { text, start, end } = scan;
  const open = text[at] ?? '';
  const closer = closerOf[open] ?? '';
  const other = otherCloser[open];
  if (open === '(' && text[at - 1] === ']' && at > start) return linkTargetEnd(text, at, end);
  if (open === '<' && text.startsWith('<!--', at)) return commentEnd(scan, at);
  // Quotes and book-title marks are marks only where they are empty.
  const emptyOnly = open === '“' || open === '《' || open === '「' || open === '『';
  if (emptyOnly && text[at + 1] !== closer && !isBlank(text.charCodeAt(at + 1))) return at + 1;
  const limit = Math.min(end, at + longest + 2);
  let close = at + 1;
  let telling = 0;
  while (close < limit && text[close] !== closer && text[close] !== other) {
    if (text[close] === open) return at + 1;
    telling |= tellingOf[text.charCodeAt(close)] ?? 0;
    close++;
  }
  if (close >= limit) return at + 1;
  const stop = close + 1;
  if (skipBlanks(text, at + 1, close) === close) {
    const mark = emptyMark(scan, at, stop);
    if (mark) scan.marks.push(mark);
    return stop;
  }
  if (open === '[' && (text[at + 1] === '^' || text[stop] === '[')) return stop;
  if (open === '[' && text[stop] === '(') return at + 1;
  if (telling === 0 && (open === '（' || open === '(')) return at + 1;
  const label = text.slice(at + 1, close).trim();
  const mark = noteMark(scan, open, at, stop, label);
  if (!mark) return at + 1;
  scan.marks.push(mark);
  return stop;
}

/** A unit that no sentence begins with follows: 【注册资本】万元. */
function isMeasured(text: string, at: number, end: number): boolean {
  const unit = unitAt(text, at, end);
  return unit !== undefined && (unit.kind !== 'count' || unit.unit.length > 1 || text[at] === '人') && unit.kind !== 'date';
}

function isSpacedUnit(text: string, at: number, end: number): boolean {
  return (
    isBlank(text.charCodeAt(at)) &&
    (englishUnitAt(text, at + 1, end) !== undefined || /^ [a-z]{3,20}s\b/.test(text.slice(at, Math.min(end, at + 24))))
  );
}

/** Targets are looked for so far only, so that many unclosed ones cost no more than one. */
const longestTarget = 500;

function linkTargetEnd(text: string, at: number, end: number): number {
  const limit = Math.min(end, at + longestTarget);
  for (let close = at; close < limit; close++) if (text[close] === ')') return close + 1;
  return at + 1;
}

function commentEnd(scan: Scan, at: number): number {
  const close = scan.text.indexOf('-->', at);
  return close < 0 || close >= scan.end ? scan.end : close + 3;
}

/** `（ ）人`, `〔 〕号`, `《 》`, `“ ”`, `【 】`, `[  ]`. */
function emptyMark(scan: Scan, at: number, stop: number): Mark | undefined {
  const { text, start, end } = scan;
  const open = text[at] ?? '';
  const blanks = stop - at - 2;
  const left = at > start ? text.charCodeAt(at - 1) : 0;
  if (isWord(left) && '([<'.includes(open)) return undefined;
  if (open === '<' || open === '〈' || open === '＜' || open === '『' || open === '「') return undefined;
  if (bracketTalk.test(text.slice(Math.max(start, at - 8), Math.min(end, stop + 8)))) return undefined;
  const likely = { start: at, end: stop, certainty: 'likely' } as const;
  const right = skipBlanks(text, stop, end);
  const follows =
    unitAt(text, right, end) !== undefined ||
    organAt(text, right, end) !== undefined ||
    titleAt(text, right, end) !== undefined ||
    text[right] === '号';
  if (open === '《' || open === '“') {
    if (scan.cell && at === start && stop === end) return likely;
    if (/^[和与、]?[“《]/.test(text.slice(stop, stop + 2)) || text[at - 1] === '”' || text[at - 1] === '》')
      return blanks > 0 ? likely : undefined;
    return likely;
  }
  if (open === '【') return at === start && !follows && stop < end ? undefined : likely;
  if (open === '〔')
    return text[right] === '号' || follows || slotBefore.before(text, at, start) !== undefined || isHan(left) ? likely : undefined;
  if (open === '[' || open === '［') return follows || (blanks > 1 && at > start) ? likely : undefined;
  // Round brackets: a place to tick or an examination's question unless a unit or an organ follows, or a word that wants a value stands before.
  if (at === start && !follows) return undefined;
  if (blanks > 0 && isHan(left) && text[at - 1] !== '是' && namedThings.at(text, right, end) !== undefined) return likely;
  // （联系人：（  ），电话：____）: a form's blank behind its label.
  if (blanks > 0 && '：:'.includes(text[at - 1] ?? '\n') && labelKindBefore(text, at - 1, start) !== undefined) return likely;
  if (/\d[:：∶]$/.test(text.slice(Math.max(start, at - 2), at))) return likely;
  if (follows) return /[是否无]$|(?:^|[是否没])有$/.test(text.slice(Math.max(start, at - 2), at)) ? undefined : likely;
  return blanks > 0 &&
    /(?:金额|编号|文号|名称|人数|日期|由|于|接受|印发了|共计|累计|合计|约|达)$/.test(text.slice(Math.max(start, at - 4), at))
    ? likely
    : undefined;
}

function noteMark(scan: Scan, open: string, at: number, stop: number, label: string): Mark | undefined {
  const { text, start, end } = scan;
  const sure: Mark = { start: at, end: stop, certainty: 'sure', label };
  const square = open === '[' || open === '［' || open === '【' || open === '〔';
  const han = /[\u4e00-\u9fff]/.test(label);
  if (square && /^[●•○◯…_\s.]+$/.test(label) && label !== '.') return { start: at, end: stop, certainty: 'sure' };
  if (square && /^(?:\*{1,4}|[×✕]{1,4}|X{1,5}|x{2,5}|_+|[?？]+|#)$/.test(label) && !/^[x]$/.test(label)) {
    if (
      label === 'X' &&
      !'$£€¥￥'.includes(text[at - 1] ?? '\n') &&
      text[stop] !== '%' &&
      unitAt(text, stop, end) === undefined &&
      !isSpacedUnit(text, stop, end)
    )
      return undefined;
    return open === '〔' ? undefined : { start: at, end: stop, certainty: 'sure' };
  }
  if (han) {
    // 【待补：具体要求】 says what is to come: after the colon any word is allowed.
    const asks = noteWords.test(label) || (square && squareNotes.test(label));
    if (asks && (!notNotes.test(label) || /^待[补核填定查][\u4e00-\u9fff]{0,2}[：:]/.test(label))) {
      if (/^待定/.test(label) && label.length > 2 && isHan(label.charCodeAt(2)) && !/[：:，,]/.test(label)) return undefined;
      return sure;
    }
    // 【季/半年/年】: one of them is to be chosen.
    if (
      open === '【' &&
      at > start &&
      isHan(text.charCodeAt(at - 1)) &&
      isHan(text.charCodeAt(stop)) &&
      /^[\u4e00-\u9fff]{1,6}(?:[/／][\u4e00-\u9fff]{1,6}){1,4}$/.test(label)
    )
      return { start: at, end: stop, certainty: 'likely' };
    const angle = open === '<' || open === '＜' || open === '〈';
    if (!square && !angle) return undefined;
    if (square && open !== '〔' && label.length <= 12 && !/[\d，。；！]/.test(label) && isMeasured(text, stop, end)) return sure;
    if (open === '〔' || label.length > 16 || !slotNouns.test(label) || /[，。；！]/.test(label)) return undefined;
    // 【活动时间】 at a line's beginning, with words after it, is a heading.
    if (at > start && open === '【' && '。；！!;'.includes(text[at - 1] ?? '')) return undefined;
    if (at === start && open === '【' && !scan.cell)
      return stop < end && organAt(text, stop, end) === undefined && !/^[年月于在为的，]/.test(text.slice(stop, stop + 1))
        ? undefined
        : { ...sure, certainty: 'likely' };
    return { ...sure, certainty: 'likely' };
  }
  if (open === '(' || open === '（')
    return /^(?:TB[DCA]\b|tb[dca]$|TODO\b|[Ii]nsert |[Tt]o be (?:confirmed|determined|added|announced|completed)|[Ee]nter )/.test(label)
      ? sure
      : undefined;
  return englishMark(scan, open, at, stop, label) ? sure : undefined;
}

/** `[Client Name]`, `<insert date>`, `[TBD]`; not links, citations, HTML, types or checkboxes. */
function englishMark(scan: Scan, open: string, at: number, stop: number, label: string): boolean {
  const { text, start, end } = scan;
  if (!/[A-Za-z]/.test(label) || /[<>{}|\\=@]|:\/\//.test(label)) return false;
  if (at > start && (isWord(text.charCodeAt(at - 1)) || text[at - 1] === '!' || text[at - 1] === ']')) return false;
  if (
    text[stop] === '(' ||
    text[stop] === '[' ||
    (text[stop] === ':' && at === start && open === '[' && !/[ ]/.test(text[stop + 1] ?? ' '))
  )
    return false;
  if (notEnglishSlot.test(label)) return false;
  if (open === '<' || open === '＜') {
    if (
      htmlElements.test(label) &&
      !/^(?:insert|enter|your|client|company|project|time|date|name|title|address) \w/i.test(label) &&
      !/^(?:date|name|number|amount)$/i.test(label)
    )
      return false;
    return englishNotes.test(label) || englishSlotNouns.test(label) || labelKindOf(label) !== undefined;
  }
  if (/^(?:[A-Z]{1,2}|x|[A-Z]+\/[A-Z]+|\d.*)$/.test(label) && !/^(?:TBD|TBC|TBA)$/.test(label)) return false;
  if (isLatin(text.charCodeAt(stop)) && stop < end) return false;
  if (englishNotes.test(label) || englishSlotNouns.test(label)) return true;
  // in [place], Signed: [Institution]: a noun for a value; not [the manager], which an editor puts in.
  const before = text[at - 1] ?? ' ';
  return (
    /^[A-Za-z]+(?: [A-Za-z]+){0,2}$/.test(label) &&
    !/^(?:the|an?|his|her|our|their|its|that|this|my)\b/i.test(label) &&
    isBlank(before.charCodeAt(0)) &&
    labelKindOf(label) !== undefined
  );
}

/** `{{公务接待费}}`, `{name}`, `${total}`, `<%= total %>`: named data without a value. */
export function matchFields(scan: Scan, at: number): number {
  const { text, start, end } = scan;
  const rest = text.slice(at, Math.min(end, at + 80));
  const left = at > start ? (text[at - 1] ?? '') : '';
  const double = /^\{\{([^{}\n]{0,60})\}\}/.exec(rest) ?? /^\$\{([^{}\n]{1,60})\}/.exec(rest) ?? /^｛｛([^｛｝\n]{0,60})｝｝/.exec(rest);
  if (double) {
    // What stands behind a bar is formatting: `{{total|万元|1}}`.
    const label = (double[1] ?? '').split(/\\?[|｜]/, 1)[0]?.trim() ?? '';
    if (!/[;()=<>]|^[/#>!]/.test(double[1]?.trim() ?? ''))
      scan.marks.push({ start: at, end: at + double[0].length, certainty: 'sure', label });
    return at + double[0].length;
  }
  if (rest.startsWith('{{') || rest.startsWith('${')) return at + 2;
  if (left === '\\' && at - 2 < start) return at + 1;
  const tag = /^[{｛]([A-Za-z_][\w.-]{1,40}|[\u4e00-\u9fff（）A-Za-z0-9]{2,20}|[A-Za-z]+(?: [A-Za-z]+){1,3}|[Xx*×_]{1,4})[}｝]/.exec(rest);
  if (
    !tag ||
    (at > start && (isLatin(text.charCodeAt(at - 1)) || (left === '/' && isLatin(text.charCodeAt(at - 2))))) ||
    ('\\^_$@#%'.includes(left) && left !== '') ||
    /^\d+$/.test(tag[1] ?? '')
  )
    return at + 1;
  scan.marks.push({ start: at, end: at + tag[0].length, certainty: 'sure', label: (tag[1] ?? '').replace(/^[Xx*×_]+$/, '') });
  return at + tag[0].length;
}

/** `<%= total %>` and what else begins with `<`. */
export function matchAngles(scan: Scan, at: number): number {
  const { text, end } = scan;
  if (text[at + 1] !== '%') return matchBrackets(scan, at);
  const code = /^<%[-=]?([^%]{1,60})%>/.exec(text.slice(at, Math.min(end, at + 70)));
  if (!code) return at + 1;
  scan.marks.push({ start: at, end: at + code[0].length, certainty: 'sure', label: (code[1] ?? '').trim() });
  return at + code[0].length;
}

/** Skips `code`. */
export function skipCode(scan: Scan, at: number): number {
  const { text, end } = scan;
  let stop = at;
  while (stop < end && text[stop] === '`') stop++;
  const fence = text.slice(at, stop);
  if (fence.length > 8) return stop;
  const close = text.indexOf(fence, stop);
  return close < 0 || close >= end ? stop : close + fence.length;
}

/** Skips an address: `https://…` up to a blank, a 汉字 or a full-width mark. */
export function skipAddress(scan: Scan, at: number): number {
  const { text, end } = scan;
  if (text[at + 1] !== '/' || text[at + 2] !== '/') return at + 1;
  let next = at + 3;
  while (next < end && text.charCodeAt(next) < 0x2000 && !isBlank(text.charCodeAt(next))) next++;
  return next;
}
