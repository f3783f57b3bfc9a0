import assert from 'node:assert/strict';
import { toChineseNumber } from '../../server/src/engine/syntax/numerals.ts';
import { dropSection, editStructure, type Outcome, type StructureAction } from '../../server/src/structure/edits.ts';
import { textAfter } from '../../server/src/structure/plan.ts';
import { report, reportAt } from '../support/report.ts';

const lines = (text: string): string => text.split('|').join('\n');

/** The text after an action at the cursor mark `‸`, lines parted by `|`, the cursor where it then is; or why nothing is done. */
function act(marked: string, action: StructureAction): string {
  const { document, position } = reportAt(lines(marked));
  const outcome = editStructure(document, { first: position.line, last: position.line }, action);
  return shown(document, outcome, position);
}

function shown(
  document: ReturnType<typeof report>,
  outcome: Outcome,
  position?: { readonly line: number; readonly character: number },
): string {
  if ('refused' in outcome) return outcome.refused;
  const after = report(textAfter(document, outcome.edits));
  const at = position === undefined ? -1 : after.offsetAt(outcome.newPosition(position));
  const text = after.getText();
  return (at < 0 ? text : `${text.slice(0, at)}‸${text.slice(at)}`).replaceAll('\n', '|');
}

const cases: readonly (readonly [action: StructureAction, name: string, before: string, after: string])[] = [
  [
    'moveDown',
    'a section with all under it, and mentions follow',
    '一、‸甲|（一）子|正文|二、乙|见第一部分。',
    '一、乙|见第二部分。|二、‸甲|（一）子|正文',
  ],
  [
    'moveUp',
    'a section, the blank lines between sections stay',
    '题目||一、甲|正文||二、‸乙|正文||特此报告。',
    '题目||一、‸乙|正文||二、甲|正文||特此报告。',
  ],
  ['moveUp', 'the last section of a text without a last line break', '一、甲||二、‸乙', '一、‸乙||二、甲'],
  ['moveDown', 'to the end of a text without a last line break', '一、‸甲||二、乙', '一、乙||二、‸甲'],
  ['moveDown', 'with the comment right above the heading', '<!-- 注 -->|一、‸甲|正文|二、乙|正文', '一、乙|正文|<!-- 注 -->|二、‸甲|正文'],
  ['moveUp', 'with the page break right above the heading', '一、甲|正文||【分页】|二、‸乙', '【分页】|一、‸乙||二、甲|正文'],
  [
    'moveDown',
    'figures and tables, which are numbered by their order',
    '一、‸甲|如图1所示。|图1 子|二、乙|图2 丑|见图1、2。',
    '一、乙|图1 丑|见图2、1。|二、‸甲|如图2所示。|图2 子',
  ],
  [
    'moveUp',
    'an item of a list',
    '一、甲|1. 完成清查；|2. ‸完成整改。|抓好落实，确保实效。',
    '一、甲|1. ‸完成整改。|2. 完成清查；|抓好落实，确保实效。',
  ],
  [
    'moveUp',
    'an item with the lines under it, where the items before it have such lines',
    '一、甲|1. 完成清查；|清查由办公室负责，月底完成。|2. ‸完成整改；|整改由业务科负责，年底完成。',
    '一、甲|1. ‸完成整改；|整改由业务科负责，年底完成。|2. 完成清查；|清查由办公室负责，月底完成。',
  ],
  [
    'moveDown',
    'an article with its items',
    '第一章　总则|第一条　为了‸规范，制定本办法：|（一）甲；|（二）乙。|第二条　依照第一条第（二）项办理。',
    '第一章　总则|第一条　依照第二条第（二）项办理。|第二条　为了‸规范，制定本办法：|（一）甲；|（二）乙。',
  ],
  [
    'moveUp',
    'an attachment; the note names them in their order',
    '题目的报告|一、甲|见附件2。|特此报告。|附件：1. 子|2. 丑|甲局|2026年1月5日|附件1|子|附件2|‸丑',
    '题目的报告|一、甲|见附件1。|特此报告。|附件：1. 丑|2. 子|甲局|2026年1月5日|附件1|‸丑|附件2|子',
  ],
  ['moveDown', 'nothing past the last of its level', '一、甲|（一）子|（二）‸丑|二、乙', 'last'],
  ['moveUp', 'nothing before the first of its level', '一、甲|（一）‸子|（二）丑', 'first'],
  ['moveUp', 'nothing where no section is', '题目的报告|市‸政府：|一、甲|正文', 'noSection'],
  ['moveDown', 'nothing at the closing', '一、甲|正文|特此‸报告。|甲局|2026年1月5日', 'noSection'],
  [
    'promote',
    'a heading that runs into its text; those after it come under it',
    '一、甲|（一）‸子。正文|（二）丑。正文|二、乙|见第二部分。',
    '一、甲|二、‸子。正文|（一）丑。正文|三、乙|见第三部分。',
  ],
  ['promote', 'all under a heading', '一、甲|（一）‸子|1. 丑。正文|（1）寅。正文', '一、甲|二、‸子|（一）丑。正文|1. 寅。正文'],
  [
    'demote',
    'a heading, mentions with it',
    '一、甲|（一）子|二、‸乙|（一）丑|三、丙|见第二部分和第二部分第（一）项。',
    '一、甲|（一）子|（二）‸乙|1.丑|二、丙|见第一部分第（二）项和第一部分第（二）项第1点。',
  ],
  ['demote', 'a path', '1 甲|1.1 子|2 ‸乙|2.1 丑|3 丙|见2.1节', '1 甲|1.1 子|1.2 ‸乙|1.2.1 丑|2 丙|见1.2.1节'],
  ['demote', 'hashes', '# 题|## 甲|## ‸乙|### 丑', '# 题|## 甲|### ‸乙|#### 丑'],
  ['promote', 'nothing above the first level', '一、‸甲', 'top'],
  ['demote', 'nothing that would stand under nothing', '一、‸甲|二、乙', 'noneAbove'],
  ['demote', 'nothing below the fourth level', '一、甲|（一）子|1. 丑。正文|（1）寅。正文|（2）‸卯。正文', 'deep'],
  ['delete', 'a section', '一、甲|正文||二、‸乙|（一）子|正文||三、丙|正文', '一、甲|正文||‸二、丙|正文'],
];

describe('An edit of the structure', () => {
  for (const [action, name, before, after] of cases) {
    it(`(${action}) takes ${name}`, () => {
      const result = act(before, action);
      // Where a section was deleted, the cursor stands at the start of the next.
      if (action === 'delete') assert.equal(result.replace('‸', ''), after.replace('‸', ''));
      else assert.equal(result, after === before ? 'last' : after);
    });
  }

  it('is sure only where the numbers are', () => {
    const { document, position } = reportAt('一、‸甲\n一、乙\n一、丙');
    const outcome = editStructure(document, { first: position.line, last: position.line }, 'moveDown');
    assert.ok(!('refused' in outcome));
    assert.deepEqual(
      outcome.doubts.map(({ kind }) => kind),
      ['same'],
    );
    const kept = editStructure(document, { first: 0, last: 0 }, 'moveDown', { doubtful: 'keep' });
    assert.equal(shown(document, kept), '一、乙|一、甲|一、丙');
  });

  it('leaves alone what the move does not touch, right or wrong', () => {
    assert.equal(
      act('一、甲|（一）‸子|（二）丑|三、乙|（一）寅|（一）卯', 'moveDown'),
      '一、甲|（一）丑|（二）‸子|三、乙|（一）寅|（一）卯',
    );
  });

  it('says when a new number would be read as something else', () => {
    const { document } = reportAt('一、甲‸');
    const text = report('一、甲\n（一）子\n（二）寅\n1.卯。正文\n（三）完成全部整改任务。');
    const outcome = editStructure(text, { first: 4, last: 4 }, 'demote');
    assert.ok(!('refused' in outcome) && document.lineCount === 1);
    assert.deepEqual(
      outcome.doubts.map(({ kind }) => kind),
      ['reading'],
    );
  });

  it('tells which mentions can no longer be said, or lost what they meant', () => {
    const document = report('一、甲\n（一）子。见（二）。\n（二）丑\n（三）寅\n见第一部分第（三）项。');
    const demoted = editStructure(document, { first: 2, last: 2 }, 'demote');
    assert.ok(!('refused' in demoted));
    assert.deepEqual(
      demoted.left.map(({ line, reason }) => [line, reason]),
      [[1, 'far']],
    );
    const deleted = editStructure(report('一、甲\n二、乙\n三、丙\n见第二部分。'), { first: 1, last: 1 }, 'delete');
    assert.ok(!('refused' in deleted));
    assert.deepEqual(
      deleted.left.map(({ reason }) => reason),
      ['deleted'],
    );
  });

  it('moves what a selection touches as one', () => {
    const document = report('一、甲\n二、乙\n三、丙\n四、丁');
    assert.equal(shown(document, editStructure(document, { first: 1, last: 2 }, 'moveUp')), '一、乙|二、丙|三、甲|四、丁');
  });
});

describe('A section that is dropped', () => {
  const text = '一、甲|（一）子|（二）丑|二、乙|（一）寅|三、丙|见第一部分第（一）项。|特此报告。|附件1|单|一、卯';
  const drops: readonly (readonly [name: string, line: number, target: number, after: string])[] = [
    [
      'on a later one of its level stands after it',
      0,
      3,
      '一、乙|（一）寅|二、甲|（一）子|（二）丑|三、丙|见第二部分第（一）项。|特此报告。|附件1|单|一、卯',
    ],
    [
      'on an earlier one of its level stands before it',
      5,
      0,
      '一、丙|见第二部分第（一）项。|二、甲|（一）子|（二）丑|三、乙|（一）寅|特此报告。|附件1|单|一、卯',
    ],
    [
      'on a higher one stands at its end',
      1,
      3,
      '一、甲|（一）丑|二、乙|（一）寅|（二）子|三、丙|见第二部分第（二）项。|特此报告。|附件1|单|一、卯',
    ],
    [
      'on a lower one stands beside the one that that belongs to',
      5,
      1,
      '一、丙|见第二部分第（一）项。|二、甲|（一）子|（二）丑|三、乙|（一）寅|特此报告。|附件1|单|一、卯',
    ],
    ['on itself stays', 0, 1, 'itself'],
    ['on the one that it is the last of stays', 4, 3, 'there'],
  ];
  for (const [name, line, target, after] of drops) {
    it(name, () => {
      const document = report(lines(text));
      assert.equal(shown(document, dropSection(document, line, target)), after);
    });
  }
});

describe('An edit of the structure in extreme reports', () => {
  it('moves one of 20,000 headings', () => {
    const text: string[] = ['题目'];
    for (let i = 0; i < 500; i += 1) {
      text.push('一、章'.replace('一', () => toChineseNumber(i + 1)));
      for (let j = 0; j < 39; j += 1) text.push(`（${toChineseNumber(j + 1)}）节`, '见第二部分第（一）项。');
    }
    const document = report(text.join('\n'));
    const outcome = editStructure(document, { first: 1, last: 1 }, 'moveDown');
    assert.ok(!('refused' in outcome));
    assert.deepEqual(outcome.doubts, []);
    assert.equal(outcome.edits.length > 19_000, true);
  });

  it('does nothing in an empty report', () => {
    for (const action of ['moveUp', 'moveDown', 'promote', 'demote', 'delete'] as const) {
      assert.deepEqual(editStructure(report(''), { first: 0, last: 0 }, action), { refused: 'noSection' });
    }
  });
});
