import assert from 'node:assert/strict';
import { ReportDocument } from '../../server/src/engine/document.ts';
import { PreviewSession } from '../../server/src/features/preview.ts';
import { common } from '../../server/src/render/layout/presets.ts';
import { english } from '../../server/src/wording/localize.ts';
import { Chromium } from './chromium.ts';
import { body, type Preview, setup, source, texts, uri } from './previewPage.ts';

describe('a preview when things go wrong', () => {
  const chromium = new Chromium();
  let preview: Preview;

  const shown = () => preview.host.page.locator('section.page').count();
  const notice = () => preview.host.page.locator('.notice');
  /** What a server has when it begins: nothing is laid out yet. */
  const freshSession = (): PreviewSession =>
    new PreviewSession(ReportDocument.create(uri, 'report', 1, source), {
      layout: common,
      t: english,
      pictures: { sizeOf: () => ({ width: 400, height: 300 }) },
    });
  /** The webview made anew with what it kept, as VS Code does after a restart; it knows its setup, and no pages. */
  const madeAnew = async (kept: object, isLocked: boolean): Promise<void> => {
    const { page, take, post } = preview.host;
    await page.evaluate((state) => {
      const { sessionStorage } = globalThis as unknown as { sessionStorage: { setItem(key: string, value: string): void } };
      sessionStorage.setItem('state', JSON.stringify(state));
    }, kept);
    await page.reload();
    await take('ready');
    await post({ type: 'setup', setup: { ...setup, isLocked } });
  };

  it('says that it is loading until the first pages come', async () => {
    preview = await chromium.preview();
    assert.equal(await notice().isVisible(), false);
    const host = await chromium.webview();
    await host.take('ready');
    await host.post({ type: 'setup', setup });
    assert.equal(await host.page.locator('.notice').textContent(), texts.loading);
  });

  it('keeps its pages while there is no server, and until those of a new one come', async () => {
    preview = await chromium.preview();
    const { host } = preview;
    const { page } = host;
    await preview.cursor(150, 0);
    await page.locator('.p', { hasText: '第146段' }).first().waitFor();
    const before = await preview.scrollTop();
    await host.post({ type: 'unavailable', uri });
    assert.equal(await notice().textContent(), texts.unavailable);
    assert.ok((await shown()) >= 3);
    // The new server is asked for the pages in view; the webview is not told when they go out.
    host.answerBy(() => {});
    const fresh = freshSession();
    while (!fresh.isComplete) fresh.step(100);
    const { page: first = 0 } = fresh.locate({ line: 150, character: 0 }) ?? {};
    await host.post({ type: 'open', opened: fresh.opened(3, first - 1) });
    assert.equal(await notice().isVisible(), false);
    assert.equal(await preview.scrollTop(), before);
    assert.ok(await page.locator('.p', { hasText: '第146段' }).first().isVisible());
    assert.ok((await shown()) >= 3);
  });

  it('keeps its pages when answers of a closed document come late, or patches of another', async () => {
    preview = await chromium.preview();
    const { host } = preview;
    host.answerBy(() => {});
    const late = {
      uri: 'file:///other.report',
      version: 9,
      pageCount: 1,
      pages: [{ index: 0, html: '<section class="page">其他</section>' }],
    };
    await host.post({ type: 'patch', patch: { ...late, changed: { from: 0, to: 1 } } });
    await host.post({ type: 'pages', pages: late });
    await host.post({ type: 'pages', pages: { ...late, uri, version: 0 } });
    assert.equal(await host.page.locator('.p', { hasText: '第0段' }).count(), 1);
    assert.equal(await host.page.getByText('其他').count(), 0);
  });

  it('begins where it was when its webview is made anew', async () => {
    preview = await chromium.preview();
    const { host } = preview;
    await madeAnew({ uri, scrollTop: 3000, zoom: 0.75, isLocked: true }, true);
    await host.post({ type: 'open', opened: preview.session.opened() });
    assert.equal(await preview.scrollTop(), 3000);
    assert.equal(await host.page.locator('.scale').textContent(), '75 %');
    await host.page.locator('section.page').first().waitFor();
  });

  it('begins where it was also when the pages there come later', async () => {
    preview = await chromium.preview();
    const { host } = preview;
    await madeAnew({ uri, scrollTop: 20_000 }, false);
    const session = freshSession();
    await host.post({ type: 'open', opened: session.opened() });
    assert.ok((await preview.scrollTop()) < 20_000);
    while (!session.isComplete) await host.post({ type: 'patch', patch: session.step(40) });
    assert.equal(await preview.scrollTop(), 20_000);
  });

  it('shows a half-typed table, an open fence and an open comment as best it can', async () => {
    preview = await chromium.preview(`${body.slice(0, 30).join('\n')}\n\n\n`);
    for (const words of ['| 甲 | 乙', ' |\n|--', '-|---|\n| 一', '\n```\n代码', '\n<!-- 备注', '\n$$ \\frac{1', '\n![图](']) {
      const { lineCount } = preview.document;
      const { length } = preview.document.line(lineCount - 1).text;
      await preview.edit(lineCount - 1, length, length, words);
      assert.ok(await preview.host.page.locator('.p', { hasText: '第0段' }).first().isVisible());
    }
    await preview.host.page.keyboard.press('End');
    await preview.host.page.locator('.p', { hasText: '第29段' }).first().waitFor();
  });

  it('keeps the box of a picture while it loads, when it fails, and takes a changed one', async () => {
    preview = await chromium.preview();
    const { host } = preview;
    const { page } = host;
    await page.keyboard.press('End');
    await host.take('needPictures');
    const picture = page.locator('img[data-path]');
    const box = async () => {
      const { width, height } = (await picture.boundingBox()) ?? { width: 0, height: 0 };
      return [Math.round(width), Math.round(height)];
    };
    const empty = await box();
    assert.ok((empty[0] ?? 0) > 100 && (empty[1] ?? 0) > 100, String(empty));
    const answer = (source: string) => host.post({ type: 'pictures', uri, pictures: [{ path: 'picture.png', source }] });
    await answer('https://webview.test/picture.png');
    await picture.evaluate((image) => (image as unknown as { decode(): Promise<void> }).decode());
    assert.deepEqual(await box(), empty);
    await answer('https://webview.test/picture.png?changed=1');
    assert.equal(await picture.getAttribute('src'), 'https://webview.test/picture.png?changed=1');
    await answer('data:image/png;base64,broken');
    await page.waitForFunction(
      (text) => {
        const { document } = globalThis as unknown as { document: { querySelector(query: string): { alt: string } } };
        return document.querySelector('img[data-path]').alt === text;
      },
      texts.pictureMissing.replace('{0}', 'picture.png'),
    );
    assert.deepEqual(await box(), empty);
  });
});
