import {
  arabic,
  type CrossReference,
  chinese,
  isAt,
  match,
  mention,
  part,
  pathParts,
  type Reading,
  type ReferenceForm,
  type ReferencePart,
} from './reference.ts';

/** A document of another organ, whose parts have numbers as well: 《…》第三条, 条例第五章. */
const ofAnother =
  /[》〉”]$|(?:[^本]|^)(?:[办辦]法|[规規]定|[条條]例|章程|[细細][则則]|[准準][则則]|[规規][则則]|意[见見]|通知|方案|[纲綱]要|合同|[协協][议議])$|[^本办辦]法$/;

/** Of 壹、贰、叁、, in both scripts. */
const formal = '[壹贰貳叁參肆伍陆陸柒捌玖拾佰]{1,5}';
const number = `${arabic}|${chinese}|${formal}`;
/** 三部分 · 三、四部分 · （一）至（三）项 · 2.1节, after 第. */
const ordinalPart = new RegExp(
  `([（(]?)(${number})([）)]?)((?:[、和与與及至到—–～][（(]?第?(?:${number})[）)]?){0,8})(部分|[章篇编編节節条條项項点點款])`,
  'y',
);
const inRange = new RegExp(`([至到—–～])?[、和与與及]?[（(]?第?(${number})[）)]?`, 'y');
const deeper = /(?:中的|[里裡裏]的|的|之|中)?(?:第(?=[（(一二三四五六七八九十0-9０-９])|(?=[（(]))/y;
/** 第二款第（三）项, after the 第: paragraphs are counted, not numbered. */
const clause = new RegExp(`(?:${number})款(?:第?[（(]?(?:${number})[）)]?[项項目])?`, 'y');
const bracketed = new RegExp(`[（(](${number})[）)]`, 'y');
const decimalPart = /[0-9]{1,3}(?:[.．][0-9]{1,3}){1,4}(?![0-9.．])/y;

/** 第三部分 · 第二部分第（三）项 · 第三、四部分 · 第2.1节 · 第（三）项. */
export const ordinal: Reading = (text, at) => {
  if (ofAnother.test(text.slice(Math.max(0, at - 4), at))) return undefined;
  const path = match(decimalPart, text, at + 1);
  if (path !== undefined) {
    const to = at + 1 + path[0].length;
    return /[节節章条條项項部点點]/.test(text.charAt(to)) ? [mention('section', at, to + 1, pathParts(at + 1, path[0]))] : undefined;
  }
  const found = match(ordinalPart, text, at + 1);
  if (found === undefined) return undefined;
  const [whole, open = '', digits = '', close = '', more = '', unit = ''] = found;
  const isBracketed = open !== '' && close !== '';
  // 第三项工作 counts things; 第（三）项 names one. 第二款 is not numbered.
  if (unit === '款' || (!isBracketed && /[项項点點]/.test(unit))) return undefined;
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
  return isBracketed && /[项項点點条條]/.test(unit)
    ? part(start, digits, bracketForm(digits))
    : { ...part(start, digits, 'ordinal'), unit };
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
const inWhat = '(?:本[报報]告|本文|上文|下文|前文|[后後]文)?的?';
const see = new RegExp(`(?<![意可会會接罕常听聽看偏成远遠所])[见見]${inWhat}(?:第(?=[一二三四五六七八九十]{1,3}[（(、]))?[“"「]?`, 'y');
const consult = new RegExp(`[参參][阅閱看照]${inWhat}[“"「]?`, 'y');
const lead: Readonly<Record<string, RegExp>> = {
  见: see,
  見: see,
  述: /(?<=[前上所])述(?:的)?[“"「]?/y,
  参: consult,
  參: consult,
  本: /本(?:[节節章条條]|部分)(?:的)?(?=[（(])/y,
};
const topNumber = new RegExp(`(${chinese})(?:(、)(?=[（(])|(?=[（(])|(、)(?![一二三四五六七八九十])|(?=$|[，。；）)”"」]))`, 'y');
const afterDecimal = /$|[，。；、：）)”"」\s]|[节節]|部分|[的所中]/y;

/** 详见二（三）, 前述一、（二）, 本节（二）, 参见2.1. */
export const bare: Reading = (text, at, word) => {
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
  const isSure =
    parts.length > 1 || top === undefined || consult === lead[word] || /[详詳参參另前]/.test(text.charAt(at - 1)) || before[0].length > 1;
  return parts.length > 0 && isSure ? [mention('section', start, end, parts)] : undefined;
};

const bracketForm = (digits: string): ReferenceForm => (/[0-9０-９]/.test(digits) ? 'arabicBracketed' : 'chineseBracketed');
