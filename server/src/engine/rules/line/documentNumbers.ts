import type { LineFinding, LineRule } from '../rule.ts';
import { sign } from '../signs.ts';

const none: readonly LineFinding[] = Object.freeze([]);

/** Organ, bracket, year, bracket, 第, number. Marks of missing data may stand for digits. */
const own = /^(\S{1,24}?)([〔[（(【［])([0-9Xx×*＿_○〇]{2,6})([〕\]）)】］])(第?)([0-9Xx×*＿_]{1,6})号$/;
const inFrontMatter = /^(?:documentNumber|发文字号|文号)\s{0,4}[:：]\s{0,8}["']?([^"'\s]{4,40})["']?\s*$/i;

/** The document's own number: full year in 〔〕, no 第, no zeros before the number (GB/T 9704—2012, 7.2.5); in a citation, the brackets. */
export const documentNumber: LineRule = {
  code: 'document-number',
  scope: 'line',
  check({ text, syntax, signs }) {
    switch (syntax.kind) {
      case 'documentNumber':
        return ownNumber(text.trim(), text.length - text.trimStart().length);
      case 'frontMatter': {
        const words = syntax.part === 'content' ? inFrontMatter.exec(text)?.[1] : undefined;
        return words === undefined ? none : ownNumber(words, text.lastIndexOf(words));
      }
      case 'code':
      case 'comment':
        return none;
      default:
        return (signs & sign.number) === 0 ? none : citedNumbers(text);
    }
  },
};

function ownNumber(words: string, start: number): readonly LineFinding[] {
  const match = own.exec(words);
  if (match === null) {
    return none;
  }
  const [, organ, , year = '', , , number = ''] = match;
  const end = start + words.length;
  if (/^[0-9]+$/.test(year) && year.length !== 4) {
    return [
      {
        code: 'document-number',
        severity: 'warning',
        start,
        end,
        message: 'Write the year of the document number with four digits.',
        args: [],
      },
    ];
  }
  const wanted = `${organ}〔${year}〕${number.replace(/^0+(?=[0-9])/, '')}号`;
  return wanted === words
    ? none
    : [
        {
          code: 'document-number',
          severity: 'warning',
          start,
          end,
          message: 'Write the document number as {0}: the year in 〔〕, no 第, no zeros before the number.',
          args: [wanted],
          fix: { title: 'Write “{0}”', args: [wanted], sure: true, edits: [{ start, end, newText: wanted }] },
        },
      ];
}

/** ×政发[2024]1号, not （2024）京01民初2号 of a court. */
const cited = /(?<=[\u3400-\u9fff×][发办函字电呈报批文])([[（(【［])((?:19|20)[0-9]{2})([\]）)】］])(?=[0-9]{1,5}号)/g;

function citedNumbers(text: string): readonly LineFinding[] {
  const findings: LineFinding[] = [];
  cited.lastIndex = 0;
  for (let match = cited.exec(text); match !== null; match = cited.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    const wanted = `〔${match[2]}〕`;
    findings.push({
      code: 'document-number',
      severity: 'information',
      start,
      end,
      message: 'Write the year of a document number as {0}, not {1}.',
      args: [wanted, match[0]],
      fix: {
        title: 'Write “{0}”',
        args: [wanted],
        sure: true,
        edits: [
          { start, end: start + 1, newText: '〔' },
          { start: end - 1, end, newText: '〕' },
        ],
      },
    });
  }
  return findings;
}
