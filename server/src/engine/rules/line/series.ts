import { parseNumber, toChineseNumber } from '../../syntax/numerals.ts';
import { pointWords, type SeriesWord } from '../../syntax/points.ts';
import type { LineEdit, LineFinding, LineRule } from '../rule.ts';
import { sign } from '../signs.ts';

const ordinalWord =
  /(?<=^[\s\u3000]{0,8}|[。；;：:，,！？!?][\s\u3000]{0,4})(?:第([一二三四五六七八九十]{1,2})|其([一二三四五六]))(?=[，,、：:])/g;
const firstWord = /(?<=^[\s\u3000]{0,8}|[。；;：:！？!?][\s\u3000]{0,4})(首先|其次|再次|最后)(?=[，,])/g;
const firstWords: readonly string[] = ['首先', '其次', '再次'];

/** A series within a series within a series. */
const deepest = 6;

const chinese = (value: number): string => toChineseNumber(value);

interface Series {
  readonly words: readonly SeriesWord[];
  /** The word with another number. */
  readonly word: (ordinal: number) => string;
  /** Other words for the same number. */
  readonly others: (ordinal: number) => RegExp;
}

/** Points that skip or repeat within a paragraph: 一是…三是…; 第一…第三…; 首先…再次…. */
export const seriesOrder: LineRule = {
  code: 'series-order',
  scope: 'line',
  check({ text, syntax, signs }) {
    if ((signs & (sign.point | sign.ordinal)) === 0 || !running.has(syntax.kind)) {
      return [];
    }
    const findings: LineFinding[] = [];
    for (const series of seriesIn(text, signs)) {
      checkSeries(text, series, findings);
    }
    return findings;
  },
};

const running: ReadonlySet<string> = new Set(['paragraph', 'point', 'heading', 'numbered', 'listItem', 'tableRow', 'closing']);

function* seriesIn(text: string, signs: number): Generator<Series, void, undefined> {
  if ((signs & sign.point) !== 0) {
    const words = pointWords(text);
    if (words.length > 1) {
      yield { words, word: (ordinal) => `${chinese(ordinal)}是`, others: otherForms };
    }
  }
  if ((signs & sign.ordinal) !== 0) {
    const byFirst = matches(firstWord, text, (match) => firstWords.indexOf(match[1] as string) + 1);
    if (byFirst.length > 1) {
      yield { words: byFirst, word: (ordinal) => firstWords[ordinal - 1] as string, others: () => /其次|第二|二是|然后|接着|随后/ };
    }
    for (const [group, lead] of [
      [1, '第'],
      [2, '其'],
    ] as const) {
      const words = matches(ordinalWord, text, (match) => parseNumber(match[group] ?? '') ?? 0);
      if (words.length > 1) {
        yield { words, word: (ordinal) => `${lead}${chinese(ordinal)}`, others: otherForms };
      }
    }
  }
}

function matches(pattern: RegExp, text: string, ordinalOf: (match: RegExpExecArray) => number): readonly SeriesWord[] {
  const words: SeriesWord[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const ordinal = ordinalOf(match);
    if (ordinal > 0) {
      words.push({ ordinal, start: match.index, end: match.index + match[0].length });
    }
  }
  return words;
}

/** Number `n` said in another way: 二要, 第二, 其二, （二）, 2. */
function otherForms(ordinal: number): RegExp {
  const word = chinese(ordinal);
  return new RegExp(`(?:^|[\\s。；：;:，,、第其（(])${word}(?!十)|(?:^|[^0-9])${ordinal}[.．、）)]|${word}是`);
}

function checkSeries(text: string, { words, word, others }: Series, findings: LineFinding[]): void {
  /** Last number of each series that is still open; a series within a series lies on top. */
  const open: number[] = [];
  for (const [index, { ordinal, start, end }] of words.entries()) {
    const last = open[open.length - 1];
    const outer = open.lastIndexOf(ordinal - 1);
    if (last === undefined || ordinal === 1) {
      if (open.length >= deepest) open.shift();
      open.push(ordinal);
    } else if (outer >= 0) {
      open.length = outer + 1;
      open[outer] = ordinal;
    } else {
      const before = words[index - 1] as SeriesWord;
      const isRepeated = ordinal === last;
      const expected = last + 1;
      open[open.length - 1] = ordinal;
      if ((!isRepeated && ordinal < last) || saidOtherwise(text.slice(before.end, start), last, ordinal, others)) {
        continue;
      }
      findings.push({
        code: 'series-order',
        severity: 'warning',
        start,
        end,
        message: isRepeated
          ? '“{0}” comes twice in this series: “{1}” is expected here.'
          : '“{0}” comes after “{1}”: “{2}” is missing, or the numbers are wrong.',
        args: isRepeated ? [word(ordinal), word(expected)] : [word(ordinal), word(last), word(expected)],
        fix: {
          title: 'Number the points from here on: {0}',
          args: [word(expected)],
          sure: false,
          edits: renumbered(words, index, expected, word),
        },
      });
    }
  }
}

/** A number between is there in another form, so nothing is sure. */
function saidOtherwise(between: string, last: number, ordinal: number, others: (ordinal: number) => RegExp): boolean {
  for (let missing = last + 1; missing < ordinal; missing++) {
    if (others(missing).test(between)) {
      return true;
    }
  }
  return false;
}

/** The rest of a series, from word `from` on, with numbers from `first` on, as far as it goes on. */
function renumbered(words: readonly SeriesWord[], from: number, first: number, word: (ordinal: number) => string): readonly LineEdit[] {
  const edits: LineEdit[] = [];
  for (let i = from; i < words.length; i++) {
    const { ordinal, start, end } = words[i] as SeriesWord;
    if (i > from && ordinal !== (words[i - 1] as SeriesWord).ordinal + 1) {
      break;
    }
    edits.push({ start, end, newText: word(first + i - from) });
  }
  return edits;
}
