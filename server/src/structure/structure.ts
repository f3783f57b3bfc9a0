import type { HeadingLevel } from '../engine/syntax/lineSyntax.ts';
import type { Numeral } from './numeral.ts';

/** A part of a report that can be moved as a whole: a heading with all under it, an item of a numbered list, an attachment. */
export interface SectionNode {
  /** Its place in `Structure.nodes`. */
  readonly index: number;
  readonly kind: 'heading' | 'item' | 'attachment';
  /** 0: the report itself; n: its nth attachment. Headings and captions of each count for themselves. */
  readonly part: number;
  /** The index of the node that it stands in; -1: none. */
  readonly parent: number;
  /** As in the line's syntax; 0 for an attachment. */
  readonly level: HeadingLevel | 0;
  /** How deep it nests: the level, but for what stands in articles (条), which are deeper than their numbers tell. */
  readonly rank: number;
  /** The heading's own line. */
  readonly line: number;
  /** With comments and page breaks right above the heading, which go with it. */
  readonly firstLine: number;
  /** The line after its last one with words or comments; the blank lines that follow belong to no section. */
  readonly endLine: number;
  /** What counts with it under one heading: `chinese`, `ordinal 章`, `decimal 2`, `attachment`; empty without a number. */
  readonly style: string;
  /** The numerals of its mark: several in 2.1. Without any, an attachment still counts. */
  readonly numerals: readonly Numeral[];
  /** The first item of a list after another one with the same numbers: words that belong to neither stand between them. */
  readonly startsAnew: boolean;
}

/** The unit of an `ordinal` in the script of `SectionNode.style`: 節 counts with 节. Empty for none. */
export const unitOf = (written: string | undefined): string => simplified[written ?? ''] ?? written ?? '';
const simplified: Readonly<Record<string, string>> = { 節: '节', 條: '条', 編: '编' };

/** A node whose end is not known yet. */
export type OpenNode = { -readonly [key in keyof SectionNode]: SectionNode[key] };

/** 图1, 表2-1, Figure 3, on a line of its own or in a picture. */
export interface Caption {
  readonly of: 'figure' | 'table';
  readonly line: number;
  readonly part: number;
  /** 图 and Figure count for themselves: a report may have both under each figure. */
  readonly word: string;
  /** Empty where a mark stands for the number: 图*. */
  readonly numerals: readonly Numeral[];
  /** The column after the number. */
  readonly end: number;
  /** The index of the node that it stands in; -1: none. */
  readonly node: number;
  /** The same figure as the caption before, in other words: its picture and a line under it. */
  readonly repeats: boolean;
}

/** A line of the attachment note (附件说明): `附件：1. 清单`. */
export interface NoteItem {
  readonly line: number;
  readonly numeral: Numeral | undefined;
  /** Columns of what is named. */
  readonly start: number;
  readonly end: number;
}

/** What has numbers in a report, and what of its text belongs together. Lines are zero-based. */
export interface Structure {
  readonly nodes: readonly SectionNode[];
  readonly captions: readonly Caption[];
  readonly notes: readonly NoteItem[];
}

/** The nodes above a node, the highest first, itself last. */
export function chainOf(nodes: readonly Pick<SectionNode, 'parent'>[], index: number): readonly number[] {
  const chain: number[] = [];
  for (let at = index; at >= 0; at = nodes[at]?.parent ?? -1) chain.push(at);
  return chain.reverse();
}

/** The node that a line belongs to, the innermost; -1 for a line in none. */
export function nodeAt({ nodes }: Structure, line: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle] as SectionNode).firstLine <= line) low = middle + 1;
    else high = middle;
  }
  let at = low - 1;
  // Blank lines after a section still are a place in it for the cursor; the ending is not: its nodes end before.
  while (at >= 0 && !holds(nodes, at, line)) at = (nodes[at] as SectionNode).parent;
  return at;
}

function holds(nodes: readonly SectionNode[], at: number, line: number): boolean {
  return line < (nodes[at] as SectionNode).endLine;
}
