import assert from 'node:assert/strict';
import { type HtmlContext, pageHtml } from '../../server/src/render/html/pageHtml.ts';
import { pageStyle } from '../../server/src/render/html/pageStyle.ts';
import { common } from '../../server/src/render/layout/presets.ts';
import { ReportLayout } from '../../server/src/render/layout/reportLayout.ts';
import { english } from '../../server/src/wording/localize.ts';
import { hostileReport } from '../render/html/hostileReport.ts';
import { Chromium } from './chromium.ts';
import type { HostOptions } from './host.ts';
import { body, type Preview, source, uri } from './previewPage.ts';

/** Marks an element in a way that no comparison of markup sees: whether it is the same one later. */
const mark = (element: object): void => {
  Object.assign(element, { marked: true });
};
const isMarked = (element: object): boolean => 'marked' in element;

describe('the preview in Chromium', () => {
  const chromium = new Chromium();

  const start = (text = source, options: HostOptions = {}): Promise<Preview> => chromium.preview(text, options);

  it('shows the first pages and as many places as there are pages', async () => {
    const { host, session } = await start();
    await host.page.locator('section.page').nth(2).waitFor();
    assert.equal(await host.page.locator('section.page').count(), 3);
    assert.equal(await host.page.locator('.place').textContent(), `第 1 页，共 ${session.pageCount} 页`);
    assert.equal(await host.page.locator('section.page').first().getAttribute('aria-label'), 'Page 1');
  });

  it('shows the page in view before those around it', async () => {
    const { host, session } = await start();
    const shown = await host.page.evaluate((opened) => {
      const { document, postMessage, addEventListener } = globalThis as unknown as {
        document: { querySelectorAll(selector: string): Iterable<{ readonly childElementCount: number }> };
        postMessage(message: unknown, origin: string): void;
        addEventListener(type: 'message', run: () => void, options: { readonly once: boolean }): void;
      };
      // Ours is called after the page's own listener.
      return new Promise<readonly number[]>((done) => {
        addEventListener(
          'message',
          () => done([...document.querySelectorAll('.sheet')].map(({ childElementCount }) => childElementCount)),
          { once: true },
        );
        postMessage({ type: 'open', opened: { ...opened, uri: 'file:///other.report' } }, '*');
      });
    }, session.opened() as object);
    assert.deepEqual(shown, [1, 0, 0]);
    await host.page.locator('[data-page="2"] section.page').waitFor();
    await host.page.locator('section.page').nth(2).waitFor();
    assert.equal(await host.page.locator('section.page').count(), 3);
  });

  it('prints each line where the layout ends it, inside the type area', async () => {
    const { host } = await start();
    const misses = await host.page.locator('.a-justify .line:not(.end)').evaluateAll(
      (lines) =>
        lines.filter((line) => {
          const { document } = line.ownerDocument.defaultView as unknown as {
            document: { createRange(): { selectNodeContents(node: unknown): void; getBoundingClientRect(): { right: number } } };
          };
          const words = document.createRange();
          words.selectNodeContents(line);
          return (
            Math.abs(
              words.getBoundingClientRect().right -
                (line as unknown as { getBoundingClientRect(): { right: number } }).getBoundingClientRect().right,
            ) > 1.5
          );
        }).length,
    );
    assert.equal(misses, 0);
  });

  it('asks for pages that come into view and lets go of those that left it', async () => {
    const preview = await start();
    const { page } = preview.host;
    await page.locator('.scroller').evaluate((scroller) => scroller.scrollTo({ top: scroller.scrollHeight / 2 }));
    await page.locator('[data-page="0"]').waitFor({ state: 'detached' });
    await page.locator(`[data-page="${Math.floor(preview.session.pageCount / 2)}"] section.page`).waitFor();
    // The page in view comes first, those around it after it.
    await page.locator('section.page').nth(2).waitFor();
    const shown = await page.locator('section.page').count();
    assert.ok(shown >= 3 && shown <= 8, `${shown} pages`);
  });

  it('takes a patch without moving what is being read, and leaves alone what did not change', async () => {
    const preview = await start();
    const { page } = preview.host;
    await page.locator('.scroller').evaluate((scroller) => scroller.scrollTo({ top: 700 }));
    const before = await preview.scrollTop();
    await page.locator('.k-title').evaluate(mark);
    await preview.edit(4, 0, 1, '弟');
    assert.equal(await preview.scrollTop(), before);
    assert.match((await page.locator('.k-body').first().textContent()) ?? '', /^弟0段/);
    assert.ok(await page.locator('.k-title').evaluate(isMarked));
    await preview.edit(0, 0, 0, '新一行\n');
    assert.equal(await preview.scrollTop(), before);
  });

  it('follows the cursor: marks its paragraph and brings it into view', async () => {
    const preview = await start();
    const { page } = preview.host;
    await preview.cursor(6, 0);
    assert.equal(
      await page
        .locator('.p.current')
        .first()
        .textContent()
        .then((words) => words?.slice(0, 3)),
      '第2段',
    );
    assert.equal(await preview.scrollTop(), 0);
    await preview.cursor(250, 10);
    await page.locator('.p.current').first().waitFor();
    const inView = await page
      .locator('.p.current')
      .first()
      .evaluate((mark) => {
        const { top } = mark.getBoundingClientRect();
        return top > 0 && top < 800;
      });
    assert.ok(inView);
    assert.match((await page.locator('.p.current').first().textContent()) ?? '', /^第246段/);
  });

  it('leads a double click to the very character, a click on a gap to the gap', async () => {
    const preview = await start();
    const { page, take } = preview.host;
    const line = page.locator('.k-body .line').first();
    const box = await line.boundingBox();
    assert.ok(box);
    const cell = box.width / 28;
    await page.mouse.dblclick(box.x + cell * 5.5, box.y + box.height / 2);
    const { place, isGap } = await take('reveal');
    assert.equal(isGap, false);
    const position = preview.session.resolve(place);
    assert.equal(position?.line, 4);
    assert.ok(position.character >= 3 && position.character <= 4, `column ${position.character}`);
    await page.locator('.missing').first().click();
    const gap = await take('reveal');
    assert.equal(gap.isGap, true);
    const at = preview.session.resolve(gap.place);
    assert.deepEqual(at, { line: 4, character: preview.document.line(4).text.indexOf('*') });
    await page.locator('.missing').nth(1).press('Enter');
    assert.equal((await take('reveal')).isGap, true);
  });

  it('zooms by its buttons and keeps the place', async () => {
    const preview = await start();
    const { page } = preview.host;
    await page.locator('.scroller').evaluate((scroller) => scroller.scrollTo({ top: 3000 }));
    const place = page.locator('.place');
    await page.waitForFunction(
      () =>
        !(globalThis as unknown as { document: { querySelector(s: string): { textContent: string } } }).document
          .querySelector('.place')
          .textContent.startsWith('第 1 页'),
    );
    const before = await place.textContent();
    await page.getByRole('button', { name: '放大' }).click();
    await page.getByRole('button', { name: '放大' }).click();
    assert.equal(await place.textContent(), before);
    await page.getByRole('button', { name: '适合宽度' }).click();
    const isFitting = await page.locator('.scroller').evaluate((scroller) => scroller.scrollWidth <= scroller.clientWidth);
    assert.ok(isFitting);
  });

  it('shows pictures by the URIs it is given, and asks for each once', async () => {
    const preview = await start();
    const { page, take, post, messages } = preview.host;
    await page.locator('.scroller').evaluate((scroller) => scroller.scrollTo({ top: scroller.scrollHeight }));
    const { paths } = await take('needPictures');
    assert.deepEqual(paths, ['picture.png']);
    await post({ type: 'pictures', uri, pictures: [{ path: 'picture.png', source: 'https://webview.test/picture.png' }] });
    const picture = page.locator('img[data-path]');
    assert.equal(await picture.getAttribute('src'), 'https://webview.test/picture.png');
    await picture.evaluate(mark);
    await preview.edit(303, 0, 1, '弟');
    assert.ok(await picture.evaluate(isMarked));
    assert.equal(messages.filter(({ type }) => type === 'needPictures').length, 1);
  });

  it('asks for missing pictures as well, so that they come when their file does', async () => {
    const preview = await start('一、图\n![图](here.png)\n\n![图](missing.png)\n');
    const { paths } = await preview.host.take('needPictures');
    assert.deepEqual(paths, ['here.png', 'missing.png']);
  });

  it('copies a paragraph as one line', async () => {
    const preview = await start();
    const copied = await preview.host.page
      .locator('.k-body')
      .first()
      .evaluate((paragraph) => {
        const { document, ClipboardEvent, DataTransfer } = paragraph.ownerDocument.defaultView as unknown as {
          document: { getSelection(): { selectAllChildren(node: unknown): void }; body: { dispatchEvent(event: unknown): void } };
          ClipboardEvent: new (type: string, init: unknown) => unknown;
          DataTransfer: new () => { getData(type: string): string };
        };
        document.getSelection().selectAllChildren(paragraph.parentElement);
        const clipboardData = new DataTransfer();
        document.body.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
        return clipboardData.getData('text/plain');
      });
    assert.ok(copied.includes(`\n${body[0]}\n${body[1]}\n`), copied.slice(0, 300));
  });

  it('lets no hostile word run, load or break the policy', async () => {
    const { host } = await start();
    const layout = new ReportLayout(common, { sizeOf: (path) => (path.length % 2 ? { width: 10, height: 10 } : undefined) });
    const { blocks, frontMatter } = hostileReport();
    layout.update(blocks, frontMatter);
    const context: HtmlContext = {
      layout: common,
      t: english,
      describe: (inline) => inline.text,
      firstLineOf: () => 0,
      contentsPageOf: () => 0,
      interactive: true,
    };
    const pages = layout.pages.map((page, index) => ({ index, html: pageHtml(page, index + 1, context) }));
    assert.ok(pages.length > 50);
    host.answerBy(() => {});
    // One page at a time in the one place there is, so that every one is shown.
    for (const { html } of pages) {
      const opened = {
        uri,
        version: 1,
        pageCount: 1,
        paper: common.paper,
        style: pageStyle(common),
        fonts: [],
        pages: [{ index: 0, html }],
      };
      await host.post({ type: 'open', opened });
      await host.page.locator('.canvas').evaluate((canvas) => {
        for (const link of canvas.querySelectorAll('a')) (link as unknown as { click(): void }).click();
      });
    }
    assert.equal(await host.page.locator('section.page').count(), 1);
    for (const message of host.messages) if (message.type === 'openLink') assert.match(message.href, /^(?:https?:|mailto:)/);
  });

  for (const [theme, colors] of Object.entries({
    'vscode-light': {
      '--vscode-editor-background': '#ffffff',
      '--vscode-foreground': '#3b3b3b',
      '--vscode-editorPane-background': '#f3f3f3',
    },
    'vscode-dark': { '--vscode-editor-background': '#1f1f1f', '--vscode-foreground': '#cccccc', '--vscode-panel-border': '#2b2b2b' },
    'vscode-high-contrast': {
      '--vscode-editor-background': '#000000',
      '--vscode-foreground': '#ffffff',
      '--vscode-contrastBorder': '#6fc3df',
    },
  } as const)) {
    it(`keeps pages light and takes the colours of ${theme} around them`, async () => {
      const preview = await start(source, { theme: theme as 'vscode-light', colors });
      const { page } = preview.host;
      await preview.cursor(5, 0);
      const folder = process.env.PREVIEW_SHOTS;
      if (folder) await page.screenshot({ path: `${folder}/${theme}.png` });
      const background = (selector: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((element) => {
            const { getComputedStyle } = element.ownerDocument.defaultView as unknown as {
              getComputedStyle(element: unknown): { backgroundColor: string };
            };
            return getComputedStyle(element).backgroundColor;
          });
      assert.equal(await background('section.page'), 'rgb(255, 255, 255)');
      assert.notEqual(await background('body'), 'rgba(0, 0, 0, 0)');
    });
  }
});
