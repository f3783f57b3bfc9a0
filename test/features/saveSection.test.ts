// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets are written so.
import assert from 'node:assert/strict';
import { ReportDocument } from '../../server/src/engine/document.ts';
import type { Range } from '../../server/src/engine/text/position.ts';
import { completion } from '../../server/src/features/completion.ts';
import { sectionFile, sectionProposal } from '../../server/src/features/saveSection.ts';
import { builtInCatalogue } from '../../server/src/sections/builtInCatalogue.ts';
import { mergeCatalogues } from '../../server/src/sections/mergeCatalogues.ts';
import { readCatalogueFile } from '../../server/src/sections/readCatalogueFile.ts';
import { english } from '../../server/src/wording/localize.ts';

const options = { catalogue: builtInCatalogue(), t: english, locale: 'zh-cn' };
const open = (text: string) => ReportDocument.create('file:///a.report', 'report', 1, text);
const lines = (from: number, to: number): Range => ({ start: { line: from, character: 0 }, end: { line: to, character: 0 } });
const at = (line: number, character = 0): Range => ({ start: { line, character }, end: { line, character } });

const text = `关于安全工作的自查报告
市政府：
现将有关情况报告如下：
一、基本情况
很好。
二、巡防工作情况
　　全年巡防*次，投入$5和{{经费}}元，一个\\反斜杠。
（一）夜间巡防。出动*人次。
1.分片包干
表3 巡防一览
| 片区 | 次数 |
|---|---|
| 甲 | * |
表4 另一张
| 片区 |
三、下一步打算
继续。
`;
const saved = (range: Range, name = '巡防', type = 'self-inspection-report', of = text) => {
  const file = sectionFile(open(of), range, { name, type }, options);
  return file && (JSON.parse(file.text) as { extends: string; sections: { id: string; name: string; level: number; body: string[] }[] });
};

describe('a selection saved as a section', () => {
  it('has numbers that are worked out anew, gaps as tab stops, and everything else to the letter', () => {
    assert.deepEqual(saved(lines(5, 15))?.sections[0]?.body, [
      '${heading:1}巡防工作情况',
      '全年巡防${1:*}次，投入\\$5和{{经费\\}\\}元，一个\\\\反斜杠。',
      '${heading:2}夜间巡防。出动${2:*}人次。',
      '${heading:3}分片包干',
      '表${table} 巡防一览',
      '| 片区 | 次数 |',
      '|---|---|',
      '| 甲 | ${3:*} |',
      '表${4:×} 另一张',
      '| 片区 |',
    ]);
  });

  it('is offered again with the numbers of the place, by its name’s initials', () => {
    const file = sectionFile(open(text), lines(5, 9), { name: '巡防工作情况', type: '自查报告' }, options);
    assert.ok(file);
    const { catalogue, problems } = mergeCatalogues(
      options.catalogue,
      [{ name: file.fileName, file: readCatalogueFile(file.text, english) }],
      english,
    );
    assert.deepEqual(problems, [[]]);
    const document = open('关于安全工作的自查报告\n一、基本情况\n很好。\n/xfgz');
    const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };
    const items = completion(document, { line: 3, character: 5 }, { ...options, catalogue }, token).items;
    const item = items.find(({ filterText }) => filterText?.includes('xfgzqk'));
    assert.match(
      item?.textEdit?.newText ?? '',
      /^二、巡防工作情况\n全年巡防\$\{1:\*\}次，投入\\\$5和\{\{经费\\\}\\\}元，一个\\\\反斜杠。\n（一）夜间巡防。/,
    );
    assert.equal(item?.labelDetails?.description, '巡防工作情况');
  });

  it('is the section that the cursor is in where nothing is selected', () => {
    assert.equal(saved(at(6, 3))?.sections[0]?.body.length, 10);
    assert.equal(saved(at(8))?.sections[0]?.level, 3);
    assert.deepEqual(saved(at(16))?.sections[0]?.body, ['${heading:1}下一步打算', '继续。']);
  });

  it('is a phrase where the selection lies within a line', () => {
    const within = { start: { line: 6, character: 2 }, end: { line: 6, character: 8 } };
    assert.deepEqual(saved(within)?.sections[0]?.body, ['全年巡防${1:*}次']);
  });

  it('keeps the level of its highest heading', () => {
    assert.equal(saved(lines(7, 9))?.sections[0]?.level, 2);
    assert.equal(saved(lines(4, 5))?.sections[0]?.level, 1);
  });

  it('never takes the id of a section that there is', () => {
    assert.equal(saved(lines(5, 7))?.sections[0]?.id, 'xunfang');
    const english1 = '# Status Report\n\n## Summary\n\nAll is well.\n';
    assert.equal(saved(lines(2, 5), 'Summary', 'status-report', english1)?.sections[0]?.id, 'summary-2');
    assert.match(saved(lines(5, 7), '《》')?.sections[0]?.id ?? '', /^section/);
  });

  it('can be for all types', () => {
    assert.equal(saved(lines(5, 7), '巡防', '*')?.extends, '*');
    assert.equal(saved(lines(5, 7), '巡防', 'no-such-type')?.extends, '*');
  });

  it('has a file name that any file system takes', () => {
    assert.equal(sectionFile(open(text), lines(5, 7), { name: ' a/b:*?.. ', type: '*' }, options)?.fileName, 'ab');
    assert.equal(sectionFile(open(text), lines(5, 7), { name: '..', type: '*' }, options)?.fileName, 'section');
  });

  it('is proposed with its heading as name and the report’s type first', () => {
    const proposal = sectionProposal(open(text), lines(5, 7), options);
    assert.equal(proposal?.name, '巡防工作情况');
    assert.deepEqual(
      proposal?.types.slice(0, 2).map(({ id }) => id),
      ['self-inspection-report', '*'],
    );
    assert.equal(sectionProposal(open(text), at(6, 5), options)?.range.start.line, 5);
  });

  it('is nothing where there are no words', () => {
    assert.equal(sectionProposal(open('\n\n  \n'), lines(0, 2), options), undefined);
    assert.equal(sectionFile(open(text), lines(5, 7), { name: ' ', type: '*' }, options), undefined);
  });
});
