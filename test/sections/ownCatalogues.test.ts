// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets are written so.
import assert from 'node:assert/strict';
import { builtInCatalogue } from '../../server/src/sections/builtInCatalogue.ts';
import { findType } from '../../server/src/sections/catalogue.ts';
import { mergeCatalogues } from '../../server/src/sections/mergeCatalogues.ts';
import { NamePinyin } from '../../server/src/sections/pinyin.ts';
import { readCatalogueFile } from '../../server/src/sections/readCatalogueFile.ts';
import { english } from '../../server/src/wording/localize.ts';

const read = (text: string) => readCatalogueFile(text, english);
const merge = (...files: readonly (readonly [name: string, json: unknown])[]) =>
  mergeCatalogues(
    builtInCatalogue(),
    files.map(([name, json]) => ({ name, file: read(typeof json === 'string' ? json : JSON.stringify(json, undefined, 1)) })),
    english,
  );
const section = (id: string, name = id) => ({ id, name, body: ['${heading:1}甲', '全年${1:*}次。'] });
const type = (id: string) => ({ id, name: '巡防报告', title: '关于${1:××}的巡防报告', sections: [section('a', '巡防情况')] });

describe('a catalogue file', () => {
  it('says where a snippet is broken, and the rest loads', () => {
    const text =
      '{\n "extends": "自查报告",\n "sections": [\n  {"id": "a", "name": "甲", "body": ["好${1:*"]},\n  {"id": "b", "name": "乙", "body": ["好"]}\n ]\n}';
    const { loaded, problems } = read(text);
    assert.deepEqual(
      loaded.extensions[0]?.sections.map(({ id }) => id),
      ['b'],
    );
    assert.deepEqual(problems[0]?.range, { start: { line: 3, character: 36 }, end: { line: 3, character: 44 } });
    assert.match(problems[0]?.message ?? '', /Broken snippet at column 2: unclosed/);
    assert.equal(problems.length, 1);
  });

  it('that is no JSON is not used, and says where it breaks', () => {
    const { loaded, problems } = read('{\n "extends": "通知",\n "sections": [}\n');
    assert.deepEqual(loaded.extensions, []);
    assert.equal(problems.length, 1);
    assert.equal(problems[0]?.range.start.line, 2);
    assert.match(problems[0]?.message ?? '', /not valid JSON/);
    assert.match(read('').problems[0]?.message ?? '', /not valid JSON: a value is wanted here/);
  });

  it('of the wrong shape says so at its place', () => {
    assert.match(read('7').problems[0]?.message ?? '', /must be an object/);
    assert.match(read('[{"id": 3}]').problems[0]?.message ?? '', /“id” must be a text/);
    assert.deepEqual(read('[\n{"id": 3, "name": "x"}]').problems[0]?.range, {
      start: { line: 1, character: 7 },
      end: { line: 1, character: 8 },
    });
    assert.match(read('{"extends": "通知", "sections": {}}').problems[0]?.message ?? '', /“sections” must be an array/);
  });

  it('nested a million times deep is refused, not followed', () => {
    assert.match(read('['.repeat(1_000_000)).problems[0]?.message ?? '', /not valid JSON/);
    assert.match(read(`{"a": "${'['.repeat(1000)}"}`).problems[0]?.message ?? '', /“id” must be/);
  });

  it('may have comments and a comma too many', () => {
    assert.deepEqual(read('{ // 本局用\n "extends": "通知", "sections": [],\n}').problems, []);
  });
});

describe('catalogues of the writer', () => {
  it('add types, which stand before ours', () => {
    const { catalogue, problems } = merge(['本局', type('patrol')]);
    assert.deepEqual(problems, [[]]);
    assert.equal(catalogue.types[0]?.name, '巡防报告');
    assert.equal(catalogue.types.length, builtInCatalogue().types.length + 1);
  });

  it('add sections to one type, or to all of a language', () => {
    const { catalogue } = merge(
      ['本局', { extends: '自查报告', sections: [section('x', '本局特色')] }],
      ['通用', { extends: '*', sections: [section('y', '附言')] }],
    );
    const own = findType(catalogue.types, 'self-inspection-report')?.sections.filter(({ source }) => source !== undefined);
    assert.deepEqual(
      own?.map(({ name, source }) => [name, source]),
      [
        ['本局特色', '本局'],
        ['附言', '通用'],
      ],
    );
    assert.ok(findType(catalogue.types, 'notice')?.sections.some(({ id }) => id === 'y'));
    assert.ok(!findType(catalogue.types, 'status-report')?.sections.some(({ id }) => id === 'y'));
    assert.ok(!findType(builtInCatalogue().types, 'notice')?.sections.some(({ id }) => id === 'y'));
  });

  it('put a section of theirs in the place of ours with the same id', () => {
    const { catalogue, problems } = merge(['本局', { extends: '自查报告', sections: [section('overview', '本局基本情况')] }]);
    const before = findType(builtInCatalogue().types, '自查报告')?.sections ?? [];
    const after = findType(catalogue.types, '自查报告')?.sections ?? [];
    assert.equal(after.length, before.length);
    assert.equal(after[before.findIndex(({ id }) => id === 'overview')]?.name, '本局基本情况');
    assert.deepEqual(problems, [[]]);
  });

  it('with the same id twice are told of at the second, and the first is used', () => {
    const { catalogue, problems } = merge(['甲', type('patrol')], ['乙', [type('patrol'), type('other')]]);
    assert.equal(catalogue.types.filter(({ id }) => id === 'patrol').length, 1);
    assert.equal(catalogue.types[0]?.sections[0]?.source, '甲');
    assert.match(problems[1]?.[0]?.message ?? '', /^甲 has a document type with the id “patrol” already/);
    assert.equal(problems[1]?.[0]?.range.start.line, 2);
    const sections = merge(['甲', { extends: '通知', sections: [section('x')] }], ['乙', { extends: '*', sections: [section('x')] }]);
    assert.equal(sections.problems[1]?.length, 1);
    assert.match(sections.problems[1]?.[0]?.message ?? '', /^甲 has a section with the id “x” already/);
  });

  it('cannot take the id of a type of ours, nor add to one that there is not', () => {
    assert.match(merge(['甲', type('notice')]).problems[0]?.[0]?.message ?? '', /choose another id, or add to that type with "extends"/);
    assert.match(merge(['甲', { extends: '小说', sections: [] }]).problems[0]?.[0]?.message ?? '', /no document type “小说”/);
  });

  it('are found by pinyin, ours by the readings made at build', () => {
    const { pinyin } = merge(['甲', type('patrol')]).catalogue;
    assert.deepEqual(pinyin.get('巡防情况'), ['xunfangqingkuang', 'xfqk']);
    assert.deepEqual(pinyin.get('存在问题'), ['cunzaiwenti', 'czwt']);
  });
});

describe('the pinyin of a name', () => {
  const pinyin = new NamePinyin();

  it('reads characters as the words want it', () => {
    assert.deepEqual(pinyin.get('银行执行情况'), ['yinhangzhixingqingkuang', 'yhzxqk']);
    assert.deepEqual(pinyin.get('重点工作调研'), ['zhongdiangongzuodiaoyan', 'zdgzdy']);
    assert.equal(pinyin.get('局长会计工作重组')?.[0], 'juzhangkuaijigongzuochongzu');
  });

  it('keeps letters and digits, and knows nothing without Chinese characters', () => {
    assert.deepEqual(pinyin.get('A股2024（试点）'), ['agu2024shidian', 'ag2024sd']);
    assert.equal(pinyin.get('Summary'), undefined);
    assert.equal(pinyin.get('𠮷'), undefined);
  });

  it('agrees with the table of our names in all but a few readings', () => {
    const { types, pinyin: known } = builtInCatalogue();
    const names = types.filter(({ language }) => language === 'zh-CN').flatMap(({ sections }) => sections.map(({ name }) => name));
    const odd = names.filter((name) => pinyin.get(name)?.[0] !== known.get(name)?.[0]);
    assert.ok(odd.length <= names.length * 0.02, odd.join(' '));
  });
});
