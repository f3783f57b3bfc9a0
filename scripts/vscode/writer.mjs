// A writer at the keyboard of the workbench: presses keys, and waits until what should be seen is seen.
import { basename, join } from 'node:path';

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
    // Whatever the editor still does when it opens a file, it takes the focus back for.
    await this.settled();
    await this.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
    await this.press('F1');
    await this.page.locator('.quick-input-widget:visible input:focus').first().waitFor();
    await this.type(title);
    await this.page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: title }).waitFor();
    await this.settled();
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

  /** Fills the gap that is asked for, and waits until the next one is. */
  async fillOne(value) {
    const title = this.page.locator('.quick-input-widget:visible .quick-input-title');
    const before = await title.textContent();
    await this.type(value);
    await this.press('Enter');
    await this.until(async () => (await title.textContent()) !== before, 'for the next gap');
  }

  /** Closes whatever box asks for something. */
  async leave() {
    await this.press('Escape');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Gives the dialog the path at once, as from the clipboard. While it reads a folder it takes no answer, or writes a path of its own. */
  async saveAs(path) {
    await this.title('Save As');
    const box = this.page.locator('.quick-input-widget');
    await box.locator('.monaco-list-row').first().waitFor();
    await this.until(async () => {
      await this.settled();
      if (!(await box.isVisible())) return true;
      if ((await box.locator('input.input').first().inputValue()) === path) await this.press('Enter');
      else {
        await this.press('Control+A');
        await this.page.keyboard.insertText(path);
      }
      return false;
    }, 'for the dialog to go');
    await this.page.locator('.tab.active:not(.dirty)', { hasText: basename(path) }).waitFor();
    // The editor of the new name stands when its outline does.
    await this.page.locator('.breadcrumbs-control .monaco-breadcrumb-item').nth(1).waitFor();
  }

  /** Puts the cursor before the words, by the find box. */
  async find(words) {
    await this.press('Control+F');
    const box = this.page.locator('.find-widget.visible .find-part');
    await box.locator('.monaco-inputbox.synthetic-focus').waitFor();
    await this.press('Control+A');
    await this.page.keyboard.insertText(words);
    // The words are found when the editor has just them selected.
    await this.until(async () => (await box.locator('textarea').inputValue()) === words, 'for the find box');
    await this.status(`(${words.length} selected)`);
    await this.press('Escape');
    await this.page.locator('.find-widget.visible').waitFor({ state: 'hidden' });
    await this.press('ArrowLeft');
    await this.until(async () => !(await this.position()).includes('selected'), 'for the cursor');
  }

  async status(text) {
    await this.until(async () => (await this.position()).includes(text), `for ${text}`);
  }

  /** What the status bar says of the cursor: `Ln 14, Col 10 (9 selected)`. */
  async position() {
    const [item] = await this.page.locator('.statusbar-item[id="status.editor.selection"]').allTextContents();
    return item ?? '';
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
