import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { exportWith, parse, runFolder, writeDocx } from '../../support/docx/exports.ts';
import { faultsOf, openDocx } from '../../support/docx/package.ts';
import { validatorErrors } from '../../support/docx/readers.ts';

/** Lines of every kind, whole and broken, with everything that has ever upset a Word document. */
const lines = [
  '# 标题',
  '关于某事的报告',
  '市人民政府：',
  '一、第一',
  '（一）第一点。正文。',
  '1. 小点',
  '（1）更小',
  '## 无号',
  '一是甲，二是乙。',
  '正文“引号”——……',
  '正文见表1和图1。',
  '共*次，投入××万元，20XX年，____',
  '**粗**和`代码`与[链接](https://example.org/?a=1&b=2)',
  '注[^1]再[^1]和[^无]',
  '[^1]: 注文',
  '- 项',
  '  - 深项',
  '- [x] 完',
  '| 甲 | 乙 |',
  '|---|:-:|',
  '| 一 | 二 | 三 |',
  '| |',
  '表1 表题',
  '图2 图题',
  '![图1 图](a.png)',
  '![](b.bin)',
  '```',
  'code\t"<&>"',
  '[TOC]',
  '附件：1. 甲',
  '      2. 乙',
  '附件：单个',
  '特此报告。',
  '某某局',
  '2026年1月5日',
  '（联系人：某）',
  '附件1',
  '附件标题',
  '---',
  '发文机关: 某局',
  '文种: 函',
  '发文字号: 某〔2026〕1号',
  '抄送: [甲, 乙]',
  '签发人: 某',
  '<!-- 注 -->',
  '',
  '',
  '　　',
  '\\newpage',
  '<w:p>]]>',
  '{{字段}}',
  '𠮷𠮷',
  '\ufffe\u0001',
  'e\u0301',
  '\u202e反',
  '国'.repeat(200),
];
const text = fc
  .array(fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...lines) }, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 40 })
  .map((parts) => parts.join('\n'));
const fronted = fc
  .tuple(
    fc.constantFrom(
      '',
      '---\n文种: 函\n发文机关: [甲局, 乙局]\n发文字号: 甲〔2026〕1号\n份号: "1"\n---\n',
      '---\n文种: 纪要\n发文机关: 甲局\n发文字号: 1\n抄送: [乙]\n---\n',
      '---\n文种: 令\n发文机关: 甲局\n发文字号: 1\n签发人: [某, 某某, 某某某]\n---\n',
    ),
    text,
  )
  .map((parts) => parts.join(''));

/** Every visible character that the model carries, in a bag. */
const visible = (value: string): string => value.replace(/[\s\p{C}\ufffd]/gu, '');

describe('any report whatever', () => {
  const folder = runFolder();
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('becomes a document without faults, the same each time, with all words of its paragraphs', async () => {
    await fc.assert(
      fc.asyncProperty(fronted, fc.boolean(), async (source, final) => {
        const report = parse(source);
        const { bytes } = await exportWith(report, { final, list: true });
        const docx = await openDocx(bytes);
        assert.deepEqual(faultsOf(docx), []);
        assert.ok(Buffer.from(bytes).equals(Buffer.from((await exportWith(report, { final, list: true })).bytes)));
        const printed = visible(
          [...docx.part('word/document.xml').matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
            .map((match) => match[1])
            .join('')
            .replace(/&lt;/g, '<')
            .replace(/&gt;/g, '>')
            .replace(/&quot;/g, '"')
            .replace(/&apos;/g, "'")
            .replace(/&amp;/g, '&'),
        );
        for (const block of report.blocks) {
          if (block.kind !== 'paragraph' && block.kind !== 'closing') continue;
          for (const inline of block.inlines) if (inline.kind === 'text') assert.ok(printed.includes(visible(inline.text)), inline.text);
        }
      }),
      { numRuns: 100, seed: 9704 },
    );
  });

  it('passes the Open XML SDK validator', async () => {
    const sources = fc.sample(fronted, { numRuns: 8, seed: 2012 });
    for (const [index, source] of sources.entries()) {
      const { bytes } = await exportWith(parse(source), { list: true });
      assert.deepEqual(await validatorErrors(writeDocx(folder, `fuzz-${index}`, bytes)), [], JSON.stringify(source));
    }
  });
});
