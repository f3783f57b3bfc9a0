import assert from 'node:assert/strict';
import { ReportDocument } from '../../server/src/engine/document.ts';
import { reportOf } from '../../server/src/engine/model/blocks.ts';
import { PreviewSession } from '../../server/src/features/preview.ts';
import { renderHtml } from '../../server/src/render/html/renderHtml.ts';
import { common } from '../../server/src/render/layout/presets.ts';
import { english } from '../../server/src/wording/localize.ts';
import { hostileLinks, hostileTexts } from '../render/html/hostile.ts';
import { Chromium } from './chromium.ts';
import { type Preview, setup, texts, uri } from './previewPage.ts';

const hostile = [...hostileTexts, ...hostileLinks];
const oneLine = (words: string): string => words.replace(/[\n\r\u2028]/g, ' ');

/** A report as a writer might type it, with the words wherever the language has a place for words. */
const typed = (words: string): string => {
  const line = oneLine(words);
  return [
    '---',
    ...['title', 'organ', 'number', 'signer', 'secrecy', 'urgency', 'style', 'cc', 'printer', 'printDate'].map(
      (key) => `${key}: ${JSON.stringify(words)}`,
    ),
    '---',
    line,
    '',
    `一、${line}`,
    `（一）${line}。${line}`,
    `正文${line}，共${line}*次，【待补${line}】，{{${line}}}，\`${line}\`，[${line}](${line})，**${line}**[^${line}]`,
    `[^${line}]: ${line}`,
    `表1 ${line}`,
    `| ${line} | << | 数 |`,
    '|---|---|---|',
    `| ${line} | ^^ | 12 |`,
    `注：${line}`,
    `来源：${line}`,
    '',
    `![图1 ${line}](${line})`,
    `![图2 ${line}](柱形图 表1)`,
    `![图3 ${line}](饼图 ${line})`,
    `$$ ${line} $$`,
    `$$ \\href{${line}}{x} \\text{${line}} \\class{${line}}{y} \\htmlData{a=${line}}{z} $$`,
    `\`\`\`${line}`,
    words,
    '```',
    `- ${line}`,
    `附件：1. ${line}`,
    '',
    line,
    '2024年12月5日',
  ].join('\n');
};

describe('hostile words in the preview', () => {
  const chromium = new Chromium();
  let preview: Preview;

  beforeEach(async () => {
    preview = await chromium.preview();
  });

  /** Elements that no page and no part of the frame has, and attributes that run code. */
  const strangers = (): Promise<readonly string[]> =>
    preview.host.page.evaluate(() => {
      const { document } = globalThis as unknown as {
        document: {
          querySelectorAll(query: string): Iterable<{ outerHTML: string; attributes: Iterable<{ name: string; value: string }> }>;
        };
      };
      const found = [
        ...document.querySelectorAll(
          'body script:not([nonce]), iframe, object, embed, link:not(head link), meta:not(head meta), base, form, video, audio, body style, foreignObject',
        ),
      ];
      const running = [...document.querySelectorAll('*')].filter(({ attributes }) =>
        [...attributes].some(
          ({ name, value }) => name.startsWith('on') || (/href$/.test(name) && /^\s*(?:javascript|data|vbscript):/i.test(value)),
        ),
      );
      return [...found, ...running].map(({ outerHTML }) => outerHTML.slice(0, 200));
    });

  it('do nothing wherever the language has a place for words', async () => {
    const { host } = preview;
    host.answerBy(() => {});
    for (const [index, words] of hostile.entries()) {
      const document = ReportDocument.create(uri, 'report', index + 2, typed(words));
      const session = new PreviewSession(document, {
        layout: common,
        t: english,
        pictures: { sizeOf: (path) => (path.length % 2 ? { width: 9, height: 9 } : undefined) },
      });
      await host.post({ type: 'open', opened: session.opened(20) });
      await host.page.locator('.missing').first().focus();
      await host.page.keyboard.press('F2');
    }
    // The words did come into charts and formulas.
    assert.ok((await host.page.locator('.page svg text, .page .chart').count()) > 0, 'a chart');
    assert.ok((await host.page.locator('.page math, .page .formula').count()) > 0, 'a formula');
    assert.deepEqual(await strangers(), []);
  });

  it('do nothing in the HTML of the command line', async () => {
    const rendered = new Map(chromium.files);
    const host = await chromium.webview(rendered);
    for (const [index, words] of hostile.entries()) {
      const report = reportOf(ReportDocument.create(uri, 'report', index + 2, typed(words)));
      rendered.set('rendered.html', renderHtml(report, { layout: common, t: english, title: words, describe: ({ text }) => text }));
      await host.page.goto('https://webview.test/rendered.html');
      assert.ok((await host.page.locator('section.page').count()) > 0);
    }
  });

  it('do nothing in what is searched for', async () => {
    const { page } = preview.host;
    await page.keyboard.press('Control+f');
    for (const words of hostile) {
      await page.locator('.find input').fill(oneLine(words));
      await page.keyboard.press('Enter');
    }
    await page.locator('.find [role=status]').getByText(texts.findNothing).waitFor();
    assert.deepEqual(await strangers(), []);
  });

  it('do nothing in the name of the report, in texts, or in addresses of pictures', async () => {
    const { host } = preview;
    for (const words of hostile) {
      const hostileTextsOf = Object.fromEntries(Object.keys(texts).map((name) => [name, `${words} {0} {1}`])) as typeof texts;
      await host.post({ type: 'setup', setup: { ...setup, texts: hostileTextsOf, uri: words } });
      await host.post({ type: 'pictures', uri, pictures: [{ path: words, source: null }] });
      await host.post({ type: 'unavailable', uri: words });
    }
    assert.deepEqual(await strangers(), []);
  });

  it('do nothing in what a missing datum is said to be', async () => {
    const { host } = preview;
    const { page } = host;
    await host.post({ type: 'open', opened: preview.session.opened() });
    for (const words of hostileTexts) {
      await page
        .locator('.missing')
        .first()
        .evaluate((mark, finding) => mark.setAttribute('data-finding', finding), words);
      await page.locator('.scroller').focus();
      await page.keyboard.press('Tab');
      while ((await page.locator('.missing:focus').count()) === 0) await page.keyboard.press('Tab');
      assert.equal(await page.locator('.card p').textContent(), words);
    }
    assert.deepEqual(await strangers(), []);
  });
});
