import type { CrossReference, ReferencePart } from '../engine/syntax/references/reference.ts';
import { chainOf, type SectionNode, type Structure, unitOf } from './structure.ts';

/** What a mention means: a node (with those that its path names above it), a caption, none, or one of several with the same number. */
export type Target =
  | { readonly kind: 'node'; readonly chain: readonly number[] }
  | { readonly kind: 'caption'; readonly index: number }
  /** 表1-3 where captions are 表1, 表2, 表3: each number is one. */
  | { readonly kind: 'captions'; readonly indices: readonly (number | undefined)[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'ambiguous' };

/** Things with one number among which it is looked for the one that is meant; a report with more of them is not numbered at all. */
const mostAlike = 20;

const nothing: Target = { kind: 'none' };
const unclear: Target = { kind: 'ambiguous' };

/** Gives what a mention means that stands in a node (-1: none). */
export function resolver(structure: Structure): (reference: CrossReference, node: number) => Target {
  const index = new Index(structure);
  return (reference, node) => {
    switch (reference.kind) {
      case 'figure':
      case 'table':
        return index.caption(reference, node);
      case 'attachment':
        return index.attachment(reference);
      case 'section':
        return index.section(reference, node);
    }
  };
}

class Index {
  readonly #nodes: readonly SectionNode[];
  readonly #structure: Structure;
  readonly #byKey = new Map<string, number[]>();
  readonly #captions = new Map<string, number[]>();
  /** The attachment of each part. */
  readonly #roots: number[] = [];

  constructor(structure: Structure) {
    this.#structure = structure;
    this.#nodes = structure.nodes;
    for (const { index, kind, part, parent, level, style, numerals } of structure.nodes) {
      if (kind === 'attachment') this.#roots[part] = index;
      const value = numerals.at(-1)?.value;
      if (value === undefined) continue;
      if (kind === 'attachment') {
        this.#add(`attachment ${value}`, index);
        continue;
      }
      const top = this.#isTop(parent);
      const path = style.startsWith('decimal') ? numerals.map((one) => one.value).join('.') : String(value);
      this.#add(`${part} ${parent} ${style} ${value}`, index);
      this.#add(`${part} ${parent} ${style}`, index);
      if (style === 'ordinal 条') this.#add(`${part} 条 ${value}`, index);
      if (top && kind === 'heading') this.#add(`${part} top ${level} ${value}`, index);
      if (style.startsWith('decimal') || (top && style === 'arabic' && level === 1)) this.#add(`${part} path ${path}`, index);
    }
    for (const [index, { of, numerals, repeats }] of structure.captions.entries()) {
      if (repeats || numerals.length === 0) continue;
      const key = `${of} ${numerals.map(({ value }) => value).join('.')}`;
      const known = this.#captions.get(key);
      if (known === undefined) this.#captions.set(key, [index]);
      else known.push(index);
    }
  }

  #add(key: string, index: number): void {
    const known = this.#byKey.get(key);
    if (known === undefined) this.#byKey.set(key, [index]);
    else known.push(index);
  }

  #isTop(parent: number): boolean {
    return parent < 0 || this.#nodes[parent]?.kind === 'attachment';
  }

  caption({ kind, path, parts, start, numberStart }: CrossReference, node: number): Target {
    const isLatin = numberStart - start > 2;
    const one = this.#oneCaption(`${kind} ${path.join('.')}`, node, isLatin);
    if (one.kind !== 'none' || parts.length !== 2) return one;
    const single = path.map((value) => this.#oneCaption(`${kind} ${value}`, node, isLatin));
    if (!single.some((target) => target.kind === 'caption')) return one;
    return { kind: 'captions', indices: single.map((target) => (target.kind === 'caption' ? target.index : undefined)) };
  }

  /** Of several with one number the one that stands in the same part, or under the same heading, is meant; or nobody can tell. */
  #oneCaption(key: string, node: number, isLatin: boolean): Target {
    const { captions } = this.#structure;
    const all = this.#captions.get(key) ?? [];
    const inScript = all.filter((index) => /^[A-Z]/.test(captions[index]?.word ?? '') === isLatin);
    const found = inScript.length > 0 ? inScript : all;
    if (found.length === 0) return nothing;
    if (found.length === 1) return { kind: 'caption', index: found[0] as number };
    if (found.length > mostAlike) return unclear;
    const chain = chainOf(this.#nodes, node);
    for (let depth = chain.length - 1; depth >= 0; depth -= 1) {
      const near = found.filter((index) => chainOf(this.#nodes, captions[index]?.node ?? -1)[depth] === chain[depth]);
      if (near.length === 1) return { kind: 'caption', index: near[0] as number };
      if (near.length > 1) return unclear;
    }
    const part = this.#nodes[node]?.part ?? 0;
    const inPart = found.filter((index) => captions[index]?.part === part);
    return inPart.length === 1 ? { kind: 'caption', index: inPart[0] as number } : unclear;
  }

  attachment({ path }: CrossReference): Target {
    return this.#one(path.length === 1 ? this.#found(`attachment ${path[0]}`) : []);
  }

  section({ parts, path }: CrossReference, node: number): Target {
    const part = this.#nodes[node]?.part ?? 0;
    const found = this.#sectionIn(part, parts, path, node);
    // An attachment may speak of the report.
    return found.kind === 'none' && part > 0 ? this.#sectionIn(0, parts, path, -1) : found;
  }

  #sectionIn(part: number, parts: readonly ReferencePart[], path: readonly number[], node: number): Target {
    if (parts.every(({ form }) => form === 'decimal')) return this.#one(this.#found(`${part} path ${path.join('.')}`));
    const [first, ...rest] = parts;
    if (first === undefined) return nothing;
    const found = this.#first(part, first, node);
    if (found.length > mostAlike) return unclear;
    let chains = found.map((index): readonly number[] => [index]);
    for (const step of rest) {
      chains = chains.flatMap((chain) => this.#under(part, chain.at(-1) as number, step).map((index) => [...chain, index]));
      if (chains.length > mostAlike) return unclear;
    }
    const [chain] = chains;
    return chain === undefined ? nothing : chains.length > 1 ? unclear : { kind: 'node', chain };
  }

  #first(part: number, { form, unit: written, value }: ReferencePart, node: number): readonly number[] {
    const unit = unitOf(written);
    const root = this.#rootOf(part);
    switch (unit) {
      case '部分':
      case 'Part':
        return this.#top(part, value);
      case 'Chapter':
      case '章':
      case '篇':
      case '编': {
        const own = this.#found(`${part} ${root} ordinal ${unit === 'Chapter' ? '章' : unit} ${value}`);
        return own.length === 0 && unit === 'Chapter' ? this.#top(part, value) : own;
      }
      case '条':
        return this.#found(`${part} 条 ${value}`);
      default:
        break;
    }
    const style = form === 'ordinal' ? `ordinal ${unit}` : form;
    if (style === 'chinese') return this.#found(`${part} ${root} chinese ${value}`);
    // A number of a lower level is meant where it stands: among the nearest that are numbered so.
    const chain = chainOf(this.#nodes, node);
    for (let at = chain.length - 1; at >= -1; at -= 1) {
      const above = at < 0 ? root : (chain[at] as number);
      if (this.#byKey.has(`${part} ${above} ${style}`)) return this.#found(`${part} ${above} ${style} ${value}`);
    }
    return [];
  }

  /** 第三部分: the third of the top headings, however they are numbered. */
  #top(part: number, value: number): readonly number[] {
    for (const level of [1, 2, 3, 4]) {
      const found = this.#found(`${part} top ${level} ${value}`);
      if (found.length > 0 || this.#byKey.has(`${part} top ${level} 1`)) return found;
    }
    return [];
  }

  #under(part: number, above: number, { form, unit: written, value }: ReferencePart): readonly number[] {
    const unit = unitOf(written);
    // 第五条第三项 is its （三）.
    const styles = form !== 'ordinal' ? [form] : unit === '节' || unit === '条' ? [`ordinal ${unit}`] : ['chineseBracketed', 'arabic'];
    const style = styles.find((one) => this.#byKey.has(`${part} ${above} ${one}`));
    return style === undefined ? [] : this.#found(`${part} ${above} ${style} ${value}`);
  }

  #found(key: string): readonly number[] {
    return this.#byKey.get(key) ?? [];
  }

  #one(found: readonly number[]): Target {
    const [only] = found;
    return only === undefined ? nothing : found.length === 1 ? { kind: 'node', chain: [only] } : unclear;
  }

  /** The node that the top headings of a part stand under: -1, or the attachment. */
  #rootOf(part: number): number {
    return this.#roots[part] ?? -1;
  }
}
