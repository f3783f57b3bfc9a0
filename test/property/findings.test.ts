import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ReportDocument } from '../../server/src/engine/document.ts';
import { findingsWithTypes } from '../../server/src/features/findingsWithTypes.ts';
import { fixAllEdits, formattedRules } from '../../server/src/features/fixAll.ts';
import { builtInCatalogue } from '../../server/src/sections/builtInCatalogue.ts';

const { types } = builtInCatalogue();

/** Lines and parts of lines that rules look at, right and wrong. */
const pieces = [
  '关于校舍安全的自查报告',
  '关于关于的的报告',
  '县人民政府：',
  '平教发[2024]05号',
  '一、基本情况',
  '一.基本情况。',
  '二、存在问题：',
  '三、原因分析',
  '四，打算',
  '(一)抓早。正文',
  '（二)、抓小。正文',
  '（四）抓常。正文',
  '1、清账目，补凭证。',
  '2. 清物资，贴标签。',
  '4. 清合同，集中放。',
  '（1）申请表；',
  '①、核对；',
  '3.1. 方法',
  '第一章：总则',
  '一是抓早，三是抓小。',
  '一是，抓早。',
  '三是抓常。',
  '二要抓细。',
  '首先，摸底。再次，分类。',
  '第一、摸底。第三，分类。',
  '提出三条措施：一是甲，二是乙。',
  '存在以下四个问题：',
  '截至2024年6月30日，共走访300户。',
  '2月30日',
  '见图1、图3（见表2）',
  '（见图*）',
  '图1 进度',
  '![图2 分布](b.png)',
  '表1 经费',
  '| 项目 | 见附件3 |',
  '详见附件2',
  '妥否，请批示。',
  '请县政府予以批准。',
  '特此通知。',
  '特此报告。',
  '附件：1. 清单；',
  '3. 台账。',
  '平安县教育局',
  '2024年01月05日',
  '2024-01-05',
  '附件1',
  '附件3',
  '清单',
  '见第三部分',
  '正文平常，没有什么。',
  '𠮷',
  ' ',
  '\u3000\u3000',
  '---',
  '文种: 报告',
  '```',
  '<!--',
  '<!-- 待核',
  '-->',
  '说明 --> 又及',
  '<!-- 甲 -->',
  '<!-- report-writer-disable number-mark -->',
  '<!-- report-writer-enable -->',
  '<!-- report-writer-disable-next-line -->',
] as const;

const part = fc.constantFrom(...pieces);
const eol = fc.constantFrom('\n', '\n', '\n', '\r\n', '\n\n', '');
const text = fc.array(fc.tuple(part, eol), { maxLength: 30 }).map((parts) => parts.map(([words, end]) => words + end).join(''));
const change = fc.record({
  at: fc.nat(400),
  length: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(50)),
  text: fc.oneof(part, text, fc.constant('\n')),
});
const settings = { seed: 15834, interruptAfterTimeLimit: 180_000, markInterruptAsFailure: true } as const;

const create = (words: string): ReportDocument => ReportDocument.create('file:///a', 'report', 0, words);
const findings = (document: ReportDocument): readonly string[] =>
  [...findingsWithTypes(document, types)].map((one) => JSON.stringify(one)).sort();

describe('findings of rules', () => {
  it('are after any edits those of a report read anew, and none changes without the version', () => {
    fc.assert(
      fc.property(text, fc.array(change, { minLength: 1, maxLength: 8 }), (start, edits) => {
        const document = create(start);
        let before = findings(document);
        edits.forEach(({ at, length, text: words }, i) => {
          const size = document.getText().length;
          const from = at % (size + 1);
          const range = { start: document.positionAt(from), end: document.positionAt(Math.min(size, from + length)) };
          const version = document.findingsVersion;
          document.update([{ range, text: words }], i + 1);
          const after = findings(document);
          assert.deepEqual(after, findings(create(document.getText())));
          if (document.findingsVersion === version) assert.deepEqual(after, before);
          before = after;
        });
      }),
      { ...settings, numRuns: 500 },
    );
  });

  it('stand inside of the report, and so do their fixes', () => {
    fc.assert(
      fc.property(text, (words) => {
        const document = create(words);
        for (const { range, fix } of findingsWithTypes(document, types)) {
          for (const { start, end } of [range, ...(fix?.edits ?? []).map((edit) => edit.range)]) {
            assert.ok(start.line <= end.line && end.line < document.lineCount);
            assert.ok(start.line < end.line || start.character <= end.character);
            assert.ok(end.character <= document.line(end.line).text.length);
          }
        }
      }),
      { ...settings, numRuns: 500 },
    );
  });

  for (const [what, options] of [
    ['Fix All', {}],
    ['formatting', { only: formattedRules }],
  ] as const) {
    it(`need ${what} only once, and it changes no number of lines`, () => {
      fc.assert(
        fc.property(text, (words) => {
          const document = create(words);
          const { lineCount } = document;
          const edits = [...fixAllEdits(document, options)].reverse();
          document.update(
            edits.map(({ range, newText }) => ({ range, text: newText })),
            1,
          );
          assert.equal(document.lineCount, lineCount);
          assert.deepEqual(fixAllEdits(document, options), []);
          assert.deepEqual(fixAllEdits(create(document.getText()), options), []);
        }),
        { ...settings, numRuns: 500 },
      );
    });
  }
});
