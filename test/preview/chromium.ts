import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { buildWebview, type HostOptions, launchChromium, openWebview, type WebviewHost } from './host.ts';
import { Preview, type PreviewOptions } from './previewPage.ts';

/**
 * A Chromium for the tests of one `describe`, which makes it at its top: it is there before the first of them. After each test what that
 * test has opened is closed, and none of it may have raised an alarm.
 */
export class Chromium {
  #browser: Browser | undefined;
  #files: ReadonlyMap<string, string> = new Map();
  #opened: readonly WebviewHost[] = [];

  constructor() {
    before(async () => {
      this.#browser = await launchChromium();
      this.#files = await buildWebview();
    });
    after(() => this.#browser?.close());
    afterEach(async () => {
      const opened = this.#opened;
      this.#opened = [];
      for (const host of opened) await host.close();
      for (const { alarms } of opened) assert.deepEqual(alarms, []);
    });
  }

  /** Throws outside of tests. */
  get browser(): Browser {
    if (this.#browser === undefined) throw new Error('Chromium is there within tests only.');
    return this.#browser;
  }

  /** Texts of the files that make the webview, by name. */
  get files(): ReadonlyMap<string, string> {
    return this.#files;
  }

  /** A preview of a report, a long one where none is given. */
  async preview(text?: string, options?: PreviewOptions): Promise<Preview> {
    return Preview.open(await this.webview(this.#files, options), text, options);
  }

  /** A webview that nobody has told anything yet. */
  async webview(files = this.#files, options?: HostOptions): Promise<WebviewHost> {
    const host = await openWebview(this.browser, files, options);
    this.#opened = [...this.#opened, host];
    return host;
  }
}
