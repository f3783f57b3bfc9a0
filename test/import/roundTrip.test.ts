import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { draftList, missingChart, missingPicture } from '../../server/src/import/roles/ours.ts';
import { makeLocalize } from '../../server/src/lsp/makeLocalize.ts';
import { openDocx } from '../support/docx/package.ts';
import { linesOfEveryKind } from '../support/linesOfEveryKind.ts';
import { exported, importedReport, joinedRuns } from './support.ts';

const folders = ['test/fixtures/docx', 'samples'];
const reports = folders.flatMap((folder) =>
  readdirSync(join(process.cwd(), folder))
    .filter((file) => file.endsWith('.report'))
    .sort()
    .map((file) => ({ name: `${folder}/${file}`, text: readFileSync(join(process.cwd(), folder, file), 'utf8') })),
);
/** A house style is more than a preset: it comes back as the preset that it stands on, and that is said. */
const styled = /^style:\s*$|^style: \S+\.ya?ml|^样式:\s*$|^版式:\s*$/m;

const partOf = async (bytes: Uint8Array, name: string): Promise<string> => joinedRuns((await openDocx(bytes)).part(name));

describe('export, import, export', () => {
  it('has at least ten reports of different forms to try', () => assert.ok(reports.length >= 10, String(reports.length)));

  for (const { name, text } of reports) {
    for (const final of [true, false]) {
      const isStyled = styled.test(text);
      it(`gives the same ${isStyled ? 'words' : 'bytes'} again: ${name}, ${final ? 'final' : 'draft'}`, async () => {
        const first = await exported(text, final);
        const once = await importedReport(first);
        const second = await exported(once.text, final);
        assert.equal((await importedReport(second)).text, once.text);
        if (isStyled && !Buffer.from(second).equals(Buffer.from(first))) {
          const words = (xml: string): string => xml.replace(/<[^>]+>/g, '');
          assert.equal(words(await partOf(second, 'word/document.xml')), words(await partOf(first, 'word/document.xml')));
          assert.ok(once.remarks.some(({ message }) => message.startsWith('The layout is none of the presets')));
          return;
        }
        assert.equal(await partOf(second, 'word/document.xml'), await partOf(first, 'word/document.xml'));
        // A picture without a caption is described by its file, whose name is another one.
        if (!/^!\[\]/m.test(text)) assert.ok(Buffer.from(second).equals(Buffer.from(first)));
        assert.deepEqual(once.remarks, []);
      });
    }
  }

  it('brings back what a draft shows of its missing data, not its list, comments and mark', async () => {
    const text = '关于植树的报告\n\n市政府：\n\n全年植树*亩，投入××万元，“\\*”号除外。\n';
    const draft = await importedReport(await exported(text, false));
    assert.equal(draft.text, '关于植树的报告\n\n市政府：\n\n全年植树*亩，投入××万元，“\\*”号除外。\n');
    assert.deepEqual(draft.remarks, []);
  });

  it('brings back the keywords, which stand in the properties of the file only', async () => {
    const text = '---\n关键词:\n  - 植树\n  - 林业\n---\n\n关于植树的报告\n\n全年植树。\n';
    const bytes = await exported(text, true);
    assert.match((await openDocx(bytes)).part('docProps/core.xml'), /<cp:keywords>植树; 林业<\/cp:keywords>/);
    assert.equal((await importedReport(bytes)).text, text);
  });

  it('writes headings with ## where numbers below them are no headings', async () => {
    const text = '关于植树的报告\n\n## 一、背景\n1. 小事项\n2. 大事项\n';
    assert.equal((await importedReport(await exported(text, true))).text, text);
  });

  it('knows the extras of drafts in both languages, and what stands for pictures and charts that are missing', async () => {
    for (const locale of ['en', 'zh-cn']) {
      const t = makeLocalize(locale);
      assert.match(t('Missing data: {0}', 12), draftList);
      assert.deepEqual(missingPicture.exec(t('[Picture missing: {0}]', 'a/b.png'))?.slice(1).filter(Boolean), ['a/b.png']);
      assert.deepEqual(missingChart.exec(t('[Chart missing: {0}]', '饼图 表1'))?.slice(1).filter(Boolean), ['饼图 表1']);
      assert.match(t('Draft'), /^(?:Draft|草稿)$/);
      assert.match(t('Report Writer'), /^(?:Report Writer|执笔)$/);
    }
    const missing = await exported('说明，一段。\n\n![图1 位置](none/map.png)\n', true, async () => ({ problem: 'none' }));
    assert.match((await importedReport(missing)).text, /!\[图1 位置\]\(none\/map\.png\)/);
  });

  it('reads what somebody typed into an exported file in Word by its words', async () => {
    const bytes = await exported('关于植树的报告\n\n市政府：\n\n一、进展\n全年植树三百亩。\n', true);
    const edited = await withParts(bytes, {
      'word/document.xml': (xml) => xml.replace('全年植树三百亩。', '二、打算'),
      'docProps/core.xml': (xml) => xml.replace('</cp:coreProperties>', '<cp:lastModifiedBy>张三</cp:lastModifiedBy></cp:coreProperties>'),
    });
    assert.equal((await importedReport(edited)).text, '关于植树的报告\n\n市政府：\n\n一、进展\n二、打算\n');
    const untouched = await withParts(bytes, { 'word/document.xml': (xml) => xml.replace('全年植树三百亩。', '二、打算') });
    assert.match((await importedReport(untouched)).text, /二、打算<!-- -->/);
  });
});

async function withParts(bytes: Uint8Array, changes: Readonly<Record<string, (xml: string) => string>>): Promise<Uint8Array> {
  const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate');
  const files = unzipSync(bytes);
  for (const [name, change] of Object.entries(changes)) files[name] = strToU8(change(strFromU8(files[name] ?? new Uint8Array())));
  return zipSync(files);
}

const fronts = [
  '',
  '---\n文种: 函\n发文机关: [甲局, 乙局]\n发文字号: 甲〔2026〕1号\n份号: "000001"\n---\n',
  '---\n文种: 纪要\n发文机关: 甲局\n发文字号: 甲〔2026〕1号\n抄送: [乙, 丙]\n---\n',
  '---\n文种: 令\n发文机关: 甲局\n发文字号: 第1号\n签发人: [某, 某某, 某某某]\n---\n',
  '---\n密级: 秘密★1年\n紧急程度: 特急\n---\n',
];
const generated = fc
  .tuple(
    fc.constantFrom(...fronts),
    fc.array(fc.oneof({ weight: 14, arbitrary: fc.constantFrom(...linesOfEveryKind) }, fc.string({ unit: 'grapheme', maxLength: 12 })), {
      maxLength: 30,
    }),
  )
  .map(([front, parts]) => front + parts.join('\n'));

describe('any report whatever, exported and imported', () => {
  it('prints the same document again', async () => {
    await fc.assert(
      fc.asyncProperty(generated, fc.boolean(), async (text, final) => {
        const first = await exported(text, final);
        const { text: report } = await importedReport(first);
        assert.equal(await partOf(await exported(report, final), 'word/document.xml'), await partOf(first, 'word/document.xml'));
      }),
      { numRuns: 120, seed: 9704 },
    );
  });
});
