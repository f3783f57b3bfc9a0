import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { comparisonPage } from '../../client/src/compare/comparisonPage.ts';
import { runCompareJob } from '../../server/src/lsp/jobs/compareJob.ts';
import { Chromium } from './chromium.ts';

const table = '表1 进度 {横排}\n| 县 | 数 |\n|---|---|\n| 甲县 | 12 |\n';
const before = `关于某事的报告\n\n县人民政府：\n一、情况\n全年开展检查12次。\n\n${table}`;
const after = before.replace('12次', '13次');

const { html } = runCompareJob({
  uri: 'file:///r.report',
  text: after,
  old: before,
  oldName: 'HEAD',
  title: 'r',
  locale: 'en',
  pictures: new Map(),
});

describe('the page of a comparison', () => {
  const chromium = new Chromium();
  let page: Page;
  let alarms: string[];

  const open = async (width: number): Promise<void> => {
    alarms = [];
    page = await chromium.browser.newPage({ viewport: { width, height: 800 } });
    page.on('console', (message) => message.type() === 'error' && alarms.push(message.text()));
    await page.setContent(comparisonPage(html, { fitWidth: '适合“宽度”<', nonce: 'bm9uY2U' }));
  };
  afterEach(async () => {
    await page.close();
    assert.deepEqual(alarms, []);
  });
  const widths = async (): Promise<readonly number[]> => {
    const boxes = await Promise.all((await page.locator('.page').all()).map((one) => one.boundingBox()));
    return [...new Set(boxes.map((box) => Math.round(box?.width ?? 0)))];
  };

  for (const width of [400, 842, 1400]) {
    it(`has pages as wide as a view of ${width} px, those that lie across as well, until the box is unticked`, async () => {
      await open(width);
      const scale = Math.min(2, width / (793.7 + 48));
      assert.deepEqual(await widths(), [Math.round(793.7 * scale)]);
      await page.getByLabel('适合“宽度”<').uncheck();
      assert.deepEqual(await widths(), [794, 1123]);
    });
  }

  it('marks what has changed', async () => {
    await open(842);
    assert.deepEqual(await page.locator('.page ins').allTextContents(), ['13']);
    assert.deepEqual(await page.locator('.page del').allTextContents(), ['12']);
  });
});
