import { type Chunk, type ChunkIndex, chunkIndexOf, chunkOf, chunksOf, largest, type StoredLine, sizeOf, smallest } from './chunk.ts';

/**
 * The lines of a document in chunks, so that an edit costs the same at any length: a changed line touches one chunk; a changed
 * number of lines also the table of chunk starts (one entry for some 500 lines), which is brought up to date on the next look-up.
 */
export class LineStore<L extends StoredLine> {
  private readonly chunks: Chunk<L>[];
  /** `starts[i]` is the first line of chunk i; valid below `validStarts`. */
  private readonly starts: number[] = [0];
  private validStarts = 1;
  private readonly offsets: number[] = [0];
  private validOffsets = 1;
  private total: number;

  constructor(lines: readonly L[]) {
    this.chunks = chunksOf(lines);
    this.total = lines.length;
  }

  get length(): number {
    return this.total;
  }

  /** Throws a RangeError outside the document. */
  get(index: number): L {
    const at = this.chunkAt(index);
    const line = this.chunks[at]?.lines[index - this.startOf(at)];
    if (line === undefined) {
      throw new RangeError(`line ${index} of ${this.total}`);
    }
    return line;
  }

  /** Lines `from` (inclusive) to `to` (exclusive), in order. The store must not change on the way. */
  *iterate(from = 0, to = this.total): Generator<L, void, undefined> {
    let index = Math.max(0, from);
    const end = Math.min(to, this.total);
    if (index >= end) {
      return;
    }
    for (let at = this.chunkAt(index); index < end; at++) {
      const chunk = this.chunk(at);
      for (let i = index - this.startOf(at); i < chunk.lines.length && index < end; i++, index++) {
        yield chunk.lines[i] as L;
      }
    }
  }

  /** The structural lines from line `from` on, each with its number. Costs nothing for the lines between. */
  structural(from = 0): Generator<readonly [number, L], void, undefined> {
    return this.indexed('structural', from);
  }

  /** The lines with missing or named data, findings or damage from line `from` on, each with its number. */
  flagged(from = 0): Generator<readonly [number, L], void, undefined> {
    return this.indexed('flagged', from);
  }

  /** The structural lines and those with mentions from line `from` on, each with its number. */
  mentioning(from = 0): Generator<readonly [number, L], void, undefined> {
    return this.indexed('mentioning', from);
  }

  /** The lines with mentions and those that are mentioned from line `from` on, each with its number. */
  related(from = 0): Generator<readonly [number, L], void, undefined> {
    return this.indexed('related', from);
  }

  /** The lines with points of a series from line `from` on, each with its number. */
  counting(from = 0): Generator<readonly [number, L], void, undefined> {
    return this.indexed('counting', from);
  }

  /** The structural lines before line `before`, the nearest first. */
  *structuralBefore(before: number): Generator<readonly [number, L], void, undefined> {
    if (before <= 0) {
      return;
    }
    for (let at = this.chunkAt(before - 1); at >= 0; at--) {
      const start = this.startOf(at);
      const { structural } = chunkIndexOf(this.chunk(at));
      for (let i = structural.length - 1; i >= 0; i--) {
        const line = start + (structural[i] as number);
        if (line < before) {
          yield [line, this.chunk(at).lines[structural[i] as number] as L];
        }
      }
    }
  }

  /** Puts `inserted` in the place of `removed` lines from line `from` on. */
  replace(from: number, removed: number, inserted: readonly L[]): void {
    const first = this.chunkAt(Math.min(from, Math.max(0, this.total - 1)));
    const start = this.startOf(first);
    const chunk = this.chunk(first);
    if (removed === inserted.length && from - start + removed <= chunk.lines.length) {
      for (let i = 0; i < removed; i++) {
        chunk.lines[from - start + i] = inserted[i] as L;
      }
      this.touch(first, false);
      return;
    }
    // Everything from the first to the last touched chunk is cut anew. Small neighbours are taken in, so chunks stay of a size.
    let last = first;
    let covered = start + chunk.lines.length;
    while (covered < from + removed) {
      last++;
      covered += this.chunk(last).lines.length;
    }
    const merged: L[] = [];
    const before = from - start;
    for (let i = 0; i < before; i++) {
      merged.push(chunk.lines[i] as L);
    }
    for (const line of inserted) {
      merged.push(line);
    }
    const tail = this.chunk(last).lines;
    for (let i = tail.length - (covered - from - removed); i < tail.length; i++) {
      merged.push(tail[i] as L);
    }
    const next = this.chunks[last + 1];
    if (merged.length < smallest && next !== undefined) {
      last++;
      for (const line of next.lines) {
        merged.push(line);
      }
    }
    const fresh = merged.length <= largest ? [chunkOf(merged)] : chunksOf(merged);
    const rest = this.chunks.splice(first);
    for (const one of fresh) {
      this.chunks.push(one);
    }
    for (let i = last - first + 1; i < rest.length; i++) {
      this.chunks.push(rest[i] as Chunk<L>);
    }
    if (this.chunks.length > 1 && this.chunk(this.chunks.length - 1).lines.length === 0) {
      this.chunks.pop();
    }
    this.total += inserted.length - removed;
    this.touch(first, true);
  }

  /** UTF-16 code units before line `index`, line breaks included. */
  offsetOf(index: number): number {
    const at = this.chunkAt(index);
    let offset = this.offsetOfChunk(at);
    const { lines } = this.chunk(at);
    for (let i = index - this.startOf(at) - 1; i >= 0; i--) {
      offset += sizeOf(lines[i] as L);
    }
    return offset;
  }

  /** The line in which the UTF-16 offset lies, and the offset of its start. */
  lineAtOffset(offset: number): { readonly line: number; readonly start: number } {
    let low = 0;
    let high = this.chunks.length - 1;
    this.offsetOfChunk(high);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.offsets[middle] as number) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    let start = this.offsetOfChunk(low);
    const { lines } = this.chunk(low);
    let i = 0;
    for (; i < lines.length - 1; i++) {
      const size = sizeOf(lines[i] as L);
      if (start + size > offset) {
        break;
      }
      start += size;
    }
    return { line: this.startOf(low) + i, start };
  }

  private *indexed(what: keyof ChunkIndex, from: number): Generator<readonly [number, L], void, undefined> {
    if (from >= this.total) {
      return;
    }
    for (let at = this.chunkAt(from); at < this.chunks.length; at++) {
      const start = this.startOf(at);
      const { lines } = this.chunk(at);
      for (const i of chunkIndexOf(this.chunk(at))[what]) {
        if (start + i >= from) {
          yield [start + i, lines[i] as L];
        }
      }
    }
  }

  private touch(at: number, counts: boolean): void {
    const chunk = this.chunk(Math.min(at, this.chunks.length - 1));
    chunk.size = -1;
    chunk.index = undefined;
    this.validOffsets = Math.min(this.validOffsets, at + 1);
    if (counts) {
      this.validStarts = Math.min(this.validStarts, at + 1);
    }
  }

  private chunk(at: number): Chunk<L> {
    return this.chunks[at] as Chunk<L>;
  }

  private startOf(at: number): number {
    for (; this.validStarts <= at; this.validStarts++) {
      const i = this.validStarts;
      this.starts[i] = (this.starts[i - 1] as number) + this.chunk(i - 1).lines.length;
    }
    return this.starts[at] as number;
  }

  private offsetOfChunk(at: number): number {
    for (; this.validOffsets <= at; this.validOffsets++) {
      const i = this.validOffsets;
      const chunk = this.chunk(i - 1);
      if (chunk.size < 0) {
        chunk.size = chunk.lines.reduce((sum, line) => sum + sizeOf(line), 0);
      }
      this.offsets[i] = (this.offsets[i - 1] as number) + chunk.size;
    }
    return this.offsets[at] as number;
  }

  /** The chunk that holds a line, by bisection. Throws a RangeError outside the document. */
  private chunkAt(index: number): number {
    if (index < 0 || index >= this.total || !Number.isInteger(index)) {
      throw new RangeError(`line ${index} of ${this.total}`);
    }
    let low = 0;
    let high = this.chunks.length - 1;
    this.startOf(high);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= index) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
