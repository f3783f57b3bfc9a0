import { findNodeAtLocation, type JSONPath, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Position, Range } from '../engine/text/position.ts';
import type { Localize } from '../wording/localize.ts';
import { type LoadedCatalogue, loadCatalogue } from './loadCatalogue.ts';

/** Something wrong in a catalogue file, at its place. */
export interface FileProblem {
  readonly range: Range;
  readonly message: string;
}

/** A catalogue file as read, and where its parts stand. */
export interface CatalogueFile {
  readonly loaded: LoadedCatalogue;
  readonly problems: readonly FileProblem[];
  /** The place of `sections[2].body[0]`; of what is not there, the place of what should hold it. */
  readonly placeOf: (path: string) => Range;
}

const nothing: LoadedCatalogue = { types: [], extensions: [], paths: new Map(), problems: [] };
/** Deeper JSON is no catalogue, and would end the reader's stack. */
const deepest = 40;

/** Reads the text of a catalogue file. Comments and commas at the end of lists are let pass, as in VS Code's own files. Never throws. */
export function readCatalogueFile(text: string, t: Localize): CatalogueFile {
  const lines = new Lines(text);
  if (nestsDeeperThan(text, deepest)) {
    const range = lines.range(0, 1);
    return { loaded: nothing, problems: [{ range, message: t('This is no catalogue: it nests too deeply.') }], placeOf: () => range };
  }
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const placeOf = (path: string): Range => {
    const node = tree && nodeAt(tree, path);
    // Of an object or an array the first character is enough: it may be the whole file.
    const length = node === undefined ? 1 : node.type === 'object' || node.type === 'array' ? 1 : node.length;
    const start = node?.offset ?? 0;
    return lines.range(start, start + length);
  };
  const [error] = errors;
  if (error !== undefined || tree === undefined) {
    const { offset, length } = error ?? { offset: 0, length: 1 };
    const message = t('This file is not valid JSON ({0}): none of it is used until that is put right.', wordOf(error));
    return { loaded: nothing, problems: [{ range: lines.range(offset, offset + Math.max(1, length)), message }], placeOf };
  }
  const loaded = loadCatalogue(jsonOf(tree), t);
  return { loaded, problems: loaded.problems.map(({ path, message }) => ({ range: placeOf(path), message })), placeOf };
}

/** `CommaExpected` → comma expected. */
function wordOf(error: ParseError | undefined): string {
  const code = error === undefined ? 'ValueExpected' : printParseErrorCode(error.error);
  return code.replace(/(?!^)[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
}

/** As JSON.parse; a key that comes twice has its last value, `__proto__` is a key as any other. */
function jsonOf(node: Node): unknown {
  switch (node.type) {
    case 'object':
      return Object.fromEntries((node.children ?? []).map(({ children: [key, value] = [] }) => [key?.value, value && jsonOf(value)]));
    case 'array':
      return (node.children ?? []).map(jsonOf);
    default:
      return node.value;
  }
}

function nodeAt(tree: Node, path: string): Node | undefined {
  const way: JSONPath = [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key]) =>
    index === undefined ? (key ?? '') : Number(index),
  );
  for (let length = way.length; length >= 0; length--) {
    const node = findNodeAtLocation(tree, way.slice(0, length));
    if (node !== undefined) {
      return node;
    }
  }
  return undefined;
}

/** Counts brackets outside of strings. */
function nestsDeeperThan(text: string, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (inString) {
      if (char === '\\') {
        at++;
      } else if (char === '"' || char === '\n') {
        inString = false;
      }
    } else if (char === '"') {
      inString = true;
    } else if (char === '{' || char === '[') {
      depth++;
      if (depth > limit) {
        return true;
      }
    } else if (char === '}' || char === ']') {
      depth--;
    }
  }
  return false;
}

/** Offsets of a text as positions. */
class Lines {
  private readonly starts: readonly number[];

  constructor(private readonly text: string) {
    const starts = [0];
    for (const { index, 0: eol } of text.matchAll(/\r\n|\r|\n/g)) {
      starts.push(index + eol.length);
    }
    this.starts = starts;
  }

  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(Math.min(end, this.text.length)) };
  }

  private position(offset: number): Position {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle] ?? 0) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return { line: low, character: offset - (this.starts[low] ?? 0) };
  }
}
