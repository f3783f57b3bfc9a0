import assert from 'node:assert/strict';
import { parseFrontMatter } from '../../../server/src/engine/model/parseFrontMatter.ts';
import { parseStyleFile } from '../../../server/src/engine/model/readHouseStyle.ts';
import { report } from '../../support/report.ts';

const parse = (yaml: string) => parseFrontMatter(report(`---\n${yaml}\n---\n正文。\n`));
const told = (yaml: string) =>
  parse(yaml).problems.map(({ message, args }) => message.replace(/\{(\d)\}/g, (_, place) => `${args[place]}`));

describe('style, seal and cover in the front matter', () => {
  it('are read in Chinese and in English', () => {
    const wanted = { style: 'gb33476', seal: 'stamp', cover: true };
    assert.deepEqual(parse('样式: gb33476\n用印: 签名章\n封面: 是').frontMatter, wanted);
    assert.deepEqual(parse('style: gb33476\nseal: stamp\ncover: true').frontMatter, wanted);
  });

  it('take a mapping with margins, fonts, sizes and the rest', () => {
    const chinese = `样式:
  基础: gb33476
  页边距: {上: 37毫米, 下: 3.5cm}
  行距: 28磅
  每页行数: 22行
  字体: {正文: 仿宋, 标题: 方正小标宋_GBK}
  字号: {正文: 小三, 标题: 22}
  加粗: {三级标题: 是, 条目首句: 是}
  数字字体: body
  页码: 居中`;
    const english = `style:
  preset: gb33476
  margins: {top: 37, bottom: 35 mm}
  pitch: 28
  lines: 22
  fonts: {body: 仿宋, title: 方正小标宋_GBK}
  sizes: {body: 15, title: 二号}
  bold: {heading3: true, points: yes}
  digits: body
  pageNumber: center`;
    const wanted = {
      style: 'gb33476',
      houseStyle: {
        margins: { top: 37, bottom: 35 },
        pitch: 28,
        lines: 22,
        fonts: { body: '仿宋', title: '方正小标宋_GBK' },
        sizes: { body: 15, title: 22 },
        bold: { heading3: true, points: true },
        digits: 'body',
        pageNumber: 'center',
      },
    };
    assert.deepEqual(parse(chinese), { ...parse(english), lineCount: parse(chinese).lineCount });
    assert.deepEqual(parse(english).frontMatter, wanted);
    assert.deepEqual(told(chinese), []);
  });

  it('name a style file, alone or as what a mapping stands on', () => {
    assert.deepEqual(parse('style: 样式/本局.yaml').frontMatter, { style: '样式/本局.yaml' });
    assert.deepEqual(parse('style:\n  preset: 本局.yml\n  pitch: 30').frontMatter, { style: '本局.yml', houseStyle: { pitch: 30 } });
  });

  it('are told where they make no sense, with what may stand there, and the rest counts', () => {
    const { frontMatter, problems } = parse(
      'style:\n  margins: {top: 500, middle: 3}\n  pitch: 很大\n  colour: red\n  lines: 22\nseal: 红章\ncover: 大约',
    );
    assert.deepEqual(frontMatter, { houseStyle: { margins: {}, lines: 22 } });
    assert.deepEqual(
      problems.map(({ range, severity }) => [range.start.line, range.start.character, severity]),
      [
        [2, 17, 'warning'],
        [2, 22, 'warning'],
        [3, 9, 'warning'],
        [4, 2, 'warning'],
        [6, 6, 'warning'],
        [7, 7, 'warning'],
      ],
    );
    assert.match(told('style: {margins: {top: 500}}')[0] ?? '', /^top must be a number from 5 to 80, in millimetres/);
    assert.match(told('style: {colour: red}')[0] ?? '', /no style key “colour”.*margins（页边距）/);
    assert.match(told('style: {sizes: {body: 零号}}')[0] ?? '', /三号/);
    assert.match(told('style: {pageNumber: 上}')[0] ?? '', /outer（外侧）、center（居中）/);
    assert.match(told('style: fancy')[0] ?? '', /no layout called “fancy”.*common.*\.yaml/);
    assert.match(told('seal: 红章')[0] ?? '', /stamp 签名章/);
    assert.match(told('style: {margins: 37}')[0] ?? '', /top（上）/);
  });

  it('take no font name that could end a string of a style sheet', () => {
    for (const name of ['a"};x{', "a', b", 'a;b', '</style>', `${'字'.repeat(200)}`]) {
      const { frontMatter, problems } = parse(`style:\n  fonts:\n    body: ${JSON.stringify(name)}`);
      assert.deepEqual([name, frontMatter.houseStyle?.fonts, problems.length], [name, {}, 1]);
    }
  });
});

describe('a style file', () => {
  it('says where it is wrong, and the rest counts', () => {
    const { style, problems } = parseStyleFile('行距: 28\n字号:\n  正文: 零号\n基础: 其他\n');
    assert.equal(style.pitch, 28);
    assert.deepEqual(
      problems.map(({ range }) => range.start.line),
      [2, 0],
    );
    assert.deepEqual(parseStyleFile('').problems, []);
    assert.equal(parseStyleFile('- 28').problems.length, 1);
    assert.ok(parseStyleFile('行距: [28\n').problems.length > 0);
    assert.match(parseStyleFile('['.repeat(30_000)).problems[0]?.message ?? '', /too deeply/);
  });
});
