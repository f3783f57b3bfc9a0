import assert from 'node:assert/strict';
import type { ReportDocument } from '../../server/src/engine/document.ts';
import { documentLinks } from '../../server/src/features/documentLinks.ts';
import {
  labelDefinition,
  labelHighlights,
  labelReferences,
  labelRename,
  prepareLabelRename,
} from '../../server/src/features/labelPlaces.ts';
import { textAfter } from '../../server/src/structure/plan.ts';
import { english } from '../../server/src/wording/localize.ts';
import { report, reportAt } from '../support/report.ts';

const text = `关于安全工作的自查报告
市政府：
一、基本情况
详见图1和表1。
![图1 现场](photo.png)
表1 检查情况
| 项 | 数 |
| 甲 | 3 |
二、问题
见第一部分，又见图1、附件1。脚注[^a]在此，再引[^a]。
[^a]: 据统计。
特此报告。
附件：1.清单
市局
2024年1月5日
附件1
清单
`;
/** The text with a cursor before the nth (from 0) `words`. */
function at(words: string, nth = 0) {
  let offset = -1;
  for (let i = 0; i <= nth; i++) offset = text.indexOf(words, offset + 1);
  return reportAt(`${text.slice(0, offset + 1)}‸${text.slice(offset + 1)}`);
}
const wordsAt = (document: ReportDocument, places: readonly { readonly range: Parameters<ReportDocument['getText']>[0] & object }[]) =>
  places.map(({ range }) => `${range.start.line}:${document.getText(range)}`);

describe('labels', () => {
  it('lead from a mention to what it means', () => {
    for (const [words, nth, wanted] of [
      ['图1', 0, '4:图1'],
      ['表1', 0, '5:表1'],
      ['第一部分', 0, '2:一、'],
      ['附件1', 0, '15:附件1'],
      ['[^a]', 0, '10:[^a]'],
    ] as const) {
      const { document, position } = at(words, nth);
      assert.deepEqual(wordsAt(document, labelDefinition(document, position)), [wanted], words);
    }
  });

  it('are found wherever they are named, from any of these places', () => {
    const wanted = ['3:图1', '4:图1', '9:图1'];
    for (const nth of [0, 1, 2]) {
      const { document, position } = at('图1', nth);
      assert.deepEqual(wordsAt(document, labelReferences(document, position, true)), wanted);
      assert.deepEqual(wordsAt(document, labelReferences(document, position, false)), ['3:图1', '9:图1']);
    }
    const { document, position } = at('附件1', 1);
    assert.deepEqual(wordsAt(document, labelReferences(document, position, true)), ['9:附件1', '12:1', '15:附件1']);
    const section = at('一、基本');
    assert.deepEqual(wordsAt(section.document, labelHighlights(section.document, section.position)), ['2:一、', '9:第一部分']);
  });

  it('mark the declaration apart from the mentions', () => {
    const { document, position } = at('[^a]');
    assert.deepEqual(
      labelHighlights(document, position).map(({ kind }) => kind),
      [2, 2, 3],
    );
  });

  it('are not where there is none', () => {
    for (const words of ['关于', '现场', '甲', '据统计', '基本情况']) {
      const { document, position } = at(words);
      assert.deepEqual(labelHighlights(document, position), [], words);
    }
    const { document, position } = reportAt('见图‸7。');
    assert.deepEqual(labelDefinition(document, position), []);
  });

  it('get another number wherever they stand', () => {
    const { document, position } = at('图1', 2);
    assert.deepEqual(prepareLabelRename(document, position)?.placeholder, '1');
    const edits = labelRename(document, position, '3', english);
    assert.ok(edits !== undefined && !('refusal' in edits));
    assert.equal(textAfter(document, edits), text.replaceAll('图1', '图3'));
    const note = at('[^a]', 1);
    const named = labelRename(note.document, note.position, 'src-2', english);
    assert.ok(named !== undefined && !('refusal' in named));
    assert.equal(textAfter(note.document, named), text.replaceAll('[^a]', '[^src-2]'));
    const annex = at('附件1', 1);
    const other = labelRename(annex.document, annex.position, '二', english);
    assert.ok(other !== undefined && !('refusal' in other));
    assert.equal(textAfter(annex.document, other), text.replaceAll('附件1', '附件2').replace('附件：1.', '附件：2.'));
  });

  it('refuse a number that is taken, and what is none', () => {
    const two = reportAt('见表‸1。\n表1 甲\n| a |\n表2 乙\n| b |\n');
    for (const [name, why] of [
      ['2', /taken/],
      ['甲', /no number/],
      ['0', /no number/],
      ['1000', /no number/],
    ] as const) {
      const answer = labelRename(two.document, two.position, name, english);
      assert.ok(answer !== undefined && 'refusal' in answer);
      assert.match(answer.refusal, why);
    }
    const note = at('[^a]');
    const answer = labelRename(note.document, note.position, 'a b', english);
    assert.ok(answer !== undefined && 'refusal' in answer);
  });

  it('leave the numbers of sections to Renumber', () => {
    const { document, position } = at('第一部分');
    assert.equal(prepareLabelRename(document, position), undefined);
    assert.equal(labelRename(document, position, '3', english), undefined);
  });
});

describe('document links', () => {
  const links = (of: string) => {
    const document = report(of);
    return documentLinks(document, { fileOf: (path) => (path.startsWith('..') ? undefined : `file:///x/${path}`), t: english }).map(
      ({ range, target }) => [document.getText(range), target?.replace('file:///test/report.report', '')],
    );
  };

  it('lead to the note where an attachment is kept in another file', () => {
    const noted = '关于安全的报告\n区政府：\n名单见附件2，见附件3。\n特此报告。\n附件：1. 清单\n      2. 台账\n区应急局\n2024年1月5日';
    assert.deepEqual(links(noted), [['附件2', '#L6,10']]);
    assert.deepEqual(links(`${noted}\n附件2\n台账`), [['附件2', '#L9,1']]);
  });

  it('lead to pictures, to style and data files, and to what is mentioned', () => {
    assert.deepEqual(links(`---\ndata: [a.yaml, 表.xlsx]\nstyle: house.yaml\n---\n${text}`), [
      ['a.yaml', 'file:///x/a.yaml'],
      ['表.xlsx', 'file:///x/表.xlsx'],
      ['house.yaml', 'file:///x/house.yaml'],
      ['photo.png', 'file:///x/photo.png'],
      ['图1', '#L9,3'],
      ['表1', '#L10,1'],
      ['第一部分', '#L7,1'],
      ['图1', '#L9,3'],
      ['附件1', '#L20,1'],
    ]);
  });

  it('never lead out of the folder, nor where nothing is', () => {
    assert.deepEqual(links('![图](../../secret.png)\n![图](https://example.org/a.png)\n见图9。'), []);
  });
});
