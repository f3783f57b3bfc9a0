import type { Block, Inline } from '../../engine/model/report.ts';
import { toPoints } from './measures.ts';
import type { PageLayout } from './pageLayout.ts';
import { addedRun, breakParagraph, styledRuns, superscriptScale } from './paragraphs.ts';
import type { BrokenBlock, Entry, Row, TextRow } from './rows.ts';

/** The line above the notes of a page: its length, its weight and the room it takes (as LibreOffice has it), in points. */
export const noteRule = { length: toPoints(50), weight: 0.5, height: 6.2 } as const;

/** Line height of a note, as a multiple of its size. */
const noteSpacing = 1.25;

/** Line height of a note in points: whole twips, as the DOCX has it. */
export const notePitch = ({ fonts }: PageLayout): number => Math.round(fonts.footnote.size * noteSpacing * 20) / 20;

/** A note as the pages have it. */
export interface Note {
  readonly entry: Entry;
  readonly rows: readonly TextRow[];
  readonly number: number;
}

/** Labels that the words of these rows call, in order. */
export function callsOf(rows: readonly Row[]): readonly string[] {
  const calls: string[] = [];
  const add = ({ paragraph, first }: TextRow) => {
    if (!first) return;
    for (const { inline } of paragraph.runs) if (inline?.kind === 'footnoteReference') calls.push(inline.label);
  };
  for (const row of rows) {
    if (row.kind === 'text') add(row);
    else if (row.kind === 'tableRow') for (const cell of row.cells) for (const line of cell) add(line);
  }
  return calls;
}

/** The block with its calls as they are printed: numbers, or `[^label]` where there is no such note. */
export function withNoteNumbers(
  block: Block,
  numbers: ReadonlyMap<string, number>,
): { readonly block: Block; readonly labelOf: ReadonlyMap<Inline, string> } {
  const labelOf = new Map<Inline, string>();
  const printed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(printed);
    if (typeof value !== 'object' || value === null) return value;
    if (isCall(value)) {
      const number = numbers.get(value.label);
      if (number === undefined) return { kind: 'text', text: `[^${value.label}]`, start: value.start } satisfies Inline;
      const call: Inline = { ...value, label: String(number) };
      labelOf.set(call, value.label);
      return call;
    }
    // Blocks are a few levels deep, whatever the report: block, table, row, cell, inline.
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, printed(part)]));
  };
  return { block: printed(block) as Block, labelOf };
}

function isCall(value: object): value is Extract<Inline, { readonly kind: 'footnoteReference' }> {
  return 'kind' in value && value.kind === 'footnoteReference';
}

/** The rows with the labels of the notes that each calls. Every note is printed once, where it is called first. */
export function withCalls(broken: BrokenBlock, labelOf: ReadonlyMap<Inline, string>, isFirst: (label: string) => boolean): BrokenBlock {
  const called = new Set<string>();
  const callsIn = (lines: readonly TextRow[]): readonly string[] => {
    const calls: string[] = [];
    for (const { paragraph, slices } of lines) {
      for (const { run, start } of slices) {
        const inline = paragraph.runs[run]?.inline;
        const label = inline && start === 0 ? labelOf.get(inline) : undefined;
        if (label === undefined || called.has(label) || !isFirst(label)) continue;
        called.add(label);
        calls.push(label);
      }
    }
    return calls;
  };
  const { repeated } = broken;
  const calling = new Map<Row, Row>();
  for (const row of broken.rows) {
    if (row.kind !== 'text' && row.kind !== 'tableRow') continue;
    const calls = callsIn(row.kind === 'text' ? [row] : row.cells.flat());
    if (calls.length > 0) calling.set(row, { ...row, calls });
  }
  const marked = (rows: readonly Row[]): readonly Row[] => rows.map((row) => calling.get(row) ?? row);
  return { ...broken, rows: marked(broken.rows), ...(repeated && { repeated: marked(repeated) }) };
}

/** A note's lines under its number. */
export function noteRows(block: Extract<Block, { readonly kind: 'footnote' }>, number: number, layout: PageLayout): readonly TextRow[] {
  const { size } = layout.fonts.footnote;
  const pitch = notePitch(layout);
  const mark = { ...addedRun(String(number), 'footnote', layout), size: size * superscriptScale, raised: true } as const;
  return breakParagraph([mark, ...styledRuns(block.inlines, 'footnote', layout)], { kind: 'footnote', align: 'left', pitch }, layout);
}
