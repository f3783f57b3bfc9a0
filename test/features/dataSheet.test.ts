import assert from 'node:assert/strict';
import { readSheet } from '../../server/src/data/readSheet.ts';
import { reportDataOf } from '../../server/src/data/reportData.ts';
import type { ReportDocument } from '../../server/src/engine/document.ts';
import type { Range } from '../../server/src/engine/text/position.ts';
import { makeDataSheet, mergeDataSheet } from '../../server/src/features/dataSheet.ts';
import { english } from '../../server/src/wording/localize.ts';
import { report } from '../support/report.ts';

const text = '一、工作情况\n全年召开会议*次，公务接待费*万元。\n';

function apply(document: ReportDocument, edits: readonly { readonly range: Range; readonly newText: string }[]): ReportDocument {
  const changed = report(document.getText());
  changed.update(
    edits.toReversed().map(({ range, newText }) => ({ range, text: newText })),
    2,
  );
  return changed;
}

const make = (document: ReportDocument, path = 'a.data.yaml', sheets: readonly [string, string][] = []) => {
  const known = sheets.map(([name, content]) => readSheet(name, new TextEncoder().encode(content)));
  const made = makeDataSheet(document, {
    format: 'yaml',
    path,
    data: known.length === 0 ? undefined : reportDataOf(known),
    t: english,
  });
  return { ...made, words: new TextDecoder().decode(made.sheet), after: apply(document, made.edits) };
};

describe('making and merging a data sheet', () => {
  it('names the sheet, turns the gaps into fields, and puts the values back where they were', () => {
    const document = report(text);
    const { rows, named, words, after } = make(document);
    assert.deepEqual([rows, named], [2, true]);
    assert.equal(
      after.getText(),
      `---\ndata: ["a.data.yaml"]\n---\n${text.replace('会议*', '会议{{会议次数}}').replace('费*', '费{{公务接待费}}')}`,
    );
    const filled = words.replace(/(key: 会议次数\n +value:)/, '$1 12').replace(/(key: 公务接待费\n +value:)/, '$1 3.5');
    const data = reportDataOf([readSheet('a.data.yaml', new TextEncoder().encode(filled))]);
    after.setValues(data.texts);
    assert.equal(after.missingCount, 0);
    const merged = mergeDataSheet(after, data);
    assert.deepEqual(
      merged.edits.map(({ field, newText }) => [field, newText]),
      [
        ['{{会议次数}}', '12'],
        ['{{公务接待费}}', '3.5'],
      ],
    );
    assert.equal(apply(after, merged.edits).getText(), after.getText().replace('{{会议次数}}', '12').replace('{{公务接待费}}', '3.5'));
    assert.equal(merged.left, 0);
  });

  it('adds a second sheet to the first, with the new gaps only and no name twice', () => {
    const document = report('---\ndata: old.yaml\n---\n\n会议次数{{会议次数}}次，又开会议*次，参加*人。\n');
    const { rows, words, after } = make(document, 'b.yaml', [['old.yaml', '会议次数:\n']]);
    assert.equal(rows, 2);
    assert.ok(!/key: 会议次数\n/.test(words), words);
    assert.match(after.getText(), /^---\ndata: \["old\.yaml", "b\.yaml"\]\n---/);
  });

  it('says when the front matter cannot name it, and does nothing where nothing is missing', () => {
    assert.equal(make(report('---\ndata:\n  甲: 1\n---\n\n共*次。\n')).named, false);
    const { rows, edits } = make(report('没有空缺。\n'));
    assert.deepEqual([rows, edits], [0, []]);
  });

  it('leaves fields without a fitting value, and says how many', () => {
    const document = report('投资{{投资}}元，{{面积}}亩，{{没有}}。\n');
    const data = reportDataOf([readSheet('a.yaml', new TextEncoder().encode('投资: {value: 5, unit: 万元}\n面积: 320\n'))]);
    const { edits, left } = mergeDataSheet(document, data);
    assert.deepEqual([edits.map(({ newText }) => newText), left], [['320'], 2]);
    assert.deepEqual(mergeDataSheet(document, undefined), { version: 1, named: false, edits: [], left: 0 });
  });
});
