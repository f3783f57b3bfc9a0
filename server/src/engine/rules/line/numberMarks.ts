import type { NumberMarker } from '../../syntax/lineSyntax.ts';
import type { LineFinding, LineRule, LineWords } from '../rule.ts';
import { sign } from '../signs.ts';

const chineseLetter = /[\u3400-\u9fff]/;

/** The mark after a number (GB/T 15834—2011, B.3): 一、 · （一） · 1. · （1） · ① · 3.1; 第一，; 一是 without one. */
export const numberMark: LineRule = {
  code: 'number-mark',
  scope: 'line',
  check(line) {
    const { text, syntax, signs } = line;
    switch (syntax.kind) {
      case 'heading':
      case 'numbered':
      case 'attachmentNote':
        return syntax.marker === undefined || !chineseLetter.test(text) ? none : afterMarker(line, syntax.marker);
      case 'point':
        return afterPoint(text);
      case 'paragraph':
      case 'listItem':
        return (signs & sign.circled) !== 0 ? afterCircled(text) : (signs & sign.ordinal) !== 0 ? afterOrdinal(text) : none;
      default:
        return none;
    }
  },
};

const none: readonly LineFinding[] = Object.freeze([]);

interface Wrong {
  readonly pattern: RegExp;
  /** What belongs there. */
  readonly mark: string;
  readonly severity: LineFinding['severity'];
}

/** By the sort of number: which marks, right at the end of the number's text, are wrong. */
const wrongMarks: Readonly<Record<NumberMarker['style'], readonly Wrong[]>> = {
  chinese: [{ pattern: /[.．,，]$/, mark: '、', severity: 'warning' }],
  arabic: [{ pattern: /、$/, mark: '.', severity: 'information' }],
  chineseBracketed: [{ pattern: /、$/, mark: '', severity: 'warning' }],
  arabicBracketed: [{ pattern: /[）)]、$/, mark: '', severity: 'warning' }],
  decimal: [{ pattern: /[.．]$/, mark: '', severity: 'information' }],
  ordinal: [{ pattern: /(?<=[章节節])[：:]$/, mark: '\u3000', severity: 'information' }],
};

function afterMarker({ text }: LineWords, { style, start, end }: NumberMarker): readonly LineFinding[] {
  const number = text.slice(start, end);
  // 1、2月份: two numbers, and no mark of a heading.
  if (/^[0-9０-９一二三四五六七八九十]/.test(text.slice(end).trimStart()) && style !== 'decimal' && !/[）)]/.test(number)) {
    return none;
  }
  for (const { pattern, mark, severity } of wrongMarks[style]) {
    if (pattern.test(number)) {
      return [finding({ start: end - 1, end }, number, number.slice(0, -1) + mark, mark, severity)];
    }
  }
  // （一），加强 · （一）.加强
  if (/[）)]$/.test(number) && /^[，,.．]/.test(text.slice(end))) {
    return [finding({ start: end, end: end + 1 }, text.slice(start, end + 1), number, '', 'warning')];
  }
  return none;
}

function afterPoint(text: string): readonly LineFinding[] {
  const match = /^[\s\u3000]{0,16}([一二三四五六七八九十]{1,3}[是要])([，、,])(?![一二三四五六七八九十]{1,3}[是要])/.exec(text);
  return match === null ? none : [unmarked(match)];
}

function afterCircled(text: string): readonly LineFinding[] {
  const match = /^[\s\u3000]{0,16}([①-⑳])([、.．，])/.exec(text);
  return match === null ? none : [unmarked(match)];
}

function unmarked(match: RegExpExecArray): LineFinding {
  const end = match[0].length;
  return finding({ start: end - 1, end }, `${match[1]}${match[2]}`, match[1] as string, '', 'warning');
}

/** 第一、加强… where the next thing is no second number: 第一、第二产业 and 首先、其次 are lists. */
const ordinal =
  /(^[\s\u3000]{0,16}|[。；：][\s\u3000]{0,4})(第[一二三四五六七八九十]{1,2}|其[一二三四五])、(?![第其一二三四五六七八九十0-9])/g;

function afterOrdinal(text: string): readonly LineFinding[] {
  if (!text.includes('、')) {
    return none;
  }
  const findings: LineFinding[] = [];
  ordinal.lastIndex = 0;
  for (let match = ordinal.exec(text); match !== null; match = ordinal.exec(text)) {
    const end = match.index + match[0].length;
    findings.push(finding({ start: end - 1, end }, `${match[2]}、`, `${match[2]}，`, '，', 'warning'));
  }
  return findings;
}

function finding(
  { start, end }: { readonly start: number; readonly end: number },
  is: string,
  wanted: string,
  mark: string,
  severity: LineFinding['severity'],
): LineFinding {
  return {
    code: 'number-mark',
    severity,
    start,
    end,
    message: 'Write “{1}”, not “{0}”.',
    args: [is, wanted.replace('\u3000', ' ')],
    fix: { title: 'Write “{0}”', args: [wanted.replace('\u3000', ' ')], sure: true, edits: [{ start, end, newText: mark }] },
  };
}

/** Half-width brackets, or one of each sort, around the number of a Chinese heading. */
export const numberBrackets: LineRule = {
  code: 'number-brackets',
  scope: 'line',
  check({ text, syntax }) {
    if ((syntax.kind !== 'heading' && syntax.kind !== 'numbered') || syntax.marker === undefined) {
      return none;
    }
    const { start, end, style } = syntax.marker;
    if ((style !== 'chineseBracketed' && style !== 'arabicBracketed') || !chineseLetter.test(text)) {
      return none;
    }
    const number = text.slice(start, end);
    const match = /^([（(])([^（()）]{1,5})([）)])/.exec(number);
    if (match === null || (match[1] === '（' && match[3] === '）')) {
      return none;
    }
    const mixed = (match[1] === '（') !== (match[3] === '）');
    const wanted = `（${match[2]}）`;
    const close = start + match[0].length - 1;
    const edits = [
      ...(match[1] === '(' ? [{ start, end: start + 1, newText: '（' }] : []),
      ...(match[3] === ')' ? [{ start: close, end: close + 1, newText: '）' }] : []),
    ];
    return [
      {
        code: 'number-brackets',
        severity: mixed ? 'warning' : 'information',
        start,
        end: close + 1,
        message: mixed ? 'The brackets of “{0}” are of two sorts: write “{1}”.' : 'Write “{1}” with full-width brackets, not “{0}”.',
        args: [match[0], wanted],
        fix: { title: 'Write “{0}”', args: [wanted], sure: true, edits },
      },
    ];
  },
};
