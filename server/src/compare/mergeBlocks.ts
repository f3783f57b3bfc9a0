import type { Block, Inline, Table, TableRow, TextLine } from '../engine/model/report.ts';
import { differences } from './differences.ts';
import { keyOf, marked, mergeInlines } from './mergeInlines.ts';

const words = (inlines: readonly Inline[]): string => inlines.map(keyOf).join('\u0001');
const lines = (all: readonly TextLine[]): string => all.map(({ inlines }) => words(inlines)).join('\u0002');
const rowWords = ({ cells }: TableRow): string => cells.map(words).join('\u0003');

/** Equal for blocks that print the same. */
export function keyOfBlock(block: Block): string {
  return `${block.kind}\u0004${contentOf(block)}`;
}

function contentOf(block: Block): string {
  switch (block.kind) {
    case 'title':
      return lines(block.lines);
    case 'heading':
      return [block.level, block.number, words(block.heading), words(block.body)].join('\u0002');
    case 'list':
      return block.items.map((item) => `${item.depth}${item.checked ?? ''}${words(item.inlines)}`).join('\u0002');
    case 'table':
      return [words(block.table.caption?.inlines ?? []), rowWords(block.table.header), ...block.table.rows.map(rowWords)].join('\u0002');
    case 'picture':
      return `${block.path}\u0002${words(block.caption)}`;
    case 'code':
      return block.lines.join('\n');
    case 'footnote':
      return `${block.label}\u0002${words(block.inlines)}`;
    case 'attachmentNote':
      return block.items.map((item) => `${item.number ?? ''}${words(item.inlines)}`).join('\u0002');
    case 'signature':
      return lines(block.date ? [...block.organs, block.date] : block.organs);
    case 'attachment':
      return `${words(block.mark)}\u0002${lines(block.title)}`;
    default:
      return 'inlines' in block ? words(block.inlines) : JSON.stringify({ ...block, lineCount: 0 });
  }
}

/** What a block says, without its number: for likeness. */
export function plainWords(block: Block, without?: Inline['change']): string {
  const plain = (inlines: readonly Inline[]) =>
    inlines.map((inline) => ('text' in inline && (without === undefined || inline.change !== without) ? inline.text : '')).join('');
  switch (block.kind) {
    case 'heading':
      return plain(block.heading) + plain(block.body);
    case 'title':
      return block.lines.map((line) => plain(line.inlines)).join('');
    case 'table':
      return [block.table.header, ...block.table.rows].flatMap(({ cells }) => cells.map(plain)).join('');
    case 'list':
    case 'attachmentNote':
      return block.items.map((item) => plain(item.inlines)).join('');
    default:
      return 'inlines' in block ? plain(block.inlines) : '';
  }
}

/** The block with all its words marked as being on one side only. */
export function markBlock(block: Block, change: 'added' | 'removed'): Block {
  const mark = (inlines: readonly Inline[]) => marked(inlines, change);
  const markLine = <L extends TextLine>(line: L): L => ({ ...line, inlines: mark(line.inlines) });
  switch (block.kind) {
    case 'title':
      return { ...block, lines: block.lines.map(markLine) };
    case 'heading':
      return { ...block, number: '', heading: mark(numbered(block)), body: mark(block.body) };
    case 'list':
      return { ...block, items: block.items.map(markLine) };
    case 'attachmentNote':
      return { ...block, items: block.items.map(markLine) };
    case 'signature':
      return { ...block, organs: block.organs.map(markLine), ...(block.date ? { date: markLine(block.date) } : {}) };
    case 'attachment':
      return { ...block, mark: mark(block.mark), title: block.title.map(markLine) };
    case 'table':
      return { ...block, table: markTable(block.table, change) };
    case 'picture':
      return { ...block, caption: mark(block.caption) };
    default:
      return 'inlines' in block ? { ...block, inlines: mark(block.inlines) } : block;
  }
}

function markTable(table: Table, change: 'added' | 'removed'): Table {
  return { ...table, header: markRow(table.header, change), rows: table.rows.map((row) => markRow(row, change)) };
}

function markRow(row: TableRow, change: 'added' | 'removed'): TableRow {
  return { ...row, cells: row.cells.map((cell) => marked(cell, change)) };
}

/** A heading's number as words, so that a new number shows. */
function numbered({ number, heading }: Extract<Block, { readonly kind: 'heading' }>): readonly Inline[] {
  return number === '' ? heading : [{ kind: 'text', text: number, start: 0 }, ...heading];
}

/** Both versions of a block in one; `undefined` where they cannot be told in one block. */
export function mergeBlocks(before: Block, after: Block): Block | undefined {
  if (before.kind === 'heading' && after.kind === 'heading') {
    const heading = mergeInlines(numbered(before), numbered(after));
    return { ...after, number: '', heading, body: mergeInlines(before.body, after.body) };
  }
  if (before.kind === 'title' && after.kind === 'title') return { ...after, lines: mergeLines(before.lines, after.lines) };
  if (before.kind === 'list' && after.kind === 'list') return { ...after, items: mergeLines(before.items, after.items) };
  if (before.kind === 'attachmentNote' && after.kind === 'attachmentNote')
    return { ...after, items: mergeLines(before.items, after.items) };
  if (before.kind === 'table' && after.kind === 'table') return { ...after, table: mergeTables(before.table, after.table) };
  if (before.kind !== after.kind || !('inlines' in before) || !('inlines' in after)) return undefined;
  return { ...after, inlines: mergeInlines(before.inlines, after.inlines) };
}

/** Items that are there on both sides, item by item; others whole. */
function mergeLines<L extends TextLine>(before: readonly L[], after: readonly L[]): readonly L[] {
  if (before.length === after.length) {
    return after.map((line, index) => ({ ...line, inlines: mergeInlines(before[index]?.inlines ?? [], line.inlines) }));
  }
  return alignedRows(
    before,
    after,
    ({ inlines }) => words(inlines),
    (line, change) => ({ ...line, inlines: marked(line.inlines, change) }),
  );
}

function mergeTables(before: Table, after: Table): Table {
  const columns = (table: Table) => table.header.cells.length;
  if (columns(before) !== columns(after) || before.rows.length !== after.rows.length) {
    return { ...after, rows: alignedRows(before.rows, after.rows, rowWords, markRow) };
  }
  const merge = (old: TableRow | undefined, row: TableRow): TableRow => ({
    ...row,
    cells: row.cells.map((cell, column) => mergeInlines(old?.cells[column] ?? [], cell)),
  });
  return { ...after, header: merge(before.header, after.header), rows: after.rows.map((row, index) => merge(before.rows[index], row)) };
}

function alignedRows<R>(
  before: readonly R[],
  after: readonly R[],
  key: (row: R) => string,
  mark: (row: R, change: 'added' | 'removed') => R,
): readonly R[] {
  const rows: R[] = [];
  let oldAt = 0;
  let freshAt = 0;
  for (const { count, change } of differences(before.map(key), after.map(key))) {
    for (let index = 0; index < count; index += 1) {
      const row = (change === 'removed' ? before[oldAt + index] : after[freshAt + index]) as R;
      rows.push(change ? mark(row, change) : row);
    }
    if (change !== 'added') oldAt += count;
    if (change !== 'removed') freshAt += count;
  }
  return rows;
}
