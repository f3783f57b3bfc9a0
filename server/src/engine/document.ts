import { type DocumentChange, noChange, union } from './documentChange.ts';
import { countMissing, countOf } from './missing/countMissing.ts';
import { signsOf } from './rules/signs.ts';
import { type FieldTexts, sameValues, withFieldTexts } from './syntax/fields.ts';
import type { Line } from './syntax/line.ts';
import { initialState, type LineState, sameState } from './syntax/lineState.ts';
import { sameFindings } from './syntax/sameFindings.ts';
import { sameStructure } from './syntax/sameStructure.ts';
import { hintsOf, type ScanHints, scanLine } from './syntax/scanLine.ts';
import { LineStore } from './text/lineStore.ts';
import type { Position, Range, TextChange } from './text/position.ts';
import { type Eol, eachLine, type RawLine, splitLines } from './text/splitLines.ts';

/**
 * A report as an editor has it: its lines, scanned, and kept so through edits. Takes the place of LSP's `TextDocument`
 * (same members, so `TextDocuments` of vscode-languageserver manages it); `update` changes it in place.
 */
export class ReportDocument {
  readonly uri: string;
  readonly languageId: string;
  private store: LineStore<Line>;
  private currentVersion: number;
  private findings = 0;
  private structure = 0;
  private missing: number;
  private values: FieldTexts | undefined;

  private constructor(uri: string, languageId: string, version: number, lines: readonly Line[]) {
    this.uri = uri;
    this.languageId = languageId;
    this.currentVersion = version;
    this.store = new LineStore(lines);
    this.missing = countMissing(lines);
  }

  static create(uri: string, languageId: string, version: number, text: string): ReportDocument {
    return new ReportDocument(uri, languageId, version, scanAll(text));
  }

  get version(): number {
    return this.currentVersion;
  }

  /** At least 1; the last line has no line break. */
  get lineCount(): number {
    return this.store.length;
  }

  /** The line break that new lines take: that of the first line, `\n` where there is none. */
  get eol(): string {
    return this.line(0).eol || '\n';
  }

  /** How many data are missing in the whole document, hints (`maybe`) and masking left out. */
  get missingCount(): number {
    return this.missing;
  }

  /** Goes up whenever findings or their places may have changed: the base of `resultId`. */
  get findingsVersion(): number {
    return this.findings;
  }

  /**
   * Goes up whenever something may have changed that rules of sections and of the document look at: headings, numbers, title, signature …,
   * what lines say of other lines, and the places of all these.
   */
  get structureVersion(): number {
    return this.structure;
  }

  /** Throws a RangeError outside the document. */
  line(index: number): Line {
    return this.store.get(index);
  }

  lines(from?: number, to?: number): Generator<Line, void, undefined> {
    return this.store.iterate(from, to);
  }

  /** Headings, points, titles … from line `from` on, with their line numbers; the lines between cost nothing. */
  structuralLines(from?: number): Generator<readonly [number, Line], void, undefined> {
    return this.store.structural(from);
  }

  /** The same backwards: the structural lines before line `before`, the nearest first. */
  structuralLinesBefore(before: number): Generator<readonly [number, Line], void, undefined> {
    return this.store.structuralBefore(before);
  }

  /** The structural lines and those that say something of other lines, from line `from` on, with their line numbers. */
  mentioningLines(from?: number): Generator<readonly [number, Line], void, undefined> {
    return this.store.mentioning(from);
  }

  /** The lines that say something of other lines, and captions, attachments, closings, dates …, of which others speak: no headings or points. */
  relatedLines(from?: number): Generator<readonly [number, Line], void, undefined> {
    return this.store.related(from);
  }

  /** The lines with points of a series, 一是 …, or with one said in another way (二要 …), from line `from` on, with their line numbers. */
  countingLines(from?: number): Generator<readonly [number, Line], void, undefined> {
    return this.store.counting(from);
  }

  /** The lines with missing or named data, findings, or characters of a wrong encoding, from line `from` on, with their line numbers. */
  flaggedLines(from?: number): Generator<readonly [number, Line], void, undefined> {
    return this.store.flagged(from);
  }

  getText(range?: Range): string {
    const parts: string[] = [];
    if (range === undefined) {
      for (const { text, eol } of this.store.iterate()) {
        parts.push(text, eol);
      }
      return parts.join('');
    }
    const { start, end } = this.ordered(range);
    if (start.line === end.line) {
      return this.line(start.line).text.slice(start.character, end.character);
    }
    const first = this.line(start.line);
    parts.push(first.text.slice(start.character), first.eol);
    for (const { text, eol } of this.store.iterate(start.line + 1, end.line)) {
      parts.push(text, eol);
    }
    parts.push(this.line(end.line).text.slice(0, end.character));
    return parts.join('');
  }

  /** UTF-16 offset → position; outside the text the nearest place in it. */
  positionAt(offset: number): Position {
    const { line, start } = this.store.lineAtOffset(Math.max(0, offset));
    return { line, character: Math.min(Math.max(0, offset) - start, this.line(line).text.length) };
  }

  /** Position → UTF-16 offset; outside the text the nearest place in it. */
  offsetAt(position: Position): number {
    const { line, character } = this.clamp(position);
    return this.store.offsetOf(line) + character;
  }

  /**
   * Applies edits in order, each to the text that the one before left, and scans what they touch: the changed lines and
   * those after them until the state between lines is the old one. The cost does not depend on the document's length.
   */
  update(changes: readonly TextChange[], version: number): DocumentChange {
    let all: DocumentChange | undefined;
    for (const change of changes) {
      const one = change.range === undefined ? this.replaceAll(change.text) : this.replaceRange(change.range, change.text);
      all = all === undefined ? one : union(all, one);
    }
    this.currentVersion = version;
    return all ?? noChange;
  }

  /**
   * Gives named data their values; `undefined` takes them away. Lines whose values differ give way to new ones, as after an edit, and the
   * findings count as changed. Looks at flagged lines only.
   */
  setValues(values: FieldTexts | undefined): DocumentChange {
    if (values === this.values) return noChange;
    this.values = values;
    this.findings++;
    let first = -1;
    let last = -1;
    for (const [index, line] of [...this.store.flagged()]) {
      if (line.fields.length === 0) continue;
      const fresh: Line = { ...this.scan(line.text, line.eol, line.stateIn), stateOut: line.stateOut };
      if (sameValues(line, fresh)) continue;
      this.missing += countOf(fresh) - countOf(line);
      this.store.replace(index, 1, [fresh]);
      if (first < 0) first = index;
      last = index;
    }
    return first < 0 ? noChange : { from: first, removed: last - first + 1, inserted: last - first + 1 };
  }

  private scan(text: string, eol: Eol, state: LineState, hints?: ScanHints, signs?: number): Line {
    const line = scanLine(text, eol, state, hints, signs);
    return this.values === undefined || line.fields.length === 0 ? line : withFieldTexts(line, this.values);
  }

  private replaceAll(text: string): DocumentChange {
    const removed = this.store.length;
    const lines = scanAll(text, (words, eol, state, hints, signs) => this.scan(words, eol, state, hints, signs));
    this.store = new LineStore(lines);
    this.missing = countMissing(lines);
    this.findings++;
    this.structure++;
    return { from: 0, removed, inserted: lines.length };
  }

  private replaceRange(range: Range, text: string): DocumentChange {
    const { start, end } = this.ordered(range);
    const endLine = this.line(end.line);
    let from = start.line;
    let raw = this.line(from).text.slice(0, start.character) + text + endLine.text.slice(end.character) + endLine.eol;
    const before = from > 0 ? this.line(from - 1) : undefined;
    if (before?.eol === '\r' && raw.startsWith('\n')) {
      // The new LF makes one line break with the CR before it.
      raw = before.text + before.eol + raw;
      from--;
    }
    const pieces = splitLines(raw);
    if (endLine.eol !== '') {
      pieces.pop();
    }
    return this.scanFrom(from, end.line - from + 1, pieces);
  }

  private scanFrom(from: number, replaced: number, pieces: readonly RawLine[]): DocumentChange {
    const lines: Line[] = [];
    let state = from > 0 ? this.line(from - 1).stateOut : initialState;
    for (const { text, eol } of pieces) {
      const line = this.scan(text, eol, state);
      lines.push(line);
      state = line.stateOut;
    }
    let removed = replaced;
    for (const next of this.store.iterate(from + replaced)) {
      if (sameState(next.stateIn, state)) {
        break;
      }
      const line = this.scan(next.text, next.eol, state);
      lines.push(line);
      state = line.stateOut;
      removed++;
    }
    this.account(from, removed, lines);
    this.store.replace(from, removed, lines);
    return { from, removed, inserted: lines.length };
  }

  /** Brings counts and the findings' version up to date with lines that are about to be replaced. */
  private account(from: number, removed: number, lines: readonly Line[]): void {
    let changed = removed !== lines.length;
    let structure = changed;
    let i = 0;
    for (const old of this.store.iterate(from, from + removed)) {
      const fresh = lines[i++];
      this.missing -= countOf(old);
      changed ||= fresh === undefined || !sameFindings(old, fresh);
      structure ||= fresh === undefined || !sameStructure(old, fresh);
    }
    this.missing += countMissing(lines);
    if (structure) {
      this.structure++;
    }
    if (changed) {
      this.findings++;
    }
  }

  private ordered(range: Range): Range {
    const start = this.clamp(range.start);
    const end = this.clamp(range.end);
    const reversed = start.line > end.line || (start.line === end.line && start.character > end.character);
    return reversed ? { start: end, end: start } : { start, end };
  }

  /** The nearest place in the text: as in LSP, a column past the end means the end of the line. */
  private clamp({ line, character }: Position): Position {
    if (!(line >= 0)) {
      return { line: 0, character: 0 };
    }
    if (line >= this.store.length) {
      const last = this.store.length - 1;
      return { line: last, character: this.line(last).text.length };
    }
    return { line, character: Math.min(Math.max(0, character || 0), this.line(line).text.length) };
  }
}

function scanAll(text: string, scan: typeof scanLine = scanLine): Line[] {
  const lines: Line[] = [];
  let state = initialState;
  const hints = hintsOf(text);
  eachLine(text, (words, eol, start) => {
    const line = scan(words, eol, state, hints, signsOf(text, start, start + words.length));
    lines.push(line);
    state = line.stateOut;
  });
  return lines;
}
