import assert from 'node:assert/strict';
import { ReportDocument } from '../../server/src/engine/document.ts';
import { PreviewSession } from '../../server/src/features/preview.ts';
import type { PreviewFound } from '../../server/src/protocol/preview.ts';
import { noPictures } from '../../server/src/render/layout/pictures.ts';
import { common } from '../../server/src/render/layout/presets.ts';
import { english } from '../../server/src/wording/localize.ts';
import { Chromium } from './chromium.ts';
import { type Preview, sentence } from './previewPage.ts';

function sessionOf(text: string): PreviewSession {
  const document = ReportDocument.create('file:///r.report', 'report', 1, text);
  const session = new PreviewSession(document, { layout: common, t: english, pictures: noPictures });
  while (!session.isComplete) session.step(100);
  return session;
}

function find(session: PreviewSession, query: string): PreviewFound {
  const search = session.find(query);
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

const long = Array.from({ length: 200 }, (_, index) => `第${index}段。${sentence.repeat(2)}`).join('\n');

describe('finding words on the pages', () => {
  it('finds every place, on every page, in order', () => {
    const { matches, isCut } = find(sessionOf(long), '贯彻落实');
    assert.equal(matches.length, 400);
    assert.equal(isCut, false);
    const pages = matches.map(([{ page }]) => page);
    assert.ok(pages.every((page, index) => index === 0 || page >= (pages[index - 1] ?? 0)));
    assert.ok((pages.at(-1) ?? 0) > 20);
  });

  it('takes letters of any case and full-width forms as equal', () => {
    const session = sessionOf('采用ＡＢＣ标准和abc标准，占９８％。\n');
    assert.equal(find(session, 'Abc').matches.length, 2);
    assert.equal(find(session, '98%').matches.length, 1);
  });

  it('finds words over the end of a line, and words over the end of a page as two parts', () => {
    const session = sessionOf(long);
    for (let index = 20; index < 180; index++) {
      const words = `第${index}段。我局认真`;
      assert.equal(find(session, words).matches.length, 1, words);
    }
    const whole = `${sentence.repeat(2)}`;
    const parted = find(session, whole).matches.filter(({ length }) => length > 1);
    assert.ok(parted.length > 10);
    for (const [first, second] of parted) {
      assert.equal(second?.page, first.page + 1);
      assert.equal(first.to - first.from + (second.to - second.from), whole.length);
    }
  });

  it('finds words of headings, tables and numbers that the layout adds', () => {
    const text = '一、工作情况\n（一）成效。正文\n\n表1　进度\n| 县 | 数 |\n|---|---|\n| 甲县 | 12 |\n| 乙县 | 甲县 |\n\n附件：1. 清单\n';
    const session = sessionOf(text);
    assert.equal(find(session, '甲县').matches.length, 2);
    assert.equal(find(session, '工作情况').matches.length, 1);
    assert.equal(find(session, '附件：').matches.length, 1);
  });

  it('ends early where there are too many, and finds nothing for nothing', () => {
    const { matches, isCut } = find(sessionOf('的'.repeat(300).concat('\n').repeat(20)), '的');
    assert.equal(matches.length, 2000);
    assert.ok(isCut);
    assert.deepEqual(find(sessionOf(long), '').matches, []);
    assert.deepEqual(find(sessionOf(''), '的').matches, []);
  });
});

describe('the search box of the preview', () => {
  const chromium = new Chromium();
  let preview: Preview;

  /** The words that are marked on the pages that are there. */
  const marked = (name: string): Promise<readonly string[]> =>
    preview.host.page.evaluate((key) => {
      const { CSS } = globalThis as unknown as { CSS: { highlights: Map<string, Iterable<{ toString(): string }>> } };
      // Those of pages that have gone are empty.
      return [...(CSS.highlights.get(key) ?? [])].map(String).filter(Boolean);
    }, name);
  const count = () => preview.host.page.locator('.find [role=status]');
  const search = async (words: string): Promise<void> => {
    const { page } = preview.host;
    await page.keyboard.press('Control+f');
    await page.locator('.find input').fill(words);
  };

  it('opens by its key, counts over the whole report, and marks just the words', async () => {
    preview = await chromium.preview();
    await search('第7段。我局');
    await count().getByText('第 1 处，共 1 处').waitFor();
    assert.deepEqual(await marked('found-now'), ['第7段。我局']);
    await preview.host.page.locator('.find input').fill('贯彻落实');
    await count()
      .getByText(/第 \d+ 处，共 600 处/)
      .waitFor();
    const all = await marked('found');
    assert.ok(all.length > 20);
    assert.deepEqual([...new Set(all)], ['贯彻落实']);
  });

  it('goes on by Enter and back by Shift+Enter, around the end, to pages that were not there', async () => {
    preview = await chromium.preview();
    const { page } = preview.host;
    await search('段。');
    await count().getByText('第 1 处，共 300 处').waitFor();
    await page.keyboard.press('Shift+Enter');
    await count().getByText('第 300 处，共 300 处').waitFor();
    await page.locator('.p', { hasText: '第299段' }).first().waitFor();
    await page.waitForFunction(() => {
      const { CSS } = globalThis as unknown as { CSS: { highlights: Map<string, { size: number }> } };
      return CSS.highlights.get('found-now')?.size === 1;
    });
    const { y = -1 } = (await page.locator('.p', { hasText: '第299段' }).first().boundingBox()) ?? {};
    assert.ok(y > 0 && y < 800, `at ${y}`);
    await page.keyboard.press('Enter');
    await count().getByText('第 1 处，共 300 处').waitFor();
  });

  it('says that there is nothing, and closes by Escape without a trace', async () => {
    preview = await chromium.preview();
    const { page } = preview.host;
    await search('没有这个词');
    await count().getByText('无结果').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.find').waitFor({ state: 'hidden' });
    assert.deepEqual(await marked('found'), []);
    assert.equal(
      await page.evaluate(
        () => (globalThis as unknown as { document: { activeElement: { className: string } } }).document.activeElement.className,
      ),
      'scroller',
    );
  });

  it('keeps what is typed at once after its key, when VS Code tells of the key later', async () => {
    preview = await chromium.preview();
    const { page } = preview.host;
    await page.keyboard.press('Control+f');
    await page.keyboard.insertText('贯');
    await preview.host.post({ type: 'find' });
    await page.keyboard.insertText('彻');
    assert.equal(await page.locator('.find input').inputValue(), '贯彻');
    // From elsewhere it takes the focus back, and what stands there is ready to be typed over.
    await page.locator('.scroller').focus();
    await preview.host.post({ type: 'find' });
    await page.keyboard.insertText('落实');
    assert.equal(await page.locator('.find input').inputValue(), '落实');
  });

  it('looks again when the report changes', async () => {
    preview = await chromium.preview();
    await search('崭新');
    await count().getByText('无结果').waitFor();
    await preview.edit(5, 0, 0, '崭新');
    await count().getByText('第 1 处，共 1 处').waitFor();
    await preview.host.page.waitForFunction(() => {
      const { CSS } = globalThis as unknown as { CSS: { highlights: Map<string, Iterable<{ toString(): string }>> } };
      return [...(CSS.highlights.get('found-now') ?? [])].map(String).join() === '崭新';
    });
  });
});
