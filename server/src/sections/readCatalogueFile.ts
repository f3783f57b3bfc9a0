import type { Position, Range } from '../engine/text/position.ts';
import type { Localize } from '../wording/localize.ts';
import { type LoadedCatalogue, loadCatalogue } from './loadCatalogue.ts';
import { JsonFault, jsonOf, type PlacedJson, parsePlaced, placeAt } from './placedJson.ts';

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

/** Reads the text of a catalogue file. Never throws. */
export function readCatalogueFile(text: string, t: Localize): CatalogueFile {
  const lines = new Lines(text);
  let tree: PlacedJson;
  try {
    tree = parsePlaced(text);
  } catch (error) {
    if (!(error instanceof JsonFault)) {
      throw error;
    }
    const { offset, wanted } = error.error;
    const range = lines.range(offset, offset + 1);
    const message = t('This file is not valid JSON: {0} is wanted here. None of it is used until that is put right.', t(wanted));
    return { loaded: nothing, problems: [{ range, message }], placeOf: () => range };
  }
  const placeOf = (path: string): Range => {
    const { kind, start, end } = placeAt(tree, path);
    // Of an object or an array the first character is enough: it may be the whole file.
    return lines.range(start, kind === 'plain' ? end : start + 1);
  };
  const loaded = loadCatalogue(jsonOf(tree), t);
  return { loaded, problems: loaded.problems.map(({ path, message }) => ({ range: placeOf(path), message })), placeOf };
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
