import assert from 'node:assert/strict';
import type { ReportDocument } from '../../../server/src/engine/document.ts';
import { blocksOf, reportOf } from '../../../server/src/engine/model/blocks.ts';
import { outlineOf } from '../../../server/src/engine/model/outline.ts';
import { findingsOf } from '../../../server/src/engine/rules/findings.ts';
import type { FieldTexts } from '../../../server/src/engine/syntax/fields.ts';
import { report } from '../../support/report.ts';

const values = (all: Readonly<Record<string, string>>): FieldTexts => ({ text: (expression) => all[expression.split('|')[0] ?? ''] });
const text = '# 报告\n\n一、植树\n\n全年植树{{面积}}亩，支出{{投资|万元|1}}万元，参加*人。\n\n二、造林\n\n没有空缺。\n';
const missing = (document: ReportDocument) => [...findingsOf(document)].filter(({ code }) => code === 'missing-data').length;
const printed = (document: ReportDocument) =>
  reportOf(document).blocks.flatMap((block) =>
    'inlines' in block
      ? [block.inlines.map((inline) => ('value' in inline ? inline.value : 'text' in inline ? inline.text : '')).join('')]
      : [],
  );

describe('named data in a document', () => {
  it('are missing until they have a value, and again without it: in counts, findings and outline', () => {
    const document = report(text);
    const counts = () => [document.missingCount, missing(document), outlineOf(document)[0]?.children[0]?.missing];
    assert.deepEqual(counts(), [3, 3, 3]);
    document.setValues(values({ 面积: '320' }));
    assert.deepEqual(counts(), [2, 2, 2]);
    document.setValues(values({ 面积: '320', 投资: '45.6' }));
    assert.deepEqual(counts(), [1, 1, 1]);
    document.setValues(undefined);
    assert.deepEqual(counts(), [3, 3, 3]);
  });

  it('print their values, the new ones after a change', () => {
    const document = report(text);
    document.setValues(values({ 面积: '320', 投资: '45.6' }));
    assert.equal(printed(document)[0], '全年植树320亩，支出45.6万元，参加*人。');
    document.setValues(values({ 面积: '400', 投资: '45.6' }));
    assert.equal(printed(document)[0], '全年植树400亩，支出45.6万元，参加*人。');
  });

  it('tell which lines changed, and keep all other blocks', () => {
    const document = report(text);
    const before = [...blocksOf(document)];
    assert.deepEqual(document.setValues(values({ 面积: '320' })), { from: 4, removed: 1, inserted: 1 });
    const after = [...blocksOf(document)];
    assert.deepEqual(
      after.map((block, i) => block === before[i]),
      before.map((block) => !('inlines' in block && block.inlines.length > 3)),
    );
    const version = document.findingsVersion;
    assert.deepEqual(document.setValues(values({ 面积: '320' })), { from: 0, removed: 0, inserted: 0 });
    assert.ok(document.findingsVersion > version, 'other values may have other findings');
  });

  it('get their values as they are typed', () => {
    const document = report(text);
    document.setValues(values({ 面积: '320', 户数: '12' }));
    const at = { line: 8, character: 0 };
    document.update([{ range: { start: at, end: at }, text: '共{{户数}}户。' }], 2);
    assert.equal(document.missingCount, 2);
    assert.deepEqual(
      document.line(8).fields.map(({ value }) => value),
      ['12'],
    );
  });

  it('print where a comment silences missing data, and stay what they are in code, behind a backslash and in other languages', () => {
    const document = report(
      '<!-- report-writer-disable missing-data -->\n甲{{a}}乙。\n\n`{{a}}` \\{{a}} {{#each a}} {{a}}\n\n```\n{{a}}\n```\n\n｛｛a｝｝丙\n',
    );
    document.setValues(values({ a: '7' }));
    assert.deepEqual(printed(document), ['甲7乙。', '{{a}} {{a}} {{#each a}} 7', '7丙']);
  });

  it('leave a datum missing of which only a part has a value', () => {
    const document = report('于{{年}}年{{月}}月××日举行。\n');
    document.setValues(values({ 年: '2025', 月: '3' }));
    assert.ok(document.missingCount > 0);
    const whole = report('于{{年}}年{{月}}月举行。\n');
    whole.setValues(values({ 年: '2025', 月: '3' }));
    assert.equal(whole.missingCount, 0);
    assert.equal(printed(whole)[0], '于2025年3月举行。');
  });

  it('cost nothing where there are none, however long the report', () => {
    const document = report('没有字段。\n'.repeat(20_000));
    assert.deepEqual(document.setValues(values({ a: '1' })), { from: 0, removed: 0, inserted: 0 });
  });
});
