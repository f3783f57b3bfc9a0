import assert from 'node:assert/strict';
import { reportOf } from '../../../server/src/engine/model/blocks.ts';
import type { Table } from '../../../server/src/engine/model/report.ts';
import { chartShapes } from '../../../server/src/render/layout/chartDrawing.ts';
import { chartScale } from '../../../server/src/render/layout/chartScale.ts';
import { columnWidths } from '../../../server/src/render/layout/columnWidths.ts';
import { layoutOf } from '../../../server/src/render/layout/layoutOf.ts';
import { measuresOf } from '../../../server/src/render/layout/measures.ts';
import { isLandscape, landscapeLayout } from '../../../server/src/render/layout/orientation.ts';
import { noPictures } from '../../../server/src/render/layout/pictures.ts';
import { common, presets } from '../../../server/src/render/layout/presets.ts';
import { ReportLayout } from '../../../server/src/render/layout/reportLayout.ts';
import type { Row, TableRowRow } from '../../../server/src/render/layout/rows.ts';
import { tableLayout } from '../../../server/src/render/layout/tableLayout.ts';
import { breakTable } from '../../../server/src/render/layout/tables.ts';
import { report } from '../../support/report.ts';

const blocksOf = (...lines: readonly string[]) => reportOf(report(['标题', '', '正文。', ...lines].join('\n'))).blocks;
const tableOf = (...lines: readonly string[]): Table => {
  const block = blocksOf(...lines).find(({ kind }) => kind === 'table');
  assert.ok(block?.kind === 'table');
  return block.table;
};
const row = (count: number, cell: (index: number) => string): string =>
  `| ${Array.from({ length: count }, (_, index) => cell(index)).join(' | ')} |`;

describe('whether a table lies on its side', () => {
  it('follows from its columns: nine of Chinese, or seven of long numbers, do not fit', () => {
    const chinese = (columns: number) =>
      tableOf(
        row(columns, (index) => `指标${index}`),
        row(columns, () => '进展顺利'),
      );
    assert.deepEqual(
      [8, 9].map((columns) => isLandscape(chinese(columns), common)),
      [false, true],
    );
    const numbers = (columns: number) =>
      tableOf(
        row(columns, (index) => `${index}月`),
        row(columns, () => '12345.67'),
      );
    assert.deepEqual(
      [6, 7].map((columns) => isLandscape(numbers(columns), common)),
      [false, true],
    );
  });

  it('does not follow from one long address', () => {
    assert.equal(isLandscape(tableOf('| 名 | 地址 |', `| 甲 | https://example.org/${'x'.repeat(300)} |`), common), false);
  });

  it('is what the writer says', () => {
    assert.equal(isLandscape(tableOf('表1 表 {横排}', '| 甲 |', '| 1 |'), common), true);
    assert.equal(
      isLandscape(
        tableOf(
          '表1 表 {竖排}',
          row(20, () => '指标指标'),
          row(20, () => '1'),
        ),
        common,
      ),
      false,
    );
  });
});

describe('a page on its side', () => {
  it('is the sheet turned, its left edge on top, with the same pitch and characters', () => {
    for (const layout of presets) {
      const sideways = landscapeLayout(layout);
      assert.deepEqual(sideways.paper, { width: layout.paper.height, height: layout.paper.width });
      assert.equal(sideways.margins.top, layout.margins.left);
      assert.equal(sideways.margins.left, layout.margins.bottom);
      assert.equal(measuresOf(sideways).pitch, measuresOf(layout).pitch);
      assert.ok(Math.abs(measuresOf(sideways).cell - measuresOf(layout).cell) < 0.5);
      assert.equal(landscapeLayout(layout), sideways);
      assert.equal(landscapeLayout(sideways), sideways);
    }
  });
});

describe('a list in English', () => {
  it('leaves no more room behind a bullet than up to its tab stop', () => {
    const linesOf = (count: number) => {
      const document = report(['---', 'language: en', '---', '# Report', '', `- ${'n'.repeat(count)} n`].join('\n'));
      const layout = new ReportLayout(layoutOf(document), noPictures);
      layout.update(reportOf(document).blocks, {});
      return layout.entries.find(({ block }) => block?.kind === 'list')?.broken.rows.length;
    };
    // 420.4 pt behind the bullet; an n has 6 pt, a space 3.
    assert.equal(linesOf(68), 1);
    assert.equal(linesOf(69), 2);
  });
});

describe('an English heading', () => {
  const headingIn = (...lines: readonly string[]) => {
    const document = report(lines.join('\n'));
    const layout = new ReportLayout(layoutOf(document, 'plain'), noPictures);
    const { blocks, frontMatter } = reportOf(document);
    layout.update(blocks, frontMatter);
    const rows = layout.entries.find(({ block }) => block?.kind === 'heading')?.broken.rows ?? [];
    return rows.map((row) => (row.kind === 'text' ? row.paragraph.firstIndent : row.kind));
  };

  it('begins at the edge with half a line above it; a Chinese one is indented like its paragraphs', () => {
    assert.deepEqual(headingIn('# Review', '', '## Results', '', 'All schemes are done.'), ['gap', 0]);
    assert.deepEqual(headingIn('总结', '', '一、主要做法', '正文。'), [4]);
  });
});

describe('the size of a table’s words', () => {
  const numbers = (caption: string, columns: number) =>
    tableOf(
      caption,
      row(columns, (index) => `${index}月`),
      row(columns, () => '1,234'),
    );
  const sizeOf = (table: Table) => tableLayout(table, common).fonts.table.size;

  it('is the layout’s as long as no number must be broken for it, and steps down where one would', () => {
    assert.equal(sizeOf(numbers('表1 表', 8)), 14);
    assert.equal(sizeOf(numbers('表1 表 {竖排}', 14)), 7.5);
    assert.equal(sizeOf(numbers('表1 表', 14)), 14, 'on its side there is room');
    assert.equal(sizeOf(numbers('表1 表', 18)), 10.5);
    const block = tableLayout(numbers('表1 表', 18), common);
    for (const { cells } of breakTable(numbers('表1 表', 18), block).rows) {
      for (const lines of cells) assert.equal(lines.length, 1);
    }
  });

  it('is no smaller than 六号, whatever the number of columns', () => {
    assert.equal(sizeOf(numbers('表1 表', 60)), 7.5);
  });
});

describe('the widths of columns', () => {
  it('leave the words of a header in one piece, which are bold', () => {
    const table = tableOf(
      '| Catchment | Planned | Remarks |',
      '|---|--:|---|',
      `| Alder | 5 | ${'All complete and handed over. '.repeat(4)} |`,
    );
    const [header] = breakTable(table, common).header;
    assert.deepEqual(
      header?.cells.map((lines) => lines.length),
      [1, 1, 1],
    );
  });

  const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);

  it('add up to the type area, whatever the cells hold', () => {
    for (const table of [
      tableOf('| a |', '|---|'),
      tableOf('| 县区 | 上半年 | << |', '| ^^ | 计划 | 完成 |', '| 甲 | 1 | 2 |'),
      tableOf(
        row(40, () => '指标指标指标'),
        row(40, () => '12345678.90'),
      ),
      tableOf('| 一 | << |', `| ${'很长的话'.repeat(40)} | 2 |`),
    ]) {
      const widths = columnWidths(table, common);
      assert.ok(Math.abs(sum(widths) - measuresOf(common).width) < 0.01);
      assert.ok(widths.every((width) => width > 0));
    }
  });

  it('leave a number in one piece before they give room to words', () => {
    const table = tableOf('| 名称 | 金额 | 说明 |', `| 甲 | 1234567.89 | ${'很长的说明'.repeat(20)} |`);
    const { rows } = breakTable(table, common);
    assert.equal(rows[1]?.cells[1]?.length, 1);
  });

  it('leave a year, a day and a size in one piece, with the space beside digits, while words can give way', () => {
    const long = '很长的说明'.repeat(20);
    for (const cell of ['2021年', '6月15日', '60×90cm']) {
      const table = tableOf(`| 名称 | 说明 | 备注 |`, `| ${cell} | ${long} | ${long} |`);
      const { rows } = breakTable(table, common);
      assert.equal(rows[1]?.cells[0]?.length, 1, cell);
    }
  });
});

describe('merged cells on a page', () => {
  it('deal their words out to their rows, so that none are lost where a page begins', () => {
    const words = '甲乙丙丁'.repeat(30);
    const table = tableOf('| 一 | 二 |', '|---|---|', `| ${words} | 1 |`, '| ^^ | 2 |', '| ^^ | 3 |', '| 末 | 4 |');
    const { rows } = breakTable(table, common);
    const printed = rows
      .flatMap(({ cells }) => cells[0] ?? [])
      .flatMap(({ paragraph, slices }) => slices.map(({ run, start, end }) => paragraph.runs[run]?.text.slice(start, end)));
    assert.equal(printed.join(''), `一${words}末`);
    assert.deepEqual(
      rows.map(({ merges }) => merges?.[0]?.kind),
      [undefined, 'origin', 'continued', 'continued', undefined],
    );
  });

  it('repeat all rows of the header on further pages', () => {
    const many = Array.from({ length: 60 }, (_, index) => `| 县${index} | 1 | 2 |`);
    const layout = new ReportLayout(common, noPictures);
    layout.update(blocksOf('| 县区 | 上半年 | << |', '| ^^ | 计划 | 完成 |', '|---|---|---|', ...many), {});
    const entry = layout.entries.find(({ block }) => block?.kind === 'table');
    assert.equal(entry?.broken.repeated?.length, 2);
    // Every page is full and none is overfull.
    const heights = layout.pages.map(({ fragments }) => {
      let height = 0;
      for (const { entry: printed, from, to } of fragments) {
        for (let index = from; index < to; index++) height += printed.broken.rows[index]?.height ?? 0;
        const last = printed.broken.repeated?.at(-1);
        if (last && from > printed.broken.rows.indexOf(last)) for (const one of printed.broken.repeated ?? []) height += one.height;
      }
      return height;
    });
    assert.ok(heights.length > 2);
    for (const height of heights) assert.ok(height <= measuresOf(common).height + 0.1, `${height}`);
  });

  it('stand with their table’s notes: the last row goes along', () => {
    for (let rows = 20; rows < 32; rows++) {
      const many = Array.from({ length: rows }, (_, index) => `| 县${index} | 1 |`);
      const layout = new ReportLayout(common, noPictures);
      layout.update(blocksOf('| 县区 | 数 |', '|---|---|', ...many, '注：甲。', '注：乙。'), {});
      const entry = layout.entries.find(({ block }) => block?.kind === 'table');
      assert.ok(entry);
      const pageOf = (wanted: Row | undefined): number =>
        layout.pages.findIndex(({ fragments }) =>
          fragments.some(
            ({ entry: one, from, to }) =>
              one === entry && wanted && one.broken.rows.indexOf(wanted) >= from && one.broken.rows.indexOf(wanted) < to,
          ),
        );
      const { rows: printed } = entry.broken;
      assert.equal(pageOf(printed.at(-1)), pageOf(printed.at(-3)), `${rows} rows`);
      assert.equal((printed.at(-3) as TableRowRow).kind, 'tableRow');
    }
  });
});

describe('a chart on a page', () => {
  const lines = ['| 名 | 数 |', '|---|---|', '| 甲 | 12 |', '| 乙 | ×× |', '', '![图1](柱形图)'];

  it('shows its table anew when the table changes, and only then', () => {
    const document = report(['标题', '', '正文。', ...lines].join('\n'));
    const layout = new ReportLayout(common, noPictures);
    layout.update(reportOf(document).blocks, {});
    const chart = () => layout.entries.find(({ block }) => block?.kind === 'chart')?.broken.rows.find(({ kind }) => kind === 'chart');
    const first = chart();
    assert.ok(first?.kind === 'chart' && 'series' in first.data);
    assert.deepEqual(first.data.series[0]?.values, [12, null]);
    document.update([{ range: { start: { line: 2, character: 0 }, end: { line: 2, character: 1 } }, text: '新' }], 2);
    layout.update(reportOf(document).blocks, {});
    assert.equal(chart(), first);
    document.update([{ range: { start: { line: 5, character: 6 }, end: { line: 5, character: 8 } }, text: '34' }], 3);
    assert.ok(layout.update(reportOf(document).blocks, {}));
    const second = chart();
    assert.ok(second?.kind === 'chart' && 'series' in second.data);
    assert.deepEqual(second.data.series[0]?.values, [34, null]);
    // As from scratch.
    const fresh = new ReportLayout(common, noPictures);
    fresh.update(reportOf(document).blocks, {});
    assert.deepEqual(
      fresh.entries.map(({ broken }) => broken),
      layout.entries.map(({ broken }) => broken),
    );
  });

  it('stays inside its box, whatever the numbers', () => {
    const figures = [
      { categories: ['甲', '乙'], series: [{ name: '数', values: [1, 2] }], unit: '', leftOut: [] },
      { categories: ['甲'], series: [{ name: '数', values: [-5e12] }], unit: '万元', leftOut: [] },
      { categories: ['甲', '乙'], series: [{ name: '数', values: [0, null] }], unit: '', leftOut: [] },
      {
        categories: Array.from({ length: 60 }, (_, index) => `很长的名称${index}`),
        series: Array.from({ length: 12 }, (_, index) => ({
          name: `很长的系列名称${index}`,
          values: Array.from({ length: 60 }, (_, at) => at * 1e-7),
        })),
        unit: '%',
        leftOut: [],
      },
    ];
    for (const figure of figures) {
      for (const kind of ['column', 'bar', 'line', 'pie'] as const) {
        for (const shape of chartShapes(kind, figure, { width: 440, height: 240, size: 9 })) {
          const points =
            shape.kind === 'rect'
              ? [[shape.x, shape.y] as const, [shape.x + shape.width, shape.y + shape.height] as const]
              : shape.kind === 'line'
                ? shape.points
                : shape.kind === 'slice'
                  ? [shape.centre]
                  : [shape.at];
          for (const [x, y] of points) {
            assert.ok(Number.isFinite(x) && Number.isFinite(y), `${kind} ${JSON.stringify(shape)}`);
            assert.ok(x >= -1 && x <= 441 && y >= -1 && y <= 241, `${kind} ${JSON.stringify(shape)}`);
          }
        }
      }
    }
  });

  it('has an axis with round labels that holds every value and zero', () => {
    for (const values of [[1], [-1, 1], [0], [123456.7, 2], [0.00012], [-99, -1], [1e15]]) {
      const scale = chartScale({ categories: [], series: [{ name: '', values }], unit: '', leftOut: [] });
      assert.ok(scale.minimum <= Math.min(0, ...values) && scale.maximum >= Math.max(0, ...values), `${values} ${JSON.stringify(scale)}`);
      const steps = (scale.maximum - scale.minimum) / scale.interval;
      assert.ok(steps >= 1 && steps <= 12, `${values} ${steps}`);
    }
  });
});
