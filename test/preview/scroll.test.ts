import assert from 'node:assert/strict';
import { Chromium } from './chromium.ts';
import { type Preview, uri } from './previewPage.ts';

describe('scrolling the preview', () => {
  const chromium = new Chromium();
  let preview: Preview;

  beforeEach(async () => {
    preview = await chromium.preview();
  });

  const scrolls = (): number => preview.host.messages.filter(({ type }) => type === 'scrolled').length;
  /** After all that a frame brings with it. */
  const settled = () =>
    preview.host.page.evaluate(() => {
      const { requestAnimationFrame } = globalThis as unknown as { requestAnimationFrame(run: () => void): void };
      return new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
    });
  const topOf = async (words: string): Promise<number> => {
    const { page } = preview.host;
    const line = page.locator('.line', { hasText: words }).first();
    await line.waitFor();
    const [box, view] = [await line.boundingBox(), await page.locator('.scroller').boundingBox()];
    assert.ok(box && view);
    return box.y - view.y;
  };

  it('tells the topmost line when the reader scrolls', async () => {
    const { page, take } = preview.host;
    await page.locator('.scroller').hover();
    await page.mouse.wheel(0, 700);
    const { place } = await take('scrolled');
    assert.ok((preview.session.resolve(place)?.line ?? 0) > 4);
  });

  it('tells of a page that was not there when it has come', async () => {
    await preview.host.page.keyboard.press('End');
    const { place } = await preview.host.take('scrolled');
    assert.ok((preview.session.resolve(place)?.line ?? 0) > 280);
    await preview.host.page.keyboard.press('Home');
    assert.equal(preview.session.resolve((await preview.host.take('scrolled')).place)?.line, 0);
  });

  it('puts what the editor shows topmost at the top, without an answer to it', async () => {
    const spot = preview.session.locate({ line: 150, character: 40 });
    assert.ok(spot);
    await preview.host.post({ type: 'scroll', uri, spot });
    const top = await topOf('第146段');
    assert.ok(top > -60 && top < 40, `at ${top}`);
    await settled();
    assert.equal(scrolls(), 0);
  });

  it('begins a page with its margin where the first line of it is topmost', async () => {
    const spot = preview.session.locate({ line: 0, character: 0 });
    assert.ok(spot);
    await preview.host.page.locator('.scroller').evaluate((scroller) => scroller.scrollTo({ top: 400 }));
    await preview.host.post({ type: 'scroll', uri, spot });
    assert.equal(await preview.scrollTop(), 0);
  });

  it('shows what stands above all text where the editor shows its first line', async () => {
    await preview.host.page.locator('.scroller').evaluate((scroller) => scroller.scrollTo({ top: 9000 }));
    await preview.host.take('scrolled');
    const told = scrolls();
    await preview.host.post({ type: 'scroll', uri, spot: null });
    await settled();
    assert.equal(await preview.scrollTop(), 0);
    assert.equal(scrolls(), told);
  });

  it('does not take the cursor, a patch, the zoom or a search for the reader', async () => {
    await preview.cursor(250, 10);
    await topOf('第246段');
    await preview.edit(100, 0, 0, '新一行\n新二行\n'.repeat(30));
    await preview.host.page.getByRole('button', { name: '放大' }).click();
    await preview.host.page.getByRole('button', { name: '双页' }).click();
    await preview.host.page.keyboard.press('Control+f');
    await preview.host.page.locator('.find input').fill('第9段');
    await preview.host.page.locator('.find [role=status]').getByText('第 1 处，共 1 处').waitFor();
    await topOf('第9段');
    await settled();
    assert.equal(scrolls(), 0);
  });

  it('goes by views and to both ends by keys, wherever the focus is', async () => {
    const { page } = preview.host;
    await page.keyboard.press('End');
    await page.locator(`[data-page="${preview.session.pageCount - 1}"] section.page`).waitFor();
    await page.keyboard.press('Home');
    await page.locator('[data-page="0"] section.page').waitFor();
    assert.equal(await preview.scrollTop(), 0);
    await page.keyboard.press('PageDown');
    const { height = 0 } = (await page.locator('.scroller').boundingBox()) ?? {};
    assert.ok(Math.abs((await preview.scrollTop()) - 0.9 * height) < 2);
  });

  it('shows two pages beside each other, or a whole one', async () => {
    const { page } = preview.host;
    await page.getByRole('button', { name: '双页' }).click();
    const [first, second] = [await page.locator('.sheet').first().boundingBox(), await page.locator('.sheet').nth(1).boundingBox()];
    assert.ok(first && second && first.y === second.y && first.x + first.width < second.x);
    assert.ok(second.x + second.width <= 700);
    assert.equal(await page.getByRole('button', { name: '双页' }).getAttribute('aria-pressed'), 'true');
    await page.getByRole('button', { name: '适合整页' }).click();
    const { y = 0, height = 0 } = (await page.locator('.sheet').first().boundingBox()) ?? {};
    assert.ok(y + height <= 800, `ends at ${y + height}`);
    await page.keyboard.press('PageDown');
    await page.getByRole('button', { name: '适合宽度' }).click();
    await page.getByRole('button', { name: '适合整页' }).click();
    const tops = await page.locator('.sheet').evaluateAll((sheets) => sheets.map((sheet) => sheet.getBoundingClientRect().top));
    assert.ok(
      tops.some((top) => top > 30 && top < 60),
      `a page begins at the top: ${tops}`,
    );
  });
});
