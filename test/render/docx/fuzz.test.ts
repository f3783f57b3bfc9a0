import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { exportWith, parse, runFolder, writeDocx } from '../../support/docx/exports.ts';
import { faultsOf, openDocx } from '../../support/docx/package.ts';
import { validatorErrors } from '../../support/docx/readers.ts';
import { linesOfEveryKind } from '../../support/linesOfEveryKind.ts';

/** Lines of every kind, and with them everything that has ever upset a Word document. */
const lines = [
  ...linesOfEveryKind,
  '![](b.bin)',
  'code\t"<&>"',
  '---',
  '发文机关: 某局',
  '文种: 函',
  '发文字号: 某〔2026〕1号',
  '抄送: [甲, 乙]',
  '签发人: 某',
  '\ufffe\u0001',
  'e\u0301',
  '\u202e反',
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
