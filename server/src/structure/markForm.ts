import type { ReportDocument } from '../engine/document.ts';
import type { Scheme } from '../engine/syntax/lineState.ts';
import type { HeadingLevel } from '../engine/syntax/lineSyntax.ts';
import { alphabetOf, writeNumeral } from './numeral.ts';
import type { SectionNode } from './structure.ts';

/** What stands before a heading's words: `before`, the number in the signs of `like`, `after`. */
export interface MarkForm {
  /** As in `SectionNode.style`; empty for a heading without a number. */
  readonly style: string;
  readonly before: string;
  readonly like: string;
  /** What parts the numbers of a path: the dot of 2.1; empty where only the last number is written. */
  readonly joint: string;
  readonly after: string;
}

/** Whether a heading of the report is numbered with 貳, 參 or 陸. */
export function writesTraditional(document: ReportDocument, nodes: readonly SectionNode[]): boolean {
  return nodes.some(({ line, numerals: [first] }) => {
    return first !== undefined && alphabetOf(document.line(line).text.slice(first.start, first.end)) === 'traditional';
  });
}

/** GB/T 9704-2012, 7.3.3; and 1. 1.1 1.1.1 of other reports. */
const usual: Readonly<Record<'chinese' | 'decimal', readonly MarkForm[]>> = {
  chinese: [
    { style: 'chinese', before: '', like: '一', joint: '', after: '、' },
    { style: 'chineseBracketed', before: '（', like: '一', joint: '', after: '）' },
    { style: 'arabic', before: '', like: '1', joint: '', after: '.' },
    { style: 'arabicBracketed', before: '（', like: '1', joint: '', after: '）' },
  ],
  decimal: [
    { style: 'arabic', before: '', like: '1', joint: '', after: '. ' },
    { style: 'decimal 2', before: '', like: '1', joint: '.', after: ' ' },
    { style: 'decimal 3', before: '', like: '1', joint: '.', after: ' ' },
    { style: 'decimal 4', before: '', like: '1', joint: '.', after: ' ' },
  ],
};

const hashes = /^[\s\u3000\ufeff]*[#＃]{1,5}[ \t\u3000]*/;

/** The form of a heading as the writer typed it, without leading blanks. */
function markFormOf(document: ReportDocument, node: SectionNode): MarkForm {
  const { text, syntax } = document.line(node.line);
  const contentStart = syntax.kind === 'heading' || syntax.kind === 'numbered' ? syntax.contentStart : 0;
  const [first] = node.numerals;
  const last = node.numerals.at(-1);
  if (first === undefined || last === undefined) {
    return { style: '', before: text.slice(0, contentStart).trimStart(), like: '', joint: '', after: '' };
  }
  const joint = node.numerals.length > 1 ? text.slice(first.end, node.numerals[1]?.start) : '';
  return {
    style: node.style,
    before: text.slice(0, first.start).trimStart(),
    like: text.slice(last.start, last.end),
    joint,
    after: text.slice(last.end, contentStart),
  };
}

/**
 * The form that headings of `level` have in the report: as the nearest one of that level around `near`, else as is usual in a report
 * numbered like this one.
 */
export function markFormAt(document: ReportDocument, nodes: readonly SectionNode[], near: SectionNode, level: HeadingLevel): MarkForm {
  let found: SectionNode | undefined;
  for (const node of nodes) {
    if (node.kind !== 'heading' || node.level !== level) continue;
    if (found === undefined || Math.abs(node.index - near.index) < Math.abs(found.index - near.index)) found = node;
  }
  if (found !== undefined) return markFormOf(document, found);
  const own = markFormOf(document, near);
  if (hashes.test(document.line(near.line).text)) return hashed(own, level);
  const scheme: Scheme = document.line(near.line).stateOut.scheme;
  const isPath = own.style.startsWith('decimal') || (scheme === 'decimal' && own.style === 'arabic');
  return usual[isPath ? 'decimal' : 'chinese'][level - 1] as MarkForm;
}

/** `##` of another level; a number after it stays as it is, but a path (2.1) gets as long as the level is deep. */
function hashed(own: MarkForm, level: HeadingLevel): MarkForm {
  const sign = /[#＃]/.exec(own.before)?.[0] ?? '#';
  const before = own.before.replace(/[#＃]+/, sign.repeat(level + 1));
  const isPath = own.joint !== '' || own.style === 'arabic';
  return isPath ? { ...own, before, style: level === 1 ? 'arabic' : `decimal ${level}`, joint: '.' } : { ...own, before };
}

/** The mark of a heading with these numbers, the last its own. */
export function writeMark({ before, like, joint, after, style }: MarkForm, path: readonly number[]): string {
  if (style === '') return before;
  const numbers = joint === '' ? path.slice(-1) : path;
  return before + numbers.map((value) => writeNumeral(value, like.replace(/^[0０]+(?=.)/, ''))).join(joint) + after;
}
