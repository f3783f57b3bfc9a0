import type { ReportDocument } from '../../engine/document.ts';
import type { Line } from '../../engine/syntax/line.ts';
import type { Range } from '../../engine/text/position.ts';

export type RemedyKind = 'problem' | 'cause' | 'measure';

/** A problem, a cause or a measure as the report lists it. */
export interface RemedyItem {
  readonly kind: RemedyKind;
  /** Its first clause, number and all: 二是思想教育有差距. */
  readonly name: string;
  /** All that is said of it. */
  readonly text: string;
  /** Where its name stands. */
  readonly range: Range;
}

// What a heading, or the words that lead in to a list, is about. The order counts: 问题及原因 lists problems first.
const about: readonly (readonly [RemedyKind, RegExp])[] = [
  ['problem', /问题|不足|短板|差距|薄弱环节|Problems|Findings|Shortcomings/i],
  ['cause', /原因|成因|根源|剖析|Causes/i],
  ['measure', /整改|措施|下一?步|打算|努力方向|改进|对策|Measures|Corrective|Next steps/i],
];
/** 整改措施, 问题整改情况: what is done counts, not what it is done about. */
const rather: readonly (readonly [RemedyKind, RegExp])[] = [
  ['measure', /问题.{0,6}(?:整改|措施|对策)|整改(?:措施|打算|方向|计划)/],
  ['cause', /问题.{0,8}(?:产生|形成|存在)的?(?:主要)?(?:原因|成因|根源)|(?:原因|成因|根源)(?:分析|剖析|主要)/],
];

/** What words are about, if about one of the three. */
function kindOf(words: string): RemedyKind | undefined {
  return (rather.find(([, pattern]) => pattern.test(words)) ?? about.find(([, pattern]) => pattern.test(words)))?.[0];
}

/** Headings that only say what is listed under them; longer ones are entries themselves. */
const longestTitle = 16;

interface Zone {
  readonly kind: RemedyKind;
  readonly level: number;
  /** The level of the headings that are its entries; `points` where points are. */
  entries: number | 'points' | undefined;
}

type Open = { kind: RemedyKind; name: string; range: Range; lines: string[] };

/** The problems, causes and measures that a report lists, in its order: headings, numbered paragraphs or points in the parts on them. */
export function remedyItems(document: ReportDocument): readonly RemedyItem[] {
  const finder = new Finder();
  let index = -1;
  for (const line of document.lines()) {
    index += 1;
    if (line.syntax.kind === 'attachmentStart') break;
    finder.line(line, index);
  }
  return finder.done();
}

class Finder {
  readonly #items: RemedyItem[] = [];
  #zone: Zone | undefined;
  #open: Open | undefined;
  /** What the words before a list say that it lists. */
  #ledIn: RemedyKind | undefined;

  line(line: Line, index: number): void {
    const { text, syntax } = line;
    switch (syntax.kind) {
      case 'heading':
        this.#heading(text, syntax, line, index);
        return;
      case 'numbered':
        if (this.#zone !== undefined && syntax.level > this.#zone.level && this.#isEntry(syntax.level)) {
          this.#begin(index, text, 0, text.length);
        } else {
          this.#open?.lines.push(text);
        }
        return;
      case 'closing':
      case 'attachmentNote':
      case 'issueDate':
        this.#close();
        this.#zone = undefined;
        return;
      case 'blank':
      case 'comment':
        return;
      default:
        this.#paragraph(line, index, 0);
    }
  }

  done(): readonly RemedyItem[] {
    this.#close();
    return this.#items;
  }

  #heading(text: string, syntax: Extract<Line['syntax'], { kind: 'heading' }>, line: Line, index: number): void {
    const words = text.slice(syntax.contentStart, syntax.contentEnd);
    const kind = kindOf(words);
    const zone = this.#zone;
    const isAbove = zone === undefined || syntax.level <= zone.level;
    if (isAbove || (kind !== undefined && kind !== zone.kind && words.length <= longestTitle)) {
      this.#close();
      this.#ledIn = undefined;
      this.#zone = kind === undefined ? undefined : { kind, level: syntax.level, entries: undefined };
      if (syntax.bodyStart < text.length) this.#paragraph(line, index, syntax.bodyStart);
      return;
    }
    if (this.#isEntry(syntax.level)) this.#begin(index, text, 0, syntax.contentEnd);
    this.#open?.lines.push(text.slice(syntax.bodyStart));
  }

  /** The first headings or numbers of a zone are its entries; deeper ones belong to them. */
  #isEntry(level: number): boolean {
    const zone = this.#zone;
    if (zone === undefined) return false;
    if (zone.entries === undefined || (typeof zone.entries === 'number' && level < zone.entries)) zone.entries = level;
    return zone.entries === level;
  }

  #paragraph({ text, syntax, points }: Line, index: number, from: number): void {
    const zone = this.#zone;
    if (zone === undefined) return;
    const isPoint = syntax.kind === 'point';
    const first = points.find(({ start }) => start >= from);
    if (!isPoint && first === undefined) {
      this.#ledIn = /[：:]\s*$/.test(text) ? kindOf(lastSentence(text)) : undefined;
      this.#open?.lines.push(text.slice(from));
      return;
    }
    if (zone.entries !== undefined && zone.entries !== 'points') {
      this.#open?.lines.push(text.slice(from));
      return;
    }
    const led = first === undefined ? undefined : kindOf(lastSentence(text.slice(from, first.start)));
    if (led !== undefined) this.#ledIn = led;
    if (this.#ledIn === undefined || this.#ledIn === zone.kind) zone.entries = 'points';
    const kind = this.#ledIn ?? zone.kind;
    for (const { start, end, nameEnd } of points.length > 0 ? points : [wholePoint(text)]) {
      this.#begin(index, text, start, nameEnd, kind);
      this.#open?.lines.push(text.slice(start, end));
    }
  }

  #begin(line: number, text: string, start: number, end: number, kind = this.#zone?.kind ?? 'problem'): void {
    this.#close();
    const from = start + (text.slice(start, end).length - text.slice(start, end).trimStart().length);
    const name = /^[^。；]{1,60}/.exec(text.slice(from, end))?.[0] ?? text.slice(from, end);
    const range = { start: { line, character: from }, end: { line, character: from + name.length } };
    this.#open = { kind, name: name.trim(), range, lines: [text.slice(from, end)] };
  }

  #close(): void {
    if (this.#open !== undefined) {
      const { kind, name, range, lines } = this.#open;
      this.#items.push({ kind, name, range, text: lines.join('\n') });
    }
    this.#open = undefined;
  }
}

/** A paragraph that is one point: 一是…。 */
function wholePoint(text: string): { readonly start: number; readonly end: number; readonly nameEnd: number } {
  const start = text.length - text.trimStart().length;
  const clause = text.slice(start).search(/[。；：，]/);
  return { start, end: text.length, nameEnd: clause < 0 ? text.length : start + clause };
}

const lastSentence = (text: string): string => text.slice(Math.max(0, text.trimEnd().lastIndexOf('。') + 1));
