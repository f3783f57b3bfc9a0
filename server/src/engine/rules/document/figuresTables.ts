import type { ReportDocument } from '../../document.ts';
import type { Line } from '../../syntax/line.ts';
import { parseNumber } from '../../syntax/numerals.ts';
import type { Span } from '../../text/position.ts';
import { type DocumentRule, type Finding, rangeIn, wordsOf } from '../rule.ts';

type Found = Omit<Finding, 'code'>;
type Kind = 'figure' | 'table';

interface Numbered {
  readonly key: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Right after 《…》, 附件 or the like: of another document. */
  readonly isForeign: boolean;
  /** The end of a range: all before it are meant too. */
  readonly isRange: boolean;
}

/** Leads that say that the thing is to be looked up: 见图1, （表2）, 如图3所示. */
const lead = /(?:[见見如]|[参參]照|[参參][阅閱]|根[据據]|[从從]|由|[（(])$/;
const foreign =
  /(?:》|附件[0-9一二三四五六七八九十]{0,2}|附录|原文|[该該]文|[标標][准準]|[规規][范範]|[图圖]集|[号號]）?)(?:中的?|的)?(?:[见見如（(]|[详詳参參][见見])?$/;

/** 见图1 without a figure 1, and the reverse: a figure that the text never speaks of, where it speaks of others. The same of tables. */
export const figuresTables: DocumentRule = {
  code: 'figures-tables',
  scope: 'document',
  check(document) {
    return [...check(document, 'figure'), ...check(document, 'table')];
  },
};

function check(document: ReportDocument, of: Kind): readonly Found[] {
  const captions = new Map<string, { readonly line: number; readonly record: Line }>();
  const mentioned: Numbered[] = [];
  const unnumbered: Numbered[] = [];
  let objects = 0;
  let isOpen = false;
  for (const [line, record] of document.relatedLines()) {
    const { syntax, text } = record;
    const number = captionNumber(record, of);
    if (syntax.kind === 'picture' ? of === 'figure' : syntax.kind === 'caption' && syntax.of === of) {
      objects += 1;
    }
    if (number !== undefined) {
      // A number that is missing may be any number.
      if (/[*×Xx]/.test(number)) isOpen = true;
      else if (!captions.has(keyOf(number))) captions.set(keyOf(number), { line, record });
    }
    for (const mention of record.mentions) {
      const { start, end } = mention;
      if (mention.kind === 'reference' && mention.to === of) {
        const before = text.slice(Math.max(0, start - 8), start);
        const key = mention.path.join('-');
        mentioned.push({
          key,
          line,
          start,
          end,
          isForeign: isOfAnother(text, mention, before) || !(isLed(text, start, before) || mentioned.at(-1)?.line === line),
          isRange: mention.through || isRangeEnd(text, record.mentions, mention),
        });
      } else if (mention.kind === 'unnumbered' && mention.to === of) {
        unnumbered.push({ key: '', line, start, end, isForeign: false, isRange: false });
      }
    }
  }
  const findings: Found[] = [];
  for (const { key, line, start, end, isForeign } of mentioned) {
    if (!captions.has(key) && !isOpen && !isForeign) {
      findings.push({
        severity: 'warning',
        range: rangeIn(line, { start, end }),
        message:
          of === 'figure'
            ? 'There is no figure {0} in this report: put it in with its caption, or correct the number.'
            : 'There is no table {0} in this report: put it in with its caption, or correct the number.',
        args: [key],
      });
    }
  }
  if (objects === 0) {
    for (const { line, start, end } of unnumbered) {
      findings.push({
        severity: 'warning',
        range: rangeIn(line, { start, end }),
        message:
          of === 'figure'
            ? 'The text refers to a figure, but there is none in this report: put it in, or take the words out.'
            : 'The text refers to a table, but there is none in this report: put it in, or take the words out.',
        args: [],
      });
    }
  }
  // A mention of what is not there may mean the one that nothing refers to.
  if (findings.length === 0 && mentioned.length > 0 && unnumbered.length === 0 && !mentioned.some(({ isRange }) => isRange)) {
    const known = new Set(mentioned.map(({ key }) => key));
    for (const [key, { line, record }] of captions) {
      if (!known.has(key)) {
        findings.push({
          severity: 'hint',
          range: rangeIn(line, wordsOf(record)),
          message:
            of === 'figure'
              ? 'The text never refers to figure {0}, but it does to others.'
              : 'The text never refers to table {0}, but it does to others.',
          args: [key],
        });
      }
    }
  }
  return findings;
}

/** The number in a caption line or in the caption of a picture (`![图1 完成额](…)`). */
function captionNumber({ syntax, text }: Line, of: Kind): string | undefined {
  if (syntax.kind === 'caption') {
    return syntax.of === of ? syntax.number : undefined;
  }
  return syntax.kind === 'picture' && of === 'figure'
    ? /^(?:[图圖]|Figure|Fig\.)\s{0,4}([0-9０-９]{1,3}(?:[-.–—][0-9]{1,3})?|[一二三四五六七八九十]{1,3}|[*×]|[Xx]{1,2})(?![0-9])/.exec(
        text.slice(syntax.caption.start, syntax.caption.end).trim(),
      )?.[1]
    : undefined;
}

/** 2-1 and 2.1 are one; 一 and 1 as well. */
const keyOf = (number: string): string =>
  number
    .split(/[-.–—]/)
    .map((part) => parseNumber(part) ?? part)
    .join('-');

/** An English word with a capital is a name wherever it stands. */
const isLed = (text: string, start: number, before: string): boolean => lead.test(before) || /[A-Z]/.test(text.charAt(start));

const isOfAnother = (text: string, { end }: Span, before: string): boolean =>
  foreign.test(before) || / (?:of|from|in) (?:the|that|this|his|her|their|its|[A-Z0-9])/.test(text.slice(end, end + 12));

/** 图1至图3: each has its word, so they are two mentions. */
function isRangeEnd(text: string, mentions: Line['mentions'], { start }: Span): boolean {
  return mentions.some((other) => other.end < start && /^\s?[至到—–～~-]\s?$/.test(text.slice(other.end, start)));
}
