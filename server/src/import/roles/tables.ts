import type { ColumnAlignment } from '../../engine/model/report.ts';
import type { WordBlock, WordCell, WordRow, WordTable } from '../word/model.ts';
import { type Cell, type Item, isAllBold, type Pieces, plain, trimmed, withoutBold } from '../write/item.ts';
import { type Conversion, isEmpty, type Part } from './conversion.ts';

const alignments: Readonly<Record<string, ColumnAlignment>> = { center: 'center', right: 'right', end: 'right' };
const leftCell: Cell = { kind: 'left' };
const aboveCell: Cell = { kind: 'above' };

/**
 * A table as one of ours; pictures in it stand below. `unwrap` converts the blocks of a table of one cell, where that is a
 * frame around text and no table.
 */
export function tableItems(
  block: WordTable & { readonly source: number; readonly landscape?: true },
  conversion: Conversion,
  unwrap?: (block: WordBlock) => readonly Item[],
): readonly Item[] {
  const { source } = block;
  const [only] = block.rows;
  if (unwrap !== undefined && block.rows.length === 1 && only?.cells.length === 1) return only.cells[0]?.blocks.flatMap(unwrap) ?? [];
  const others: Part[] = [];
  const rows = block.rows.map((row, index) => cellsOf(row, index === 0, conversion, others));
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (columns === 0) return [];
  const empty: Cell = { kind: 'words', pieces: [] };
  const full = rows.map((row): readonly Cell[] =>
    row.length < columns ? [...row, ...new Array<Cell>(columns - row.length).fill(empty)] : row,
  );
  const table: Item = {
    kind: 'table',
    caption: undefined,
    landscape: block.landscape === true,
    rows: full,
    alignments: alignmentsOf(block, columns),
    notes: [],
    source,
  };
  const pictures = others.filter(({ kind }) => kind === 'picture' || kind === 'formula');
  if (pictures.length > 0) conversion.remark(conversion.t('Pictures in a table stand below it: {0}.', pictures.length));
  const comments = others.filter((part) => part.kind === 'comment');
  return [
    ...comments.map((part): Item => ({ ...part, source })),
    table,
    ...pictures.flatMap((part): Item[] => (part.kind === 'line' ? [] : [{ ...part, source }])),
  ];
}

function cellsOf(row: WordRow, header: boolean, conversion: Conversion, others: Part[]): readonly Cell[] {
  const cells: Cell[] = [];
  for (let at = 0; at < row.before; at++) cells.push({ kind: 'words', pieces: [] });
  for (const cell of row.cells) {
    const pieces = cellPieces(cell, conversion, others);
    // A cell that goes on from above has no words of its own; if it has some, they are not lost.
    cells.push(
      cell.joined && isEmpty(pieces) ? aboveCell : { kind: 'words', pieces: header && isAllBold(pieces) ? withoutBold(pieces) : pieces },
    );
    for (let more = 1; more < cell.span; more++) cells.push(leftCell);
  }
  return cells;
}

function cellPieces(cell: WordCell, conversion: Conversion, others: Part[]): Pieces {
  const lines: Pieces[] = [];
  for (const block of cell.blocks) {
    if (block.kind === 'table') {
      conversion.remark(conversion.t('A table inside a table is written as text.'));
      for (const row of block.rows) for (const inner of row.cells) lines.push(cellPieces(inner, conversion, others));
      continue;
    }
    const own = conversion.lineOf(block.inlines, others);
    const label = block.label === undefined ? '' : block.label.bullet ? '• ' : block.label.text;
    if (!isEmpty(own)) lines.push(label === '' ? own : [...plain(label), ...own]);
    else lines.push(own);
  }
  const filled = lines.filter((pieces) => !isEmpty(pieces));
  return trimmed(filled.flatMap((pieces, index) => (index === 0 ? pieces : [...plain(' '), ...pieces])));
}

/** For each column what most of its cells below the header say; left in doubt. */
function alignmentsOf({ rows }: WordTable, columns: number): readonly ColumnAlignment[] {
  const counts = Array.from({ length: columns }, () => ({ left: 0, center: 0, right: 0 }));
  for (const [index, row] of rows.entries()) {
    if (index === 0 || row.header) continue;
    let column = row.before;
    for (const cell of row.cells) {
      const first = cell.blocks.find((block) => block.kind === 'paragraph');
      const count = counts[column];
      if (count !== undefined && first?.kind === 'paragraph' && !cell.joined) count[alignments[first.align] ?? 'left']++;
      column += cell.span;
    }
  }
  return counts.map(({ left, center, right }): ColumnAlignment => {
    if (right > left && right >= center) return 'right';
    return center > left ? 'center' : 'left';
  });
}
