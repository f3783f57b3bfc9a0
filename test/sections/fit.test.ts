import assert from 'node:assert/strict';
import { ReportDocument } from '../../server/src/engine/document.ts';
import type { HeadingLevel } from '../../server/src/engine/syntax/lineSyntax.ts';
import type { Numbering } from '../../server/src/sections/documentType.ts';
import { newNumberer, numbererAt } from '../../server/src/sections/fit.ts';

/** The number for a heading of `level` at ‸, which stands on a line of its own. */
function fitted(text: string, level: HeadingLevel, preferred: Numbering = 'chinese'): string {
  const line = text.slice(0, text.indexOf('‸')).split(/\r\n|\n|\r/).length - 1;
  const document = ReportDocument.create('file:///a.report', 'report', 1, text.replace('‸', ''));
  return numbererAt(document, line, preferred).next(level);
}

describe('the number of a new heading', () => {
  it('begins with 一、（一）1.（1） in an empty document', () => {
    assert.equal(fitted('‸', 1), '一、');
    assert.equal(fitted('‸', 2), '（一）');
    assert.equal(fitted('‸', 3), '1.');
    assert.equal(fitted('‸', 4), '（1）');
  });

  it('goes on from the last heading of its level', () => {
    const text = '报告\n一、甲\n正文。\n二、乙\n（一）丙\n1.丁\n‸\n';
    assert.equal(fitted(text, 1), '三、');
    assert.equal(fitted(text, 2), '（二）');
    assert.equal(fitted(text, 3), '2.');
    assert.equal(fitted(text, 4), '（1）');
  });

  it('counts under its own parent only', () => {
    assert.equal(fitted('一、甲\n（一）丙\n（二）丁\n二、乙\n‸', 2), '（一）');
    assert.equal(fitted('一、甲\n（一）丙\n1.戊\n2.己\n（二）丁\n‸\n1.庚', 3), '1.');
    assert.equal(fitted('一、甲\n（一）丙\n‸\n（二）丁\n', 2), '（二）');
  });

  it('is not misled by what comes after the place', () => {
    assert.equal(fitted('一、甲\n‸\n二、乙\n三、丙\n', 1), '二、');
  });

  it('counts headings that are run into their paragraph', () => {
    assert.equal(fitted('一、甲\n（一）强化责任。一是加强学习。二是抓好落实。\n（二）严格管理。正文。\n‸', 2), '（三）');
  });

  it('takes over half-width brackets, other marks and blanks', () => {
    assert.equal(fitted('一、甲\n(一)丙\n‸', 2), '(二)');
    assert.equal(fitted('一、甲\n(一) 丙\n‸', 2), '(二) ');
    assert.equal(fitted('一．甲\n‸', 1), '二．');
    assert.equal(fitted('一、甲\n1、丙\n‸', 3), '2、');
    assert.equal(fitted('一、甲\n1．丙\n‸', 3), '2．');
    assert.equal(fitted('一、甲\n１．丙\n‸', 3), '２．');
    assert.equal(fitted('一、甲\n(1)丙\n‸', 4), '(2)');
  });

  it('takes the form of a level from elsewhere in the document', () => {
    assert.equal(fitted('一、甲\n(一)丙\n(二)丁\n二、乙\n‸', 2), '(一)');
    assert.equal(fitted('‸\n一、甲\n(一)丙\n', 2), '(一)');
    assert.equal(fitted('一、甲\n(一)丙\n(二)丁\n二、乙\n三、戊\n四、己\n‸', 2), '(一)');
  });

  it('leaves out the indent that the writer typed', () => {
    assert.equal(fitted('　　一、甲\n　　（一）丙\n‸', 2), '（二）');
  });

  it('goes past nine, past nineteen, past ninety-nine', () => {
    const headings = (count: number): string => Array.from({ length: count }, (_, i) => `${newHeading(i + 1)}第${i + 1}部分`).join('\n');
    const numberer = newNumberer('chinese');
    const cache: string[] = [];
    const newHeading = (n: number): string => {
      while (cache.length < n) {
        cache.push(numberer.next(1));
      }
      return cache[n - 1] ?? '';
    };
    assert.equal(fitted(`${headings(9)}\n‸`, 1), '十、');
    assert.equal(fitted(`${headings(10)}\n‸`, 1), '十一、');
    assert.equal(fitted(`${headings(19)}\n‸`, 1), '二十、');
    assert.equal(fitted(`${headings(20)}\n‸`, 1), '二十一、');
    assert.equal(fitted(`${headings(99)}\n‸`, 1), '一百、');
    assert.equal(fitted(`${headings(100)}\n‸`, 1), '一百〇一、');
    assert.equal(fitted(`${headings(109)}\n‸`, 1), '一百一十、');
  });

  it('writes ## where the document does', () => {
    assert.equal(fitted('# Report\n\n## Summary\n\n‸', 1), '## ');
    assert.equal(fitted('# Report\n\n## Summary\n\n‸', 2), '### ');
    assert.equal(fitted('# 报告\n\n## 一、甲\n\n### （一）乙\n\n‸', 1), '## 二、');
    assert.equal(fitted('# 报告\n\n## 一、甲\n\n### （一）乙\n\n‸', 2), '### （二）');
    assert.equal(fitted('# Report\n\n## 1. Summary\n\n‸', 1), '## 2. ');
    assert.equal(fitted('', 1, 'hashes'), '## ');
  });

  it('counts 1., 1.1 and 1.1.1 in a report that is numbered so', () => {
    const text = 'Report\n\n1. Summary\n\n2. Scope\n\n2.1 Sites\n\n2.2 Items\n\n‸';
    assert.equal(fitted(text, 1), '3. ');
    assert.equal(fitted(text, 2), '2.3 ');
    assert.equal(fitted(text, 3), '2.2.1 ');
    assert.equal(fitted('Report\n\n1. Summary\n\n‸', 2), '1.1 ');
  });

  it('counts articles through all chapters', () => {
    const text = '管理办法\n第一章　总则\n第一条　为了管理。\n第二条　适用于全局。\n第二章　职责\n‸';
    assert.equal(fitted(text, 1, 'ordinal'), '第三章　');
    assert.equal(fitted(text, 3, 'ordinal'), '第三条　');
    assert.equal(fitted('‸', 1, 'ordinal'), '第一章　');
  });

  it('begins anew in an attachment', () => {
    assert.equal(fitted('报告\n一、甲\n二、乙\n特此报告。\n××局\n2024年1月5日\n附件1\n整改台账\n‸', 1), '一、');
  });

  it('keeps out of tables, code and comments', () => {
    assert.equal(fitted('一、甲\n```\n二、乙\n```\n<!--\n三、丙\n-->\n‸', 1), '二、');
  });

  it('says one more than a wrong number, and never throws', () => {
    assert.equal(fitted('一、甲\n一、乙\n一、丙\n‸', 1), '二、');
    for (const text of ['一、‸', '（一）\n‸', '九百九十九、甲\n‸', '第一条 甲\n‸', '①甲\n‸']) {
      for (const level of [1, 2, 3, 4] as const) {
        assert.doesNotThrow(() => fitted(text, level));
      }
    }
  });

  it('takes 20,000 headings', () => {
    const text = `一、甲\n${'（一）乙\n正文。\n'.repeat(20_000)}‸`;
    assert.equal(fitted(text, 1), '二、');
    assert.equal(fitted(text, 3), '1.');
  });
});

describe('a numberer', () => {
  it('counts on as a text goes on, deeper levels from one again', () => {
    const numberer = newNumberer('chinese');
    assert.deepEqual(
      ([1, 2, 2, 3, 2, 1, 2] as const).map((level) => numberer.next(level)),
      ['一、', '（一）', '（二）', '1.', '（三）', '二、', '（一）'],
    );
  });

  it('leaves the one it is copied from as it is', () => {
    const numberer = newNumberer('decimal');
    numberer.next(1);
    const copy = numberer.copy();
    assert.equal(copy.next(1), '2. ');
    assert.equal(numberer.next(2), '1.1 ');
  });
});
