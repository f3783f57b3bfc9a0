import type { HeadingLevel, NumberMarker } from './lineSyntax.ts';
import { parseNumber } from './numerals.ts';

/** A number at the start of a line, the level that it means, and where the words after it begin. */
export interface LeadingNumber {
  readonly marker: NumberMarker;
  readonly level: HeadingLevel;
  readonly contentStart: number;
  /** `1 总则`: a number with only a blank after it. */
  readonly bare?: true;
}

interface Form {
  readonly style: NumberMarker['style'];
  readonly level: HeadingLevel;
  /** Sticky. Group 1 is the number. */
  readonly pattern: RegExp;
}

const numeral = '[一二三四五六七八九十百零〇]{1,5}';
const arabic = '[0-9０-９]{1,3}';
/** The dot after a number. Before a digit it is a decimal point, unless a year begins there: `1.2024年工作安排`. */
const dot = '[.．](?:(?![0-9０-９.．])|(?=(?:19|20)[0-9×XxＸ*＊]{2}年))';

/** 壹、貳、: not in the standard, but some write so. Never before a comma: 伍，陆 … */
const formal = '[壹贰貳叁參叄肆伍陆陸柒捌玖拾]{1,4}';

/** The forms of GB/T 9704-2012, 7.3.3, full- and half-width, and those of other long reports, by what they begin with. The first that fits wins. */
const chineseForms: readonly Form[] = [
  { style: 'chinese', level: 1, pattern: new RegExp(`(${numeral})(?:、|${dot})`, 'y') },
  { style: 'chinese', level: 1, pattern: new RegExp(`(${numeral})[,，](?=[^。；，,]{1,30}$)`, 'y') },
];
const formalForms: readonly Form[] = [{ style: 'chinese', level: 1, pattern: new RegExp(`(${formal})(?:、|${dot})`, 'y') }];
const arabicForms: readonly Form[] = [
  { style: 'arabicBracketed', level: 4, pattern: new RegExp(`(${arabic})[）)]、?`, 'y') },
  { style: 'arabic', level: 3, pattern: new RegExp(`(${arabic})(?:${dot}|、)`, 'y') },
];
const bracketedForms: readonly Form[] = [
  { style: 'chineseBracketed', level: 2, pattern: new RegExp(`[（(](${numeral}|${formal})[）)]、?`, 'y') },
  { style: 'arabicBracketed', level: 4, pattern: new RegExp(`[（(](${arabic})[）)]、?`, 'y') },
];
const ordinalForms: readonly Form[] = [
  { style: 'ordinal', level: 1, pattern: new RegExp(`第(${numeral}|${arabic})(?:章|部分|篇|编|編)(?=[\\s\\u3000：:]|$)[：:]?`, 'y') },
  { style: 'ordinal', level: 2, pattern: new RegExp(`第(${numeral}|${arabic})[节節](?=[\\s\\u3000：:]|$)[：:]?`, 'y') },
  { style: 'ordinal', level: 3, pattern: new RegExp(`第(${numeral}|${arabic})[条條](?=[\\s\\u3000])`, 'y') },
];

const formsByStart: ReadonlyMap<number, readonly Form[]> = new Map([
  ...[...'一二三四五六七八九十百零〇'].map((char) => [char.charCodeAt(0), chineseForms] as const),
  ...[...'壹贰貳叁參叄肆伍陆陸柒捌玖拾'].map((char) => [char.charCodeAt(0), formalForms] as const),
  ...[...'0123456789０１２３４５６７８９'].map((char) => [char.charCodeAt(0), arabicForms] as const),
  ...[...'（('].map((char) => [char.charCodeAt(0), bracketedForms] as const),
  ['第'.charCodeAt(0), ordinalForms] as const,
]);

const numberStarts = /* @__PURE__ */ buildStarts();

function buildStarts(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const code of formsByStart.keys()) table[code] = 1;
  return table;
}

/** Whether a line that begins with this character can begin with a number. */
export const mayBeNumber = (code: number): boolean => numberStarts[code] === 1;

const decimal = /((?:[0-9]{1,3}[.．]){1,5}([0-9]{1,3}))[.．]?(?=[\s\u3000])/y;
const bare = /([0-9]{1,2})(?=[ \u3000\t]{1,4}[^\s0-9年月日])/y;

/** Reads the number with which a line's words begin at `start`. `decimalTop`: 1. is a top heading, 1.1 the next level. */
export function leadingNumber(text: string, start: number, decimalTop: boolean): LeadingNumber | undefined {
  const code = text.charCodeAt(start);
  const forms = formsByStart.get(code);
  if (forms === undefined) {
    return undefined;
  }
  const isDigit = (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
  if (isDigit) {
    const parts = match(decimal, text, start);
    if (parts !== undefined) {
      const depth = (parts[1] as string).split(/[.．]/).length;
      const level = (decimalTop ? Math.min(depth, 4) : 4) as HeadingLevel;
      return numberAt(text, start, parts[0].length, 'decimal', level, parts[2] as string);
    }
  }
  for (const form of forms) {
    const found = match(form.pattern, text, start);
    if (found !== undefined) {
      const level = decimalTop && form.style === 'arabic' ? 1 : form.level;
      return numberAt(text, start, found[0].length, form.style, level, found[1] as string);
    }
  }
  if (isDigit) {
    const found = match(bare, text, start);
    if (found !== undefined) {
      const number = numberAt(text, start, found[0].length, 'arabic', 1, found[1] as string);
      return number && { ...number, bare: true };
    }
  }
  return undefined;
}

function match(pattern: RegExp, text: string, start: number): RegExpExecArray | undefined {
  pattern.lastIndex = start;
  return pattern.exec(text) ?? undefined;
}

function numberAt(
  text: string,
  start: number,
  length: number,
  style: NumberMarker['style'],
  level: HeadingLevel,
  digits: string,
): LeadingNumber | undefined {
  const value = parseNumber(digits);
  if (value === undefined) {
    return undefined;
  }
  let contentStart = start + length;
  while (isBlank(text.charCodeAt(contentStart))) {
    contentStart++;
  }
  return { marker: { start, end: start + length, style, value }, level, contentStart };
}

/** Blank, tab, no-break blank, ideographic blank, byte order mark. NaN (past the end) is none. */
export const isBlank = (code: number): boolean => code === 0x20 || code === 0x3000 || code === 9 || code === 0xa0 || code === 0xfeff;
