import type { Block } from '../../engine/model/report.ts';
import type { PageLayout } from './pageLayout.ts';
import { captionRows } from './pictures.ts';
import type { BrokenBlock, Row } from './rows.ts';
import { tableLayout } from './tableLayout.ts';
import { breakTable, tableNoteRows } from './tables.ts';

/** A table with its caption above and its notes below. Wide ones are broken to the width of a page on its side. */
export function breakTableBlock({ table }: Extract<Block, { readonly kind: 'table' }>, upright: PageLayout): BrokenBlock {
  const layout = tableLayout(table, upright);
  const landscape = layout.paper.width > layout.paper.height;
  const { size } = layout.fonts.table;
  const { rows: tableRows, header, columns } = breakTable(table, layout);
  const { caption } = table;
  const rows: Row[] = caption ? captionRows(caption.inlines, caption.lineOffset, layout) : [];
  const together = rows.length + header.length + 1;
  for (const row of tableRows) rows.push(row);
  const notes = tableNoteRows(table, layout);
  for (const row of notes) rows.push(row);
  return {
    rows,
    columns,
    together,
    repeated: header,
    breakBefore: false,
    keepWithNext: false,
    keepWithPrevious: false,
    ...(notes.length > 0 ? { tail: notes.length + 1 } : {}),
    ...(landscape ? { landscape } : {}),
    ...(size === upright.fonts.table.size ? {} : { tableSize: size }),
  };
}
