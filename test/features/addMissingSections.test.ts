import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ReportDocument } from '../../server/src/engine/document.ts';
import { addMissingSections, missingSectionChoices } from '../../server/src/features/addMissingSections.ts';
import { newReport } from '../../server/src/features/newReport.ts';
import { builtInCatalogue } from '../../server/src/sections/builtInCatalogue.ts';
import { textAfter } from '../../server/src/structure/plan.ts';

const catalogue = builtInCatalogue();
const open = (text: string) => ReportDocument.create('file:///a.report', 'report', 1, text);
const choicesOf = (text: string) => missingSectionChoices(open(text), { catalogue })?.choices ?? [];
function add(text: string, ids: readonly string[], renumbers: boolean): string {
  const document = open(text);
  const { edits } = addMissingSections(document, ids, { catalogue, renumbers });
  return textAfter(document, edits);
}
const headings = (text: string) => text.split('\n').filter((line) => /^(?:[一二三四五六七八九十]+、|## )/.test(line));

const report = `关于安全工作的自查报告
市政府：
现将情况报告如下：
一、基本情况
很好。
二、下一步整改措施
见第二部分。
特此报告。
市应急局
2024年1月5日
`;

describe('adding missing sections', () => {
  it('offers what the type has and the report has not, in the type’s order', () => {
    const names = choicesOf(report)
      .filter(({ level }) => level === 1)
      .map(({ label, required }) => `${label}${required ? '!' : ''}`);
    assert.deepEqual(names.slice(0, 3), ['自查工作开展情况', '存在的主要问题!', '原因分析!']);
    assert.ok(!names.some((name) => name.startsWith('基本情况')));
    assert.equal(missingSectionChoices(open('随笔\n没有类型。'), { catalogue }), undefined);
  });

  it('puts each where its type wants it, and changes nothing else', () => {
    const text = add(report, ['problems', 'causes'], false);
    assert.deepEqual(headings(text).slice(0, 4), ['一、基本情况', '二、存在的主要问题', '三、原因分析', '二、下一步整改措施']);
    const added = text.split('\n').filter((line) => !report.split('\n').includes(line));
    assert.equal(text.split('\n').length, report.split('\n').length + added.length);
  });

  it('numbers what follows anew where that is asked, and references with it', () => {
    const text = add(report, ['problems', 'causes'], true);
    assert.deepEqual(headings(text), ['一、基本情况', '二、存在的主要问题', '三、原因分析', '四、下一步整改措施']);
    assert.match(text, /\n见第四部分。\n特此报告。\n/);
  });

  it('leaves what was wrong elsewhere to Renumber', () => {
    const wrong = report.replace('很好。', '很好。\n（一）甲。子。\n（三）乙。丑。\n表3 丙');
    const text = add(wrong, ['problems', 'causes'], true);
    assert.deepEqual(headings(text), ['一、基本情况', '二、存在的主要问题', '三、原因分析', '四、下一步整改措施']);
    assert.match(text, /\n（一）甲。子。\n（三）乙。丑。\n表3 丙\n/);
  });

  it('changes no number where all are the same', () => {
    const equal = report
      .replace('二、下一步', '一、下一步')
      .replace('见第二部分', '见第一部分')
      .replace('很好。', '很好。\n一、其他情况\n好。');
    const text = add(equal, ['problems'], true);
    assert.deepEqual(headings(text), ['一、基本情况', '二、存在的主要问题', '一、其他情况', '一、下一步整改措施']);
    assert.match(text, /\n见第一部分。\n/);
  });

  it('puts the last one before the closing', () => {
    const text = add(report.replace('二、下一步整改措施\n见第二部分。\n', ''), ['measures'], false);
    assert.match(text, /很好。\n二、下一步整改措施\n(?:.+\n)+特此报告。\n市应急局\n/);
  });

  it('puts the first one before the others', () => {
    assert.deepEqual(headings(add(report, ['organization'], true)).slice(0, 2), ['一、自查工作开展情况', '二、基本情况']);
  });

  it('offers parts of a section only where that section is', () => {
    const parts = choicesOf(report).filter(({ level }) => level === 2);
    assert.ok(parts.length > 0);
    const text = add(report, [parts[0]?.id ?? ''], false);
    assert.match(text, /\n一、基本情况\n很好。\n（一）/);
  });

  it('keeps blank lines between paragraphs where the report has them', () => {
    const parted = report.replaceAll('\n', '\n\n');
    assert.match(add(parted, ['problems'], true), /\n\n二、存在的主要问题\n\n[^\n]+\n\n/);
    assert.doesNotMatch(add(parted, ['problems', 'causes'], true), /\n\n\n/);
  });

  it('works at the very end of a text', () => {
    for (const end of ['', '\n', '\n\n']) {
      const text = add(`关于安全工作的自查报告\n一、基本情况\n很好。${end}`, ['problems'], false);
      assert.match(text, /很好。\n+二、存在的主要问题\n/);
    }
  });

  it('says which ones move the numbers of others', () => {
    const moves = new Map(choicesOf(report).map(({ id, renumbers }) => [id, renumbers]));
    assert.equal(moves.get('problems'), true);
    assert.equal(choicesOf(`${report.slice(0, report.indexOf('二、'))}`).find(({ id }) => id === 'problems')?.renumbers, false);
  });

  it('makes any report of any type whole again, from any part of it', () => {
    const types = catalogue.types.filter(({ numbering }) => numbering === 'chinese');
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.infiniteStream(fc.boolean()), (type, keeps) => {
        const required = type.sections.filter(({ presence, level }) => presence === 'required' && level === 1).map(({ name }) => name);
        const whole = newReport(type.id, { catalogue });
        // Without some of its sections: each from its heading to the next one.
        const parts = whole.split(/\n(?=[一二三四五六七八九十]+、)/);
        const last = parts.at(-1) ?? '';
        const kept = parts.filter((part, i) => i === 0 || part === last || keeps.next().value);
        const text = kept.join('\n');
        const ids = choicesOf(text)
          .filter((choice) => choice.required)
          .map(({ id }) => id);
        const mended = add(text, ids, true);
        assert.deepEqual(
          headings(mended).map((line) => line.replace(/^[一二三四五六七八九十]+、/, '')),
          required,
          text,
        );
        assert.deepEqual(
          choicesOf(mended).filter((choice) => choice.required),
          [],
        );
      }),
      { numRuns: 60 },
    );
  });
});
