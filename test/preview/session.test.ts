import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ReportDocument } from '../../server/src/engine/document.ts';
import { PreviewSession } from '../../server/src/features/preview.ts';
import { noPictures } from '../../server/src/render/layout/pictures.ts';
import { common } from '../../server/src/render/layout/presets.ts';
import { english } from '../../server/src/wording/localize.ts';

const options = { layout: common, t: english, pictures: noPictures };
const documentOf = (text: string): ReportDocument => ReportDocument.create('file:///r.report', 'report', 1, text);
/** The session with all of the report laid out. */
function complete(session: PreviewSession): PreviewSession {
  while (!session.isComplete) session.step(50);
  return session;
}
const sessionOf = (text: string): { readonly document: ReportDocument; readonly session: PreviewSession } => {
  const document = documentOf(text);
  return { document, session: complete(new PreviewSession(document, options)) };
};
/** Pages without the ids of blocks, which differ from session to session. */
const bare = (session: PreviewSession): readonly string[] =>
  session.opened(1000).pages.map(({ html }) => html.replace(/ data-block="\d+"/g, ''));
const sentence = '我局认真贯彻落实上级决策部署，扎实推进各项工作，取得了阶段性成效。';
const long = (count: number): string => Array.from({ length: count }, (_, index) => `第${index}段。${sentence.repeat(3)}`).join('\n');

describe('a preview session', () => {
  it('opens with the first pages, the paper and the style', () => {
    const { session } = sessionOf(long(200));
    const opened = session.opened();
    assert.equal(opened.pages.length, 3);
    assert.ok(opened.pageCount > 20);
    assert.deepEqual(opened.paper, { width: 210, height: 297 });
    assert.match(opened.style, /\.page\{/);
    assert.deepEqual(
      session.pages(10, 12).pages.map(({ index }) => index),
      [10, 11],
    );
    assert.deepEqual(session.pages(-5, 1e9).pages.length, Math.min(60, opened.pageCount));
  });

  it('patches only the page that changed, and only if it is in view', () => {
    const { document, session } = sessionOf(long(200));
    session.pages(4, 6);
    const line = session.resolve(spotOnPage(session, 4))?.line ?? 0;
    const edit = document.update([{ range: { start: { line, character: 0 }, end: { line, character: 1 } }, text: '弟' }], 2);
    const patch = session.update(document, edit);
    assert.ok(patch);
    assert.equal(patch.version, 2);
    assert.ok(patch.changed.to - patch.changed.from <= 2);
    assert.ok(patch.pages.length >= 1 && patch.pages.some(({ html }) => html.includes('弟')));
    session.pages(20, 22);
    const far = session.update(
      document,
      document.update([{ range: { start: { line, character: 0 }, end: { line, character: 1 } }, text: '第' }], 3),
    );
    assert.deepEqual(far?.pages, []);
  });

  it('says nothing when nothing that is printed changed', () => {
    const { document, session } = sessionOf(`${long(3)}\n\n<!-- 备注 -->\n\n${long(3)}`);
    const edit = document.update([{ range: { start: { line: 4, character: 5 }, end: { line: 4, character: 6 } }, text: '说' }], 2);
    const patch = session.update(document, edit);
    // The comment belongs to the block before it, whose place on the page is the same.
    assert.ok(patch === undefined || patch.changed.to - patch.changed.from <= 1);
  });

  it('leads from the text to the page and back to the very character', () => {
    const { document, session } = sessionOf(`关于工作的报告\n\n县人民政府：\n${long(100)}`);
    for (const position of [
      { line: 3, character: 0 },
      { line: 50, character: 60 },
      { line: 102, character: 3 },
    ]) {
      const spot = session.locate(position);
      assert.ok(spot);
      assert.deepEqual(session.resolve(spot), position);
      const [page] = session.pages(spot.page, spot.page + 1).pages;
      assert.ok(page);
      assert.ok(page.html.includes(`data-block="${spot.block}"`));
      const words = document.line(position.line).text.slice(position.character, position.character + 2);
      assert.ok(page.html.replace(/<[^>]*>/g, '').includes(words));
    }
  });

  it('finds a place for lines that print nothing, and for an empty report', () => {
    const { session } = sessionOf('---\ntitle: 报告\n---\n\n正文一段。\n\n\n');
    assert.equal(session.locate({ line: 0, character: 0 })?.page, 0);
    assert.equal(session.locate({ line: 7, character: 0 })?.page, 0);
    assert.equal(sessionOf('').session.locate({ line: 0, character: 0 }), undefined);
    assert.equal(sessionOf('').session.resolve({ block: 99, line: 0, column: 0 }), undefined);
  });

  it('takes front matter that changes into the head', () => {
    const { document, session } = sessionOf('---\norgan: 甲局\nnumber: 1\n---\n正文。\n');
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 9 } };
    const patch = session.update(document, document.update([{ range, text: '发文字号: 甲发〔2024〕1号' }], 2));
    assert.deepEqual(patch?.changed, { from: 0, to: 1 });
    assert.match(patch?.pages[0]?.html ?? '', /甲发〔2024〕1号/);
  });

  it('shows after any edits what a new session shows', () => {
    const lines = fc.constantFrom(
      '',
      '正文一段。',
      sentence.repeat(4),
      '一、工作情况',
      '（一）成效。正文',
      '关于工作的报告',
      '县人民政府：',
      '| 甲 | 乙 |',
      '|---|---|',
      '表1　情况',
      '- 一项',
      '```',
      '<!--',
      '-->',
      '---',
      '附件：1. 清单',
      '2. 名单',
      '某县农业农村局',
      '2024年1月5日',
      '附件1',
      '共*次，*人',
      '![图](a.png)',
      '[^1]: 注',
      '[TOC]',
      '二、问题',
    );
    const text = fc.array(lines, { maxLength: 60 }).map((all) => all.join('\n'));
    const change = fc.record({
      line: fc.nat(80),
      to: fc.nat(5),
      character: fc.nat(40),
      end: fc.nat(40),
      text: fc.oneof(text, fc.constantFrom('', '\n', '一', '*')),
    });
    fc.assert(
      fc.property(text, fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }), (start, batches) => {
        const { document, session } = sessionOf(start);
        let version = 1;
        for (const batch of batches) {
          const changes = batch.map(({ line, to, character, end, text }) => ({
            range: { start: { line, character }, end: { line: line + to, character: end } },
            text,
          }));
          version++;
          session.update(document, document.update(changes, version));
          assert.deepEqual(bare(session), bare(complete(new PreviewSession(documentOf(document.getText()), options))));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('lays out the first pages at once and the rest in steps, with the same result, whatever is typed meanwhile', () => {
    const line = fc.constantFrom(
      '',
      sentence.repeat(4),
      '一、工作情况',
      '| 甲 | 乙 |',
      '|---|---|',
      '- 一项',
      '```',
      '<!--',
      '附件1',
      '正文[^1]。',
      '[^1]: 注',
    );
    const text = fc.array(line, { minLength: 150, maxLength: 250 }).map((all) => all.join('\n'));
    const act = fc.oneof(
      fc.record({ kind: fc.constant('step' as const), blocks: fc.integer({ min: 1, max: 40 }) }),
      fc.record({
        kind: fc.constant('edit' as const),
        line: fc.nat(260),
        removed: fc.nat(12),
        text: fc.oneof(
          line,
          line.map((one) => `${one}\n`),
        ),
      }),
    );
    fc.assert(
      fc.property(text, fc.array(act, { maxLength: 12 }), (start, acts) => {
        const document = documentOf(start);
        const session = new PreviewSession(document, options);
        // A view that only does what it is told.
        let pages = session.pageCount;
        let version = 1;
        for (const one of acts) {
          if (one.kind === 'step') pages = session.step(one.blocks).pageCount;
          else {
            version++;
            const range = { start: { line: one.line, character: 0 }, end: { line: one.line + one.removed, character: 0 } };
            pages = session.update(document, document.update([{ range, text: one.text }], version))?.pageCount ?? pages;
          }
          assert.equal(pages, session.pageCount);
        }
        complete(session);
        assert.deepEqual(bare(session), bare(complete(new PreviewSession(documentOf(document.getText()), options))));
      }),
      { numRuns: 150 },
    );
  });

  it('ends a step when the time is up, and goes on where it ended', () => {
    const text = long(600);
    const { session: whole } = sessionOf(text);
    const session = new PreviewSession(documentOf(text), options);
    let asked = 0;
    const patch = session.step(Number.POSITIVE_INFINITY, () => ++asked === 3);
    assert.equal(asked, 3);
    assert.equal(patch.partial, true);
    assert.ok(patch.pageCount < whole.pageCount);
    while (!session.isComplete) session.step(Number.POSITIVE_INFINITY, () => true);
    assert.deepEqual(bare(session), bare(whole));
  });

  it('joins what is typed where the layout has come to with what follows', () => {
    // A line between two points becomes one: three blocks become one, wherever the layout ends among them.
    for (let line = 100; line < 220; line++) {
      const start = Array.from({ length: 400 }, (_, index) => (index % 2 === line % 2 ? '正文一段。' : '- 一项')).join('\n');
      const document = documentOf(start);
      const session = new PreviewSession(document, options);
      const range = { start: { line, character: 0 }, end: { line, character: 5 } };
      session.update(document, document.update([{ range, text: '- 新项' }], 2));
      assert.deepEqual(
        bare(complete(session)),
        bare(complete(new PreviewSession(documentOf(document.getText()), options))),
        `line ${line}`,
      );
    }
  });

  it('says that it is not done, and of what is not laid out yet nothing', () => {
    const document = documentOf(long(400));
    const session = new PreviewSession(document, options);
    const opened = session.opened();
    assert.equal(opened.pages.length, 3);
    assert.equal(opened.partial, true);
    assert.ok(opened.pageCount < 15);
    assert.equal(session.locate({ line: 390, character: 0 }), undefined);
    const patch = session.step(1000);
    assert.equal(patch.partial, undefined);
    assert.deepEqual(patch.changed.to, patch.pageCount);
    assert.ok(session.locate({ line: 390, character: 0 }));
    // A view that is far down gets its pages at once.
    const again = new PreviewSession(documentOf(long(400)), options).opened(3, 40);
    assert.deepEqual(
      again.pages.map(({ index }) => index),
      [40, 41, 42],
    );
  });

  it('tells which pages lie across', () => {
    const wide = `| ${Array.from({ length: 30 }, (_, index) => `第${index}列的名称`).join(' | ')} |`;
    const { session } = sessionOf(`${long(30)}\n\n表1　各项情况{横排}\n${wide}\n${wide.replace(/[^|]+/g, '---')}\n${wide}\n\n${long(10)}`);
    const { landscape } = session.opened();
    assert.equal(landscape?.length, 1);
    const [page = -1] = landscape;
    assert.match(session.pages(page, page + 1).pages[0]?.html ?? '', /class="page landscape"/);
  });
});

/** The place of the first words on a page. */
function spotOnPage(session: PreviewSession, page: number): { readonly block: number; readonly line: number; readonly column: number } {
  const html = session.pages(page, page + 1).pages[0]?.html ?? '';
  const [, block = '', line = ''] = /class="p k-body a-justify" data-block="(\d+)" data-line="(\d+)"/.exec(html) ?? [];
  return { block: Number(block), line: Number(line), column: 0 };
}
