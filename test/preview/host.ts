import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Uri } from 'vscode';
import { previewHtml } from '../../client/src/preview/previewHtml.ts';
import type { FromWebview, ToWebview } from '../../server/src/protocol/preview.ts';

// A stand-in for VS Code's webview host: the real script and style sheet, under the real policy, in a real Chromium.

const origin = 'https://webview.test';
const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium';

export async function launchChromium(): Promise<Browser> {
  if (!existsSync(chromiumPath))
    throw new Error(`Chromium is not at ${chromiumPath}. Install it (apt-get install chromium) or set CHROMIUM to where it is.`);
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({ executablePath: chromiumPath, headless: true, args });
}

const root = (() => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
})();

/** Texts of the built files, by name. */
export async function buildWebview(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['client/webview/preview.ts', 'client/webview/preview.css'],
    outdir: 'dist',
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'warning',
  });
  return new Map(outputFiles.map(({ path, text }) => [path.slice(path.lastIndexOf('/') + 1), text]));
}

export interface WebviewHost {
  readonly page: Page;
  /** What the webview said. */
  readonly messages: readonly FromWebview[];
  /** Breaches of the policy, requests that left, errors: must stay empty. */
  readonly alarms: readonly string[];
  /** Comes back when the message was received; of pages that open, when also those out of view are shown, and the note on fonts. */
  post(message: ToWebview): Promise<void>;
  /** Waits for a message of the webview that was not taken yet. */
  take<Type extends FromWebview['type']>(type: Type): Promise<Extract<FromWebview, { readonly type: Type }>>;
  /** From now on every message gets an answer, as VS Code would give it. */
  answerBy(answer: (message: FromWebview) => void): void;
  close(): Promise<void>;
}

/** As much of the DOM as the page's first script needs; tests are checked without DOM types. */
interface PageDocument {
  addEventListener(type: string, run: (event: never) => void): void;
  readonly body: { className: string };
  readonly documentElement: { readonly style: { setProperty(name: string, value: string): void } };
}

export interface HostOptions {
  readonly theme?: 'vscode-light' | 'vscode-dark' | 'vscode-high-contrast' | 'vscode-high-contrast-light';
  readonly colors?: Readonly<Record<string, string>>;
  readonly width?: number;
  readonly height?: number;
}

export async function openWebview(browser: Browser, files: ReadonlyMap<string, string>, options: HostOptions = {}): Promise<WebviewHost> {
  const { theme = 'vscode-light', colors = {}, width = 700, height = 800 } = options;
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  const messages: FromWebview[] = [];
  const taken = new Set<FromWebview>();
  const alarms: string[] = [];
  let arrived = () => {};
  let answer: (message: FromWebview) => void = () => {};
  await page.exposeFunction('hostReceives', (message: FromWebview) => {
    messages.push(message);
    arrived();
    answer(message);
  });
  await page.exposeFunction('hostAlarm', (text: string) => {
    alarms.push(text);
  });
  page.on('pageerror', (error) => alarms.push(`error: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && alarms.push(`console: ${message.text()}`));
  await page.addInitScript(
    ({ theme, colors }) => {
      const { sessionStorage } = globalThis as unknown as {
        sessionStorage: { getItem(key: string): string | null; setItem(key: string, value: string): void };
      };
      const scope = globalThis as unknown as Record<string, unknown>;
      scope.acquireVsCodeApi = () => ({
        postMessage: (message: unknown) => (scope.hostReceives as (message: unknown) => void)(message),
        getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
        setState: (next: unknown) => sessionStorage.setItem('state', JSON.stringify(next)),
      });
      const alarm = scope.hostAlarm as (text: string) => void;
      const { document } = globalThis as unknown as { document: PageDocument };
      document.addEventListener('securitypolicyviolation', (event: { violatedDirective: string; blockedURI: string }) =>
        alarm(`policy: ${event.violatedDirective} ${event.blockedURI}`),
      );
      for (const name of ['alert', 'confirm', 'prompt', 'hostileCode']) scope[name] = () => alarm(`script ran: ${name}`);
      document.addEventListener('DOMContentLoaded', () => {
        document.body.className = theme;
        for (const [name, value] of Object.entries(colors)) document.documentElement.style.setProperty(name, value);
      });
    },
    { theme, colors },
  );
  const html = previewHtml({
    webview: { cspSource: origin, asWebviewUri: (uri) => uri },
    script: `${origin}/preview.js` as unknown as Uri,
    style: `${origin}/preview.css` as unknown as Uri,
    nonce: 'bm9uY2U',
    language: 'zh-cn',
    title: 'Preview',
  });
  const types: Readonly<Record<string, string>> = {
    js: 'text/javascript',
    css: 'text/css',
    html: 'text/html; charset=utf-8',
    png: 'image/png',
  };
  await page.route('**/*', async (route) => {
    const url = route.request().url();
    const name = url.slice(origin.length + 1);
    const body = url === `${origin}/index.html` ? html : /^picture\.png(?:\?|$)/.test(name) ? pixel : files.get(name);
    if (!url.startsWith(`${origin}/`) || body === undefined) {
      if (!url.endsWith('/favicon.ico')) alarms.push(`request: ${url}`);
      await route.abort();
      return;
    }
    await route.fulfill({ body, contentType: types[(url.split('?')[0] ?? '').split('.').at(-1) ?? ''] ?? 'text/plain' });
  });
  await page.goto(`${origin}/index.html`);
  return {
    page,
    messages,
    alarms,
    post: async (message) => {
      await page.evaluate((data) => {
        const { postMessage } = globalThis as unknown as { postMessage(message: unknown, origin: string): void };
        postMessage(data, '*');
        return new Promise((done) => setTimeout(done));
      }, message as unknown);
      if (message.type === 'open') await page.evaluate(afterPaint);
    },
    take: async (type) => {
      for (;;) {
        const found = messages.find((message) => message.type === type && !taken.has(message));
        if (found) {
          taken.add(found);
          return found as Extract<FromWebview, { readonly type: typeof type }>;
        }
        await new Promise<void>((resolve, reject) => {
          const timer = setTimeout(
            () => reject(new Error(`The webview never said “${type}”. It said: ${messages.map((one) => one.type).join(', ')}`)),
            120_000,
          );
          arrived = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    },
    answerBy: (next) => {
      answer = next;
    },
    close: () => context.close(),
  };
}

/** Until all is done, inside a page, that waits for the next frame to be painted: callbacks come in the order they were asked for. */
function afterPaint(): Promise<void> {
  const { requestAnimationFrame, requestIdleCallback } = globalThis as unknown as {
    requestAnimationFrame(run: () => void): void;
    requestIdleCallback(run: () => void, options: { readonly timeout: number }): void;
  };
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(done, { timeout: 1000 }))));
}

/** A PNG of one pixel. */
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
