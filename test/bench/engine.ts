// The cost of an edit in the engine at 1k, 10k and 100k lines, measured in one run and interleaved, and of a full scan.
import { ReportDocument } from '../../server/src/engine/document.ts';
import { outlineOf } from '../../server/src/engine/model/outline.ts';
import { generateReport, random } from '../support/generate.ts';

const sizes = [1_000, 10_000, 100_000] as const;
const edits = 5_000;

const at = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

interface Sample {
  readonly lines: number;
  readonly document: ReportDocument;
  readonly scan: readonly number[];
  readonly megabytes: number;
  readonly character: number[];
  readonly lineBreak: number[];
}

function prepare(lines: number): Sample {
  const text = generateReport(lines);
  const scan: number[] = [];
  let document = ReportDocument.create('bench:/a', 'report', 0, text);
  for (let i = 0; i < 7; i++) {
    const start = performance.now();
    document = ReportDocument.create('bench:/a', 'report', 0, text);
    scan.push(performance.now() - start);
  }
  return { lines, document, scan, megabytes: new TextEncoder().encode(text).length / 1e6, character: [], lineBreak: [] };
}

function edit({ document, character, lineBreak }: Sample, next: () => number): void {
  const line = Math.floor(next() * document.lineCount);
  const column = Math.floor(next() * document.line(line).text.length);
  const place = { line, character: column };
  const type = (text: string, end: { line: number; character: number }, into: number[]): void => {
    const start = performance.now();
    document.update([{ range: { start: place, end }, text }], document.version + 1);
    into.push(performance.now() - start);
  };
  type('字', place, character);
  type('', { line, character: column + 1 }, character);
  type('\n', place, lineBreak);
  type('', { line: line + 1, character: 0 }, lineBreak);
}

const samples = sizes.map(prepare);
const next = random(1);
for (let i = 0; i < edits; i++) {
  for (const sample of samples) {
    edit(sample, next);
  }
}

const µs = (ms: number): string => `${(ms * 1000).toFixed(1)} µs`;
for (const { lines, document, scan, megabytes, character, lineBreak } of samples) {
  const start = performance.now();
  const nodes = outlineOf(document).length;
  const outline = performance.now() - start;
  console.log(
    `${String(lines).padStart(7)} lines (${megabytes.toFixed(2)} MB, ${document.missingCount} gaps): full scan ${at(scan, 0.5).toFixed(1)} ms = ${(
      megabytes / (at(scan, 0.5) / 1000)
    ).toFixed(
      0,
    )} MB/s; edit of a character p50 ${µs(at(character, 0.5))} p95 ${µs(at(character, 0.95))} p99 ${µs(at(character, 0.99))}; of a line break p50 ${µs(
      at(lineBreak, 0.5),
    )} p95 ${µs(at(lineBreak, 0.95))} p99 ${µs(at(lineBreak, 0.99))}; outline ${outline.toFixed(1)} ms (${nodes} roots)`,
  );
}
const [small, , large] = samples;
if (small !== undefined && large !== undefined) {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  console.log(
    `ratio 100k / 1k: character p50 ${(at(large.character, 0.5) / at(small.character, 0.5)).toFixed(2)}, mean ${(
      mean(large.character) / mean(small.character)
    ).toFixed(2)}; line break p50 ${(at(large.lineBreak, 0.5) / at(small.lineBreak, 0.5)).toFixed(2)}, mean ${(
      mean(large.lineBreak) / mean(small.lineBreak)
    ).toFixed(2)}`,
  );
}
