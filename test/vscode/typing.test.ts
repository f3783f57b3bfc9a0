import assert from 'node:assert/strict';
import {
  ConfigurationTarget,
  commands,
  type Event,
  Position,
  Selection,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import { eventually } from './support/report.ts';

const text = '关于安全的自查报告\n市政府：\n一、做法\n一是抓学习。\n（一）强化督查。每月通报。\n- 记录\n末段。\n';

describe('Enter in a series', () => {
  let editor: TextEditor;
  let document: TextDocument;
  beforeEach(async () => {
    document = await workspace.openTextDocument({ language: 'report', content: text });
    editor = await window.showTextDocument(document);
    await commands.executeCommand('cursorTop');
  });
  afterEach(() => commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  const put = (...lines: readonly number[]) => {
    editor.selections = lines.map((line) => {
      const { end } = document.lineAt(line).range;
      return new Selection(end, end);
    });
  };
  const type = (what: string) => commands.executeCommand('type', { text: what });
  const changed = (wanted: RegExp) =>
    eventually([workspace.onDidChangeTextDocument as Event<never>], () => (wanted.test(document.getText()) ? true : undefined));

  /** The cursor is heard of after the text. */
  const cursorAt = (line: number, character: number) =>
    eventually([window.onDidChangeTextEditorSelection as Event<never>], () =>
      editor.selection.active.isEqual(new Position(line, character)) ? true : undefined,
    );

  it('writes the next number behind the cursor, and one undo takes both back', async () => {
    put(3);
    await type('\n');
    await changed(/\n一是抓学习。\n二是\n（一）/);
    await cursorAt(4, 2);
    await type('抓落实。');
    await commands.executeCommand('undo');
    if (document.getText() !== text) await commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('ends the series on an empty item, and one undo brings it back', async () => {
    put(3);
    await type('\n');
    await changed(/\n二是\n/);
    await cursorAt(4, 2);
    await type('\n');
    await changed(/\n一是抓学习。\n\n（一）/);
    await cursorAt(4, 0);
    await commands.executeCommand('undo');
    assert.match(document.getText(), /\n二是\n/);
  });

  it('serves several cursors at once', async () => {
    put(3, 4, 6);
    await type('\n');
    await changed(/一是抓学习。\n二是\n（一）强化督查。每月通报。\n（二）\n- 记录\n末段。\n\n/);
    assert.equal(editor.selections.length, 3);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('leaves alone what is typed on at once', async () => {
    put(3);
    await Promise.all([type('\n'), type('另')]);
    put(6);
    await type('\n');
    await changed(/- 记录\n- \n/);
    assert.match(document.getText(), /一是抓学习。\n另\n/);
  });

  it('does nothing where the writer does not want it', async () => {
    const settings = workspace.getConfiguration('reportWriter', document);
    await settings.update('typing.continueSeries', false, ConfigurationTarget.Global);
    try {
      put(3);
      await type('\n');
      put(6);
      await type('文');
      assert.match(document.getText(), /一是抓学习。\n\n（一）/);
    } finally {
      await settings.update('typing.continueSeries', undefined, ConfigurationTarget.Global);
    }
  });
});
