import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver';
import { readSheet } from '../../server/src/data/readSheet.ts';
import { dataSourcesOf, type ReportData, reportDataOf } from '../../server/src/data/reportData.ts';
import { codeActions } from '../../server/src/features/codeActions.ts';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { fieldCompletion } from '../../server/src/features/fieldCompletion.ts';
import { fieldHover } from '../../server/src/features/fieldHover.ts';
import { fieldInlayHints } from '../../server/src/features/fieldInlayHints.ts';
import { fieldDefinition, fieldReferences } from '../../server/src/features/fieldPlaces.ts';
import { fieldRename } from '../../server/src/features/fieldRename.ts';
import { builtInCatalogue } from '../../server/src/sections/builtInCatalogue.ts';
import { english } from '../../server/src/wording/localize.ts';
import { reportAt } from '../support/report.ts';

const yaml =
  '植树面积: {数值: 320, 单位: 亩, 来源: 林业站, 责任人: 张工, 截止: 2025-12-01, 上年: 280, 别名: 造林面积}\n"植树投资": 45.6万元\n待补:\n';
const csv = '\uFEFF名称,数值\r\n"户数",12\r\n人数,30\r\n';
const files = new Map([
  ['figures.yaml', yaml],
  ['census.csv', csv],
]);
const sheet = (path: string) => readSheet(path, new TextEncoder().encode(files.get(path) ?? ''));
const data = (...paths: string[]): ReportData => reportDataOf(paths.map(sheet));
const both = data('figures.yaml', 'census.csv');
const fileOf = (path: string) => `file:///test/${path}`;

function apply(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  for (const { range, newText } of edits.toReversed()) {
    const line = lines[range.start.line] ?? '';
    lines[range.start.line] = line.slice(0, range.start.character) + newText + line.slice(range.end.character);
  }
  return lines.join('\n');
}

describe('completion of named data', () => {
  const complete = (marked: string) => {
    const { document, position } = reportAt(marked);
    const list = fieldCompletion(document, position, { data: both, catalogue: builtInCatalogue(), pinyin: true, t: english });
    const [first] = list?.items ?? [];
    const edit = first?.textEdit;
    const result = edit && 'range' in edit ? apply(document.getText(), [{ range: edit.range, newText: edit.newText }]) : undefined;
    return { labels: list?.items.map(({ label }) => label), first, result };
  };

  it('offers all names with value and unit after two braces, and what the sheet says of them', () => {
    const { labels, first } = complete('正文。\n\n共{{‸');
    assert.deepEqual(labels, ['植树面积', '植树投资', '待补', '户数', '人数']);
    assert.equal(first?.detail, '320 亩');
    const words = typeof first?.documentation === 'object' ? first.documentation.value : '';
    for (const part of ['林业站', '张工', '280', '2025']) assert.ok(words.includes(part), words);
  });

  it('closes the braces once, whatever stands behind the cursor', () => {
    for (const [before, after] of [
      ['共{{‸', '共{{植树面积}}'],
      ['共{{‸}}亩', '共{{植树面积}}亩'],
      ['共{{‸}亩', '共{{植树面积}}亩'],
      ['共{{植‸错}}亩', '共{{植树面积}}亩'],
      ['共{{植‸|万亩|1}}万亩', '共{{植树面积|万亩|1}}万亩'],
      ['共｛｛‸', '共｛｛植树面积｝｝'],
      ['共{{‸，其中{{人数}}人', '共{{植树面积}}，其中{{人数}}人'],
    ]) {
      assert.equal(complete(`正文。\n\n${before}`).result, `正文。\n\n${after}`);
    }
    const table = '| 项 | 数 |\n|---|---|\n| 共 | {{‸ |';
    assert.equal(complete(table).result, table.replace('‸', '植树面积}}'));
  });

  it('finds a name by any part of it, and by its other names', () => {
    assert.deepEqual(complete('共{{投资‸').labels, ['植树投资']);
    assert.deepEqual(complete('共{{造林‸').labels, ['植树面积']);
  });

  it('is silent elsewhere', () => {
    for (const text of ['共{‸', '共{{a}}‸', '共{{植树面积|‸', '```\n{{‸', '---\ntitle: {{‸\n---'])
      assert.equal(complete(text).labels, undefined, text);
  });
});

describe('a named datum', () => {
  const marked = '正文。\n\n共{{植树‸面积}}亩，{{造林面积|0}}亩，{{人数}}人，{{待补}}，{{没有}}。\n';
  const { document, position } = reportAt(marked);

  it('tells its value, unit, source, owner, due and last year on hovering', () => {
    const hover = fieldHover(document, position, both, english);
    const words = hover && typeof hover.contents === 'object' && 'value' in hover.contents ? hover.contents.value : '';
    for (const part of ['320 亩', '林业站', '张工', '280', 'figures', 'line 1']) assert.ok(words.includes(part), words);
    assert.equal(fieldHover(document, { line: 0, character: 1 }, both, english), undefined);
  });

  it('leads to its line in the sheet', () => {
    const at = (character: number) => fieldDefinition(document, { line: 2, character }, both, fileOf);
    assert.deepEqual(at(3), {
      uri: 'file:///test/figures.yaml',
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } },
    });
    const people = document.line(2).text.indexOf('人数');
    assert.deepEqual(at(people)?.range.start, { line: 2, character: 0 });
    assert.equal(at(document.line(2).text.indexOf('没有')), undefined);
  });

  it('is found wherever it is used, also under another name', () => {
    const found = fieldReferences(document, position, both, { declaration: true, fileOf });
    assert.deepEqual(
      found.map(({ uri, range }) => [uri, range.start.line, range.start.character]),
      [
        ['file:///test/figures.yaml', 0, 0],
        [document.uri, 2, 3],
        [document.uri, 2, 13],
      ],
    );
    assert.equal(fieldReferences(document, position, undefined, { declaration: true, fileOf }).length, 1);
  });

  it('shows its value behind the field, as it is printed', () => {
    const whole = { start: { line: 0, character: 0 }, end: { line: document.lineCount - 1, character: 0 } };
    assert.deepEqual(
      fieldInlayHints(document, whole, both).map(({ label }) => label),
      ['320', '320', '30'],
    );
  });
});

describe('renaming a named datum', () => {
  const rename = async (marked: string, name: string, known: ReportData | undefined = both, texts = files) => {
    const { document, position } = reportAt(marked);
    const result = await fieldRename(document, position, name, known, { t: english, textOf: async (path) => texts.get(path) });
    if ('refusal' in result) return result.refusal;
    const { report, sheet } = result;
    return [apply(document.getText(), report), sheet && apply(texts.get(sheet.path) ?? '', sheet.edits)];
  };

  it('changes every use and the name in the sheet, and nothing else', async () => {
    assert.deepEqual(await rename('正文。\n\n共{{植树‸面积}}亩，{{ 植树面积|万亩|1 }}万亩，{{植树投资}}。', '造林总面积'), [
      '正文。\n\n共{{造林总面积}}亩，{{ 造林总面积|万亩|1 }}万亩，{{植树投资}}。',
      yaml.replace('植树面积', '造林总面积'),
    ]);
    assert.deepEqual(await rename('正文。\n\n共{{植树投‸资}}。', '投资'), ['正文。\n\n共{{投资}}。', yaml.replace('植树投资', '投资')]);
    assert.deepEqual(await rename('正文。\n\n共{{户‸数}}户。', '农户数', both, new Map([...files, ['census.csv', csv.slice(1)]])), [
      '正文。\n\n共{{农户数}}户。',
      csv.slice(1).replace('户数', '农户数'),
    ]);
  });

  it('there and back gives the text as it was', async () => {
    const text = '正文。\n\n共{{植树‸面积}}亩。';
    const [there = '', sheetThere = ''] = (await rename(text, '面积')) as string[];
    const changed = new Map([...files, ['figures.yaml', sheetThere]]);
    const known = reportDataOf([readSheet('figures.yaml', new TextEncoder().encode(sheetThere))]);
    assert.deepEqual(await rename(there.replace('面积', '面‸积'), '植树面积', known, changed), [text.replace('‸', ''), yaml]);
  });

  it('changes the front matter where the datum stands there', async () => {
    const text = '---\ndata:\n  户数: 12\n---\n\n正文。\n\n共{{户‸数}}户。';
    const { document } = reportAt(text);
    const own = dataSourcesOf(document)?.own;
    assert.ok(own);
    assert.deepEqual(await rename(text, '农户', reportDataOf([own])), [text.replace('‸', '').replaceAll('户数', '农户'), undefined]);
  });

  it('is declined, with the reason, where it would do harm', async () => {
    const text = '正文。\n\n共{{植树‸面积}}亩。';
    assert.match(String(await rename(text, '人数')), /is a name in census\.csv already/);
    assert.match(String(await rename(text, 'a: b')), /cannot be a name here/);
    assert.match(String(await rename(text, 'true')), /cannot be a name here/);
    assert.match(String(await rename('正文。\n\n共{{造林‸面积}}亩。', '面积')), /is another name of “植树面积”/);
    assert.match(String(await rename(text, '面积', both, new Map([['figures.yaml', `新: 1\n${yaml}`]]))), /was not found in figures\.yaml/);
    const cell = { key: '户数', value: '3', place: { sheet: '', row: 2 } };
    assert.match(
      String(await rename('正文。\n\n{{户‸数}}户。', '农户', reportDataOf([{ path: 'a.xlsx', rows: [cell], problems: [] }]))),
      /stands in the workbook a\.xlsx/,
    );
    const formulas = reportDataOf([readSheet('f.yaml', new TextEncoder().encode('甲: 1\n乙: =sum(甲, 2)\n'))]);
    assert.match(String(await rename('正文。\n\n{{‸甲}}。', '丙', formulas)), /Formulas in the sheets name “甲”/);
  });

  it('stays in the report where no sheet knows the name', async () => {
    assert.deepEqual(await rename('正文。\n\n{{没‸有}}，{{没有}}。', '有了', undefined), ['正文。\n\n{{有了}}，{{有了}}。', undefined]);
  });
});

describe('quick fixes of named data', () => {
  const fixes = (marked: string, pattern: RegExp) => {
    const { document, position } = reportAt(marked);
    const shown = diagnostics(document, { hints: true, limit: 100, data: both, t: english });
    const range = { start: position, end: position };
    const here = shown.filter(({ range: { start, end } }) => start.character <= position.character && position.character <= end.character);
    const found = codeActions(document, { range, diagnostics: here, versioned: false, t: english }).filter(({ title }) =>
      pattern.test(title),
    );
    return found.map(({ title, edit }) => [title, apply(document.getText(), edit?.changes?.[document.uri] ?? [])]);
  };

  it('give a name that no sheet has the one that was meant', () => {
    assert.deepEqual(fixes('正文。\n\n共{{植树面‸各}}亩。', /^Change/), [['Change to “植树面积”', '正文。\n\n共{{植树面积}}亩。']]);
  });

  it('turn a gap into a named datum', () => {
    const [[title = '', text = ''] = []] = fixes('正文。\n\n公务接待费‸*万元。', /named datum/);
    assert.match(title, /\{\{公务接待费\}\}$/);
    assert.equal(text, '正文。\n\n公务接待费{{公务接待费}}万元。');
    assert.deepEqual(fixes('正文。\n\n共{{没‸有的数据}}亩。', /named datum/), []);
  });
});
