// Takes the picture of the READMEs: the sample in the real workbench, its outline open, its pages beside it.
// `node scripts/vscode/takePicture.mjs [OUT.png]`, docs/images/editor.png by default.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumFlags, ensureChromium } from './chromium.mjs';
import { getServer } from './getServer.mjs';
import { serveVsCode, workbenchAddress } from './serveVsCode.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const out = resolve(process.argv[2] ?? join(root, 'docs/images/editor.png'));
const profile = mkdtempSync(join(tmpdir(), 'picture-'));
const folder = join(profile, 'samples');
cpSync(join(root, 'samples'), folder, { recursive: true });
mkdirSync(dirname(out), { recursive: true });

const extraSettings = {
  'workbench.colorTheme': 'Default Light Modern',
  'editor.fontFamily': "'Noto Sans Mono CJK SC', monospace",
  'editor.minimap.enabled': false,
  'outline.collapseItems': 'alwaysExpand',
  'breadcrumbs.enabled': false,
  'reportWriter.preview.tellMissingFonts': false,
};
const server = await serveVsCode({ server: getServer(), profile, extraSettings });
const browser = await chromium.launch({ executablePath: ensureChromium(), headless: true, args: chromiumFlags });
try {
  const page = await browser.newPage({ viewport: { width: 1400, height: 820 } });
  page.setDefaultTimeout(30_000);
  const file = join(folder, 'self-inspection.report');
  await page.goto(workbenchAddress({ origin: server.origin, folder, extensions: [root], file }));
  await page.waitForSelector('.squiggly-warning');
  await page.locator('.pane-header', { hasText: 'Outline' }).click();
  await page.locator('.outline-element').nth(3).waitFor();
  // The folder makes room for the outline.
  await page.locator('.pane-header', { hasText: 'samples' }).click();
  await page.locator('.monaco-editor .view-line').nth(11).click();
  await page.keyboard.press('F1');
  await page.keyboard.type('Report Writer: Show Preview to the Side');
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Show Preview to the Side' }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForSelector('iframe.webview.ready');
  const preview = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  await preview.locator('.page mark').first().waitFor();
  await page.screenshot({ path: out });
  console.log(out);
} finally {
  await browser.close();
  await server.stop();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
