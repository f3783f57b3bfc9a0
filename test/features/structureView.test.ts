import assert from 'node:assert/strict';
import { structureView } from '../../server/src/features/structureView.ts';
import { builtInCatalogue } from '../../server/src/sections/builtInCatalogue.ts';
import { report } from '../support/report.ts';

const options = { catalogue: builtInCatalogue(), catalogueVersion: 1 };
/** Each section indented by its depth, with what the view says of it. */
function shown(text: string): readonly string[] {
  const { entries = [] } = structureView(report(text.replaceAll('|', '\n')), options);
  const depths: number[] = [];
  return entries.map(({ label, parent, status, characters, missing }, i) => {
    const depth = parent < 0 ? 0 : (depths[parent] as number) + 1;
    depths[i] = depth;
    return `${'  '.repeat(depth)}${label} ${status} ${characters}${missing > 0 ? ` −${missing}` : ''}`;
  });
}

describe('The view of the structure', () => {
  it('shows headings in headings, and attachments, with characters and gaps', () => {
    const text = '题目|一、甲|正文五个字|（一）子。正文*次|二、乙|特此报告。|附件：1. 单|甲局|2026年1月5日|附件1|清单|一、卯|共*人';
    assert.deepEqual(shown(text), [
      '一、甲 there 17 −1',
      '  （一）子 there 9 −1',
      '二、乙 empty 3',
      '附件1 清单 there 11 −1',
      '  一、卯 there 6 −1',
    ]);
  });

  it('shows what the type requires where it would stand, and what stands elsewhere', () => {
    const text = '甲局关于开展自查的自查报告|市政府：|一、下一步整改措施|正文|二、基本情况|正文|特此报告。';
    const lines = shown(text);
    assert.ok(
      lines.some((line) => line.startsWith('存在问题 missing') || line.includes('问题 missing')),
      lines.join('\n'),
    );
    assert.equal(lines.filter((line) => line.includes('misplaced')).length, 1, lines.join('\n'));
  });

  it('knows bare headings as the sections that they mean', () => {
    const text = '甲局关于开展自查的自查报告|市政府：|一、基本情况|正文|二、问题|正文|三、原因|正文|四、下一步措施|正文|特此报告。';
    assert.deepEqual(
      shown(text).filter((line) => line.includes('missing') || line.includes('misplaced')),
      [],
    );
  });

  it('shows all of a skeleton as there or empty, and nothing as missing, once all is there', () => {
    const text = '甲局2026年工作情况|一、概述|正文|二、收尾|正文';
    assert.deepEqual(shown(text), ['一、概述 there 6', '二、收尾 there 6']);
  });

  it('says nothing anew while nothing has changed', () => {
    const document = report('一、甲');
    const { resultId } = structureView(document, options);
    assert.deepEqual(structureView(document, { ...options, known: resultId }), { resultId });
    document.update([{ range: { start: { line: 0, character: 3 }, end: { line: 0, character: 3 } }, text: '\n正文' }], 2);
    assert.ok(structureView(document, { ...options, known: resultId }).entries !== undefined);
  });

  it('leaves out the deeper levels of a very long report', () => {
    const lines: string[] = [];
    for (let i = 0; i < 20_000; i += 1) lines.push(i % 100 === 0 ? '一、章' : '（一）节');
    const { entries = [] } = structureView(report(lines.join('\n')), options);
    assert.equal(entries.length, 200);
  });
});
