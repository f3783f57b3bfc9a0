import assert from 'node:assert/strict';
import { type CompletionList, commands, Position, Selection, window, workspace } from 'vscode';
import { open } from './support/report.ts';

describe('sections', () => {
  afterEach(() => commands.executeCommand('workbench.action.files.revert'));

  it('are offered while typing, by the initials of their pinyin', async () => {
    const editor = await open('gaps.report');
    const end = editor.document.lineAt(editor.document.lineCount - 2).range.end;
    await editor.edit((edit) => edit.insert(end, '\nczwt'));
    const at = new Position(end.line + 1, 4);
    const { items } = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', editor.document.uri, at);
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(
      items.some(({ filterText }) => filterText?.includes('czwt')),
      labels.join(' · '),
    );
  });

  it('are inserted by command, and taken back by one undo', async () => {
    const editor = await open('gaps.report');
    const before = editor.document.getText();
    editor.selection = new Selection(16, 0, 16, 0);
    await commands.executeCommand('reportWriter.insertSection', await someSection());
    assert.ok(editor.document.getText().length > before.length);
    await commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  it('make a new report, unsaved', async () => {
    await commands.executeCommand('reportWriter.newReport', 'self-inspection-report');
    const document = window.activeTextEditor?.document;
    assert.equal(document?.languageId, 'report');
    assert.equal(document?.isUntitled, true);
    assert.match(document?.getText() ?? '', /自查报告/);
    assert.ok(workspace.textDocuments.length > 0);
  });
});

/** An id that the catalogue has: completion and command take the same sections. */
async function someSection(): Promise<string> {
  return 'self-inspection-report/organization';
}
