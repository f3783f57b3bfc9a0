import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
} from 'yaml';
import { nestsTooDeeply } from '../engine/model/yamlDepth.ts';
import type { Range } from '../engine/text/position.ts';
import { attributeOf } from './columns.ts';
import { type Attribute, type DataSheet, type SheetPlace, unreadableSheet } from './sheet.ts';
import { SheetBuilder } from './sheetBuilder.ts';

/** A YAML or JSON sheet of more characters is refused: one row needs some 100. */
const mostCharacters = 5_000_000;

/**
 * Reads a YAML sheet: a list of rows with `key`, `value` …, or a map of `key: value` and `key: {value, unit, …}`. Never throws. Aliases are
 * refused, so no small file grows large; `firstLine` is added to all places (front matter begins at line 1).
 */
export function readYamlSheet(path: string, text: string, firstLine = 0): DataSheet {
  if (text.length > mostCharacters) {
    return unreadableSheet(
      path,
      'too-large',
      'The sheet is too large ({0} characters; {1} at most): split it.',
      text.length,
      mostCharacters,
    );
  }
  if (nestsTooDeeply(text)) {
    return unreadableSheet(path, 'shape', 'The sheet is nested too deeply: give each datum one line “name: value”.');
  }
  const counter = new LineCounter();
  const yaml = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: counter, prettyErrors: false, uniqueKeys: false, merge: false });
  return new YamlReader(path, counter, firstLine).read(yaml);
}

/** Reads a JSON sheet, of the same two shapes; comments and a comma too many do no harm. Never throws. */
export function readJsonSheet(path: string, text: string): DataSheet {
  if (!/^\uFEFF?\s*[[{]/.test(text)) {
    return unreadableSheet(path, 'shape', 'The sheet is neither a list nor an object: write {"name": {"value": 1, "unit": "…"}}.');
  }
  // JSON is YAML but for tabs, which YAML forbids before a line's first word; a blank is as long.
  return readYamlSheet(
    path,
    text.replace(/^[ \t]+/gm, (blanks) => ' '.repeat(blanks.length)),
  );
}

/** Reads nodes of a parsed file; also of the `data:` map in a front matter. */
export class YamlReader {
  private readonly builder: SheetBuilder;
  private readonly counter: LineCounter;
  private readonly firstLine: number;

  constructor(path: string, counter: LineCounter, firstLine: number) {
    this.builder = new SheetBuilder(path);
    this.counter = counter;
    this.firstLine = firstLine;
  }

  read(yaml: Document.Parsed): DataSheet {
    for (const error of yaml.errors)
      this.builder.error('syntax', this.place(error.pos[0]), 'This is no valid YAML or JSON: {0}', error.message);
    if (yaml.errors.length === 0 && this.refuseAliases(yaml)) return this.builder.done();
    return this.readRoot(yaml.contents);
  }

  /** The rows of a map or a list. */
  readRoot(root: unknown): DataSheet {
    if (isMap(root)) {
      for (const pair of root.items) this.addPair(pair);
    } else if (isSeq(root)) {
      for (const item of root.items) {
        if (isMap(item)) this.addRow(item);
        else this.builder.error('shape', this.placeOf(item), 'This entry of the list is no row: write “- key: …” and below it “value: …”.');
      }
    } else if (!isScalar(root) || root.value !== null) {
      if (root !== null && root !== undefined)
        this.builder.error('shape', this.placeOf(root), 'The sheet has no names: write one “name: value” a line.');
    }
    return this.builder.done();
  }

  private refuseAliases(yaml: Document.Parsed): boolean {
    let first: unknown;
    visit(yaml, {
      Alias: (_, node) => {
        first = node;
        return visit.BREAK;
      },
    });
    if (first === undefined) return false;
    this.alias(first);
    return true;
  }

  private alias(node: unknown): void {
    const message = 'References (*name) are not read: write the value itself, in quotes where it begins with *.';
    this.builder.error('alias', this.placeOf(node), message);
  }

  /** `- key: …` with its attributes. */
  private addRow(map: YAMLMap): void {
    const { attributes, keyNode } = this.attributesOf(map);
    const place = this.placeOf(keyNode ?? map);
    this.builder.add({ attributes, place, keyRange: this.rangeOf(keyNode) });
  }

  /** `key: value` or `key: {value: …}`. */
  private addPair({ key: keyNode, value }: Pair): void {
    const key = scalarText(keyNode) ?? '';
    const place = this.placeOf(keyNode);
    const keyRange = isScalar(keyNode) ? this.rangeOf(keyNode) : undefined;
    if (isAlias(value)) {
      this.alias(value);
    } else if (isMap(value)) {
      this.builder.add({ attributes: { ...this.attributesOf(value).attributes, key }, place, keyRange });
    } else if (isSeq(value)) {
      this.builder.error('shape', place, '“{0}” has a list for its value: give it one value, or one name each.', key);
    } else {
      this.builder.add({ attributes: { key, value: scalarText(value) ?? '' }, place, keyRange });
    }
  }

  private attributesOf(map: YAMLMap): { readonly attributes: Partial<Record<Attribute, string>>; readonly keyNode?: Scalar } {
    const attributes: Partial<Record<Attribute, string>> = {};
    let keyNode: Scalar | undefined;
    for (const pair of map.items) {
      const name = scalarText(pair.key) ?? '';
      const attribute = attributeOf(name);
      if (attribute === undefined || Object.hasOwn(attributes, attribute)) {
        if (attribute === undefined) this.builder.unknownColumn(name, this.placeOf(pair.key));
        else this.builder.doubledColumn(name, this.placeOf(pair.key));
        continue;
      }
      const list = isSeq(pair.value) ? pair.value.items.map((item) => scalarText(item) ?? '') : undefined;
      const text = list?.join('、') ?? scalarText(pair.value);
      if (text === undefined && isMap(pair.value))
        this.builder.error('shape', this.placeOf(pair.key), '“{0}” has no single value here: write it behind the colon.', name);
      attributes[attribute] = text ?? '';
      if (attribute === 'key' && isScalar(pair.value)) keyNode = pair.value;
    }
    return { attributes, ...(keyNode === undefined ? {} : { keyNode }) };
  }

  private place(offset: number): SheetPlace {
    const { line, col } = this.counter.linePos(offset);
    return { line: Math.max(0, line - 1) + this.firstLine, character: Math.max(0, col - 1) };
  }

  private placeOf(node: unknown): SheetPlace {
    const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
    return this.place(Array.isArray(range) && typeof range[0] === 'number' ? range[0] : 0);
  }

  /** Where a key's words stand, its quotes left out. */
  private rangeOf(node: Scalar | undefined): Range | undefined {
    if (node?.range === undefined || node.range === null || typeof node.source !== 'string') return undefined;
    const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
    if (quoted === 0 && node.type !== 'PLAIN') return undefined;
    const [from, to] = node.range;
    const start = this.counter.linePos(from + quoted);
    const end = this.counter.linePos(to - quoted);
    if (start.line !== end.line) return undefined;
    const line = start.line - 1 + this.firstLine;
    return { start: { line, character: start.col - 1 }, end: { line, character: end.col - 1 } };
  }
}

/** A scalar as the writer typed it: 007, 1.50 and 2025-03-01 stay as they are. */
function scalarText(node: unknown): string | undefined {
  if (!isScalar(node) || isAlias(node) || node.value === null || node.value === undefined) return undefined;
  const plain = node.type === 'PLAIN' && typeof node.source === 'string';
  return plain ? node.source : String(node.value);
}
