import type { Span } from '../text/position.ts';
import type { NumberMarker } from './lineSyntax.ts';
import { parseNumber } from './numerals.ts';

export type ReferenceKind = 'figure' | 'table' | 'attachment' | 'section';

/** How a number of a mention is said: `plain` in 图1 and Figure 1, else as before a heading: 第三部分 · 二、 · （三） · 3. · （3） · 2.1. */
export type ReferenceForm = 'plain' | NumberMarker['style'];

/** One number of a mention; `start` to `end` is the numeral alone. */
export interface ReferencePart extends Span {
  readonly value: number;
  readonly form: ReferenceForm;
  /** Of an `ordinal`, the word after the number: 部分, 章, 节, 条, 项; Part, Chapter. */
  readonly unit?: string;
}

/** A mention of a numbered thing. Columns are UTF-16, in the text. */
export interface CrossReference extends Span {
  readonly kind: ReferenceKind;
  /** From the first numeral to the end of the last one. */
  readonly numberStart: number;
  readonly numberEnd: number;
  /** [3] for 表3 and 第三部分; [2, 3] for 二（三）, Section 2.3 and 图2-3. */
  readonly path: readonly number[];
  /** The numbers of `path`, each in its place. */
  readonly parts: readonly ReferencePart[];
  /** The end of a range (表1—3): all between the mention before and this one are meant as well. */
  readonly through?: true;
}

const none: readonly CrossReference[] = [];
const chinese = '[一二三四五六七八九十百零〇]{1,5}';
const arabic = '[0-9]{1,3}(?![0-9])|[０-９]{1,3}(?![０-９])';

/** What a mention begins with. Every other pattern here is sticky and bounded, so the whole is linear in the text. */
const starts =
  /[图表附第见述参本]|(?<![A-Za-z])(?:figures?|figs?|tables?|append(?:ix|ices)|attachments?|annex(?:es)?|sections?|chapters?|parts?)(?![A-Za-z])/gi;

/** One reading at a place: its mentions and where it ends; `undefined` for none. */
type Reading = (text: string, at: number, word: string) => readonly CrossReference[] | undefined;

/**
 * The mentions of figures, tables, attachments and sections in a text: 见图1, 表1—3, 附件2, 第三部分, 第二部分第（三）项, 详见二（三）,
 * Section 2.1. Each of a list or a range is one. Headings, captions and marks of attachments are no mentions: leave such lines, or
 * their numbers, out.
 */
export function crossReferencesIn(text: string): readonly CrossReference[] {
  let found: CrossReference[] | undefined;
  starts.lastIndex = 0;
  for (let start = starts.exec(text); start !== null; start = starts.exec(text)) {
    const word = start[0];
    const at = start.index;
    const mentions = (readings[word] ?? (word.length > 1 ? english : undefined))?.(text, at, word);
    if (mentions === undefined || mentions.length === 0) continue;
    found ??= [];
    for (const mention of mentions) found.push(mention);
    starts.lastIndex = (mentions[mentions.length - 1] as CrossReference).end;
  }
  return found ?? none;
}

/** Words before 图 and 表: without one of them, it may be the end of another word (地图, 报表, 代表). */
const beforeCaption =
  /[\s\u3000见如和与及至由从以按在据照对把将参看中是为比较合同并则而或到考用即阅的，。；：、！？,;:（(“"‘「|：]$|[如见][上下]$|^$/;
/** What is counted, so that the number is no name: 表1月, 图3册. Digits and letters go on with the number, or make it another word. */
const counted =
  /[\s\u3000]?(?:[篇个次张天份月年日册幅人户件套台批页季亿万千百届号米岁倍家%％℃]|项(?!目)|名(?!称)|条(?![目款])|期(?!间)|[A-Za-z0-9０-９Ａ-Ｚａ-ｚ]|[.．][0-9])/y;
/** After 图一 and in a list (图1、2): what may follow a number that is a name. A Chinese numeral often begins a word: 图一致. */
const mayFollow = /$|[所中的是为可显示列反和与及或、，,。；;：:！？）)】」”’"'至到—–～~\s\u3000|]/y;

const captioned =
  (kind: 'figure' | 'table'): Reading =>
  (text, at) =>
    beforeCaption.test(text.slice(Math.max(0, at - 2), at)) ? numbered(text, at, at + 1, kind) : undefined;

const attachment: Reading = (text, at) => (text.charAt(at + 1) === '件' ? numbered(text, at, at + 2, 'attachment') : undefined);

/** The first number of a mention, and those that follow in a list or as the end of a range. */
const plainNumber = new RegExp(`[ \\u3000]?(?:(${arabic})(?:[-.．‐](${arabic}))?|(${chinese}))`, 'y');
const listed = new RegExp(`[ \\u3000]?(?:([至到—–～~])|[、，,和与及或])[ \\u3000]?(?:(${arabic})|(${chinese}))`, 'y');

/** 图1 · 图2-1 · 表一 · 附件1、2和3 · 表1—3. */
function numbered(text: string, start: number, at: number, kind: ReferenceKind): readonly CrossReference[] | undefined {
  const first = match(plainNumber, text, at);
  if (first === undefined) return undefined;
  let end = at + first[0].length;
  if (first[3] === undefined ? isAt(counted, text, end) : !isAt(mayFollow, text, end)) return undefined;
  const [, whole = '', after] = first;
  const parts =
    first[3] !== undefined
      ? [part(end - first[3].length, first[3], 'plain')]
      : after === undefined
        ? [part(end - whole.length, whole, 'plain')]
        : [part(end - after.length - 1 - whole.length, whole, 'plain'), part(end - after.length, after, 'plain')];
  const mentions = [mention(kind, start, end, parts)];
  for (let next = match(listed, text, end); next !== undefined; next = match(listed, text, end)) {
    const digits = (next[2] ?? next[3]) as string;
    const to = end + next[0].length;
    // 图1、2018年, 附件1和3个问题: numbers of something else.
    if (!isAt(mayFollow, text, to) || (next[3] === undefined) !== (first[3] === undefined)) break;
    end = to;
    mentions.push(mention(kind, to - digits.length, to, [part(to - digits.length, digits, 'plain')], next[1] !== undefined));
  }
  return mentions;
}

/** A document of another organ, whose parts have numbers as well: 《…》第三条, 条例第五章. */
const ofAnother = /[》〉”]$|(?:[^本]|^)(?:办法|规定|条例|章程|细则|准则|规则|意见|通知|方案|纲要|合同|协议)$|[^本办]法$/;

/** Of 壹、贰、叁、, in both scripts. */
const formal = '[壹贰貳叁參肆伍陆陸柒捌玖拾佰]{1,5}';
const number = `${arabic}|${chinese}|${formal}`;
/** 三部分 · 三、四部分 · （一）至（三）项 · 2.1节, after 第. */
const ordinalPart = new RegExp(
  `([（(]?)(${number})([）)]?)((?:[、和与及至到—–～][（(]?第?(?:${number})[）)]?){0,8})(部分|[章篇编节条项点款])`,
  'y',
);
const inRange = new RegExp(`([至到—–～])?[、和与及]?[（(]?第?(${number})[）)]?`, 'y');
const deeper = /(?:中的|里的|的|之|中)?(?:第(?=[（(一二三四五六七八九十0-9０-９])|(?=[（(]))/y;
/** 第二款第（三）项, after the 第: paragraphs are counted, not numbered. */
const clause = new RegExp(`(?:${number})款(?:第?[（(]?(?:${number})[）)]?[项目])?`, 'y');
const bracketed = new RegExp(`[（(](${number})[）)]`, 'y');
const decimalPart = /[0-9]{1,3}(?:[.．][0-9]{1,3}){1,4}(?![0-9.．])/y;

/** 第三部分 · 第二部分第（三）项 · 第三、四部分 · 第2.1节 · 第（三）项. */
const ordinal: Reading = (text, at) => {
  if (ofAnother.test(text.slice(Math.max(0, at - 4), at))) return undefined;
  const path = match(decimalPart, text, at + 1);
  if (path !== undefined) {
    const to = at + 1 + path[0].length;
    return /[节章条项部点]/.test(text.charAt(to)) ? [mention('section', at, to + 1, pathParts(at + 1, path[0]))] : undefined;
  }
  const found = match(ordinalPart, text, at + 1);
  if (found === undefined) return undefined;
  const [whole, open = '', digits = '', close = '', more = '', unit = ''] = found;
  const isBracketed = open !== '' && close !== '';
  // 第三项工作 counts things; 第（三）项 names one. 第二款 is not numbered.
  if (unit === '款' || (!isBracketed && /[项点]/.test(unit))) return undefined;
  const numberAt = at + 1 + open.length;
  const first = ordinalNumber(numberAt, digits, unit, isBracketed);
  let end = at + 1 + whole.length;
  if (more !== '') return series(text, at, first, numberAt + digits.length + close.length, end - unit.length, end);
  const parts = [first];
  for (let step = deeperPart(text, end); step !== undefined && parts.length < 4; step = deeperPart(text, end)) {
    end = step.end;
    if (step.part === undefined) break;
    parts.push(step.part);
  }
  return [mention('section', at, end, parts)];
};

/** （三） of 第（三）项 is the mark of a heading; 三 of 第三部分 is not. */
function ordinalNumber(start: number, digits: string, unit: string, isBracketed: boolean): ReferencePart {
  return isBracketed && /[项点条]/.test(unit) ? part(start, digits, bracketForm(digits)) : { ...part(start, digits, 'ordinal'), unit };
}

/** The next part of a path: （三） or 第（三）项, 第二节. Without a part where a paragraph is counted (第二款). */
function deeperPart(text: string, from: number): { readonly part?: ReferencePart; readonly end: number } | undefined {
  const before = match(deeper, text, from);
  if (before === undefined) return undefined;
  const at = from + before[0].length;
  if (!before[0].endsWith('第')) {
    const only = match(bracketed, text, at);
    if (only === undefined) return undefined;
    const digits = only[1] as string;
    return { part: part(at + 1, digits, bracketForm(digits)), end: at + only[0].length };
  }
  const counts = match(clause, text, at);
  if (counts !== undefined) return { end: at + counts[0].length };
  const named = match(ordinalPart, text, at);
  if (named === undefined || named[4] !== '') return undefined;
  const [whole, open = '', digits = '', , , unit = ''] = named;
  return { part: ordinalNumber(at + open.length, digits, unit, open !== ''), end: at + whole.length };
}

/** 第三、四部分, 第（一）至（三）项: the ones after the first. `from` to `to` are they, `end` comes after the unit. */
function series(text: string, start: number, first: ReferencePart, from: number, to: number, end: number): readonly CrossReference[] {
  const mentions = [mention('section', start, from, [first])];
  for (let at = from; at < to; ) {
    const next = match(inRange, text, at);
    if (next === undefined) break;
    at += next[0].length;
    const digits = next[2] as string;
    const close = /[）)]$/.test(next[0]) ? 1 : 0;
    const numeral = { ...first, ...part(at - close - digits.length, digits, first.form) };
    mentions.push(mention('section', numeral.start, at >= to ? end : at, [numeral], next[1] !== undefined));
  }
  return mentions;
}

/** What a bare number of a heading must come after: 详见二（三）, 前述一、（二）, 本节（二）. */
const lead: Readonly<Record<string, RegExp>> = {
  见: /(?<![意可会接罕常听看偏成远所])见(?:本报告|本文|上文|下文|前文|后文)?(?:的)?(?:第(?=[一二三四五六七八九十]{1,3}[（(、]))?[“"]?/y,
  述: /(?<=[前上所])述(?:的)?[“"]?/y,
  参: /参[阅看照](?:本报告|本文|上文|下文|前文|后文)?(?:的)?[“"]?/y,
  本: /本(?:[节章条]|部分)(?:的)?(?=[（(])/y,
};
const topNumber = new RegExp(`(${chinese})(?:(、)(?=[（(])|(?=[（(])|(、)(?![一二三四五六七八九十])|(?=$|[，。；）)”"]))`, 'y');
const afterDecimal = /$|[，。；、：）)”"\s]|节|部分|[的所中]/y;

const bare: Reading = (text, at, word) => {
  const before = match(lead[word] as RegExp, text, at);
  if (before === undefined) return undefined;
  let end = at + before[0].length;
  const start = end;
  const decimal = word === '本' ? undefined : match(decimalPart, text, end);
  if (decimal !== undefined) {
    const to = end + decimal[0].length;
    return isAt(afterDecimal, text, to) ? [mention('section', end, to, pathParts(end, decimal[0]))] : undefined;
  }
  const parts: ReferencePart[] = [];
  const top = word === '本' ? undefined : match(topNumber, text, end);
  if (top !== undefined) {
    const digits = top[1] as string;
    parts.push(part(end, digits, 'chinese'));
    end += top[2] !== undefined ? top[0].length : digits.length;
  }
  for (let step = match(bracketed, text, end); step !== undefined && parts.length < 4; step = match(bracketed, text, end)) {
    const digits = step[1] as string;
    parts.push(part(end + 1, digits, bracketForm(digits)));
    end += step[0].length;
  }
  // 可见一，…: a single number is one only where the words say that something is to be looked up.
  const isSure = parts.length > 1 || top === undefined || word === '参' || /[详参另前]/.test(text.charAt(at - 1)) || before[0].length > 1;
  return parts.length > 0 && isSure ? [mention('section', start, end, parts)] : undefined;
};

const englishKinds: readonly (readonly [RegExp, ReferenceKind])[] = [
  [/^fig/i, 'figure'],
  [/^table/i, 'table'],
  [/^a/i, 'attachment'],
  [/^[scp]/i, 'section'],
];
const beforeLower = /(?:\b(?:see|in|to|from|and|of|under|or|by)\s|\()$/i;
const englishNumber = /\.?[ \u00a0]([0-9]{1,3}(?:[.-][0-9]{1,3}){0,4})(?![0-9%A-Za-z]|[.,][0-9])/y;
const englishListed =
  /(?:(,? and |,? or |, | & )|(–|—| to ))([0-9]{1,3}(?:[.][0-9]{1,3}){0,4})(?![0-9%A-Za-z]|[.,][0-9])(?! [a-z]{3,}s\b)/y;
const ofLaw =
  / of (?:the |that |this )?(?:[A-Z][A-Za-z]{0,30} ){0,6}(?:Act|Law|Code|Regulations?|Rules|Treaty|Constitution|Charter|Contract|Agreement)\b/y;

/** Figure 1 · Tables 1 and 2 · Section 2.1 · Appendix 1. */
const english: Reading = (text, at, word) => {
  const isLower = word.charAt(0) === word.charAt(0).toLowerCase();
  if (isLower && !beforeLower.test(text.slice(Math.max(0, at - 6), at))) return undefined;
  const found = match(englishNumber, text, at + word.length);
  if (found === undefined) return undefined;
  const kind = englishKinds.find(([pattern]) => pattern.test(word))?.[1] ?? 'section';
  const digits = found[1] as string;
  let end = at + word.length + found[0].length;
  if (kind === 'section' && isAt(ofLaw, text, end)) return undefined;
  const partsOf = (from: number, path: string) =>
    kind === 'section' && /^[cp]/i.test(word) && /^[0-9]+$/.test(path)
      ? [{ ...part(from, path, 'ordinal'), unit: /^c/i.test(word) ? 'Chapter' : 'Part' }]
      : pathParts(from, path, kind === 'section' ? 'decimal' : 'plain');
  const mentions = [mention(kind, at, end, partsOf(end - digits.length, digits))];
  const isPlural = /(?:s|ices)$/i.test(word);
  for (let next = isPlural ? match(englishListed, text, end) : undefined; next !== undefined; next = match(englishListed, text, end)) {
    end += next[0].length;
    const path = next[3] as string;
    mentions.push(mention(kind, end - path.length, end, partsOf(end - path.length, path), next[2] !== undefined));
  }
  return mentions;
};

const readings: Readonly<Record<string, Reading>> = {
  图: captioned('figure'),
  表: captioned('table'),
  附: attachment,
  第: ordinal,
  见: bare,
  述: bare,
  参: bare,
  本: bare,
};

function mention(kind: ReferenceKind, start: number, end: number, parts: readonly ReferencePart[], through = false): CrossReference {
  const numberStart = (parts[0] as ReferencePart).start;
  const numberEnd = (parts[parts.length - 1] as ReferencePart).end;
  const path = parts.map(({ value }) => value);
  return { kind, start, end, numberStart, numberEnd, path, parts, ...(through ? { through } : {}) };
}

const part = (start: number, digits: string, form: ReferenceForm): ReferencePart => ({
  start,
  end: start + digits.length,
  value: parseNumber(digits) ?? 0,
  form,
});

/** The numbers of 2.1 or 2-1, each in its place. */
function pathParts(start: number, path: string, form: ReferenceForm = 'decimal'): readonly ReferencePart[] {
  const parts: ReferencePart[] = [];
  let at = start;
  for (const digits of path.split(/[.．-]/)) {
    parts.push(part(at, digits, form));
    at += digits.length + 1;
  }
  return parts;
}

const bracketForm = (digits: string): ReferenceForm => (/[0-9０-９]/.test(digits) ? 'arabicBracketed' : 'chineseBracketed');

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
