// A writer at the keyboard of the workbench: presses keys, and waits until what should be seen is seen.
import { join } from 'node:path';

export class Writer {
  /** `page`: Playwright's; `pictures`: the folder for pictures. */
  constructor(page, pictures) {
    this.page = page;
    this.pictures = pictures;
    this.began = Date.now();
  }

  async picture(name) {
    await this.page.screenshot({ path: join(this.pictures, `${name}.png`) });
    console.log(`${((Date.now() - this.began) / 1000).toFixed(1)} s  ${name}`);
  }

  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text) {
    await this.page.keyboard.type(text, { delay: 15 });
  }

  async command(title) {
    await this.press('F1');
    await this.page.locator('.quick-input-widget:visible').waitFor();
    await this.type(title);
    await this.page.locator('.quick-input-widget .monaco-list-row', { hasText: title }).first().waitFor();
    await this.press('Enter');
  }

  async title(text) {
    await this.page.locator('.quick-input-widget:visible .quick-input-title', { hasText: text }).waitFor();
  }

  async asked(text) {
    await this.page.locator('.quick-input-widget:visible .quick-input-message', { hasText: text }).waitFor();
  }

  async pick(letters, wanted) {
    await this.title('New Report');
    await this.page.locator('.quick-input-widget .monaco-list-row').nth(3).waitFor();
    await this.type(letters);
    await this.page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: wanted }).first().waitFor();
  }

  /** Puts the cursor before the words, by the find box. */
  async find(words) {
    await this.press('Control+F');
    await this.page.locator('.find-widget.visible .find-part .monaco-inputbox.synthetic-focus').waitFor();
    await this.press('Control+A');
    await this.page.keyboard.insertText(words);
    await this.page.locator('.find-widget .matchesCount', { hasText: / of / }).waitFor();
    await this.settled();
    await this.press('Escape');
    await this.page.locator('.find-widget.visible').waitFor({ state: 'hidden' });
    await this.settled();
    await this.press('ArrowLeft');
  }

  lines() {
    return this.page.evaluate(() =>
      [...document.querySelectorAll('.editor-instance .view-line')].map((line) =>
        (line.textContent ?? '').replaceAll('\u00a0', ' ').trimEnd(),
      ),
    );
  }

  async line(wanted) {
    const has = (text) => (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text));
    await this.until(async () => (await this.lines()).some(has), `no line ${wanted}`);
  }

  async noLine(wanted) {
    await this.until(async () => !(await this.lines()).some((text) => wanted.test(text)), `still a line ${wanted}`);
  }

  /** Nothing changes any more on the screen. */
  async settled() {
    let before = '';
    await this.until(async () => {
      const now = (await this.lines()).join('\n');
      const same = now === before;
      before = now;
      return same;
    });
  }

  async until(test, why = 'in vain') {
    const end = Date.now() + 60_000;
    while (!(await test())) {
      if (Date.now() > end) throw new Error(`Waited ${why}.\n${(await this.lines()).join('\n')}`);
      await new Promise((go) => setTimeout(go, 100));
    }
  }
}
