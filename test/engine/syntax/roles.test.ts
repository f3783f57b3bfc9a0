import assert from 'node:assert/strict';
import { kinds, report } from '../../support/report.ts';

describe('the role of a line', () => {
  it('is a heading where its words begin with a year', () => {
    const text = [
      '关于工作的总结',
      '五、2024年工作打算',
      '2023年，一切正常。',
      '六、20××年目标',
      '1.2024年工作安排',
      '1.20XX年工作安排',
      '伍、2024年',
    ];
    assert.deepEqual(kinds(text.join('\n')).slice(1), ['heading', 'paragraph', 'heading', 'heading', 'heading', 'heading']);
  });

  it('is a paragraph where it begins with a decimal number', () => {
    const text = ['关于工作的总结', '市政府：', '1.5亿元已经到位', '1.205亿元已经到位', '1.2024亿元已经到位', '一.5亿元已经到位'];
    assert.deepEqual(kinds(text.join('\n')).slice(2), ['paragraph', 'paragraph', 'paragraph', 'paragraph']);
  });

  it('follows from plain text, from title to date', () => {
    const text = [
      '关于2024年度安全生产工作的自查报告',
      '',
      '市安全生产委员会办公室：',
      '按照通知要求，我局认真开展自查，现将有关情况报告如下：',
      '一、基本情况',
      '（一）健全责任体系。层层签订责任书。',
      '1. 明确分工',
      '1. 由办公室统筹，各科室分头落实。',
      '（1）建立台账',
      '一是完善制度。',
      '特此报告。',
      '附件：1. 问题清单',
      '      2. 整改台账',
      '',
      '××市应急管理局',
      '2024年12月5日',
      '（联系人：李明，电话：12345678）',
      '附件1',
      '问题清单',
    ];
    assert.deepEqual(kinds(text.join('\n')), [
      'title',
      'blank',
      'addressee',
      'paragraph',
      'heading',
      'heading',
      'heading',
      'numbered',
      'heading',
      'point',
      'closing',
      'attachmentNote',
      'attachmentNote',
      'blank',
      'signature',
      'issueDate',
      'note',
      'attachmentStart',
      'title',
    ]);
  });

  it('does not depend on leading blanks, full-width ones included', () => {
    assert.deepEqual(kinds('一、总体情况\n\u3000\u3000一、总体情况\n  （二）进展。正文。\n\u3000\u3000一是好。'), [
      'heading',
      'heading',
      'heading',
      'point',
    ]);
  });

  const headings: readonly (readonly [string, number, string])[] = [
    ['一、基本情况', 1, '基本情况'],
    ['十二、其他', 1, '其他'],
    ['（一）主要做法', 2, '主要做法'],
    ['(三)主要做法', 2, '主要做法'],
    ['（四)混用括号', 2, '混用括号'],
    ['1.落实责任', 3, '落实责任'],
    ['1．落实责任', 3, '落实责任'],
    ['2、落实责任', 3, '落实责任'],
    ['１．落实责任', 3, '落实责任'],
    ['（1）查隐患', 4, '查隐患'],
    ['(2)查隐患', 4, '查隐患'],
    ['（３）查隐患', 4, '查隐患'],
    ['## 总则', 1, '总则'],
    ['### 范围', 2, '范围'],
    ['##### 细目', 4, '细目'],
    ['第一章 总则', 1, '总则'],
    ['第二节 职责', 2, '职责'],
  ];
  for (const [text, level, words] of headings) {
    it(`sees a heading of level ${level} in ${text}`, () => {
      // A heading before it, so that the line is no title and Chinese numbering is known.
      const { syntax, text: line } = report(`一、上一节\n${text}`).line(1);
      assert.equal(syntax.kind, 'heading');
      assert.equal(syntax.kind === 'heading' && syntax.level, level);
      assert.equal(syntax.kind === 'heading' && line.slice(syntax.contentStart, syntax.contentEnd), words);
    });
  }

  it('parts a heading from the paragraph that it runs into', () => {
    const { syntax, text } = report('（二）严格执行制度。全年召开会议12次。会后抓落实。').line(0);
    assert.ok(syntax.kind === 'heading');
    assert.equal(text.slice(syntax.contentStart, syntax.contentEnd), '严格执行制度');
    assert.equal(text.slice(syntax.bodyStart), '全年召开会议12次。会后抓落实。');
  });

  for (const text of [
    '1.5亿元投资已经到位',
    '2024年，全市生产总值增长',
    '3人参加了培训',
    '一是一，二是二',
    '10月以来',
    '1.2.3版本已经上线',
  ]) {
    it(`sees no heading in ${text}`, () => {
      assert.notEqual(report(`一、上一节\n${text}`).line(1).syntax.kind, 'heading');
    });
  }

  it('numbers an English report from 1 and 1.1', () => {
    const levels = [...report('Status Report\n\n1. Introduction\n1.1 Background\n1.1.1 History\n2. Results').lines()]
      .map(({ syntax }) => syntax)
      .flatMap((syntax) => (syntax.kind === 'heading' ? [syntax.level] : []));
    assert.deepEqual(levels, [1, 2, 3, 1]);
  });

  it('sees items of a list, not headings, in 1. under Markdown headings', () => {
    assert.deepEqual(kinds('# Report\n\n## Results\n1. First thing\n2. Second thing'), [
      'title',
      'blank',
      'heading',
      'numbered',
      'numbered',
    ]);
  });

  it('takes a long first line for a paragraph, not for a title', () => {
    assert.deepEqual(kinds('接到通知后，我们高度重视，专门部署研究，有关情况如下：'), ['paragraph']);
  });

  it('joins up to four lines of a title', () => {
    assert.deepEqual(kinds('××市人民政府\n关于做好工作的\n报告\n\n市委：'), ['title', 'title', 'title', 'blank', 'addressee']);
  });

  it('lets the contents stand between title and addressee', () => {
    assert.deepEqual(kinds('关于工作的报告\n[TOC]\n\n市委：'), ['title', 'tableOfContents', 'blank', 'addressee']);
  });

  it('knows dates of issue in every form, with missing parts too', () => {
    for (const date of ['2024年1月5日', '二〇二四年一月五日', '20XX年X月X日', '*年*月*日', '２０２４年１月５日', '20××年××月××日']) {
      assert.equal(report(`特此报告。\n\n××局\n${date}`).line(3).syntax.kind, 'issueDate', date);
    }
  });

  it('knows tables, pictures, lists, footnotes, code and comments', () => {
    const text = [
      '正文。',
      '表1 收支情况',
      '| 项目 | 金额 |',
      '|---|--:|',
      '| 公用 | 5 |',
      '![流程图](img/a.png)',
      '- 甲',
      '* 乙',
      '[^1]: 注',
      '```',
      'a*b',
      '```',
      '<!-- 批注',
      '*',
      '-->',
      '正文*',
    ];
    assert.deepEqual(kinds(text.join('\n')), [
      'paragraph',
      'caption',
      'tableRow',
      'tableRow',
      'tableRow',
      'picture',
      'listItem',
      'listItem',
      'footnote',
      'code',
      'code',
      'code',
      'comment',
      'comment',
      'comment',
      'paragraph',
    ]);
  });

  it('reads front matter, and lets the report begin where the writer forgot to close it', () => {
    assert.deepEqual(kinds('---\ntitle: 报告\n发文机关: 某局\n---\n一、情况'), [
      'frontMatter',
      'frontMatter',
      'frontMatter',
      'frontMatter',
      'heading',
    ]);
    assert.deepEqual(kinds('---\ntitle: 报告\n一、情况\n全年开展检查。'), ['frontMatter', 'frontMatter', 'heading', 'paragraph']);
  });

  it('lets front matter begin on the first line only, a byte order mark notwithstanding', () => {
    assert.equal(kinds('\ufeff---\na: 1\n---')[0], 'frontMatter');
    assert.deepEqual(kinds('\n---\na: 1'), ['blank', 'comment', 'paragraph']);
  });

  it('counts the points in running text', () => {
    const { points, text } = report('（一）强化责任。一是建立台账。逐项销号。二是压实责任；三是严格考核。').line(0);
    assert.deepEqual(
      points.map(({ start, nameEnd }) => text.slice(start, nameEnd)),
      ['一是建立台账', '二是压实责任', '三是严格考核'],
    );
  });

  it('sees no points in 唯一是 and in a lone 一是', () => {
    assert.equal(report('其中唯一是重点的。统一是前提，二是。').line(0).points.length, 0);
    assert.equal(report('主要有：一是制度不全。').line(0).points.length, 0);
  });

  it('silences a rule where a comment says so', () => {
    const text =
      '正文*次。\n<!-- report-writer-disable-next-line missing-data -->\n\n正文*次。\n正文*次。\n<!-- report-writer-disable -->\n正文*次。\n<!-- report-writer-enable -->\n正文*次。';
    assert.deepEqual(
      [...report(text).lines()].map(({ missing }) => missing.length).filter((_, i) => [0, 3, 4, 6, 8].includes(i)),
      [1, 0, 1, 0, 1],
    );
  });
});
