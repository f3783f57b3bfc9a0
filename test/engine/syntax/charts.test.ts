import assert from 'node:assert/strict';
import { chartTarget } from '../../../server/src/engine/syntax/chartTarget.ts';
import { kinds, report } from '../../support/report.ts';

describe('a chart', () => {
  it('is a picture whose target is a kind of chart', () => {
    assert.deepEqual(chartTarget('柱形图'), { kind: 'column' });
    assert.deepEqual(chartTarget('饼图 表2'), { kind: 'pie', table: 2 });
    assert.deepEqual(chartTarget('Line table 3'), { kind: 'line', table: 3 });
    assert.deepEqual(chartTarget('条形图 表1 计划、完成'), { kind: 'bar', table: 1, columns: ['计划', '完成'] });
    assert.deepEqual(chartTarget('折线图：完成'), { kind: 'line', columns: ['完成'] });
  });

  it('is none where the target is a path', () => {
    for (const path of ['柱形图.png', 'bar/chart', 'line-1', 'barchart', 'pie chart.svg', '图表', 'https://example.org/bar']) {
      assert.equal(chartTarget(path), undefined, path);
    }
  });
});

describe('a formula', () => {
  it('stands between two dollar signs on a line of its own', () => {
    assert.deepEqual(kinds('标题\n\n$$ E = mc^2 $$\n\n＄＄a+b＄＄'), ['title', 'blank', 'formula', 'blank', 'formula']);
    const line = report('标题\n\n $$ E = mc^2 $$ ').line(2);
    assert.ok(line.syntax.kind === 'formula');
    assert.equal(line.text.slice(line.syntax.tex.start, line.syntax.tex.end), 'E = mc^2');
  });

  it('is none where dollars are money', () => {
    for (const text of ['$5 and $6', '$$', '$$$$', '$$ a $$ b $$', '费用$$5$$元', '$$ a']) {
      assert.notEqual(report(`标题\n\n正文。\n${text}`).line(3).syntax.kind, 'formula', text);
    }
  });
});
