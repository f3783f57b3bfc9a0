import type { Line } from '../../syntax/line.ts';
import { toChineseNumber } from '../../syntax/numerals.ts';
import type { DocumentRule, Finding } from '../rule.ts';

type Found = Omit<Finding, 'code'>;

/** Points at the starts of paragraphs that skip or repeat: 一是…¶ 三是…. Those within one paragraph are a rule of the line. */
export const pointSeries: DocumentRule = {
  code: 'series-order',
  scope: 'document',
  check(document) {
    const findings: Found[] = [];
    /** First and last point of the paragraph before, and all that were said otherwise since. */
    let before: { first: number; last: number } | undefined;
    for (const [number, line] of document.mentioningLines()) {
      const { syntax } = line;
      if (syntax.kind === 'point') {
        const first = syntax.ordinal;
        if (before !== undefined && first !== 1) {
          const finding = check(line, number, before);
          if (finding !== undefined) findings.push(finding);
        }
        before = { first, last: line.points[line.points.length - 1]?.ordinal ?? first };
      } else if (syntax.kind === 'heading' || syntax.kind === 'numbered' || syntax.kind === 'attachmentStart' || line.points.length > 0) {
        const last = line.points[line.points.length - 1]?.ordinal;
        before = last === undefined ? undefined : { first: last, last };
      } else {
        const said = line.mentions.find((mention) => mention.kind === 'ordinal');
        if (said !== undefined) {
          before = said.ordinal === 1 || before !== undefined ? { first: said.ordinal, last: said.ordinal } : undefined;
        }
      }
    }
    return findings;
  },
};

function check(line: Line, number: number, { first, last }: { readonly first: number; readonly last: number }): Found | undefined {
  const { syntax, text } = line;
  if (syntax.kind !== 'point') {
    return undefined;
  }
  const { ordinal } = syntax;
  const isRepeated = ordinal === first && first === last;
  // A paragraph with points of its own may go on by its first or by its last one.
  if (!isRepeated && (ordinal <= last + 1 || ordinal <= first + 1)) {
    return undefined;
  }
  const expected = last + 1;
  const word = (value: number): string => `${toChineseNumber(value)}是`;
  const start = text.indexOf(word(ordinal));
  if (start < 0) {
    return undefined;
  }
  const range = { start: { line: number, character: start }, end: { line: number, character: start + word(ordinal).length } };
  return {
    severity: 'warning',
    range,
    message: isRepeated
      ? '“{0}” comes twice in this series: “{1}” is expected here.'
      : '“{0}” comes after “{1}”: “{2}” is missing, or the numbers are wrong.',
    args: isRepeated ? [word(ordinal), word(expected)] : [word(ordinal), word(last), word(expected)],
    fix: { title: 'Change the number to {0}', args: [word(expected)], sure: false, edits: [{ range, newText: word(expected) }] },
  };
}
