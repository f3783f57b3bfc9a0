import assert from 'node:assert/strict';
import { ReportDocument } from '../../server/src/engine/document.ts';
import { type InsertSectionOptions, insertionOf, sectionsFor } from '../../server/src/features/insertSection.ts';
import { builtInCatalogue } from '../../server/src/sections/builtInCatalogue.ts';
import { parseSnippet, plainText } from '../../server/src/sections/snippet.ts';
import { english } from '../../server/src/wording/localize.ts';

const options: InsertSectionOptions = { catalogue: builtInCatalogue(), t: english, locale: 'zh-cn' };

function at(text: string): { readonly document: ReportDocument; readonly line: number } {
  const offset = text.indexOf('‸');
  const document = ReportDocument.create('file:///a.report', 'report', 1, text.slice(0, offset) + text.slice(offset + 1));
  return { document, line: document.positionAt(offset).line };
}

/** The text once the section is inserted with the cursor at ‸. */
function inserted(text: string, section: string): string {
  const { document, line } = at(text);
  const insertion = insertionOf(document, { line, character: 0 }, section, options);
  assert.ok(insertion !== undefined, section);
  const newText = plainText(parseSnippet(insertion.snippet).nodes);
  document.update([{ range: insertion.range, text: newText }], 2);
  return document.getText();
}

/** The headings, as they stand. */
function headingsOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .filter((line) => /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|#+ )/.test(line))
    .map((line) => line.slice(0, 14));
}

const report =
  '关于安全工作的自查报告\n市政府：\n现将有关情况报告如下：\n一、基本情况\n（一）制度。\n（二）责任。\n二、存在问题\n一是少。\n特此报告。\n市应急局\n2024年1月5日\n';
const cursorIn = (line: string): string => report.replace(line, `‸${line}`);

describe('Insert Section', () => {
  it('lists what comes next first and what is there last', () => {
    const { document, line } = at(cursorIn('二、存在问题'));
    const choices = sectionsFor(document, { line, character: 0 }, options);
    assert.deepEqual(
      choices.slice(0, 2).map(({ id, label }) => [id, label]),
      [
        ['section/causes', '原因分析'],
        ['section/causes/points', '原因分析'],
      ],
    );
    assert.equal(choices[0]?.description, 'required');
    assert.match(choices[0]?.detail ?? '', /与问题逐条对应/);
    const last = choices.at(-1);
    assert.equal(last?.label, '存在的主要问题');
    assert.match(last?.description ?? '', /already there/);
    assert.equal(new Set(choices.map(({ id }) => id)).size, choices.length);
  });

  it('puts a section after the current one, before the closing', () => {
    const text = inserted(cursorIn('一是少。'), 'section/causes');
    assert.deepEqual(headingsOf(text).slice(3, 5), ['二、存在问题', '三、原因分析']);
    assert.match(text, /检查督促不够。\n特此报告。\n市应急局\n2024年1月5日\n$/);
  });

  it('puts it before the next heading of its level, past deeper ones', () => {
    const text = inserted(cursorIn('（一）制度。'), 'section/causes/points');
    assert.match(text, /（二）责任。\n二、原因分析\n上述问题/);
    assert.match(text, /。\n二、存在问题\n/);
  });

  it('puts a section of a deeper level before the next heading of that level', () => {
    const text = inserted(cursorIn('（一）制度。'), 'section/ideology');
    assert.match(text, /（一）制度。\n（二）意识形态工作情况。.*\n（二）责任。/);
  });

  it('keeps closing and signature last when the cursor is on them', () => {
    for (const line of ['特此报告。', '市应急局']) {
      assert.match(inserted(cursorIn(line), 'section/causes'), /一是少。\n三、原因分析\n[^特]*特此报告。\n市应急局\n2024年1月5日\n$/);
    }
  });

  it('finds the signature where there is no closing', () => {
    const text = inserted('2024年工作总结\n一、主要工作及成效\n很‸好。\n市应急局\n2024年1月5日\n', 'section/plan');
    assert.match(text, /很好。\n二、下一年工作打算\n[\s\S]*负责，×月底前完成。\n市应急局\n2024年1月5日\n$/);
  });

  it('takes a cursor on a heading for one in its section', () => {
    assert.match(inserted(cursorIn('一、基本情况'), 'section/causes'), /（二）责任。\n二、原因分析/);
  });

  it('puts closing, attachment note and signature where they belong', () => {
    const open = '关于安全工作的自查报告\n一、基本情况\n很‸好。\n\n附件1\n台账\n一、甲\n';
    assert.match(inserted(open, 'closing/0'), /很好。\n特此报告。\n\n附件1\n/);
    assert.match(inserted(open, 'signature'), /很好。\n××××局\n20××年×月×日\n\n附件1\n/);
    assert.match(inserted(cursorIn('一是少。'), 'attachmentNote'), /特此报告。\n附件：自查问题整改台账\n市应急局/);
  });

  it('keeps a section that is put into an attachment there', () => {
    const open =
      '关于安全工作的自查报告\n一、基本情况\n很好。\n特此报告。\n市应急局\n2024年1月5日\n附件1\n台账\n一、甲\n‸乙。\n附件2\n名单\n';
    assert.match(inserted(open, 'section/problems/points'), /乙。\n二、存在的主要问题\n[^附]*附件2\n名单\n$/);
  });

  it('writes the line breaks and blank lines that the document has', () => {
    const blank = '关于安全工作的自查报告\n\n一、基本情况\n\n很‸好。\n\n二、原因分析\n\n多。\n';
    assert.match(
      inserted(blank, 'section/problems/points'),
      /很好。\n\n二、存在的主要问题\n\n从自查情况看，还存在以下问题：\n\n一是.*。\n\n二是.*。\n\n三是.*。\n\n二、原因分析\n/,
    );
    const { document } = at('关于安全工作的自查报告\r\n一、基本情况\r\n‸很好。\r\n');
    assert.deepEqual(insertionOf(document, { line: 2, character: 0 }, 'section/problems', options)?.range.start, { line: 2, character: 3 });
  });

  it('works in an empty document, in one line, and at the very end', () => {
    assert.match(inserted('‸', 'skeleton/self-inspection-report'), /^关于××工作的自查报告\n/);
    assert.doesNotMatch(inserted('‸', 'skeleton/self-inspection-report'), /\n$/);
    assert.match(inserted('关于安全工作的自查报告‸', 'section/problems'), /^关于安全工作的自查报告\n一、存在的主要问题\n/);
    assert.match(inserted('一、基本情况\n很好。‸', 'section/problems@self-inspection-report'), /很好。\n二、存在的主要问题/);
  });

  it('keeps every word of the document', () => {
    for (const { id } of sectionsFor(at(cursorIn('一是少。')).document, { line: 7, character: 0 }, options)) {
      const text = inserted(cursorIn('一是少。'), id);
      let from = 0;
      for (const line of report.split('\n')) {
        const found = text.indexOf(line, from);
        assert.ok(found >= 0, `${id}: ${line}`);
        from = found + line.length;
      }
    }
  });

  it('knows no section that it did not offer', () => {
    const { document } = at(cursorIn('一是少。'));
    assert.equal(insertionOf(document, { line: 7, character: 0 }, 'section/none', options), undefined);
    assert.doesNotThrow(() => insertionOf(document, { line: 700, character: 0 }, 'section/causes', options));
  });
});
