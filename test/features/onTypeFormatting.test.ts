import assert from 'node:assert/strict';
import { onTypeFormatting } from '../../server/src/features/onTypeFormatting.ts';
import { reportAt } from '../support/report.ts';

/** The text after Enter at ‸, the cursor where the edit leaves it. */
function enter(text: string): string {
  const marked = text.replace('‸', '\n‸');
  const { document, position } = reportAt(marked);
  const edits = onTypeFormatting(document, position);
  const offset = document.offsetAt(position);
  const all = document.getText();
  const [edit] = edits;
  if (edit === undefined) {
    return `${all.slice(0, offset)}‸${all.slice(offset)}`;
  }
  const start = document.offsetAt(edit.range.start);
  return `${all.slice(0, start)}${edit.newText}‸${all.slice(document.offsetAt(edit.range.end))}`;
}

const head = '关于安全的自查报告\n市政府：\n情况如下：\n一、做法\n';

describe('Enter in a series', () => {
  for (const [text, next] of [
    ['一是抓学习，打基础。', '二是'],
    ['　　九是抓落实。', '　　十是'],
    ['十是抓落实。', '十一是'],
    ['（三）强化督查。每月通报一次。', '（四）'],
    ['(三)强化督查。每月通报一次。', '(四)'],
    ['（十九）强化督查；', '（二十）'],
    ['2.由市应急局负责统筹。', '3.'],
    ['2. 由市应急局负责统筹。', '3. '],
    ['２．由市应急局负责统筹。', '３．'],
    ['9、由市应急局负责。', '10、'],
    ['2.压实责任', '3.'],
    ['（1）由市应急局负责。', '（2）'],
    ['1）由市应急局负责。', '2）'],
    ['①制订方案；', '②'],
    ['第一，提高认识。', '第二，'],
    ['其一，提高认识。', '其二，'],
    ['第九条　各单位应当报告。', '第十条　'],
    ['- 检查记录', '- '],
    ['* 检查记录', '* '],
    ['  - 检查记录', '  - '],
    ['- [x] 已办', '- [ ] '],
  ] as const) {
    it(`goes on after ${text} with ${next}`, () => {
      assert.equal(enter(`${head}${text}‸`), `${head}${text}\n${next}‸`);
      assert.equal(enter(`${head}${text}‸\n下文。`), `${head}${text}\n${next}‸\n下文。`);
    });
  }

  for (const empty of ['二是', '（四）', '(四)', '3.', '3. ', '（2）', '②', '第二，', '- ', '* ', '- [ ] ', '　　五、', '十一、']) {
    it(`ends on the empty item ${empty}`, () => {
      assert.equal(enter(`${head}前文。\n${empty}‸\n下文。`), `${head}前文。\n‸\n下文。`);
    });
  }

  it('goes on with headings alone on their lines where they stand under one another', () => {
    assert.equal(enter(`${head}（一）学习教育\n（二）专项检查‸`), `${head}（一）学习教育\n（二）专项检查\n（三）‸`);
    assert.equal(enter(`${head}1.学习教育\n\n2.专项检查‸`), `${head}1.学习教育\n\n2.专项检查\n3.‸`);
  });

  it('leaves a heading to its text', () => {
    assert.equal(enter(`${head}（一）学习教育‸`), `${head}（一）学习教育\n‸`);
    assert.equal(enter(`${head.trimEnd()}‸`), `${head.trimEnd()}\n‸`);
    assert.equal(enter(`${head}1.学习\n全年学习三次。\n2.检查‸`), `${head}1.学习\n全年学习三次。\n2.检查\n‸`);
    assert.equal(enter('# Report\n\n1. Introduction‸\n'), '# Report\n\n1. Introduction\n‸\n');
    assert.equal(enter('## Summary‸\n'), '## Summary\n‸\n');
  });

  it('counts the further attachments of the note', () => {
    const text = `${head}好。\n特此报告。\n附件：1.清单\n2.台账‸`;
    assert.equal(enter(text), `${text.slice(0, -1)}\n3.‸`);
  });

  it('does nothing where text is no text of the report', () => {
    for (const text of [
      '---\n抄送:\n- 甲‸\n---\n',
      `${head}| 一是甲 | 2. |‸`,
      `${head}\`\`\`\n1. 甲。‸\n\`\`\``,
      `${head}<!--\n1. 甲。‸\n-->`,
      `${head}表1 甲‸`,
      '2024年工作总结‸',
      `${head}平常的一段。‸`,
      '‸',
    ]) {
      assert.equal(enter(text), text.replace('‸', '\n‸'));
    }
  });

  it('does nothing in the middle of an item, and before one', () => {
    assert.equal(enter(`${head}一是抓学习，‸打基础。`), `${head}一是抓学习，\n‸打基础。`);
    assert.equal(enter(`${head}‸一是抓学习。`), `${head}\n‸一是抓学习。`);
  });

  it('does nothing after a paragraph that holds a whole series', () => {
    const text = `${head}一是抓学习；二是抓检查；三是抓整改。‸`;
    assert.equal(enter(text), text.replace('‸', '\n‸'));
  });

  it('has no more numbers after the last', () => {
    assert.equal(enter(`${head}⑳制订方案；‸`), `${head}⑳制订方案；\n‸`);
  });

  it('keeps outside positions harmless', () => {
    const { document } = reportAt('一是甲。\n‸');
    assert.deepEqual(onTypeFormatting(document, { line: 9, character: 0 }), []);
    assert.deepEqual(onTypeFormatting(document, { line: 0, character: 0 }), []);
  });
});
