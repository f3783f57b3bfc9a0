import assert from 'node:assert/strict';
import { previewFonts } from '../../server/src/features/previewFonts.ts';
import type { PreviewFont } from '../../server/src/protocol/preview.ts';
import { common } from '../../server/src/render/layout/presets.ts';
import { hostileTexts } from '../render/html/hostile.ts';
import { Chromium } from './chromium.ts';
import type { Preview } from './previewPage.ts';

const nowhere = '没有这种字体';

describe('the note on fonts', () => {
  const chromium = new Chromium();

  /** A family that is surely there: the one that Chromium takes where nothing is named. */
  const present = async (): Promise<string> => {
    const page = await chromium.browser.newPage();
    await page.setContent('<p style="font-family:serif">a</p>');
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument');
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'p' });
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    await page.close();
    return fonts[0]?.familyName ?? '';
  };
  const show = (fonts: readonly PreviewFont[], tellsFonts = true): Promise<Preview> => chromium.preview(undefined, { tellsFonts, fonts });

  it('names what is missing and what stands in for it, and nothing that is there', async () => {
    const there = await present();
    const { host } = await show([
      { name: nowhere, standIns: ['也没有', there] },
      { name: there, standIns: [nowhere] },
      { name: `${nowhere}二`, standIns: [] },
    ]);
    const note = host.page.getByRole('complementary');
    await note.waitFor();
    assert.equal(await note.locator('summary').textContent(), `本机没有的字体：${nowhere}、${nowhere}二。`);
    await note.locator('summary').click();
    assert.deepEqual(await note.locator('li').allTextContents(), [`${nowhere}（以 ${there} 代替）`, `${nowhere}二`]);
    assert.ok(await note.getByText('换行不变。').isVisible());
  });

  it('is not there when nothing is missing, or is not to be told', async () => {
    const there = await present();
    const { host } = await show([{ name: there, standIns: [] }]);
    assert.equal(await host.page.locator('aside').isVisible(), false);
    await host.close();
    const quiet = await show([{ name: nowhere, standIns: [] }], false);
    assert.equal(await quiet.host.page.locator('aside').isVisible(), false);
  });

  it('goes for now, or for good', async () => {
    const { host } = await show([{ name: nowhere, standIns: [] }]);
    const note = host.page.getByRole('complementary');
    await note.getByRole('button', { name: '关闭' }).click();
    assert.equal((await host.take('hideFonts')).forGood, false);
    await note.waitFor({ state: 'hidden' });
    await host.close();
    const again = await show([{ name: nowhere, standIns: [] }]);
    await again.host.page.getByRole('button', { name: '不再提示' }).click();
    assert.equal((await again.host.take('hideFonts')).forGood, true);
  });

  it('takes any name for a name', async () => {
    const { host } = await show(hostileTexts.map((name) => ({ name, standIns: hostileTexts })));
    const words = await host.page.locator('aside summary').textContent();
    assert.ok(words?.includes('<img src=x onerror=hostileCode()>'));
    assert.equal(await host.page.locator('aside img, aside script').count(), 0);
  });

  it('is about the fonts that the layout names, each once', () => {
    const fonts = previewFonts(common);
    const names = fonts.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    for (const name of ['仿宋_GB2312', '方正小标宋简体', '黑体', '楷体_GB2312', 'Times New Roman']) assert.ok(names.includes(name), name);
    assert.deepEqual(fonts.find(({ name }) => name === '黑体')?.standIns[0], 'SimHei');
  });
});
