import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type FillOptions, fillMissing } from '../../server/src/features/fillMissing.ts';
import { reportAt } from '../support/report.ts';

/** The text after the value went in at `‸`, here or in all places. */
function filled(marked: string, value: string, scope: FillOptions['scope'] = 'here'): string {
  const { document, position } = reportAt(marked);
  const edits = fillMissing(document, position, { value, scope });
  return TextDocument.applyEdits(TextDocument.create(document.uri, 'report', 1, document.getText()), [...edits]);
}

describe('Filling a missing datum', () => {
  it('replaces the mark alone, and keeps its unit', () => {
    assert.equal(filled('全年召开会议‸*次，协调资金**余万元。', '12'), '全年召开会议12次，协调资金**余万元。');
    assert.equal(filled('协调资金‸**余万元。', ' 300 '), '协调资金300余万元。');
    assert.equal(filled('参会‸【待补：参会人数】人。', '40'), '参会40人。');
    assert.equal(filled('参加‸（ ）人。', '40'), '参加40人。');
    assert.equal(filled('于‸20XX年X月X日成立。', '2025年3月5日'), '于2025年3月5日成立。');
  });

  it('puts a number that is simply not there before its unit, and replaces nothing', () => {
    assert.equal(filled('共召开‸次会议。', '12'), '共召开12次会议。');
  });

  it('keeps the marks of a title and of a quotation, and never doubles them', () => {
    assert.equal(filled('认真学习‸《 》精神。', '实施方案'), '认真学习《实施方案》精神。');
    assert.equal(filled('认真学习‸《 》精神。', '《实施方案》'), '认真学习《实施方案》精神。');
    assert.equal(filled('广泛开展‸“ ”活动。', '清廉'), '广泛开展“清廉”活动。');
  });

  it('keeps a value on one line', () => {
    assert.equal(filled('由‸×××同志主持。', '欧阳\r\n  修远'), '由欧阳 修远同志主持。');
  });

  it('does nothing where no datum begins', () => {
    assert.equal(filled('全年‸召开会议*次。', '12'), '全年召开会议*次。');
  });

  const twice = '公务接待费‸*元。\n其中：公务接待费*元，公务接待费*万元，车辆运行费*元。';

  it('fills all of the same name, kind and unit when asked to, and no others', () => {
    assert.equal(filled(twice, '500', 'all'), '公务接待费500元。\n其中：公务接待费500元，公务接待费*万元，车辆运行费*元。');
    assert.equal(filled(twice, '500', 'here'), '公务接待费500元。\n其中：公务接待费*元，公务接待费*万元，车辆运行费*元。');
  });

  it('takes dates, names of persons and numbers of figures for different ones', () => {
    for (const text of ['于‸X月X日开始，于X月X日结束。', '由‸×××同志主持，×××同志主讲。', '见图‸*、图*。']) {
      const { document, position } = reportAt(text);
      assert.equal(fillMissing(document, position, { value: '1', scope: 'all' }).length, 1, text);
    }
  });
});
