// The documents that our pages and LibreOffice's are compared on.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toPoints } from '../../server/src/render/layout/measures.ts';
import { landscapeLayout } from '../../server/src/render/layout/orientation.ts';
import { exportWith, type Fixture, fixture, fixtures, runFolder, writeDocx } from './docx/exports.ts';
import { pagesOf, toPdf } from './docx/pdf.ts';
import { type Agreement, compare } from './layoutAgreement.ts';
import { longEnglishReport, longReport, pageEnds } from './longReports.ts';

/** Reports that the line breaking was not fitted on: compared for the first time when it was done. */
const heldOut = (): readonly Fixture[] => {
  const folder = join(process.cwd(), 'test/fixtures/pages');
  return readdirSync(folder).map((file) => fixture(file.replace(/\.report$/, ''), readFileSync(join(folder, file), 'utf8')));
};

/** The fixtures of all forms, 1 to 6 pages each. */
export const shortDocuments = (): readonly Fixture[] => [...fixtures(), ...heldOut()];

const upward = [
  '文种: 报告',
  '发文机关: 云溪县人民政府',
  '发文字号: 云政报〔2026〕31号',
  '签发人:',
  '  - 李志远',
  '抄送:',
  '  - 市发展和改革委员会',
  '印发机关: 云溪县人民政府办公室',
  '印发日期: 2026年11月9日',
];

/** Generated reports of some 10 to 200 pages. */
export const longDocuments = (): readonly Fixture[] => [
  fixture('long-upward', longReport({ parts: 3, seed: 11, frontMatter: upward, attachments: 3 })),
  fixture('long-notes', longReport({ parts: 8, seed: 12, notes: true })),
  fixture('long-gaps', longReport({ parts: 8, seed: 13, gaps: true, lists: true })),
  fixture('long-tables', longReport({ parts: 10, seed: 14, tables: true, contents: true })),
  fixture('long-gb33476', longReport({ parts: 8, seed: 15, frontMatter: ['style: gb33476'], lists: true })),
  fixture('long-english', longEnglishReport(20, 16)),
  fixture(
    'long-all',
    longReport({ parts: 60, seed: 17, notes: true, tables: true, lists: true, gaps: true, contents: true, attachments: 12 }),
  ),
];

/** Headings of one line each, with their text on it. */
const headings = (group: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `（${'一二三四五六七八九十'.charAt(index % 10)}）第${group}组事项${index}。有说明。`);

/** Headings on every line after a table that a page with notes parts: where it is parted tells them their pages. */
const tableAfterNote = (index: number): readonly string[] => [
  ...(index % 2 === 0 ? [`这句有注[^n${index}]。`] : [`这句有注[^n${index}]。`, `这句也有[^m${index}]。`]),
  '',
  `表${index} 进度`,
  '',
  '| 甲 | 乙 |',
  '|---|---|',
  ...Array.from({ length: 9 }, (_, row) => `| ${row} | ${row % 3 === 0 ? '这一格的字占两行，'.repeat(4) : '一行'} |`),
  '',
  ...headings(index, 30),
  '',
  `[^n${index}]: 注文说明来源。`,
  `[^m${index}]: 注文说明来源，注文比较长，要占两行才放得下，看它在页末怎样分配地方，表格的行又怎样让它。`,
];

/** What has room above it at the head of pages that begin of themselves, and of pages that the writer began. */
const pageHeads = (): string => {
  const tableOf = (number: number): readonly string[] => ['', `表${number} 进度`, '', '| 甲 | 乙 |', '|---|---|', '| 1 | 2 |', ''];
  const parts = [tableOf(1), ['', '$$ x=1 $$', ''], ['', '![图1 某图](a.png)', '']];
  const lines = ['页首排布试验', ''];
  for (const part of parts) {
    for (const pageBreak of [[], ['', '【分页】', '']]) {
      const group = lines.length;
      lines.push(...headings(group, group === 2 ? 20 : 22), ...pageBreak, ...part, ...headings(group, 21), '', '【分页】', '');
    }
  }
  return lines.join('\n');
};

const signature = ['', '云溪县人民政府', '2026年11月9日'];
const long =
  '这一段话占好几行，用来看页末能不能从中间断开，还是要整段移到下一页去；各处的断法应当同样处理，不因文种而异，也不因字号而异，更不因排版软件而异。';

/** What must not be parted, at every place near the end of a page. */
export const pageEndDocuments = (): readonly Fixture[] => [
  fixture(
    'ends-signature',
    pageEnds(() => [long, ...signature]),
  ),
  fixture(
    'ends-attachment',
    pageEnds(() => [long, '', '附件：1. 名单', '      2. 说明', ...signature]),
  ),
  fixture(
    'ends-note',
    pageEnds(() => [long, ...signature, '', '（联系人：陈晨，电话：0551-0000000）']),
  ),
  fixture(
    'ends-heading',
    pageEnds(() => ['一、标题一', '（一）标题二', long]),
  ),
  fixture(
    'ends-table',
    pageEnds((index) => ['', `表${index} 进度`, '', '| 甲 | 乙 |', '|---|---|', '| 1 | 2 |', '| 3 | 4 |', '| 5 | 6 |', '', '表后一句。']),
  ),
  fixture(
    'ends-footnote',
    pageEnds(
      (index) => [`这句有注[^n${index}]。`, long, '', `[^n${index}]: 注文说明来源，注文比较长，要占两行才放得下，看它在页末怎样分配地方。`],
      16,
      24,
    ),
  ),
  fixture('ends-note-table', pageEnds(tableAfterNote, 4, 16)),
  fixture('page-heads', pageHeads()),
];

export const agreementDocuments = (): readonly Fixture[] => [...shortDocuments(), ...longDocuments(), ...pageEndDocuments()];

/** Exports the documents, converts them in one run of LibreOffice, and compares. */
export async function agreementOf(
  documents: readonly Fixture[],
): Promise<readonly { readonly name: string; readonly agreement: Agreement }[]> {
  const folder = runFolder();
  const paths: string[] = [];
  for (const { name, report, layout } of documents)
    paths.push(writeDocx(folder, name, (await exportWith(report, { final: true, layout })).bytes));
  const pdfs = await toPdf(paths, folder);
  const found: { name: string; agreement: Agreement }[] = [];
  for (const [index, { name, report, layout }] of documents.entries()) {
    const pages = await pagesOf(pdfs[index] ?? '', toPoints(landscapeLayout(layout).margins.left) - 1);
    found.push({ name, agreement: compare(report, pages, layout, { sizeOf: () => ({ width: 1, height: 1 }) }) });
  }
  return found;
}
