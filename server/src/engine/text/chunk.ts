/** Lines of a chunk that a walk may want without looking at the others; indexes are relative to the chunk. */
export interface ChunkIndex {
  readonly structural: readonly number[];
  readonly flagged: readonly number[];
  readonly mentioning: readonly number[];
  readonly related: readonly number[];
  readonly counting: readonly number[];
}

/** What the store has to know of a line. */
export interface StoredLine {
  readonly text: string;
  readonly eol: string;
  /** Part of the structure: a heading, a point, a title … */
  readonly structural: boolean;
  readonly missing: readonly unknown[];
  readonly fields: readonly unknown[];
  readonly damaged: boolean;
  readonly findings: readonly unknown[];
  readonly mentions: readonly unknown[];
  /** Has mentions, or is what other lines mention. */
  readonly related: boolean;
  /** Has points of a series. */
  readonly counting: boolean;
}

export interface Chunk<L extends StoredLine> {
  lines: L[];
  /** UTF-16 code units of all lines, line breaks included; -1 when not counted since the last change. */
  size: number;
  index: ChunkIndex | undefined;
}

/** Lines that a new chunk has; it is cut anew when an edit makes it larger than `largest`, and joined with the next when smaller than `smallest`. */
const target = 512;
export const largest = 1024;
export const smallest = 128;

/** UTF-16 code units of a line with its line break. */
export const sizeOf = (line: StoredLine): number => line.text.length + line.eol.length;

/** Takes over the array. */
export const chunkOf = <L extends StoredLine>(lines: L[]): Chunk<L> => ({ lines, size: -1, index: undefined });

/** At least one chunk, which may be empty. */
export function chunksOf<L extends StoredLine>(lines: readonly L[]): Chunk<L>[] {
  const chunks: Chunk<L>[] = [];
  for (let i = 0; i < lines.length; i += target) {
    chunks.push(chunkOf(lines.slice(i, i + target)));
  }
  return chunks.length > 0 ? chunks : [chunkOf<L>([])];
}

/** Made when it is first asked for; a change of the chunk takes it away. */
export function chunkIndexOf<L extends StoredLine>(chunk: Chunk<L>): ChunkIndex {
  if (chunk.index === undefined) {
    const structural: number[] = [];
    const flagged: number[] = [];
    const mentioning: number[] = [];
    const related: number[] = [];
    const counting: number[] = [];
    for (let i = 0; i < chunk.lines.length; i++) {
      const line = chunk.lines[i] as L;
      if (line.structural) {
        structural.push(i);
      }
      if (line.missing.length > 0 || line.fields.length > 0 || line.damaged || line.findings.length > 0) {
        flagged.push(i);
      }
      if (line.structural || line.mentions.length > 0) {
        mentioning.push(i);
      }
      if (line.related) {
        related.push(i);
      }
      if (line.counting) {
        counting.push(i);
      }
    }
    chunk.index = { structural, flagged, mentioning, related, counting };
  }
  return chunk.index;
}
