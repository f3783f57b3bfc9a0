import assert from 'node:assert/strict';
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlignTable, VerticalMergeType, WidthType } from 'docx';
import { PlainRow } from '../../../server/src/render/docx/plainRow.ts';
import { openDocx } from '../../support/docx/package.ts';

class OurTable extends Table {
  constructor(rows: readonly PlainRow[]) {
    super({ rows: [], columnWidths: [1000, 2000] });
    for (const row of rows) this.root.push(row);
  }
}

const rowsOf = async (table: Table): Promise<string> => {
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children: [table, new Paragraph('')] }] }));
  const document = (await openDocx(bytes)).part('word/document.xml');
  // The library says of every row that is no header that it is none; that says nothing.
  return document.slice(document.indexOf('<w:tr>'), document.lastIndexOf('</w:tr>')).replaceAll('<w:tblHeader w:val="off"/>', '');
};

describe('a row of a table', () => {
  it('writes what the library writes of the same cells', async () => {
    const size = (width: number) => ({ width: { size: width, type: WidthType.DXA }, verticalAlign: VerticalAlignTable.CENTER });
    const words = (text: string, more: object = {}) => new Paragraph({ style: 'TableText', ...more, children: [new TextRun(text)] });
    const theirs = new Table({
      columnWidths: [1000, 2000],
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: [new TableCell({ ...size(3000), columnSpan: 2, children: [words('甲 & 乙')] })],
        }),
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({ ...size(1000), verticalMerge: VerticalMergeType.RESTART, children: [words('a', { keepNext: true })] }),
            new TableCell({ ...size(2000), children: [words('1', { alignment: 'right' })] }),
          ],
        }),
      ],
    });
    const plain = (text: string, more: object = {}) => ({ style: 'TableText', parts: [{ text, hinted: false }], keepNext: false, ...more });
    const ours = new OurTable([
      new PlainRow(true, [{ width: 3000, columns: 2, words: plain('甲 & 乙') }]),
      new PlainRow(false, [
        { width: 1000, columns: 1, verticalMerge: 'restart', words: plain('a', { keepNext: true }) },
        { width: 2000, columns: 1, words: plain('1', { alignment: 'right' as const }) },
      ]),
    ]);
    assert.equal(await rowsOf(ours), await rowsOf(theirs));
  });
});
