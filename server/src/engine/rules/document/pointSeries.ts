import type { ReportDocument } from '../../document.ts';
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
    /** The last number of each series that is still open; a series within a series lies on top. Empty: none. */
    let open: readonly number[] = none;
    let wasSingle = false;
    let before = -1;
    for (const [number, line] of document.countingLines()) {
      const { syntax } = line;
      if (syntax.kind === 'heading' || syntax.kind === 'numbered') {
        open = none;
      } else if (syntax.kind === 'point') {
        if (open.length > 0 && syntax.ordinal > 1 && !open.includes(syntax.ordinal - 1)) {
          if (isParted(document, before, number)) open = none;
          const finding = check(line, number, open, wasSingle);
          if (finding !== undefined) findings.push(finding);
        }
      }
      const ordinals = ordinalsOf(line);
      for (const ordinal of ordinals) open = openAfter(open, ordinal);
      wasSingle = ordinals.length === 1;
      before = number;
    }
    return findings;
  },
};

/** Whether a heading stands between two lines. */
function isParted(document: ReportDocument, from: number, to: number): boolean {
  for (const [line, { syntax }] of document.structuralLinesBefore(to)) {
    if (line <= from) {
      return false;
    }
    if (syntax.kind === 'heading' || syntax.kind === 'numbered' || syntax.kind === 'attachmentStart') {
      return true;
    }
  }
  return false;
}

/** The points of a paragraph, also one that is alone in it or said in other words. */
function ordinalsOf({ syntax, points, mentions }: Line): readonly number[] {
  if (points.length > 0) {
    const all = points.map(({ ordinal }) => ordinal);
    return syntax.kind === 'point' && all[0] !== syntax.ordinal ? [syntax.ordinal, ...all] : all;
  }
  if (syntax.kind === 'point') {
    return [syntax.ordinal];
  }
  return mentions.length === 0 ? none : mentions.flatMap((mention) => (mention.kind === 'ordinal' ? [mention.ordinal] : []));
}

const none: readonly number[] = [];

function openAfter(open: readonly number[], ordinal: number): readonly number[] {
  const outer = open.lastIndexOf(ordinal - 1);
  return ordinal === 1
    ? [...open.slice(-deepest), 1]
    : outer >= 0
      ? [...open.slice(0, outer), ordinal]
      : open.length === 0
        ? []
        : [ordinal];
}

const deepest = 4;

function check(line: Line, number: number, open: readonly number[], wasSingle: boolean): Found | undefined {
  const { syntax, text } = line;
  const last = open[open.length - 1];
  if (syntax.kind !== 'point' || syntax.ordinal === 1 || last === undefined || open.includes(syntax.ordinal - 1)) {
    return undefined;
  }
  const { ordinal } = syntax;
  const isRepeated = ordinal === last && wasSingle;
  if (!isRepeated && ordinal <= Math.max(...open)) {
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
