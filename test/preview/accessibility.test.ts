import assert from 'node:assert/strict';
import axe from 'axe-core';
import { Chromium } from './chromium.ts';
import type { HostOptions } from './host.ts';
import { type Preview, sentence } from './previewPage.ts';
import { themes } from './themes.ts';

const report = [
  '关于2024年度工作开展情况的报告',
  '',
  '县人民政府：',
  '一、工作开展情况',
  '（一）会议情况。全年共召开会议*次，走访群众XX户。',
  '1. 主要做法',
  sentence,
  '',
  '表1　各镇进度',
  '| 镇 | 完成 |',
  '|---|---|',
  '| 甲镇 | 12户 |',
  '| 乙镇 | *户 |',
  '',
  '- 一项',
  '- 二项',
  '',
  '![示意图](picture.png)',
  '详见[网站](https://example.org)。[^1]',
  '[^1]: 一条注。',
  ...Array.from({ length: 60 }, () => sentence.repeat(3)),
  '附件：1. 清单',
  '',
  '某县农业农村局',
  '2024年12月5日',
].join('\n');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

describe('the preview for those who do not see it, or hear it', () => {
  const chromium = new Chromium();
  let preview: Preview;

  const open = (options: HostOptions = {}): Promise<Preview> =>
    chromium.preview(report, { ...options, tellsFonts: true, fonts: [{ name: '没有这种字体', standIns: [] }] });

  const violations = async (): Promise<readonly string[]> => {
    const { page } = preview.host;
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { axe: tool, document } = globalThis as unknown as {
        axe: { run(root: unknown): Promise<{ violations: readonly Violation[] }> };
        document: unknown;
      };
      return (await tool.run(document)).violations;
    });
    return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`));
  };

  for (const [name, options] of Object.entries(themes)) {
    it(`has nothing for axe-core to say in the theme ${name}`, async () => {
      preview = await open(options);
      const { page } = preview.host;
      await page.getByRole('complementary').locator('summary').click();
      assert.deepEqual(await violations(), []);
      await page.keyboard.press('Control+f');
      await page.locator('.find input').fill('工作开展');
      await page.locator('.find [role=status]').getByText('第 1 处').waitFor();
      await page.locator('.missing').first().hover();
      await page.getByRole('dialog').waitFor();
      assert.deepEqual(await violations(), []);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.keyboard.press('End');
      await page.locator('.k-organ').first().waitFor();
      assert.deepEqual(await violations(), []);
    });
  }

  it('names pages, headings with their levels, tables and missing data', async () => {
    preview = await open();
    const { page } = preview.host;
    assert.ok(await page.getByRole('region', { name: 'Page 1' }).isVisible());
    assert.ok(await page.getByRole('heading', { level: 1, name: '关于2024年度工作开展情况的报告' }).isVisible());
    assert.ok(await page.getByRole('heading', { level: 2, name: '一、工作开展情况' }).isVisible());
    assert.ok(await page.getByRole('heading', { level: 3, name: /^（一）会议情况/ }).isVisible());
    assert.ok(await page.getByRole('heading', { level: 4, name: /主要做法/ }).isVisible());
    assert.ok(await page.getByRole('button', { name: /^\* Missing: 会议次数/ }).isVisible());
    assert.equal(await page.getByRole('columnheader', { name: '完成' }).count(), 1);
    assert.ok(await page.getByRole('main', { name: '报告各页' }).isVisible());
    assert.ok(await page.getByRole('toolbar', { name: '预览工具' }).isVisible());
    for (const button of await page.getByRole('toolbar').getByRole('button').all()) {
      assert.ok(await button.getAttribute('title'));
    }
  });

  it('can be used by the keyboard alone, from the toolbar into the pages', async () => {
    preview = await open();
    const { page } = preview.host;
    const seen = new Set<string>();
    for (let count = 0; count < 25; count++) {
      await page.keyboard.press('Tab');
      seen.add(
        await page.evaluate(() => {
          const { activeElement } = (globalThis as unknown as { document: { activeElement: { className: string; localName: string } } })
            .document;
          return `${activeElement.localName}.${activeElement.className}`;
        }),
      );
    }
    for (const wanted of ['main.scroller', 'mark.missing', 'button.count', 'button.scale'])
      assert.ok(seen.has(wanted), `${wanted} in ${[...seen].join(' ')}`);
  });
});
