import assert from 'node:assert/strict';
import { type PlanOptions, renumber, textAfter } from '../../server/src/structure/plan.ts';
import { report } from '../support/report.ts';

const renumbered = (text: string, options?: PlanOptions): string => {
  const document = report(text);
  return textAfter(document, renumber(document, options).edits);
};
const doubtsOf = (text: string): readonly string[] => renumber(report(text)).doubts.map(({ kind, line }) => `${kind} ${line + 1}`);
const leftOf = (text: string): readonly string[] => {
  const lines = text.split('\n');
  return renumber(report(text)).left.map(({ line, start, end, reason }) => `${reason} ${lines[line]?.slice(start, end)}`);
};

/** What a report becomes: lines parted by `|`. */
const cases: readonly (readonly [name: string, before: string, after: string])[] = [
  ['headings of the first level', '一、甲|三、乙|三、丙', '一、甲|二、乙|三、丙'],
  [
    'headings of all levels, each under its heading',
    '一、甲|（三）乙|3. 丙。正文|（4）丁。正文|四、戊|（二）己',
    '一、甲|（一）乙|1. 丙。正文|（1）丁。正文|二、戊|（一）己',
  ],
  ['numbers in half-width brackets and with other marks, as they are', '一. 甲|三. 乙|(一)丙|(三)丁', '一. 甲|二. 乙|(一)丙|(二)丁'],
  ['full-width digits, as they are', '一、甲|１．乙。正文|３．丙。正文', '一、甲|１．乙。正文|２．丙。正文'],
  [
    'chapters and articles: these count through all chapters',
    '第一章　总则|第一条　为了规范，制定本办法。|第三章　附则|第五条　自印发之日起施行。',
    '第一章　总则|第一条　为了规范，制定本办法。|第二章　附则|第二条　自印发之日起施行。',
  ],
  ['parts', '第一部分　甲|第三部分　乙', '第一部分　甲|第二部分　乙'],
  ['paths with the sections they stand in', '1 甲|1.1 乙|1.3 丙|3 丁|3.1 戊|3.1.2 己', '1 甲|1.1 乙|1.2 丙|2 丁|2.1 戊|2.1.1 己'],
  ['English headings', '# Report|1. Scope|3. Findings|3.2 Costs', '# Report|1. Scope|2. Findings|2.1 Costs'],
  ['numbers after hashes', '# 题|## 一、甲|## 三、乙', '# 题|## 一、甲|## 二、乙'],
  ['壹、貳、 in their own signs', '壹、甲|參、乙|肆、丙', '壹、甲|貳、乙|參、丙'],
  ['mentions in such signs', '壹、甲|見第肆部分。|參、乙|第參部分|肆、丙', '壹、甲|見第參部分。|貳、乙|第貳部分|參、丙'],
  [
    'tens',
    `${[...'一二三四五六七八九'].map((n) => `${n}、甲`).join('|')}|十一、乙|十三、丙`,
    `${[...'一二三四五六七八九'].map((n) => `${n}、甲`).join('|')}|十、乙|十一、丙`,
  ],
  ['items of lists', '一、甲|1. 完成清查；|3. 完成整改；|3. 完成验收。', '一、甲|1. 完成清查；|2. 完成整改；|3. 完成验收。'],
  [
    'one list after another',
    '一、甲|1. 完成清查；|2. 完成整改。|下一步要做两件事，抓好落实。|1. 开展培训；|3. 开展检查。',
    '一、甲|1. 完成清查；|2. 完成整改。|下一步要做两件事，抓好落实。|1. 开展培训；|2. 开展检查。',
  ],
  ['captions, by what they are', '一、甲|图1 丙|表3 丁|图3 戊|表3 己', '一、甲|图1 丙|表1 丁|图2 戊|表2 己'],
  ['captions by chapters', '1 甲|图1-1 丙|图1-3 丁|3 乙|图3-1 戊', '1 甲|图1-1 丙|图1-2 丁|2 乙|图2-1 戊'],
  [
    'captions of pictures, and a line that repeats one',
    '一、甲|![图1 丙](a.png)|![图3 丁](b.png)|图3 丁',
    '一、甲|![图1 丙](a.png)|![图2 丁](b.png)|图2 丁',
  ],
  ['captions in two languages', '一、甲|图1 丙|Figure 1 C|图3 丁|Figure 3 D', '一、甲|图1 丙|Figure 1 C|图2 丁|Figure 2 D'],
  ['captions beside one whose number is missing', '一、甲|图1 丙|图* 丁|图4 戊', '一、甲|图1 丙|图* 丁|图3 戊'],
  [
    'attachments, their note and their own headings',
    '题目的报告|一、甲|见附件3。|特此报告。|附件：1. 子|3. 丑|甲局|2026年1月5日|附件1|子|一、辰|附件3|丑|一、寅|三、卯',
    '题目的报告|一、甲|见附件2。|特此报告。|附件：1. 子|2. 丑|甲局|2026年1月5日|附件1|子|一、辰|附件2|丑|一、寅|二、卯',
  ],
  [
    'the note with attachments that changed places',
    '题目的报告|一、甲|见附件2。|特此报告。|附件：1. 子|2. 丑|甲局|2026年1月5日|附件2|丑|附件1|子',
    '题目的报告|一、甲|见附件1。|特此报告。|附件：1. 丑|2. 子|甲局|2026年1月5日|附件1|丑|附件2|子',
  ],
  ['series of points that are broken', '一、甲|一是抓学习。三是抓落实。四是抓整改。', '一、甲|一是抓学习。二是抓落实。三是抓整改。'],
  ['points line by line', '一、甲|一是抓学习。|二是抓落实。|二是抓整改。', '一、甲|一是抓学习。|二是抓落实。|三是抓整改。'],
  [
    'mentions with what they mean',
    '一、甲|详见三（三），见第五部分，如图3所示，见表2—4。|三、乙|（三）丙|图3 子|表2 丑|表4 寅|五、丁',
    '一、甲|详见二（一），见第三部分，如图1所示，见表1—2。|二、乙|（一）丙|图1 子|表1 丑|表2 寅|三、丁',
  ],
  [
    'captions and mentions in Traditional Chinese',
    '一、甲|見圖3，詳見第三部分。|圖1 丙|圖3 戊|三、乙',
    '一、甲|見圖2，詳見第二部分。|圖1 丙|圖2 戊|二、乙',
  ],
  [
    'chapters and sections in Traditional Chinese',
    '第一章　總則|第一節　範圍|第三節　用語|第三章　附則|依第一章第三節、第三章辦理。',
    '第一章　總則|第一節　範圍|第二節　用語|第二章　附則|依第一章第二節、第二章辦理。',
  ],
  [
    'articles in Traditional Chinese',
    '第一章　總則|第一條　為規範會務，訂定本辦法。|第三章　附則|第五條　自發布日施行。',
    '第一章　總則|第一條　為規範會務，訂定本辦法。|第二章　附則|第二條　自發布日施行。',
  ],
  ['mentions of what stands beside', '一、甲|（一）乙。见（三）。|（三）丙', '一、甲|（一）乙。见（二）。|（二）丙'],
  ['mentions of paths', '1 甲|见3.2节|3 乙|3.2 丙', '1 甲|见2.1节|2 乙|2.1 丙'],
  [
    'mentions in English',
    '# Report|1. Scope|See Sections 3 and 3.2.|3. Findings|3.2 Costs',
    '# Report|1. Scope|See Sections 2 and 2.1.|2. Findings|2.1 Costs',
  ],
];

/** What must stay as it is, to the letter. */
const right: readonly (readonly [name: string, text: string])[] = [
  ['one list after another', '一、甲|1. 完成清查；|2. 完成整改。|下一步要做两件事，抓好落实。|1. 开展培训；|2. 开展检查。'],
  ['lists of headings under one heading', '一、甲|1. 乙。正文|2. 丙。正文|1. 丁。正文|2. 戊。正文'],
  ['points that begin again', '一、甲|一是好。二是坏。后面又有：一是多。二是少。'],
  ['points with another word for one of them', '一、甲|一是好。其次，要改。三是坏。'],
  ['points that do not begin with the first', '一、甲|首先，要改。二是坏。四是少。'],
  ['what is said in code, comments and front matter', '---|title: 见图3|---|题目|一、甲|```|三、乙|见图3|```|<!-- 见图3 -->'],
  ['a report with no heading', '题目|正文一段，没有标题。'],
  ['an empty report', ''],
  ['a heading 0', '0 引言|1 总则'],
];

describe('Renumber', () => {
  for (const [name, before, after] of cases) {
    it(`numbers ${name}`, () => {
      const expected = after.replaceAll('|', '\n');
      assert.equal(renumbered(before.replaceAll('|', '\n')), expected);
      assert.deepEqual(doubtsOf(before.replaceAll('|', '\n')), [], 'no doubt');
      assert.equal(renumbered(expected), expected, 'twice is once');
    });
  }

  for (const [name, text] of right) {
    it(`leaves alone ${name}`, () => {
      const lines = text.split('|').join('\n');
      assert.equal(renumbered(lines), lines);
    });
  }

  it('keeps line breaks as they are', () => {
    assert.equal(renumbered('一、甲\r\n三、乙\r四、丙\n'), '一、甲\r\n二、乙\r三、丙\n');
  });

  it('leaves mentions that mean nothing, and says so', () => {
    const text = '一、甲\n见图3和第五部分，见附件2。\n三、乙\n图1 子';
    assert.equal(renumbered(text), '一、甲\n见图3和第五部分，见附件2。\n二、乙\n图1 子');
    assert.deepEqual(leftOf(text), ['none 图3', 'none 第五部分', 'none 附件2']);
  });

  it('leaves mentions that may mean several things, and says so', () => {
    const text = '一、甲\n详见三、乙。\n三、乙\n三、丙';
    assert.equal(renumbered(text), '一、甲\n详见三、乙。\n二、乙\n三、丙');
    assert.deepEqual(leftOf(text), ['ambiguous 三']);
  });

  it('takes of two captions with one number the one under the same heading', () => {
    assert.equal(renumbered('一、甲\n见图1。\n图1 子\n二、乙\n见图1。\n图1 丑'), '一、甲\n见图1。\n图1 子\n二、乙\n见图2。\n图2 丑');
  });
});

describe('Renumber is not sure', () => {
  const doubtful: readonly (readonly [name: string, text: string, doubt: string])[] = [
    ['where every heading has the same number', '一、甲|一、乙|一、丙', 'same 1'],
    ['where headings begin again', '一、甲|二、乙|一、丙|二、丁', 'restart 3'],
    ['where a gap holds a heading of another style', '一、甲|二、乙|3、丙。正文|四、丁', 'mixed 3'],
    ['where numbers were hardly counted', '一、甲|3. 完成清查；|7. 完成整改；|12. 完成验收。', 'gaps 2'],
    ['where numbers go on through sections', '一、甲|（一）乙|（二）丙|二、丁|（三）戊|（四）己', 'through 5'],
    ['where all captions have the same number', '一、甲|图1 子|图1 丑|图1 寅', 'same 2'],
  ];
  for (const [name, text, doubt] of doubtful) {
    it(`${name}, and can leave those`, () => {
      const lines = text.replaceAll('|', '\n');
      assert.deepEqual(doubtsOf(lines), [doubt]);
      assert.equal(renumbered(lines, { doubtful: 'keep' }), lines);
      assert.notEqual(renumbered(lines), lines);
    });
  }
});

describe('Renumber in extreme reports', () => {
  it('numbers 20,000 headings, with mentions', () => {
    const lines: string[] = ['题目'];
    for (let i = 0; i < 20_000; i += 1) lines.push(i % 40 === 0 ? '三、章' : '（七）节', `见第三部分和图1。`);
    const document = report(lines.join('\n'));
    const { edits, doubts } = renumber(document);
    assert.equal(doubts[0]?.kind, 'same');
    const text = textAfter(document, edits);
    assert.ok(text.includes('五百、章') && text.includes('（三十九）节'));
    assert.deepEqual(renumber(report(text)).edits, []);
  });

  it('leaves more than 999 headings under one as they are', () => {
    const text = '十、甲\n'.repeat(20_000);
    assert.equal(renumbered(text), text);
    assert.deepEqual(doubtsOf(text), ['tooMany 1']);
  });

  it('takes any text', () => {
    const line = '（一）'.repeat(5000);
    const once = renumbered(`${line}\n`.repeat(20));
    assert.equal(renumbered(once), once);
  });
});
