import type { ReportDocument } from '../engine/document.ts';
import { toChineseNumber } from '../engine/syntax/numerals.ts';
import type { CrossReference, ReferencePart } from '../engine/syntax/references/reference.ts';
import type { LineEdit } from './lineEdit.ts';
import { writesTraditional } from './markForm.ts';
import { type Mention, mentionsOf } from './mentions.ts';
import type { Numbering } from './numbering.ts';
import { signsOf, writeNumeral } from './numeral.ts';
import { type Structure, unitOf } from './structure.ts';

/**
 * A mention that was left as it is. `none`: it means nothing that is there. `ambiguous`: several things have its number. `deleted`: what it
 * means is taken out. `far`: from there, what it means cannot be said in its words.
 */
export interface LeftMention {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly reason: 'none' | 'ambiguous' | 'deleted' | 'far';
}

interface Followed {
  readonly edits: readonly LineEdit[];
  readonly left: readonly LeftMention[];
}

/** The edits by which mentions go on to mean what they meant. `isGone` says which lines are taken out. */
export function followMentions(
  document: ReportDocument,
  structure: Structure,
  numbering: Numbering,
  isGone: (line: number) => boolean,
  mentions: Iterable<Mention> = mentionsOf(document, structure),
): Followed {
  const follower = new Follower(document, structure, numbering);
  const edits: LineEdit[] = [];
  const left: LeftMention[] = [];
  for (const mention of mentions) {
    if (isGone(mention.line)) continue;
    const changed = follower.follow(mention);
    if (typeof changed === 'string') {
      const { start, end } = mention.reference;
      left.push({ line: mention.line, start, end, reason: changed });
    } else {
      for (const edit of changed) edits.push(edit);
    }
  }
  return { edits, left };
}

class Follower {
  readonly #document: ReportDocument;
  readonly #structure: Structure;
  readonly #numbering: Numbering;
  readonly #isTraditional: boolean;
  readonly #parents: readonly number[];
  readonly #styles: readonly string[];

  constructor(document: ReportDocument, structure: Structure, numbering: Numbering) {
    this.#document = document;
    this.#structure = structure;
    this.#numbering = numbering;
    this.#isTraditional = writesTraditional(document, structure.nodes);
    const parents: number[] = [];
    const styles: string[] = [];
    for (const { node, parent, style } of numbering.placed) {
      parents[node.index] = parent;
      styles[node.index] = style;
    }
    this.#parents = parents;
    this.#styles = styles;
  }

  follow(mention: Mention): readonly LineEdit[] | LeftMention['reason'] {
    const { target, reference, line } = mention;
    switch (target.kind) {
      case 'none':
      case 'ambiguous':
        return target.kind;
      case 'caption':
        return this.#write(line, reference.parts, this.#numbering.captions[target.index]);
      case 'captions': {
        const parts = target.indices.flatMap((index, i) => (index === undefined ? [] : [reference.parts[i] as ReferencePart]));
        const values = target.indices.flatMap((index) => (index === undefined ? [] : [this.#numbering.captions[index]?.at(-1)]));
        return values.some((value) => value === undefined) ? 'deleted' : this.#write(line, parts, values as readonly number[]);
      }
      case 'node':
        return reference.kind === 'attachment'
          ? this.#write(line, reference.parts, this.#numbering.values[target.chain[0] as number])
          : this.#section(mention, target.chain);
    }
  }

  #section({ line, reference, node }: Mention, chain: readonly number[]): readonly LineEdit[] | LeftMention['reason'] {
    const target = chain.at(-1) as number;
    const own = this.#numbering.values[target];
    if (own === undefined) return 'deleted';
    if (reference.parts.every(({ form }) => form === 'decimal')) {
      const path = this.#styles[target]?.startsWith('decimal') ? own : (this.#numbering.paths[target] ?? own);
      return path.length === reference.parts.length
        ? this.#write(line, reference.parts, path)
        : this.#rewrite(line, reference, path.join('.'));
    }
    if (this.#fitsAsSaid(chain, node, reference)) {
      const values = chain.map((index) => this.#numbering.values[index]?.at(-1));
      return this.#write(line, reference.parts, values as readonly number[]);
    }
    return this.#rewrite(line, reference, this.#fullName(target, reference));
  }

  /** The things named still stand in one another, marked as they were, and a number said without its section is still said in it. */
  #fitsAsSaid(chain: readonly number[], node: number, { parts }: CrossReference): boolean {
    const { nodes } = this.#structure;
    for (const [i, index] of chain.entries()) {
      if (this.#numbering.values[index] === undefined || this.#styles[index] !== nodes[index]?.style) return false;
      if (i > 0 && this.#parents[index] !== chain[i - 1]) return false;
    }
    const first = chain[0] as number;
    const isLocal = parts[0]?.form === 'chineseBracketed' || parts[0]?.form === 'arabicBracketed' || unitOf(parts[0]?.unit) === '节';
    if (!isLocal) return this.#parents[first] === nodes[first]?.parent;
    // Among the nearest that are numbered so, as when it was read.
    const parent = this.#parents[first] ?? -1;
    for (let at = node; at >= 0; at = this.#parents[at] ?? -1) if (at === parent) return true;
    return parent < 0;
  }

  /** 第二部分第（三）项 or 二（三）, in the manner of the mention; `undefined` where a heading on the way has no such number. */
  #fullName(target: number, { parts }: CrossReference): string | undefined {
    const isOrdinal = parts[0]?.form === 'ordinal';
    const names: string[] = [];
    for (let at = target; at >= 0 && this.#structure.nodes[at]?.kind !== 'attachment'; at = this.#parents[at] ?? -1) {
      const value = this.#numbering.values[at]?.at(-1);
      const name = value === undefined ? undefined : nameOf(this.#styles[at] ?? '', value, isOrdinal, names.length > 0);
      if (name === undefined) return undefined;
      names.push(name);
    }
    // 见四 would be read as no mention.
    const [only = ''] = names;
    if (!isOrdinal && names.length === 1 && /^[一二三四五六七八九十]/.test(only)) return `第${only}部分`;
    const name = names.reverse().join('');
    const isTraditional = parts.some(({ unit }) => unit !== undefined && unitOf(unit) !== unit);
    return isTraditional ? name.replace(/[节条编项点]/g, (one) => traditional[one] ?? one) : name;
  }

  /** A mention in other words; not in a list (第三、四部分), whose members are single numbers, nor after 本部分. */
  #rewrite(
    line: number,
    { start, end, numberStart, through, parts }: CrossReference,
    name: string | undefined,
  ): readonly LineEdit[] | 'far' {
    const { text } = this.#document.line(line);
    const said = text.slice(start, end);
    const isWhole =
      parts[0]?.form === 'ordinal' ? /^第.*(?:部分|[章节節条條项項点點）)])$/.test(said) : /[一二三四五六七八九十）)0-9]$/.test(said);
    const isLocal = /本(?:[节節章条條]|部分)的?$/.test(text.slice(Math.max(0, start - 5), start));
    if (name === undefined || !isWhole || isLocal || through === true) return 'far';
    const isPath = parts[0]?.form === 'decimal';
    const from = isPath ? numberStart : start;
    const to = isPath ? (parts.at(-1)?.end ?? end) : end;
    return [{ line, start: from, end: to, text: name, kind: 'reference' }];
  }

  #write(line: number, parts: readonly ReferencePart[], values: readonly number[] | undefined): readonly LineEdit[] | 'deleted' {
    if (values === undefined) return 'deleted';
    const { text } = this.#document.line(line);
    return parts.flatMap(({ start, end, value }, i): readonly LineEdit[] => {
      const fresh = values[i];
      if (fresh === undefined || fresh === value) return [];
      const like = text.slice(start, end);
      return [{ line, start, end, text: writeNumeral(fresh, like, signsOf(like, this.#isTraditional)), kind: 'reference' }];
    });
  }
}

const traditional: Readonly<Record<string, string>> = { 节: '節', 条: '條', 编: '編', 项: '項', 点: '點' };

/** How a heading of a style is called: 第二部分, 第（三）项, 第1点; or 二, （三）. */
function nameOf(style: string, value: number, isOrdinal: boolean, goesOn: boolean): string | undefined {
  switch (style) {
    case 'chinese':
      if (isOrdinal) return `第${toChineseNumber(value)}部分`;
      // 二（三）, but 二、 alone is a number and a mark.
      return toChineseNumber(value);
    case 'chineseBracketed':
      return isOrdinal ? `第（${toChineseNumber(value)}）项` : `（${toChineseNumber(value)}）`;
    case 'arabic':
      return isOrdinal && !goesOn ? `第${value}点` : undefined;
    case 'arabicBracketed':
      return isOrdinal ? `第（${value}）点` : `（${value}）`;
    default: {
      const unit = style.startsWith('ordinal ') ? style.slice(8) : undefined;
      return unit === undefined ? undefined : `第${toChineseNumber(value)}${unit}`;
    }
  }
}
