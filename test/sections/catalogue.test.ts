// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets are written so.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInCatalogue } from '../../server/src/sections/builtInCatalogue.ts';
import { builtInTypes } from '../../server/src/sections/builtInTypes.generated.ts';
import type { Body, DocumentType } from '../../server/src/sections/documentType.ts';
import { loadCatalogue } from '../../server/src/sections/loadCatalogue.ts';
import { parseSnippet, type SnippetNode } from '../../server/src/sections/snippet.ts';
import { violationsOf } from './jsonSchema.ts';

const root = process.cwd();
const { types } = builtInCatalogue();

function bodiesOf(type: DocumentType): readonly Body[] {
  return [
    [type.title],
    ...(type.addressee === '' ? [] : [[type.addressee]]),
    ...type.openings.map(({ body }) => body),
    ...type.sections.flatMap((section) => [
      section.body,
      ...section.variants.map(({ body }) => body),
      ...section.phrases.map((one) => [one]),
    ]),
    ...type.closings.map(({ body }) => body),
    type.attachmentNote,
    type.signature,
    type.note,
    ...type.variants.flatMap(({ title }) => (title === undefined ? [] : [[title]])),
  ];
}

function stopsOf(nodes: readonly SnippetNode[]): readonly number[] {
  return nodes.flatMap((node) => {
    switch (node.kind) {
      case 'placeholder':
        return [node.number, ...stopsOf(node.children)];
      case 'choice':
      case 'stop':
        return [node.number];
      default:
        return [];
    }
  });
}

describe('the catalogue', () => {
  it('has the thirty Chinese types and the ten English ones, and what else is legal', () => {
    assert.equal(types.filter(({ language }) => language === 'zh-CN').length, 38);
    assert.equal(types.filter(({ language }) => language === 'en').length, 10);
    for (const name of ['自查报告', '工作总结', '请示', '通知', '函', '会议纪要', '管理办法', 'Status Report', 'Minutes']) {
      assert.ok(
        types.some((type) => type.name === name),
        name,
      );
    }
  });

  it('has all fifteen 文种 of the regulations', () => {
    const legal = '决议 决定 命令 公报 公告 通告 意见 通知 通报 报告 请示 批复 议案 函 纪要'.split(' ');
    const sent = new Set(types.map(({ sentAs }) => sentAs));
    assert.deepEqual(
      legal.filter((name) => !sent.has(name)),
      [],
    );
  });

  it('loads without a problem', () => {
    assert.deepEqual(loadCatalogue(builtInTypes).problems, []);
    assert.equal(types.length, builtInTypes.length);
  });

  it('keeps to its JSON schema', () => {
    const schema = JSON.parse(readFileSync(join(root, 'snippets/section-catalogue.schema.json'), 'utf8'));
    for (const language of ['zh-CN', 'en']) {
      for (const file of readdirSync(join(root, 'snippets', language))) {
        const json: unknown = JSON.parse(readFileSync(join(root, 'snippets', language, file), 'utf8'));
        assert.deepEqual(violationsOf(json, schema.definitions.documentType, schema), [], file);
      }
    }
  });

  it('has a schema that bites', () => {
    const schema = JSON.parse(readFileSync(join(root, 'snippets/section-catalogue.schema.json'), 'utf8'));
    const json = { id: 'Bad Id', name: '', kind: 'other', sections: [], extra: 1 };
    assert.ok(violationsOf(json, schema.definitions.documentType, schema).length >= 8);
  });

  it('numbers the tab stops of each text from 1 without a gap', () => {
    for (const type of types) {
      for (const body of bodiesOf(type)) {
        const stops = new Set(body.flatMap((line) => stopsOf(parseSnippet(line).nodes)));
        assert.deepEqual(
          [...stops].sort((a, b) => a - b),
          Array.from({ length: stops.size }, (_, i) => i + 1),
          `${type.id}: ${body[0]}`,
        );
      }
    }
  });

  it('begins each section with a heading that bears its name', () => {
    for (const type of types) {
      for (const section of type.sections) {
        for (const body of [section.body, ...section.variants.map((variant) => variant.body)]) {
          assert.ok(body[0]?.startsWith(`\${heading:${section.level}}${section.name}`), `${type.id}/${section.id}: ${body[0]}`);
        }
      }
    }
  });

  it('tells the writer what belongs in each section', () => {
    for (const type of types) {
      assert.ok(type.summary.length >= 10, type.id);
      for (const section of type.sections) {
        assert.ok(section.guidance.length >= 8, `${type.id}/${section.id}`);
      }
    }
  });

  /** Mostly a paragraph or two: whoever writes them in sections may, and nobody is told to. */
  const short = ['resolution', 'decision', 'order', 'communique', 'announcement', 'public-notice', 'bill'];

  it('has required sections in each type but short ones, and an ending for each 文种', () => {
    for (const type of types) {
      assert.equal(
        type.sections.some(({ presence }) => presence === 'required'),
        !short.includes(type.id),
        type.id,
      );
      if (type.kind === 'legal') {
        assert.ok(type.sentAs !== '' && type.signature.length === 2, type.id);
      }
    }
  });

  it('asks for nothing in a report: requests go out in a 请示', () => {
    for (const type of types.filter(({ sentAs }) => sentAs === '报告')) {
      for (const line of bodiesOf(type).flat()) {
        assert.doesNotMatch(line, /请批示|请批复|妥否|请予批准|恳请/, type.id);
      }
    }
  });

  it('has pinyin and imports that are up to date', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/buildSections.mjs', '--check'], { cwd: root, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });

  it('reads characters of several sounds as the names have them', () => {
    const { pinyin } = builtInCatalogue();
    assert.deepEqual(pinyin.get('存在的主要问题'), ['cunzaidezhuyaowenti', 'czdzywt']);
    assert.deepEqual(pinyin.get('调研报告'), ['diaoyanbaogao', 'dybg']);
    assert.equal(pinyin.get('重点任务')?.[1], 'zdrw');
    assert.equal(pinyin.get('成果转化和长效机制')?.[1], 'cgzhhcxjz');
    assert.equal(pinyin.get('履行职责情况')?.[0], 'lvxingzhizeqingkuang');
  });
});

describe('loading a catalogue', () => {
  const section = { id: 'a', name: '甲', level: 1, presence: 'required', guidance: '…', body: ['${heading:1}甲', '${1:*}次'] };
  const type = { id: 't', language: 'zh-CN', name: '某报告', kind: 'draft', direction: 'upward', title: '某报告', sections: [section] };
  const pathsOf = (json: unknown): readonly string[] => loadCatalogue(json).problems.map(({ path }) => path);

  it('takes one type or several', () => {
    assert.equal(loadCatalogue(type).types[0]?.sections[0]?.name, '甲');
    assert.equal(loadCatalogue([type, { ...type, id: 'u' }]).types.length, 2);
  });

  it('says where something is wrong and keeps the rest', () => {
    const broken = {
      ...type,
      sections: [{ ...section, id: 'b', body: ['${heading:1}乙', '全年${1:*次'] }, section, { ...section, name: '丙' }, 7],
    };
    const { types: loaded, problems } = loadCatalogue([broken, null, { id: 'x' }, type]);
    assert.deepEqual(
      loaded[0]?.sections.map(({ id }) => id),
      ['a'],
    );
    assert.deepEqual(
      problems.map(({ path }) => path),
      ['[0].sections[3]', '[0].sections[0].body[1]', '[0].sections[2].id', '[1]', '[2].name', '[3].id'],
    );
    assert.match(problems[1]?.message ?? '', /column 3: unclosed/);
  });

  it('finds wrong levels, choices of words and references', () => {
    assert.deepEqual(pathsOf({ ...type, direction: 'sideways' }), ['direction']);
    assert.deepEqual(pathsOf({ ...type, frontMatter: ['signer'] }), ['frontMatter[0]']);
    assert.deepEqual(pathsOf({ ...type, variants: [{ id: 'v', name: 'V', sections: ['a', 'nowhere'], closing: '没有' }] }), [
      'variants[0].sections[1]',
      'variants[0].closing',
    ]);
    assert.deepEqual(pathsOf({ ...type, sections: [{ ...section, body: ['见${heading:1}甲'] }] }), ['sections[0].body[0]']);
    assert.deepEqual(pathsOf({ ...type, sections: [{ ...section, body: ['${heading:7}甲'] }] }), ['sections[0].body[0]']);
  });

  it('never throws', () => {
    for (const json of [
      undefined,
      null,
      1,
      'x',
      [],
      [[]],
      {},
      { id: 1, name: {}, sections: {} },
      { ...type, sections: 'x', openings: [1], title: 5 },
    ]) {
      assert.doesNotThrow(() => loadCatalogue(json));
    }
  });
});
