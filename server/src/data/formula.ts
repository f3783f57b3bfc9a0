import { type Decimal, parseDecimal } from './decimal.ts';

/** What a formula computes. */
export type Expression =
  | { readonly kind: 'number'; readonly number: Decimal; readonly percent: boolean }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'negative'; readonly of: Expression }
  | { readonly kind: 'operation'; readonly operator: '+' | '-' | '*' | '/'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly arguments: readonly Expression[] };

export type FunctionName = 'sum' | 'growth' | 'share' | 'ratio';

/** Names of functions, and how many values each takes; `undefined` for any number. */
export const functions: readonly { readonly name: FunctionName; readonly names: readonly string[]; readonly takes?: number }[] = [
  { name: 'sum', names: ['sum', '求和', '合计'] },
  { name: 'growth', names: ['growth', '增长', '增长率', '增幅'], takes: 2 },
  { name: 'share', names: ['share', '占比'], takes: 2 },
  { name: 'ratio', names: ['ratio', '倍数', '比'], takes: 2 },
];

export interface FormulaError {
  readonly message: string;
  readonly args: readonly (string | number)[];
}

/** A formula of more characters, or nested deeper, is refused. */
const longest = 1000;
const deepest = 50;

const functionOf = new Map(functions.flatMap((one) => one.names.map((name) => [name, one] as const)));
const operators: Readonly<Record<string, '+' | '-' | '*' | '/'>> = {
  '+': '+',
  '＋': '+',
  '-': '-',
  '−': '-',
  '－': '-',
  '*': '*',
  '×': '*',
  '＊': '*',
  '/': '/',
  '÷': '/',
  '／': '/',
};

/** The keys a formula can speak of, by their first character, the longest first: keys may contain blanks, brackets and hyphens. */
export class KeyIndex {
  private readonly byFirst = new Map<string, string[]>();

  constructor(keys: Iterable<string>) {
    for (const key of keys) {
      const first = key[0] ?? '';
      const list = this.byFirst.get(first);
      if (list === undefined) this.byFirst.set(first, [key]);
      else list.push(key);
    }
    for (const list of this.byFirst.values()) list.sort((a, b) => b.length - a.length);
  }

  /** The longest key that stands at `at` and does not break a word off. */
  at(text: string, at: number): string | undefined {
    return this.byFirst.get(text[at] ?? '')?.find((key) => text.startsWith(key, at) && !goesOn(text, at + key.length));
  }
}

/** Another word character follows that belongs to the same word. */
const goesOn = (text: string, at: number): boolean => /^[\p{L}\p{N}_]$/u.test(text[at] ?? '');

/** Reads a formula without its `=`. Never throws. */
export function parseFormula(text: string, keys: KeyIndex): Expression | FormulaError {
  if (text.length > longest) return { message: 'The formula is too long ({0} characters at most).', args: [longest] };
  const parser = new Parser(text, keys);
  const expression = parser.sum(0);
  if (isError(expression)) return expression;
  return parser.atEnd() ? expression : parser.unexpected();
}

export const isError = (value: object): value is FormulaError => 'message' in value;

class Parser {
  private at = 0;
  private readonly text: string;
  private readonly keys: KeyIndex;

  constructor(text: string, keys: KeyIndex) {
    this.text = text;
    this.keys = keys;
  }

  atEnd(): boolean {
    this.skipBlanks();
    return this.at >= this.text.length;
  }

  unexpected(): FormulaError {
    this.skipBlanks();
    if (this.at >= this.text.length) return { message: 'The formula ends too early: a name or a number is missing.', args: [] };
    return { message: 'The formula cannot be read from “{0}” on.', args: [this.text.slice(this.at, this.at + 20)] };
  }

  sum(depth: number): Expression | FormulaError {
    return this.chain(['+', '-'], depth, (next) => this.product(next));
  }

  private product(depth: number): Expression | FormulaError {
    return this.chain(['*', '/'], depth, (next) => this.factor(next));
  }

  private chain(of: readonly string[], depth: number, part: (depth: number) => Expression | FormulaError): Expression | FormulaError {
    let left = part(depth);
    while (!isError(left)) {
      this.skipBlanks();
      const operator = operators[this.text[this.at] ?? ''];
      if (operator === undefined || !of.includes(operator)) return left;
      this.at++;
      const right = part(depth);
      if (isError(right)) return right;
      left = { kind: 'operation', operator, left, right };
    }
    return left;
  }

  private factor(depth: number): Expression | FormulaError {
    if (depth > deepest) return { message: 'The formula is nested too deeply.', args: [] };
    this.skipBlanks();
    const character = this.text[this.at] ?? '';
    const called = this.call(depth);
    if (called !== undefined) return called;
    const key = this.keys.at(this.text, this.at);
    if (key !== undefined) {
      this.at += key.length;
      return { kind: 'key', key };
    }
    if (operators[character] === '-') {
      this.at++;
      const of = this.factor(depth + 1);
      return isError(of) ? of : { kind: 'negative', of };
    }
    if (character === '(' || character === '（') {
      this.at++;
      const inner = this.sum(depth + 1);
      if (isError(inner)) return inner;
      return this.take(')', '）') ? inner : { message: 'A bracket is not closed in the formula.', args: [] };
    }
    return this.number() ?? this.unknownKey() ?? this.unexpected();
  }

  private call(depth: number): Expression | FormulaError | undefined {
    const name = /^([A-Za-z]+|[\u4e00-\u9fff]{1,3})\s*[(（]/.exec(this.text.slice(this.at, this.at + 24));
    const known = functionOf.get(name?.[1]?.toLowerCase() ?? '');
    if (name === null || known === undefined) return undefined;
    this.at += name[0].length;
    const values: Expression[] = [];
    do {
      const value = this.sum(depth + 1);
      if (isError(value)) return value;
      values.push(value);
    } while (this.take(',', '，', '、'));
    if (!this.take(')', '）')) return { message: 'A bracket is not closed in the formula.', args: [] };
    if (known.takes !== undefined && values.length !== known.takes) {
      return { message: '{0}(…) takes {1} values, not {2}.', args: [known.name, known.takes, values.length] };
    }
    return { kind: 'call', name: known.name, arguments: values };
  }

  private number(): Expression | undefined {
    const match = /^\d{1,30}(?:\.\d{1,20})?/.exec(this.text.slice(this.at, this.at + 60));
    const number = match === null ? undefined : parseDecimal(match[0]);
    if (match === null || number === undefined) return undefined;
    this.at += match[0].length;
    return { kind: 'number', number, percent: this.take('%', '％') };
  }

  private unknownKey(): FormulaError | undefined {
    const word = /^[^\s+*/×÷(),，、（）＋－＊／−-]+/.exec(this.text.slice(this.at, this.at + 60))?.[0];
    return word === undefined ? undefined : { message: 'The formula names “{0}”, which no row has.', args: [word] };
  }

  private take(...any: readonly string[]): boolean {
    this.skipBlanks();
    if (!any.includes(this.text[this.at] ?? '-')) return false;
    this.at++;
    return true;
  }

  private skipBlanks(): void {
    while (/\s/.test(this.text[this.at] ?? '-')) this.at++;
  }
}
