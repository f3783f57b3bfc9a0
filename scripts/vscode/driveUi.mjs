// Uses Report Writer in the real workbench as a writer does, and takes pictures: `node scripts/vscode/driveUi.mjs [FILE [OUT]]`.
// FILE: a report (its folder is copied first); OUT: the folder of the pictures, out/ui by default.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumFlags, ensureChromium } from './chromium.mjs';
import { getServer } from './getServer.mjs';
import { serveVsCode, workbenchAddress } from './serveVsCode.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const report = resolve(process.argv[2] ?? join(root, 'test/vscode/workspace/gaps.report'));
const pictures = resolve(process.argv[3] ?? join(root, 'out/ui'));
mkdirSync(pictures, { recursive: true });
const profile = mkdtempSync(join(tmpdir(), 'drive-ui-'));
const folder = join(profile, basename(dirname(report)));
cpSync(dirname(report), folder, { recursive: true });
const file = join(folder, basename(report));

const extraSettings = {
  'files.associations': { [basename(report)]: 'report' },
  'workbench.colorTheme': process.env.DRIVE_UI_THEME ?? 'Default Light Modern',
  'editor.fontFamily': "'Noto Sans Mono CJK SC', monospace",
  'editor.minimap.enabled': false,
};
const server = await serveVsCode({ server: getServer(), profile, extraSettings });
const browser = await chromium.launch({ executablePath: ensureChromium(), headless: true, args: chromiumFlags });
try {
  await drive(await browser.newPage({ viewport: { width: 1440, height: 900 } }));
} finally {
  await browser.close();
  await server.stop();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

async function drive(page) {
  const began = Date.now();
  const step = async (name) => {
    await page.screenshot({ path: join(pictures, `${name}.png`) });
    console.log(`${((Date.now() - began) / 1000).toFixed(1)} s  ${name}`);
  };
  const command = async (title) => {
    await page.keyboard.press('F1');
    await page.keyboard.type(title);
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: title }).first().waitFor();
    await page.keyboard.press('Enter');
  };
  page.setDefaultTimeout(30_000);
  page.on('console', (message) => message.type() === 'error' && console.log('  console:', message.text().slice(0, 200)));
  await page.goto(workbenchAddress({ origin: server.origin, folder, extensions: [root], file }));
  try {
    await page.waitForSelector('.monaco-editor .view-line');
    await page.waitForSelector('.squiggly-warning');
    await page.locator('.statusbar-item', { hasText: /Missing: \d+/ }).waitFor();
    await step('1-findings');

    await command('Report Writer: Go to Next Missing Datum');
    await page.locator('.statusbar-item', { hasText: /1 selected/ }).waitFor();
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    await page.locator('.monaco-hover:visible').first().waitFor();
    await step('2-hover');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget').first().waitFor();
    await step('3-quick-fixes');
    await page.keyboard.press('Escape');

    const title = (text) => page.locator('.quick-input-widget .quick-input-title', { hasText: text }).waitFor();
    await page.keyboard.press('Control+Home');
    await command('Report Writer: Fill Missing Data');
    await title('1 / ');
    await page.keyboard.type('3.5');
    await page.locator('.quick-input-widget .quick-input-message', { hasText: 'whole number' }).waitFor();
    await step('10-doubtful-value');
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Backspace');
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await title('2 / ');
    await step('11-next-gap');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Z');

    await page.locator('.pane-header', { hasText: 'Missing Data' }).click();
    await page.locator('.pane-body .monaco-list-row', { hasText: '⟦' }).first().waitFor();
    await step('12-missing-data-view');
    await page.locator('.monaco-editor .view-line').first().click();

    await page.keyboard.press('Control+Shift+O');
    await page.locator('.quick-input-widget .monaco-list-row').nth(2).waitFor();
    await step('4-outline');
    await page.keyboard.press('Escape');

    await command('Report Writer: Insert Section');
    await page.locator('.quick-input-widget .monaco-list-row').nth(2).waitFor();
    await step('5-insert-section');
    await page.keyboard.press('Escape');

    await page.locator('.monaco-editor').first().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('/');
    await page.waitForSelector('.suggest-widget.visible .monaco-list-row');
    await page.keyboard.type('czwt');
    await page.locator('.suggest-widget .monaco-list-row', { hasText: '问题' }).first().waitFor();
    await step('6-completion');
    await page.keyboard.press('Escape');
    for (let times = 0; times < 6; times += 1) await page.keyboard.press('Control+Z');
    await page.keyboard.press('Control+Home');

    await command('Report Writer: Show Preview to the Side');
    await page.waitForSelector('iframe.webview.ready');
    const preview = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await preview.locator('.page').first().waitFor();
    await step('7-preview');

    await page.keyboard.press('Control+1');
    await command('Report Writer: Export DOCX');
    await page.locator('.monaco-dialog-box').waitFor();
    await step('13-export-with-gaps');
    await page.locator('.monaco-dialog-box .monaco-button', { hasText: 'Export Draft' }).click();
    await page.locator('.quick-input-widget .quick-input-title', { hasText: 'Export DOCX' }).waitFor();
    await step('8-export-where');
    await page.keyboard.press('Enter');
    await page.locator('.explorer-viewlet .monaco-list-row', { hasText: '.docx' }).waitFor();
    // Toasts are not shown to a driven workbench.
    await command('Notifications: Show Notifications');
    await page.locator('.notifications-center', { hasText: '.docx' }).waitFor();
    await step('9-exported');
  } catch (error) {
    await step('failed');
    throw error;
  }
}
