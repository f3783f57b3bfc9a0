import assert from 'node:assert/strict';
import { commands, Selection, type TextEditor } from 'vscode';
import { open, select } from './support/report.ts';

/** The headings of the first two levels, and what they are mentioned by. */
const headings = (text: string): readonly string[] => text.match(/^(?:[一二三四]、|（[一二三四]）)[^。\n]+/gm) ?? [];

describe('sections', () => {
  let editor: TextEditor;
  let before: string;
  beforeEach(async () => {
    editor = await open('sections.report');
    before = editor.document.getText();
  });
  afterEach(() => commands.executeCommand('workbench.action.files.revert'));

  const putCursor = (words: string): Promise<void> => {
    const at = editor.document.positionAt(before.indexOf(words));
    return select(editor, new Selection(at, at));
  };
  const text = (): string => editor.document.getText();

  it('are moved with all under them, what mentions them follows, and one undo takes it back', async () => {
    await putCursor('基本情况');
    await commands.executeCommand('reportWriter.moveSectionDown');
    assert.deepEqual(headings(text()), [
      '一、存在问题',
      '二、基本情况',
      '（一）组织领导',
      '（二）排查整改',
      '三、整改措施',
      '（一）健全制度',
      '（二）加强检查',
    ]);
    assert.match(text(), /问题详见第一部分，数据见表1和图1。/);
    assert.match(text(), /见第二部分第（二）项。/);
    assert.equal(editor.document.lineAt(editor.selection.active.line).text, '二、基本情况');
    assert.equal(text().length, before.length);
    await commands.executeCommand('undo');
    assert.equal(text(), before);
  });

  it('are promoted and demoted, and back again', async () => {
    await putCursor('排查整改');
    await commands.executeCommand('reportWriter.promoteSection');
    assert.ok(headings(text()).includes('二、排查整改'));
    assert.match(text(), /整改措施见四（一）。/);
    await commands.executeCommand('reportWriter.demoteSection');
    assert.equal(text(), before);
  });

  it('are deleted, and what is left is numbered', async () => {
    await putCursor('存在问题');
    await commands.executeCommand('reportWriter.deleteSection');
    assert.ok(headings(text()).includes('二、整改措施'));
    assert.match(text(), /整改措施见二（一）。/);
    await commands.executeCommand('undo');
    assert.equal(text(), before);
  });

  it('are numbered anew by command, once and for all', async () => {
    const at = editor.document.positionAt(before.indexOf('三、整改措施'));
    await editor.edit((edit) => edit.insert(at, '二、原因分析\n\n制度没有细化。\n\n'));
    const wrong = text();
    await commands.executeCommand('reportWriter.renumber');
    assert.deepEqual(
      headings(text()).filter((heading) => !heading.startsWith('（')),
      ['一、基本情况', '二、存在问题', '三、原因分析', '四、整改措施'],
    );
    assert.match(text(), /整改措施见四（一）。/);
    const right = text();
    await commands.executeCommand('reportWriter.renumber');
    assert.equal(text(), right);
    await commands.executeCommand('undo');
    assert.equal(text(), wrong);
  });

  it('that are inserted shift the numbers after them, in one step of undo', async () => {
    await putCursor('制度执行不到位');
    await commands.executeCommand('reportWriter.insertSection', 'section/causes');
    assert.deepEqual(
      headings(text()).filter((heading) => /^[一二三四]、/.test(heading)),
      ['一、基本情况', '二、存在问题', '三、原因分析', '四、整改措施'],
    );
    assert.match(text(), /整改措施见四（一）。/);
    await commands.executeCommand('undo');
    assert.equal(text(), before);
  });
});
