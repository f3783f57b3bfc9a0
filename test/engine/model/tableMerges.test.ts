import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blockStart, reportOf } from '../../../server/src/engine/model/blocks.ts';
import type { Inline, Table } from '../../../server/src/engine/model/report.ts';
import { type CellMark, mergesOf } from '../../../server/src/engine/model/tableMerges.ts';
import { report } from '../../support/report.ts';

const tableIn = (...lines: readonly string[]): Table => {
  const block = reportOf(report(['标题', '', ...lines].join('\n'))).blocks.find(({ kind }) => kind === 'table');
  assert.ok(block?.kind === 'table', 'there is a table');
  return block.table;
};
const text = (inlines: readonly Inline[]): string => inlines.map((inline) => ('text' in inline ? inline.text : '')).join('');
const words = ({ header, rows }: Table): string[][] => [header, ...rows].map(({ cells }) => cells.map(text));

describe('merged cells', () => {
  it('belong to the cell at the left or above', () => {
    const table = tableIn('| 县区 | 上半年 | << |', '| ^^ | 计划 | 完成 |', '|---|--:|--:|', '| 甲县 | 1 | 2 |');
    assert.deepEqual(words(table), [
      ['县区', '上半年', ''],
      ['', '计划', '完成'],
      ['甲县', '1', '2'],
    ]);
    assert.deepEqual(table.header.merges, [
      { kind: 'origin', columns: 1, rows: 2 },
      { kind: 'origin', columns: 2, rows: 1 },
      { kind: 'covered' },
    ]);
    assert.deepEqual(table.rows[0]?.merges, [{ kind: 'continued', columns: 1 }, undefined, undefined]);
    assert.equal(table.rows[1]?.merges, undefined);
  });

  it('make a header of several rows, whose delimiter may follow the last of them', () => {
    const table = tableIn('| 县区 | 上半年 | << |', '| ^^ | 计划 | 完成 |', '|---|--:|:-:|', '| 甲县 | 1 | 2 |');
    assert.equal(table.headerRows, 2);
    assert.deepEqual(table.alignments, ['left', 'right', 'center']);
    assert.deepEqual(tableIn('| 县区 | 上半年 | << |', '|---|--:|:-:|', '| ^^ | 计划 | 完成 |', '| 甲县 | 1 | 2 |').headerRows, 2);
  });

  it('leave the header one row where a whole column is merged with it', () => {
    const rows = ['| ^^ | 1 |', '| ^^ | 2 |', '| ^^ | 3 |', '| ^^ | 4 |'];
    assert.equal(tableIn('| 县区 | 数 |', '|---|---|', ...rows).headerRows, undefined);
  });

  it('make a rectangle of rows and columns', () => {
    const table = tableIn('| 一 | 二 | 三 |', '|---|---|---|', '| 甲 | << | 乙 |', '| ^^ | ^^ | 丙 |', '| ^^ | << | 丁 |');
    assert.deepEqual(table.rows[0]?.merges?.[0], { kind: 'origin', columns: 2, rows: 3 });
    assert.deepEqual(table.rows[2]?.merges, [{ kind: 'continued', columns: 2 }, { kind: 'covered' }, undefined]);
  });

  it('are printed as they stand where they make none', () => {
    assert.deepEqual(words(tableIn('| << | ^^ |', '|---|---|', '| a | b |'))[0], ['<<', '^^']);
    const half = tableIn('| 一 | 二 |', '|---|---|', '| 甲 | << |', '| ^^ | b |', '| a | ^^ |');
    assert.deepEqual(words(half).slice(1), [
      ['甲', ''],
      ['^^', 'b'],
      ['a', ''],
    ]);
  });

  it('are words where a backslash says so, or where there are more words', () => {
    assert.deepEqual(words(tableIn('| 一 | 二 |', '|---|---|', '| a | \\<< |', '| << b | ^^ c |')).slice(1), [
      ['a', '\\<<'],
      ['<< b', '^^ c'],
    ]);
  });

  it('never lose a cell and always make rectangles, whatever marks a table has', () => {
    const mark = fc.constantFrom<CellMark>(undefined, 'left', 'above');
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((columns) => fc.array(fc.array(mark, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 6 }));
    fc.assert(
      fc.property(table, (rows) => {
        const owner = rows.map((row) => row.map(() => 0));
        const merges = mergesOf(rows);
        rows.forEach((row, y) => {
          row.forEach((own, x) => {
            const merge = merges[y]?.[x];
            // Words vanish only where a mark says so.
            if (own === undefined) assert.ok(merge === undefined || merge.kind === 'origin');
            if (merge?.kind !== 'origin') return;
            for (let down = y; down < y + merge.rows; down++) {
              for (let right = x; right < x + merge.columns; right++) {
                (owner[down] as number[])[right] = ((owner[down] as number[])[right] as number) + 1;
                if (down === y && right === x) continue;
                assert.equal(merges[down]?.[right]?.kind, right === x ? 'continued' : 'covered');
              }
            }
          });
        });
        rows.forEach((row, y) => {
          row.forEach((_, x) => {
            assert.equal(owner[y]?.[x], merges[y]?.[x] === undefined ? 0 : 1);
          });
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('what belongs to a table', () => {
  const table = ['| 一 | 二 |', '|---|---|', '| a | b |'];

  it('are the notes right under it', () => {
    const { notes = [] } = tableIn('表1 进度', ...table, '注：甲县未报。', '资料来源：市统计局', 'Source: Bureau', '下一段。');
    assert.deepEqual(
      notes.map(({ lineOffset, inlines }) => [lineOffset, text(inlines)]),
      [
        [4, '注：甲县未报。'],
        [5, '资料来源：市统计局'],
        [6, 'Source: Bureau'],
      ],
    );
  });

  it('are no notes after a blank line, and no other words', () => {
    assert.equal(tableIn(...table, '', '注：甲县未报。').notes, undefined);
    assert.equal(tableIn(...table, '注意安全。').notes, undefined);
  });

  it('is the way the page lies, in braces at the end of the caption', () => {
    const caption = (words: string): readonly [string, string | undefined] => {
      const made = tableIn(words, ...table);
      return [text(made.caption?.inlines ?? []), made.orientation];
    };
    assert.deepEqual(caption('表1 进度 {横排}'), ['表1 进度', 'landscape']);
    assert.deepEqual(caption('表1 进度｛竖排｝'), ['表1 进度', 'portrait']);
    assert.deepEqual(caption('Table 1 Progress {landscape}'), ['Table 1 Progress', 'landscape']);
    assert.deepEqual(caption('表1 进度 {别的}'), ['表1 进度 {别的}', undefined]);
  });

  it('is found from any of its lines by the incremental reading', () => {
    const document = report(['标题', '', '第一段。', '表1 进度', ...table, '注：甲。', '来源：乙。', '末段。'].join('\n'));
    const whole = reportOf(document).blocks;
    document.update([{ range: { start: { line: 8, character: 3 }, end: { line: 8, character: 4 } }, text: '丙' }], 2);
    const again = reportOf(document).blocks;
    assert.deepEqual(
      again.map(({ kind, lineCount }) => [kind, lineCount]),
      whole.map(({ kind, lineCount }) => [kind, lineCount]),
    );
    const fresh = reportOf(report(document.getText())).blocks;
    assert.deepEqual(again, fresh);
    for (let line = 3; line < 9; line++) assert.equal(blockStart(document, line), 3, `line ${line}`);
  });
});
