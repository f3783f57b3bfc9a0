import type { Span } from '../engine/text/position.ts';

// JSON with the place of each value. jsonc-parser does the same, but its CommonJS form cannot be bundled, and its ES form not be run by Node.

/** A value of a JSON text; offsets are UTF-16. */
export type PlacedJson = Span &
  (
    | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, PlacedJson> }
    | { readonly kind: 'array'; readonly items: readonly PlacedJson[] }
    | { readonly kind: 'plain'; readonly value: string | number | boolean | null }
  );

/** What is no JSON, and where. */
export interface JsonError {
  readonly offset: number;
  /** What should stand there. */
  readonly wanted: 'a value' | 'a name in quotes' | ':' | ', or }' | ', or ]' | 'the end' | 'a text in one line';
}

/** Deeper JSON is no catalogue. */
const deepest = 40;

/** Reads a JSON text. Comments, and a comma after the last entry, are let pass as in VS Code's own files. Throws a `JsonFault`. */
export function parsePlaced(text: string): PlacedJson {
  const parser = new Parser(text);
  const value = parser.value(0);
  parser.end();
  return value;
}

/** Thrown by `parsePlaced`. */
export class JsonFault extends Error {
  constructor(readonly error: JsonError) {
    super(`${error.wanted} wanted at ${error.offset}`);
  }
}

/** As `JSON.parse` would give it; `__proto__` is a name as any other. */
export function jsonOf(placed: PlacedJson): unknown {
  switch (placed.kind) {
    case 'object':
      return Object.fromEntries([...placed.entries].map(([name, value]) => [name, jsonOf(value)]));
    case 'array':
      return placed.items.map(jsonOf);
    case 'plain':
      return placed.value;
  }
}

/** The value at `sections[2].body[0]`, or the nearest one around it that is there. */
export function placeAt(root: PlacedJson, path: string): PlacedJson {
  let at = root;
  for (const [, index, name] of path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)) {
    const next =
      at.kind === 'object' && name !== undefined
        ? at.entries.get(name)
        : at.kind === 'array' && index !== undefined
          ? at.items[Number(index)]
          : undefined;
    if (next === undefined) {
      break;
    }
    at = next;
  }
  return at;
}

const blankOrComment = /(?:[\s\uFEFF]|\/\/[^\n\r]*|\/\*(?:[^*]|\*(?!\/))*\*\/)*/y;
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const scalar = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;

class Parser {
  private at = 0;

  constructor(private readonly text: string) {}

  value(depth: number): PlacedJson {
    this.skip();
    const start = this.at;
    const char = this.text[start];
    if (char === '{' || char === '[') {
      if (depth >= deepest) {
        throw this.fault('a value');
      }
      this.at++;
      return char === '{' ? this.object(start, depth) : this.array(start, depth);
    }
    const found = char === '"' ? this.match(string) : this.match(scalar);
    if (found === undefined) {
      throw this.fault(char === '"' ? 'a text in one line' : 'a value');
    }
    return { kind: 'plain', start, end: this.at, value: JSON.parse(found) };
  }

  end(): void {
    this.skip();
    if (this.at < this.text.length) {
      throw this.fault('the end');
    }
  }

  private object(start: number, depth: number): PlacedJson {
    const entries = new Map<string, PlacedJson>();
    while (!this.takes('}')) {
      const name = this.match(string);
      if (name === undefined) {
        throw this.fault('a name in quotes');
      }
      if (!this.takes(':')) {
        throw this.fault(':');
      }
      entries.set(JSON.parse(name), this.value(depth + 1));
      if (!this.takes(',') && !this.stands('}')) {
        throw this.fault(', or }');
      }
    }
    return { kind: 'object', start, end: this.at, entries };
  }

  private array(start: number, depth: number): PlacedJson {
    const items: PlacedJson[] = [];
    while (!this.takes(']')) {
      items.push(this.value(depth + 1));
      if (!this.takes(',') && !this.stands(']')) {
        throw this.fault(', or ]');
      }
    }
    return { kind: 'array', start, end: this.at, items };
  }

  private stands(char: string): boolean {
    this.skip();
    return this.text[this.at] === char;
  }

  private takes(char: string): boolean {
    const there = this.stands(char);
    if (there) {
      this.at++;
      this.skip();
    }
    return there;
  }

  private skip(): void {
    this.match(blankOrComment);
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private fault(wanted: JsonError['wanted']): JsonFault {
    return new JsonFault({ offset: this.at, wanted });
  }
}
