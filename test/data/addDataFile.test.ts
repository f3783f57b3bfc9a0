import assert from 'node:assert/strict';
import { addDataFile } from '../../server/src/data/addDataFile.ts';
import { parseFrontMatter } from '../../server/src/engine/model/parseFrontMatter.ts';
import { report } from '../support/report.ts';

function added(text: string): string | undefined {
  const document = report(text);
  const edit = addDataFile(document, '缺项 表.yaml', '数据');
  if (edit === undefined) return undefined;
  document.update([{ range: edit.range, text: edit.newText }], 2);
  assert.deepEqual(parseFrontMatter(document).frontMatter.data, ['缺项 表.yaml']);
  return document.getText();
}

describe('naming a data file in a report', () => {
  it('begins a front matter where there is none', () => {
    assert.equal(added('某报告\r\n\r\n正文'), '---\r\n数据: ["缺项 表.yaml"]\r\n---\r\n某报告\r\n\r\n正文');
    assert.equal(added(''), '---\n数据: ["缺项 表.yaml"]\n---\n');
  });

  it('adds a line to the one there is', () => {
    assert.equal(added('---\n标题: 某报告\n---\n正文'), '---\n标题: 某报告\n数据: ["缺项 表.yaml"]\n---\n正文');
    assert.equal(added('---\n---\n正文'), '---\n数据: ["缺项 表.yaml"]\n---\n正文');
  });

  it('is added to the files that are named already', () => {
    const files = (text: string) => {
      const document = report(text);
      const edit = addDataFile(document, 'b.yaml', '数据');
      assert.ok(edit);
      document.update([{ range: edit.range, text: edit.newText }], 2);
      return [document.getText(), parseFrontMatter(document).frontMatter.data];
    };
    assert.deepEqual(files('---\ndata: a.csv\n---\n'), ['---\ndata: ["a.csv", "b.yaml"]\n---\n', ['a.csv', 'b.yaml']]);
    assert.deepEqual(files('---\ndata: [a.csv, 丙.xlsx]\ntitle: x\n---\n'), [
      '---\ndata: ["a.csv", "丙.xlsx", "b.yaml"]\ntitle: x\n---\n',
      ['a.csv', '丙.xlsx', 'b.yaml'],
    ]);
    assert.deepEqual(files('---\ndata:\n  - a.csv\n  - c.csv # 旧\ntitle: x\n---\n'), [
      '---\ndata:\n  - a.csv\n  - c.csv # 旧\n  - "b.yaml"\ntitle: x\n---\n',
      ['a.csv', 'c.csv', 'b.yaml'],
    ]);
  });

  it('leaves alone what has its data in the front matter or cannot be read', () => {
    for (const text of [
      '---\n数据:\n  甲: 1\n---\n',
      '---\n标题: "x\n---\n',
      '---\n标题: x\n',
      '---\n{标题: x}\n---\n',
      `---\n${'['.repeat(9999)}\n---\n`,
    ]) {
      assert.equal(added(text), undefined, text.slice(0, 30));
    }
  });
});
