import assert from 'node:assert/strict';
import { Chromium } from './chromium.ts';
import { type Preview, sentence } from './previewPage.ts';

const gappy = [
  '关于2024年度工作开展情况的报告',
  '',
  '一、工作开展情况',
  '全年共召开会议*次，走访群众XX户。',
  ...Array.from({ length: 80 }, () => sentence.replace('*次', '12次').repeat(3)),
  '投入资金*万元。',
].join('\n');

describe('missing data in the preview', () => {
  const chromium = new Chromium();
  let preview: Preview;

  beforeEach(async () => {
    preview = await chromium.preview(gappy);
  });

  it('is counted in the margin, for its paragraph and for its page', async () => {
    const { page } = preview.host;
    assert.equal(await page.locator('[data-gaps]').first().getAttribute('data-gaps'), '2');
    const counts = page.getByRole('button', { name: '缺 2 项（第 1 页）' });
    assert.equal(await counts.textContent(), '2');
    assert.equal(await page.locator('.count').count(), 1);
    await counts.click();
    assert.ok(
      await page
        .locator('.missing')
        .first()
        .evaluate((mark) => mark === (mark.ownerDocument as unknown as { activeElement: unknown }).activeElement),
    );
  });

  it('is one where it stands on two lines', async () => {
    const { page } = preview.host;
    await preview.edit(3, 0, preview.document.line(3).text.length, `${'一二三四五六七八九十'.repeat(2)}有【待补充全年新增就业人数】人。`);
    const marks = await page.locator('.p[data-gaps] .missing').count();
    assert.ok(marks > 1, 'it does stand on two lines');
    assert.equal(await page.locator('[data-gaps]').first().getAttribute('data-gaps'), '1');
    assert.equal(await page.locator('.missing[tabindex]').count(), 1);
    await page.locator('.missing').nth(1).click();
    const { place } = await preview.host.take('reveal');
    assert.equal(preview.session.resolve(place)?.character, 21);
  });

  it('says what is missing under the pointer, and fills or goes there by a click', async () => {
    const { page, take } = preview.host;
    const mark = page.locator('.missing').first();
    assert.equal(await mark.getAttribute('title'), null);
    await mark.hover();
    const card = page.getByRole('dialog');
    await card.waitFor();
    assert.match((await card.textContent()) ?? '', /Missing: 会议次数/);
    await card.getByRole('button', { name: '填写…（F2）' }).click();
    const { place } = await take('fill');
    assert.deepEqual(preview.session.resolve(place), { line: 3, character: 7 });
    await card.waitFor({ state: 'hidden' });
    await mark.dblclick();
    await take('fill');
  });

  it('says so at the focus of the keyboard, and can be filled, passed by and left', async () => {
    const { page, take } = preview.host;
    const focused = () =>
      page.evaluate(
        () => (globalThis as unknown as { document: { activeElement: { textContent: string } } }).document.activeElement.textContent,
      );
    await page.getByRole('button', { name: '下一处缺项' }).click();
    const asked = await take('needGap');
    assert.equal(asked.direction, 'next');
    const spot = preview.session.locate({ line: 3, character: 7 });
    assert.ok(spot);
    await preview.host.post({ type: 'gap', uri: asked.uri, spot });
    assert.equal(await focused(), '*');
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(), 'XX');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('F2');
    assert.deepEqual(preview.session.resolve((await take('fill')).place), { line: 3, character: 14 });
    await page.keyboard.press('Enter');
    assert.equal((await take('reveal')).isGap, true);
    await page.keyboard.press('ArrowLeft');
    assert.equal(await focused(), '*');
  });

  it('is found on pages that are not there', async () => {
    const { page, take, post } = preview.host;
    await page.locator('.missing').nth(1).focus();
    await page.keyboard.press('ArrowDown');
    const { uri, place, direction } = await take('needGap');
    assert.equal(direction, 'next');
    assert.deepEqual(preview.session.resolve(place), { line: 3, character: 16 });
    const spot = preview.session.locate({ line: 84, character: 4 });
    assert.ok(spot && spot.page > 3);
    await post({ type: 'gap', uri, spot });
    await page.locator(`[data-page="${spot.page}"] .missing:focus`).waitFor();
  });
});
