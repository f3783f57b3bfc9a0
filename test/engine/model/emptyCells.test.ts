import assert from 'node:assert/strict';
import { reportOf } from '../../../server/src/engine/model/blocks.ts';
import { report } from '../../support/report.ts';

/** The cells of the table's last row: `⟦…⟧` for what is missing. */
function lastRow(...lines: readonly string[]): readonly string[] {
  const block = reportOf(report(['关于工作的报告', '', '正文。', ...lines].join('\n'))).blocks.find(({ kind }) => kind === 'table');
  assert.ok(block?.kind === 'table');
  return (block.table.rows.at(-1)?.cells ?? []).map((cell) =>
    cell.map((inline) => (inline.kind === 'missing' ? `⟦${inline.text}⟧` : inline.kind === 'text' ? inline.text : inline.kind)).join(''),
  );
}

describe('an empty cell', () => {
  const header = ['| 项目 | 计划投资（万元） | 完成投资（万元） | 备注 |', '|---|---|---|---|'];

  it('is marked where a figure is missing, so that drafts and pages show it', () => {
    assert.deepEqual(lastRow(...header, '| 管网改造 | 1850 |  | 已开工 |'), ['管网改造', '1850', '⟦  ⟧', '已开工']);
    assert.deepEqual(lastRow(...header, '| 管网改造 | 1850 || 已开工 |'), ['管网改造', '1850', '⟦ ⟧', '已开工']);
  });

  it('stays empty where nothing need stand, or something is missing only perhaps', () => {
    assert.deepEqual(lastRow(...header, '| 管网改造 |  |  | 已开工 |'), ['管网改造', '', '', '已开工']);
    assert.deepEqual(lastRow(...header, '| 管网改造 | 1850 | * |  |'), ['管网改造', '1850', '⟦*⟧', '']);
    assert.deepEqual(lastRow(...header, '|  |  |  |  |'), ['', '', '', '']);
  });
});
