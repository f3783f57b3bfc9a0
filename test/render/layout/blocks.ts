import type { Block, Inline, TextLine } from '../../../server/src/engine/model/report.ts';

// Blocks by hand: the layout is tested without the engine.

const text = (words: string, start = 0): Inline => ({ kind: 'text', text: words, start });
const line = (words: string, lineOffset = 0): TextLine => ({ lineOffset, inlines: [text(words)] });
export const paragraph = (words: string): Block => ({ kind: 'paragraph', inlines: [text(words)], lineCount: 1 });
export const addressee = (words: string): Block => ({ kind: 'addressee', inlines: [text(words)], lineCount: 1 });
export const title = (...lines: readonly string[]): Block => ({ kind: 'title', lines: lines.map(line), lineCount: lines.length });
export const heading = (level: 1 | 2 | 3 | 4, number: string, words: string, body = ''): Block => ({
  kind: 'heading',
  level,
  number,
  heading: [text(words, number.length)],
  body: body ? [text(body, number.length + words.length)] : [],
  lineCount: 1,
});
export const signature = (organ: string, date: string): Block => ({
  kind: 'signature',
  organs: [line(organ)],
  date: line(date, 1),
  lineCount: 2,
});
export const table = (columns: number, rows: number, words = '数据'): Block => ({
  kind: 'table',
  lineCount: rows + 2,
  table: {
    caption: line('表1　情况'),
    header: { lineOffset: 1, cells: Array.from({ length: columns }, (_, index) => [text(`栏目${index}`)]) },
    rows: Array.from({ length: rows }, (_, row) => ({
      lineOffset: row + 2,
      cells: Array.from({ length: columns }, () => [text(`${words}${row}`)]),
    })),
    alignments: Array.from({ length: columns }, () => 'left' as const),
  },
});
export const attachment = (mark: string, name: string): Block => ({
  kind: 'attachment',
  mark: [text(mark)],
  title: [line(name, 1)],
  lineCount: 2,
});

/** A paragraph that calls a note at its end. */
export const noted = (words: string, label: string): Block => ({
  kind: 'paragraph',
  inlines: [text(words), { kind: 'footnoteReference', label, start: words.length }],
  lineCount: 1,
});
export const note = (label: string, words: string): Block => ({ kind: 'footnote', label, inlines: [text(words)], lineCount: 1 });
