import assert from 'node:assert/strict';
import { foldingRanges } from '../../server/src/features/foldingRanges.ts';
import { report } from '../support/report.ts';

const folds = (text: string) =>
  foldingRanges(report(text))
    .map(({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`)
    .sort();

describe('Folding', () => {
  it('folds a section with what is under it and leaves the blank lines after it in sight', () => {
    assert.deepEqual(folds('一、情况\n（一）学习\n正文。\n\n二、打算\n正文。'), ['0-2', '1-2', '4-5']);
  });

  it('folds front matter, comments, code and tables', () => {
    const text = [
      '---',
      '标题: 总结',
      '---',
      '<!-- 一',
      '二 -->',
      '正文。',
      '```',
      'x',
      '```',
      '',
      '| 甲 | 乙 |',
      '|---|---|',
      '| 1 | 2 |',
    ];
    assert.deepEqual(folds(text.join('\n')), ['0-2', '10-12', '3-4 comment', '6-8']);
  });

  it('keeps two code blocks in a row apart', () => {
    assert.deepEqual(folds('```\na\n```\n```\nb\n```'), ['0-2', '3-5']);
  });

  it('folds nothing of one line, and nothing in an empty report', () => {
    assert.deepEqual(folds('一、情况\n二、打算'), []);
    assert.deepEqual(folds(''), []);
  });

  it('folds an unclosed fence to the end', () => {
    assert.deepEqual(folds('正文。\n```\na\nb'), ['1-3']);
  });

  it('takes a report of 100,000 headings', () => {
    assert.equal(foldingRanges(report('一、情况\n正文。\n'.repeat(100_000))).length, 100_000);
  });
});
