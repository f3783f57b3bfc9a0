import type { MathNode } from './mathNode.ts';
import { environments, functionNames, largeOperators, letters, limitNames, marks, operators, spaces } from './symbols.ts';

/** Longer formulas, or deeper ones, are refused: what reads them could overflow. */
const longest = 4000;
const deepest = 60;

export type MathResult = { readonly node: MathNode } | { readonly unread: string };

/** Reads a formula in LaTeX; `unread` is the first piece that is not understood. Never throws. */
export function readTex(tex: string): MathResult {
  if (tex.length > longest) return { unread: tex.slice(0, 20) };
  try {
    const reader = new TexReader(tex);
    const node = reader.row(() => false);
    reader.end();
    return { node };
  } catch (error) {
    if (error instanceof Unread) return { unread: error.piece };
    throw error;
  }
}

class Unread extends Error {
  readonly piece: string;
  constructor(piece: string) {
    super(piece);
    this.piece = piece;
  }
}

const token = /\s+|%.*|\\(?:[A-Za-z]+\*?|[\s\S])|\d+(?:\.\d+)?|[\p{Script=Han}，。；：、（）％]+|[\s\S]/uy;
const isBlank = (text: string): boolean => /^(?:\s|%)/.test(text);
const empty: MathNode = { kind: 'row', children: [] };
/** Commands that say nothing here. */
const ignored: ReadonlySet<string> = new Set(
  'displaystyle textstyle scriptstyle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr nonumber notag'.split(' '),
);
const fonts: ReadonlySet<string> = new Set('mathrm mathbf mathit mathsf mathtt mathcal mathbb mathfrak boldsymbol bm'.split(' '));
const wordy: ReadonlySet<string> = new Set('text textrm textbf textit mbox'.split(' '));
const upright: ReadonlySet<string> = new Set(['mathrm', 'mathbf', 'mathsf', 'mathtt']);

class TexReader {
  readonly #tokens: readonly string[];
  #at = 0;
  #depth = 0;

  constructor(tex: string) {
    this.#tokens = (tex.match(new RegExp(token.source, 'gu')) ?? []).map((piece) => (isBlank(piece) ? ' ' : piece));
  }

  /** @throws Unread if anything is left. */
  end(): void {
    const rest = this.#peek();
    if (rest !== undefined) throw new Unread(rest);
  }

  /** What stands up to a token that stops it, which is not taken. */
  row(stops: (token: string) => boolean): MathNode {
    if (++this.#depth > deepest) throw new Unread('{{{');
    const children: MathNode[] = [];
    for (let next = this.#peek(); next !== undefined && !stops(next); next = this.#peek()) {
      if (next === '}' || next === '&' || next === '\\\\' || next === '\\right' || next === '\\end') throw new Unread(next);
      const node = this.#scripted();
      if (node === undefined) continue;
      children.push(node);
      if (isFunction(node)) children.push({ kind: 'space', width: 0.1667 });
    }
    this.#depth--;
    const [only] = children;
    return children.length === 1 && only ? only : { kind: 'row', children };
  }

  #peek(): string | undefined {
    while (this.#tokens[this.#at] === ' ') this.#at++;
    return this.#tokens[this.#at];
  }

  #take(expected?: string): string {
    const next = this.#peek();
    if (next === undefined || (expected !== undefined && next !== expected)) throw new Unread(next ?? expected ?? '…');
    this.#at++;
    return next;
  }

  /** One thing with its scripts. */
  #scripted(): MathNode | undefined {
    const next = this.#peek();
    let base: MathNode | undefined = next === '^' || next === '_' ? empty : this.#atom();
    if (base === undefined) return undefined;
    let limits = hasLimits(base);
    let sub: MathNode | undefined;
    let sup: MathNode | undefined;
    for (let mark = this.#peek(); mark !== undefined; mark = this.#peek()) {
      if (mark === '\\limits' || mark === '\\nolimits') limits = mark === '\\limits';
      else if (mark === "'") sup = joined(sup, { kind: 'operator', text: '′' });
      else if (mark === '^' && (sup === undefined || isPrime(sup))) {
        this.#at++;
        sup = joined(sup, this.#argument());
        continue;
      } else if (mark === '_' && sub === undefined) {
        this.#at++;
        sub = this.#argument();
        continue;
      } else if (mark === '^' || mark === '_') throw new Unread(mark);
      else break;
      this.#at++;
    }
    if (sub !== undefined || sup !== undefined) {
      base = { kind: 'scripts', base, limits, ...(sub && { sub }), ...(sup && { sup }) };
    }
    return base;
  }

  /** What a command applies to: a group, or one thing. */
  #argument(): MathNode {
    if (++this.#depth > deepest) throw new Unread(this.#peek() ?? '…');
    const node = this.#peek() === '{' ? this.#group() : (this.#atom() ?? empty);
    this.#depth--;
    return node;
  }

  #group(): MathNode {
    this.#take('{');
    const node = this.row((next) => next === '}');
    this.#take('}');
    return node;
  }

  /** The letters of a group as they were typed, blanks included. */
  #words(): string {
    this.#take('{');
    let text = '';
    for (let depth = 1; ; this.#at++) {
      const next = this.#tokens[this.#at];
      if (next === undefined) throw new Unread('{');
      if (next === '{') depth++;
      if (next === '}' && --depth === 0) break;
      text += /^\\[%$#&_{} ]$/.test(next) ? next.slice(1) : next;
    }
    this.#at++;
    return text;
  }

  #atom(): MathNode | undefined {
    const next = this.#take();
    if (next === '{') {
      this.#at--;
      return this.#group();
    }
    if (next.startsWith('\\')) return this.#command(next.slice(1), next);
    if (/^\d/.test(next)) return { kind: 'number', text: next };
    if (/^[A-Za-z]$/.test(next)) return { kind: 'name', text: next };
    if (/^[\p{Script=Han}，。；：、（）％]/u.test(next)) return { kind: 'words', text: next };
    if (next === '~') return { kind: 'space', width: 0.25 };
    if (/^[#$]$/.test(next)) throw new Unread(next);
    return /^\p{L}$/u.test(next) ? { kind: 'name', text: next } : { kind: 'operator', text: next === '-' ? '−' : next };
  }

  #command(name: string, whole: string): MathNode | undefined {
    const own = (table: object): boolean => Object.hasOwn(table, name);
    if (own(letters)) return { kind: 'name', text: letters[name] ?? '', upright: true };
    if (own(operators)) return { kind: 'operator', text: operators[name] ?? '' };
    if (own(spaces)) return { kind: 'space', width: spaces[name] ?? 0 };
    const large = own(largeOperators) ? largeOperators[name] : undefined;
    if (large) return { kind: 'operator', text: large.text, large: true };
    if (functionNames.has(name) || limitNames.has(name)) return { kind: 'name', text: name, upright: true };
    const mark = own(marks) ? marks[name] : undefined;
    if (mark) return { kind: 'mark', body: this.#argument(), ...mark };
    if (ignored.has(name)) return undefined;
    if (wordy.has(name)) return { kind: 'words', text: this.#words() };
    if (fonts.has(name)) return this.#inFont(name);
    if (/^[%$#&_{}|]$/.test(name)) return { kind: 'operator', text: name === '|' ? '‖' : name };
    return this.#construct(name, whole);
  }

  #construct(name: string, whole: string): MathNode {
    switch (name) {
      case 'frac':
      case 'dfrac':
      case 'tfrac':
      case 'cfrac':
        return { kind: 'fraction', above: this.#argument(), below: this.#argument(), bar: true };
      case 'binom': {
        const body: MathNode = { kind: 'fraction', above: this.#argument(), below: this.#argument(), bar: false };
        return { kind: 'fenced', left: '(', right: ')', body };
      }
      case 'sqrt': {
        if (this.#peek() !== '[') return { kind: 'root', body: this.#argument() };
        this.#take('[');
        const index = this.row((next) => next === ']');
        this.#take(']');
        return { kind: 'root', index, body: this.#argument() };
      }
      case 'operatorname':
      case 'operatorname*':
        return { kind: 'name', text: this.#words(), upright: true };
      case 'overset':
      case 'stackrel': {
        const sup = this.#argument();
        return { kind: 'scripts', base: this.#argument(), sup, limits: true };
      }
      case 'underset': {
        const sub = this.#argument();
        return { kind: 'scripts', base: this.#argument(), sub, limits: true };
      }
      case 'left':
        return this.#fenced();
      case 'begin':
        return this.#environment();
      default:
        throw new Unread(whole);
    }
  }

  /** `\mathrm{kg}`: letters in a row are one name. */
  #inFont(font: string): MathNode {
    const at = this.#at;
    if (this.#peek() === '{') {
      const text = this.#words();
      if (/^[A-Za-z0-9 ]+$/.test(text)) return { kind: 'name', text, ...(upright.has(font) ? { upright: true as const } : {}) };
      this.#at = at;
    }
    return this.#argument();
  }

  #delimiter(): string {
    const next = this.#take();
    if (next === '.') return '';
    if (/^[()[\]|/<>]$/.test(next)) return next === '<' ? '⟨' : next === '>' ? '⟩' : next;
    const name = next.slice(1);
    if (next.startsWith('\\') && Object.hasOwn(operators, name)) return operators[name] ?? '';
    if (/^\\[{}|]$/.test(next)) return name === '|' ? '‖' : name;
    throw new Unread(next);
  }

  #fenced(): MathNode {
    const left = this.#delimiter();
    const body = this.row((next) => next === '\\right');
    this.#take('\\right');
    return { kind: 'fenced', left, right: this.#delimiter(), body };
  }

  #environment(): MathNode {
    const name = this.#words();
    const known = Object.hasOwn(environments, name) ? environments[name] : undefined;
    if (known === undefined) throw new Unread(`\\begin{${name}}`);
    const columns = name === 'array' && this.#peek() === '{' ? [...this.#words()].flatMap((one) => columnAlignments[one] ?? []) : [];
    const rows: MathNode[][] = [[]];
    for (;;) {
      rows.at(-1)?.push(this.row((next) => next === '&' || next === '\\\\' || next === '\\end'));
      const next = this.#take();
      if (next === '\\end') break;
      if (next === '\\\\') rows.push([]);
    }
    if (this.#words() !== name) throw new Unread(`\\end{${name}}`);
    // A line break before the end begins no row.
    const last = rows.at(-1);
    if (rows.length > 1 && last?.length === 1 && last[0]?.kind === 'row' && last[0].children.length === 0) rows.pop();
    const count = rows.reduce((most, row) => Math.max(most, row.length), 0);
    const align = Array.from({ length: count }, (_, column) => {
      if (known.align === 'equations') return column % 2 === 0 ? ('right' as const) : ('left' as const);
      return columns[column] ?? known.align;
    });
    const body: MathNode = { kind: 'table', rows, align, ...(known.align === 'equations' ? { tight: true } : {}) };
    return known.left === '' && known.right === '' ? body : { kind: 'fenced', left: known.left, right: known.right, body };
  }
}

const columnAlignments: Readonly<Record<string, 'left' | 'center' | 'right'>> = { l: 'left', c: 'center', r: 'right' };

const hasLimits = (base: MathNode): boolean => {
  if (base.kind === 'operator' && base.large) return Object.values(largeOperators).some(({ text, limits }) => limits && text === base.text);
  if (base.kind === 'mark') return base.mark === '⏞' || base.mark === '⏟';
  return base.kind === 'name' && limitNames.has(base.text);
};

/** sin, or sin with a script: a little room stands behind it. */
const isFunction = (node: MathNode): boolean =>
  node.kind === 'scripts' ? isFunction(node.base) : node.kind === 'name' && functionNames.has(node.text);

const isPrime = (node: MathNode): boolean =>
  node.kind === 'operator' ? node.text === '′' : node.kind === 'row' && node.children.every((child) => isPrime(child));

function joined(before: MathNode | undefined, node: MathNode): MathNode {
  if (before === undefined) return node;
  return { kind: 'row', children: [...(before.kind === 'row' ? before.children : [before]), node] };
}
