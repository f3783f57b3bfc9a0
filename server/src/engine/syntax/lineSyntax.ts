import type { Span } from '../text/position.ts';
import type { ChartTarget } from './chartTarget.ts';

/** Levels of headings: 一、 · （一） · 1. · （1） (GB/T 9704-2012, 7.3.3), or `##` to `#####`. */
export type HeadingLevel = 1 | 2 | 3 | 4;

/** A number that a writer typed before a heading or an item. Columns are UTF-16, in the line. */
export interface NumberMarker extends Span {
  /** `一、` · `（一）` · `1.` · `（1）` · `1.2` (decimal) · `第一章` (ordinal). */
  readonly style: 'chinese' | 'chineseBracketed' | 'arabic' | 'arabicBracketed' | 'decimal' | 'ordinal';
  /** The number's value; of a decimal number its last part. */
  readonly value: number;
}

/** What a line is. One line is one paragraph; columns are UTF-16, in the line. */
export type LineSyntax =
  | { readonly kind: 'blank' }
  | { readonly kind: 'frontMatter'; readonly part: 'open' | 'content' | 'close' }
  | { readonly kind: 'comment' }
  | { readonly kind: 'code'; readonly part: 'open' | 'content' | 'close' }
  | { readonly kind: 'title'; readonly contentStart: number }
  /** 发文字号 on a line of its own in the head: `×政发〔2024〕1号`. */
  | { readonly kind: 'documentNumber' }
  /** 主送机关. */
  | { readonly kind: 'addressee' }
  | HeadingSyntax
  /** A numbered paragraph that is no heading (a clause or a whole sentence after `1.`, `（1）` …). */
  | { readonly kind: 'numbered'; readonly level: HeadingLevel; readonly marker: NumberMarker; readonly contentStart: number }
  /** A paragraph that begins with 一是, 二是 … ; the points inside any paragraph are found by `pointsOf`. */
  | { readonly kind: 'point'; readonly ordinal: number }
  | { readonly kind: 'paragraph' }
  /** `- item`, `* item` or `+ item`; `indent` counts the blanks before the bullet; `checked` is there for `- [ ]` and `- [x]`. */
  | { readonly kind: 'listItem'; readonly indent: number; readonly contentStart: number; readonly checked?: boolean }
  /** `| a | b |`. The first row of a table is its header; a `delimiter` row (`|---|:-:|`) follows it where there is one. */
  | { readonly kind: 'tableRow'; readonly part: 'header' | 'delimiter' | 'body'; readonly cells: readonly Span[] }
  /** `表1 …` or `图1 …` on a line of its own. */
  | { readonly kind: 'caption'; readonly of: 'table' | 'figure'; readonly number: string; readonly contentStart: number }
  /** `![caption](path)` on a line of its own; `chart` where the path asks for a chart: `![图1 …](柱形图 表2)`. */
  | { readonly kind: 'picture'; readonly caption: Span; readonly path: Span; readonly chart?: ChartTarget }
  /** `$$ … $$` on a line of its own. */
  | { readonly kind: 'formula'; readonly tex: Span }
  | { readonly kind: 'footnote'; readonly label: Span; readonly contentStart: number }
  /** 特此报告。 and its like. */
  | { readonly kind: 'closing' }
  /** 附件说明: `附件：1. …` and the lines that go on with it. */
  | { readonly kind: 'attachmentNote'; readonly part: 'first' | 'next'; readonly marker?: NumberMarker; readonly contentStart: number }
  /** 发文机关署名. Before a date without a closing the block builder finds it; see `blocksOf`. */
  | { readonly kind: 'signature' }
  /** 成文日期; `english`: 15 March 2026. */
  | { readonly kind: 'issueDate'; readonly english?: true }
  /** 附注: a line in brackets after the date. */
  | { readonly kind: 'note' }
  /** 附件1 on a line of its own: an attachment begins, on a new page. */
  | { readonly kind: 'attachmentStart'; readonly number?: number }
  | { readonly kind: 'pageBreak' }
  | { readonly kind: 'tableOfContents' };

export interface HeadingSyntax {
  readonly kind: 'heading';
  readonly level: HeadingLevel;
  /** Absent for `## Title` without a number. */
  readonly marker?: NumberMarker;
  /** Where the `#` run ends, or 0: what comes before is not printed. */
  readonly prefixEnd: number;
  /** The heading's words: `line.text.slice(contentStart, contentEnd)`, without marker and without end mark. */
  readonly contentStart: number;
  readonly contentEnd: number;
  /** For a heading run into its paragraph (`（一）标题。正文…`): where the body begins. Otherwise the line's length. */
  readonly bodyStart: number;
}

export type LineKind = LineSyntax['kind'];
