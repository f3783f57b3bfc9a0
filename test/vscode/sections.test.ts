import assert from 'node:assert/strict';
import { type CompletionList, commands, Position, Selection } from 'vscode';
import { open, select, untilActive } from './support/report.ts';

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

  it('are inserted by command where they belong, and taken back by one undo', async () => {
    const editor = await open('self-inspection.report');
    const before = editor.document.getText();
    await select(editor, new Selection(8, 0, 8, 0));
    await commands.executeCommand('reportWriter.insertSection', 'section/organization');
    const headings = editor.document.getText().match(/^[一二三]、.*$/gm) ?? [];
    assert.match(headings[1] ?? '', /^二、自查/);
    await commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  it('make a new report, unsaved', async () => {
    await commands.executeCommand('reportWriter.newReport', 'self-inspection-report');
    const document = await untilActive(({ isUntitled }) => isUntitled);
    assert.equal(document.languageId, 'report');
    assert.match(document.getText(), /自查报告/);
  });
});
