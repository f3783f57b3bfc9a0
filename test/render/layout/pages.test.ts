import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Block } from '../../../server/src/engine/model/report.ts';
import type { Page } from '../../../server/src/render/layout/paginate.ts';
import { noPictures } from '../../../server/src/render/layout/pictures.ts';
import { common } from '../../../server/src/render/layout/presets.ts';
import { ReportLayout } from '../../../server/src/render/layout/reportLayout.ts';
import { addressee, attachment, heading, note, noted, paragraph, signature, table, title } from './blocks.ts';

function laidOut(blocks: readonly Block[]): ReportLayout {
  const layout = new ReportLayout(common, noPictures);
  layout.update(blocks, {});
  return layout;
}

const kindsOf = (page: Page | undefined): readonly string[] => (page?.fragments ?? []).map(({ entry }) => entry.block?.kind ?? 'head');
const rowsOf = (page: Page | undefined): number => (page?.fragments ?? []).reduce((sum, { from, to }) => sum + to - from, 0);
/** So many paragraphs of one line. */
const lines = (count: number): Block[] => Array.from({ length: count }, (_, index) => paragraph(`第${index}行`));

describe('pages', () => {
  it('hold 22 lines', () => {
    const { pages } = laidOut(lines(50));
    assert.deepEqual(pages.map(rowsOf), [22, 22, 6]);
  });

  it('part a paragraph between its lines', () => {
    const { pages } = laidOut([...lines(21), paragraph('国'.repeat(70))]);
    assert.deepEqual(pages.map(rowsOf), [22, 2]);
  });

  it('are one for an empty report', () => {
    assert.equal(laidOut([]).pages.length, 1);
    assert.equal(laidOut([{ kind: 'nothing', lineCount: 3 }]).pages.length, 1);
  });

  it('never end with a heading', () => {
    const { pages } = laidOut([...lines(21), heading(1, '一、', '情况'), ...lines(3)]);
    assert.deepEqual(pages.map(rowsOf), [21, 4]);
    const chain = laidOut([...lines(20), heading(1, '一、', '情况'), heading(2, '（一）', '成效'), ...lines(3)]);
    assert.deepEqual(chain.pages.map(rowsOf), [20, 5]);
  });

  it('may end with a heading that has its text on the same line', () => {
    const { pages } = laidOut([...lines(21), heading(2, '（一）', '成效。', '正文'), ...lines(3)]);
    assert.deepEqual(pages.map(rowsOf), [22, 3]);
  });

  it('never hold a signature alone', () => {
    const { pages } = laidOut([...lines(22), signature('某县人民政府', '2024年1月5日')]);
    assert.deepEqual(
      pages.map(kindsOf).map((kinds) => kinds.length),
      [21, 2],
    );
    assert.deepEqual(kindsOf(pages[1]), ['paragraph', 'signature']);
  });

  it('hold a signature whole', () => {
    const { pages } = laidOut([...lines(20), signature('某县人民政府', '2024年1月5日')]);
    assert.deepEqual(kindsOf(pages[1]), ['paragraph', 'signature']);
  });

  it('begin anew for an attachment and a page break, never with an empty page', () => {
    const { pages } = laidOut([...lines(2), { kind: 'pageBreak', lineCount: 1 }, attachment('附件1', '清单'), ...lines(1)]);
    assert.equal(pages.length, 2);
    assert.deepEqual(kindsOf(pages[1]), ['attachment', 'paragraph']);
  });

  it('repeat the header of a table that goes on', () => {
    const { pages } = laidOut([...lines(10), table(3, 80)]);
    assert.ok(pages.length >= 3);
    const rows = pages.flatMap(({ fragments }) => fragments).filter(({ entry }) => entry.block?.kind === 'table');
    for (const { entry, from, to } of rows.slice(1)) {
      const height = entry.broken.rows.slice(from, to).reduce((sum, row) => sum + row.height, entry.broken.repeated?.[0]?.height ?? 0);
      assert.ok(height <= 22.1 * 28.95, `a page of the table is ${height} pt high`);
    }
  });

  it('give whole lines of the grid to what stands above notes', () => {
    // Above one line of a note (6.2 + 13.15 pt) stand 21 lines, 607.95 pt: 15 of them, 55 pt of caption and header, and four rows of 24.5 pt.
    const rowsAbove = (...notes: readonly Block[]) => {
      const { pages } = laidOut([...lines(14), noted('有注', '甲'), table(2, 9), ...notes]);
      return pages[0]?.fragments
        .at(-1)
        ?.entry.broken.rows.slice(0, pages[0].fragments.at(-1)?.to)
        .filter(({ kind }) => kind === 'tableRow').length;
    };
    assert.equal(rowsAbove(), 1 + 6);
    assert.equal(rowsAbove(note('甲', '注文')), 1 + 4);
    assert.equal(rowsAbove(note('甲', '注文'.repeat(30))), 1 + 3);
  });

  it('leave out the room above a caption where they begin with it, but not after a page break', () => {
    // Caption, header and five rows take 171.5 pt, 6 pt more with the room above; 16 lines take 463.2 pt of the 465.4 pt left.
    const linesBelow = (blocks: readonly Block[], at: number) => {
      const page = laidOut([...blocks, table(2, 5), ...lines(20)]).pages[at];
      return kindsOf(page).filter((kind) => kind === 'paragraph').length;
    };
    const pageBreak: Block = { kind: 'pageBreak', lineCount: 1 };
    assert.equal(linesBelow(lines(22), 1), 16);
    assert.equal(linesBelow([...lines(22), pageBreak], 1), 15);
    assert.equal(linesBelow([], 0), 15);
  });

  it('scale a picture that is higher than a page', () => {
    const layout = new ReportLayout(common, { sizeOf: () => ({ width: 1000, height: 9000 }) });
    const pictureBlock: Block = {
      kind: 'picture',
      path: 'a.png',
      caption: [{ kind: 'text', text: '图1', start: 0 }],
      pathStart: 0,
      lineCount: 1,
    };
    layout.update([paragraph('前'), pictureBlock, { kind: 'pageBreak', lineCount: 1 }, pictureBlock], {});
    assert.deepEqual(layout.pages.map(rowsOf), [1, 4, 4]);
  });

  it('end for a table cell that is higher than a page', () => {
    const { pages } = laidOut([table(2, 3, '很长的内容'.repeat(2000))]);
    assert.ok(pages.length > 10);
  });

  it('make the mark of a long organ name small enough for one line', () => {
    const layout = new ReportLayout(common, noPictures);
    layout.update([paragraph('正文')], {
      issuingOrgan: ['某某省某某市经济技术开发区管理委员会办公室'],
      documentNumber: '某开办发〔2024〕1号',
    });
    const marks = layout.entries[0]?.broken.rows.filter((row) => row.kind === 'text' && row.paragraph.kind === 'organMark');
    assert.equal(marks?.length, 1);
  });

  it('take 100,000 paragraphs', () => {
    const { pages } = laidOut(lines(100_000));
    assert.equal(pages.length, Math.ceil(100_000 / 22));
  });

  it('take 100,000 headings in a row', () => {
    const { pages } = laidOut(Array.from({ length: 100_000 }, () => heading(1, '一、', '情况')));
    assert.equal(pages.length, Math.ceil(100_000 / 22));
  });
});

const tableBlock = table(2, 5);
const wideTable: Block =
  tableBlock.kind === 'table' ? { ...tableBlock, table: { ...tableBlock.table, orientation: 'landscape' } } : tableBlock;

const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 400 }).map((length) => paragraph('国，家。'.repeat(length).slice(0, length))) },
  { weight: 2, arbitrary: fc.constantFrom(1, 2, 3, 4).map((level) => heading(level as 1, '一、', '情况')) },
  { weight: 1, arbitrary: fc.constant(heading(2, '（一）', '成效。', '正文'.repeat(40))) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 60 }).map((rows) => table(2, rows)) },
  { weight: 1, arbitrary: fc.constant(signature('某县人民政府', '2024年1月5日')) },
  { weight: 1, arbitrary: fc.constant(attachment('附件', '清单')) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Block>({ kind: 'pageBreak', lineCount: 1 }, { kind: 'nothing', lineCount: 2 }, title('关于工作的报告')),
  },
  { weight: 1, arbitrary: fc.constant(addressee('各乡镇人民政府：')) },
  { weight: 2, arbitrary: fc.constantFrom('甲', '乙', '丙').map((label) => noted('这里有注'.repeat(9), label)) },
  {
    weight: 2,
    arbitrary: fc
      .record({ label: fc.constantFrom('甲', '乙', '丙'), length: fc.integer({ min: 1, max: 900 }) })
      .map(({ label, length }) => note(label, '注文'.repeat(length))),
  },
  { weight: 1, arbitrary: fc.constant(wideTable) },
  { weight: 1, arbitrary: fc.constant<Block>({ kind: 'tableOfContents', lineCount: 1 }) },
);
const anyEdit = fc.record({ at: fc.nat(), remove: fc.integer({ min: 0, max: 4 }), insert: fc.array(anyBlock, { maxLength: 4 }) });

/** What a page shows, entry ids left out. */
const shape = ({ pages }: ReportLayout) =>
  pages.map((page) => [
    page.landscape,
    page.turned,
    ...[...page.fragments, ...(page.notes ?? [])].map(({ entry, from, to }) => [entry.block, from, to]),
  ]);

describe('an attachment of a table on its side', () => {
  it('begins on the page of the table', () => {
    const { pages } = laidOut([
      paragraph('正文。'),
      attachment('附件1', '任务分解表'),
      wideTable,
      attachment('附件2', '名单'),
      paragraph('名单。'),
    ]);
    assert.deepEqual(
      pages.map((page) => [page.landscape === true, page.fragments.map(({ entry }) => entry.block?.kind)]),
      [
        [false, ['paragraph']],
        [true, ['attachment', 'table']],
        [false, ['attachment', 'paragraph']],
      ],
    );
  });
});

describe('pages after edits', () => {
  it('equal pages from scratch, and every page outside the change is as it was', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 120 }), fc.array(anyEdit, { minLength: 1, maxLength: 12 }), (start, edits) => {
        let blocks = start;
        const layout = laidOut(blocks);
        for (const { at, remove, insert } of edits) {
          const index = at % (blocks.length + 1);
          blocks = [...blocks.slice(0, index), ...insert, ...blocks.slice(index + remove)];
          const before = layout.pages;
          const change = layout.update(blocks, {});
          assert.deepEqual(shape(layout), shape(laidOut(blocks)));
          layout.pages.forEach((page, number) => {
            if (!change || number < change.from || number >= change.to) assert.deepEqual(page.fragments, before[number]?.fragments);
          });
          if (!change) assert.equal(layout.pages.length, before.length);
        }
      }),
      { numRuns: 300, seed: 429892420 },
    );
  });

  it('laid out in parts equal pages laid out at once, imprint and notes included', () => {
    const frontMatter = {
      issuingOrgan: ['县政府'],
      documentNumber: '县政发〔2026〕1号',
      copiesTo: ['县委办公室'],
      printingOrgan: '县政府办公室',
    };
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 120 }), fc.integer({ min: 1, max: 40 }), (blocks, size) => {
        const layout = new ReportLayout(common, noPictures);
        for (let at = 0; at === 0 || at < blocks.length; at += size) {
          layout.update(blocks.slice(at, at + size), frontMatter, { from: at, to: at, isPartial: at + size < blocks.length });
        }
        const whole = new ReportLayout(common, noPictures);
        whole.update(blocks, frontMatter);
        assert.deepEqual(shape(layout), shape(whole));
      }),
      { numRuns: 200, seed: 20261123 },
    );
  });

  it('number notes by their first call, also after an edit far above', () => {
    const blocks = [...lines(30), noted('甲处有注', '甲'), ...lines(30), noted('乙处有注', '乙'), note('甲', '一'), note('乙', '二')];
    const layout = laidOut(blocks);
    const numbersOf = () =>
      layout.pages.flatMap(({ notes = [] }, page) =>
        notes.map(({ entry }) => [
          page,
          entry.broken.note?.[0]?.paragraph.runs[0]?.text,
          entry.block?.kind === 'footnote' && entry.block.label,
        ]),
      );
    assert.deepEqual(numbersOf(), [
      [1, '1', '甲'],
      [2, '2', '乙'],
    ]);
    layout.update([noted('新处有注', '乙'), ...blocks], {});
    assert.deepEqual(numbersOf(), [
      [0, '1', '乙'],
      [1, '2', '甲'],
    ]);
  });

  it('hold the imprint at the foot of the last page, on a page of its own where it finds no room', () => {
    const frontMatter = { copiesTo: ['县委办公室'], printingOrgan: '县政府办公室', printingDate: '2026年3月1日' };
    for (const [count, pages] of [
      [15, 1],
      [21, 2],
    ] as const) {
      const layout = new ReportLayout(common, noPictures);
      layout.update(lines(count), frontMatter);
      assert.equal(layout.pages.length, pages);
      assert.equal(layout.pages.at(-1)?.fragments.at(-1)?.entry.broken.atFoot, true);
    }
  });

  it('stay as they were when a letter changes without a line break moving', () => {
    const blocks = lines(5000);
    const layout = laidOut(blocks);
    const changed = blocks.map((block, index) => (index === 2500 ? paragraph('别的一行') : block));
    const change = layout.update(changed, {});
    assert.deepEqual(change, { from: 113, to: 114 });
    assert.equal(layout.update(changed, {}), undefined);
  });
});
