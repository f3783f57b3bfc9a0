import type { ReportDocument } from '../engine/document.ts';
import type { Line } from '../engine/syntax/line.ts';
import type { LineKind, NumberMarker } from '../engine/syntax/lineSyntax.ts';
import { startOfEnding } from './ending.ts';
import { fitItems } from './items.ts';
import { numeralsIn } from './numeral.ts';
import { type Caption, type NoteItem, type OpenNode, type SectionNode, type Structure, unitOf } from './structure.ts';

/** Reads the structure of a report, from its lines. The cost is that of a walk over its structural lines. */
export function readStructure(document: ReportDocument): Structure {
  return new Reader(document).read();
}

const isArticle = /[条條][\s\u3000]*$/;

/** What stands right above a heading and belongs to it. */
const leading: ReadonlySet<LineKind> = new Set(['comment', 'pageBreak']);

const captionNumber =
  /^(\s*(图|圖|表|Table|Figure|Fig\.)\s{0,4})([0-9０-９]{1,3}(?:[-.–—][0-9]{1,3})?|[一二三四五六七八九十]{1,3}|[*×]|[Xx]{1,2})(?=[\s\u3000：:.．、]|$)/;

/** What counts together: 第一章 and 第一部分 do not. */
function styleOf(style: NumberMarker['style'], mark: string, depth: number): string {
  if (style === 'decimal') return `decimal ${depth}`;
  return style === 'ordinal' ? `ordinal ${unitOf(/章|部分|[篇编編节節条條]/.exec(mark)?.[0])}` : style;
}

class Reader {
  readonly #document: ReportDocument;
  readonly #nodes: OpenNode[] = [];
  readonly #captions: Caption[] = [];
  readonly #notes: NoteItem[] = [];
  readonly #open: OpenNode[] = [];
  /** 0 is the report itself; each attachment begins another. */
  #part = 0;
  #hasArticles = false;
  #last: { readonly line: number; readonly isPicture: boolean } = { line: -9, isPicture: false };

  constructor(document: ReportDocument) {
    this.#document = document;
  }

  read(): Structure {
    for (const [line, record] of this.#document.structuralLines()) {
      const { kind } = record.syntax;
      if (kind === 'heading' || kind === 'numbered') this.#addNumbered(line, record);
      else if (kind === 'attachmentStart') this.#addAttachment(line, record);
      else if (kind === 'caption' || kind === 'picture') this.#addCaption(line, record);
      else if (kind === 'attachmentNote') this.#addNote(line, record);
    }
    this.#endPart(this.#document.lineCount);
    this.#close(-1, this.#document.lineCount);
    fitItems(this.#document, this.#nodes);
    return { nodes: this.#nodes, captions: this.#captions, notes: this.#notes };
  }

  #addNumbered(line: number, record: Line): void {
    const { syntax, text } = record;
    if (syntax.kind !== 'heading' && syntax.kind !== 'numbered') return;
    const { marker, level } = syntax;
    const mark = marker === undefined ? '' : text.slice(marker.start, marker.end);
    if (marker?.style === 'ordinal' && isArticle.test(mark)) this.#hasArticles = true;
    const numerals = marker === undefined ? [] : numeralsIn(text, marker.start, marker.end);
    const style = marker === undefined ? '' : styleOf(marker.style, mark, numerals.length);
    // In articles, （一） and 1. stand below 第一条.
    const isWithin = this.#hasArticles && (style === 'chineseBracketed' || style === 'arabic' || style === 'arabicBracketed');
    const rank = isWithin ? level + 3 : level;
    const firstLine = this.#withLead(line);
    this.#close(rank, firstLine);
    const kind = syntax.kind === 'heading' ? 'heading' : 'item';
    this.#push({ kind, level, rank, line, firstLine, style, numerals });
  }

  #addAttachment(line: number, { text, syntax }: Line): void {
    if (syntax.kind !== 'attachmentStart') return;
    const firstLine = this.#withLead(line);
    this.#endPart(firstLine);
    this.#close(-1, firstLine);
    this.#part += 1;
    this.#hasArticles = false;
    const numerals = syntax.number === undefined ? [] : numeralsIn(text, 0, text.length).slice(0, 1);
    this.#push({ kind: 'attachment', level: 0, rank: 0, line, firstLine, style: 'attachment', numerals });
  }

  #push({
    kind,
    level,
    rank,
    line,
    firstLine,
    style,
    numerals,
  }: Omit<SectionNode, 'index' | 'part' | 'parent' | 'endLine' | 'startsAnew'>): void {
    const index = this.#nodes.length;
    const part = this.#part;
    const parent = this.#open.at(-1)?.index ?? -1;
    const endLine = line + 1;
    const whole: OpenNode = { index, kind, part, parent, level, rank, line, firstLine, endLine, style, numerals, startsAnew: false };
    this.#nodes.push(whole);
    this.#open.push(whole);
  }

  /** Ends the nodes that are as deep as `rank` or deeper, before `line`. */
  #close(rank: number, line: number): void {
    for (let node = this.#open.at(-1); node !== undefined && node.rank >= rank; node = this.#open.at(-1)) {
      this.#open.pop();
      node.endLine = this.#withoutBlanks(node.line, line);
    }
  }

  /** What comes after the last section of a part (特此报告。, signature and date) is of no section. */
  #endPart(end: number): void {
    const last = this.#nodes.at(-1);
    const part = this.#part;
    if (last === undefined || last.part !== part) return;
    const ending = startOfEnding(this.#document, last.line + 1, end);
    this.#close(last.kind === 'attachment' || ending === end ? Number.POSITIVE_INFINITY : 1, ending);
  }

  /** Comments and page breaks right above a heading go with it. */
  #withLead(line: number): number {
    let first = line;
    while (first > 0 && leading.has(this.#document.line(first - 1).syntax.kind)) first -= 1;
    return first;
  }

  #withoutBlanks(first: number, end: number): number {
    let last = end;
    while (last - 1 > first && this.#document.line(last - 1).syntax.kind === 'blank') last -= 1;
    return last;
  }

  #addCaption(line: number, { syntax, text }: Line): void {
    const isPicture = syntax.kind === 'picture';
    const from = isPicture ? syntax.caption.start : 0;
    const found = captionNumber.exec(text.slice(from, isPicture ? syntax.caption.end : text.length));
    if (found === null) return;
    const [whole, lead = '', word = '', number = ''] = found;
    const numerals = numeralsIn(text, from + lead.length, from + lead.length + number.length);
    const before = this.#captions.at(-1);
    const repeats =
      before !== undefined &&
      line - this.#last.line <= 2 &&
      isPicture !== this.#last.isPicture &&
      before.word === word &&
      before.numerals.length === numerals.length &&
      before.numerals.every(({ value }, i) => value === numerals[i]?.value);
    const of = /^[表T]/.test(word) ? 'table' : 'figure';
    const node = this.#open.at(-1)?.index ?? -1;
    this.#captions.push({ of, line, part: this.#part, word, numerals, end: from + whole.length, node, repeats });
    this.#last = { line, isPicture };
  }

  #addNote(line: number, { syntax, text }: Line): void {
    if (syntax.kind !== 'attachmentNote' || this.#part > 0) return;
    const { marker, contentStart } = syntax;
    const end = text.trimEnd().length;
    if (contentStart >= end) return;
    this.#notes.push({ line, numeral: marker && numeralsIn(text, marker.start, marker.end)[0], start: contentStart, end });
  }
}
