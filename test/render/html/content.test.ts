import assert from 'node:assert/strict';
import { reportOf } from '../../../server/src/engine/model/blocks.ts';
import { renderHtml } from '../../../server/src/render/html/renderHtml.ts';
import { common } from '../../../server/src/render/layout/presets.ts';
import { english } from '../../../server/src/wording/localize.ts';
import { report } from '../../support/report.ts';

const html = (...lines: readonly string[]): string => {
  const whole = renderHtml(reportOf(report(['标题', '', '正文。', ...lines].join('\n'))), {
    layout: common,
    t: english,
    title: '',
    describe: () => '',
  });
  return whole.slice(whole.indexOf('<main>'));
};
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

describe('a table in the preview', () => {
  it('has its merged cells merged, and all words once', () => {
    const page = html('| 县区 | 上半年 | << |', '| ^^ | 计划 | 完成 |', '|---|---|---|', '| 甲县 | 1 | 2 |', '| ^^ | 3 | << |');
    assert.match(page, /<th scope="col" class="a-center" rowspan="2">.*?县区/s);
    assert.match(page, /<th scope="colgroup" class="a-center" colspan="2">/);
    assert.match(page, /<td class="a-left" colspan="2">/);
    for (const words of ['县区', '上半年', '计划', '甲县']) assert.equal(count(page, new RegExp(words, 'g')), 1, words);
    assert.doesNotMatch(page, /&lt;&lt;|\^\^/);
  });

  it('goes on with a merged cell where a page begins in it', () => {
    const rows = Array.from({ length: 60 }, (_, index) => `| ${index === 0 ? '甲县' : '^^'} | ${index} |`);
    const page = html('| 县区 | 数 |', '|---|---|', ...rows);
    const spans = [...page.matchAll(/rowspan="(\d+)"/g)].map(([, span]) => Number(span));
    assert.ok(spans.length > 1);
    assert.equal(
      spans.reduce((sum, span) => sum + span, 0),
      60,
    );
    assert.equal(count(page, /甲县/g), 1);
  });

  it('has its notes below', () => {
    assert.match(html('| 一 | 二 |', '|---|---|', '| a | b |', '注：按月。'), /<\/table><p class="p k-tableNote[^>]*>.*?注：按月。/s);
  });
});

describe('a chart in the preview', () => {
  it('is drawn of shapes without styles, scripts or anything to load', () => {
    const table = ['| 名 | "<script>（万元） |', '|---|---|', '| <b>甲</b> | 12 |', '| 乙 | 34 |', ''];
    for (const kind of ['柱形图', '条形图', '折线图', '饼图']) {
      const page = html(...table, `![图1 "><img src=x>](${kind})`);
      const svg = /<svg role="img".*?<\/svg>/s.exec(page)?.[0] ?? '';
      assert.match(svg, /viewBox/, kind);
      assert.doesNotMatch(svg, /style=|<script|<image|href|<b>|on\w+=/, kind);
      assert.match(svg, /aria-label="图1 &quot;&gt;&lt;img src=x&gt;"/);
    }
  });

  it('says why where there is nothing to draw', () => {
    assert.match(html('![图1](柱形图 表9)'), /The chart names table 9, which is not there\./);
  });
});

describe('a formula in the preview', () => {
  it('is MathML made of known elements only', () => {
    const page = html(
      '$$ x = \\frac{-b \\pm \\sqrt{b^2-4ac}}{2a} + \\text{<b onclick=1>&} + \\sum_{i=1}^n \\begin{cases} a & b \\\\ c & d \\end{cases} $$',
    );
    const math = /<math display="block">.*?<\/math>/s.exec(page)?.[0] ?? '';
    const known = 'math mrow mi mn mo mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd'.split(' ');
    for (const [, tag = ''] of math.matchAll(/<\/?([A-Za-z]+)/g)) assert.ok(known.includes(tag), tag);
    assert.match(math, /&lt;b onclick=1&gt;&amp;/);
    assert.doesNotMatch(math, / style=|href|<b/);
  });

  it('is printed as it was typed where it cannot be read', () => {
    assert.match(html('$$ \\nosuch{<x>} $$'), /<code title="[^"]*\\nosuch">\$\$\\nosuch\{&lt;x&gt;\}\$\$<\/code>/);
  });
});
