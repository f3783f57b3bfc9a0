import assert from 'node:assert/strict';
import { bindSheets } from '../../server/src/data/bind.ts';
import { checkFields } from '../../server/src/data/checkFields.ts';
import { columnNames } from '../../server/src/data/columns.ts';
import { describeSheetProblem } from '../../server/src/data/describeSheetProblem.ts';
import { fieldsOf } from '../../server/src/data/fields.ts';
import { nearestName } from '../../server/src/data/nearest.ts';
import { readYamlSheet } from '../../server/src/data/readYaml.ts';
import { english } from '../../server/src/wording/localize.ts';
import { report } from '../support/report.ts';

const yaml = (text: string, path = 'a.yaml') => readYamlSheet(path, text);

describe('the data of a report', () => {
  it('come from all its sheets; the first counts, and a problem says so', () => {
    const values = bindSheets([yaml('甲: 1\n', 'a.yaml'), yaml('乙: 2\n甲: 3\n', 'b.yaml')]);
    assert.equal(values.get('甲')?.value, '1');
    assert.equal(values.get('乙')?.sheet.path, 'b.yaml');
    assert.deepEqual(
      values.problems.map((one) => describeSheetProblem(one.path, one, english)),
      ['b.yaml, line 2: “甲” is in a.yaml (#1) as well; that one counts. Rename or delete one.'],
    );
  });

  it('are found by other names as well, but a key goes before an alias', () => {
    const values = bindSheets([yaml('甲: {值: 1, 别名: 子、乙}\n乙: 2\n')]);
    assert.deepEqual([values.get('子')?.key, values.get('乙')?.value, values.get('丙')], ['甲', '2', undefined]);
  });

  it('keep the problems of their sheets, and say which formula is wrong', () => {
    const values = bindSheets([yaml('甲: [1]\n乙: =甲甲+1\n')]);
    assert.deepEqual(
      values.problems.map((one) => describeSheetProblem(one.path, one, english)),
      [
        'a.yaml, line 1: “甲” has a list for its value: give it one value, or one name each.',
        'a.yaml, line 2: “乙”: The formula names “甲甲”, which no row has.',
      ],
    );
  });
});

describe('the fields of a report', () => {
  it('stand where they stand, without those in code, comments and front matter', () => {
    const document = report(
      '---\n标题: "{{甲}}"\n---\n正文{{ 甲 |万元}}万元，｛｛乙｝｝。`{{丙}}`\n<!-- {{丁}} -->\n```\n{{戊}}\n```\n{{f(x)}}{{}}\n',
    );
    assert.deepEqual(
      [...fieldsOf(document)].map(({ key, keyRange, after }) => [key, document.getText(keyRange), after]),
      [
        ['甲', '甲', '万元，｛｛乙｝｝。`{{'],
        ['乙', '乙', '。`{{丙}}`'],
      ],
    );
  });
});

describe('the check of fields', () => {
  const values = bindSheets([yaml('公务接待费: {值: 3, 单位: 万元}\n公务用车费:\n没用:\n部分: 1\n合计: =部分+1\n坏: =部分/0\n')]);

  it('says unknown keys with the one probably meant, values still to come, and units that do not fit', () => {
    const document = report('接待{{公务接待费用}}万元，用车{{公务用车费}}元，接待{{公务接待费}}元，{{完全不同的东西}}，{{合计}}，{{坏}}。');
    const { problems, unused } = checkFields(document, values);
    assert.deepEqual(
      problems.map(({ code, suggestion, range }) => [code, document.getText(range), suggestion]),
      [
        ['unknown-key', '公务接待费用', '公务接待费'],
        ['empty-value', '{{公务用车费}}', undefined],
        ['unit', '{{公务接待费}}', undefined],
        ['unknown-key', '完全不同的东西', undefined],
        ['formula', '{{坏}}', undefined],
      ],
    );
    assert.equal(
      english(problems[0]?.message ?? '', ...(problems[0]?.args ?? [])),
      'No data sheet has “公务接待费用”. Did you mean “公务接待费”?',
    );
    assert.deepEqual(
      unused.map(({ key }) => key),
      ['没用'],
    );
  });

  it('finds nothing where all is well', () => {
    assert.deepEqual(checkFields(report('接待{{公务接待费}}余万元，即{{公务接待费|元}}元。'), values).problems, []);
  });
});

describe('the nearest name', () => {
  it('differs in few letters, is contained, or is none', () => {
    const names = ['reception_cost', 'travel', '招商引资总额', '专题会次数'];
    assert.deepEqual(
      ['reception_csot', 'TRAVEL', '招商引资额', '专题会议次数', '会', '', 'zzzz'].map((word) => nearestName(word, names)),
      ['reception_cost', 'travel', '招商引资总额', '专题会次数', undefined, undefined, undefined],
    );
  });
});

describe('the names of columns', () => {
  it('are each of one attribute', () => {
    const all = columnNames.flatMap(({ names }) => names.map((name) => name.toLowerCase()));
    assert.equal(new Set(all).size, all.length);
  });
});
