import assert from 'node:assert/strict';
import { type CodeAction, commands, type Diagnostic, Position, Selection, type TextEditor, WorkspaceEdit, workspace } from 'vscode';
import { open, select, untilMissing, untilSelected } from './support/report.ts';

describe('missing data in the editor', () => {
  let editor: TextEditor;

  beforeEach(async () => {
    editor = await open('gaps.report');
    await untilMissing(editor.document.uri, 4);
  });

  afterEach(() => commands.executeCommand('workbench.action.files.revert'));

  const startsOf = (found: readonly Diagnostic[]) => found.map(({ range }) => [range.start.line, range.start.character]).sort();

  it('are marked where they stand', async () => {
    const found = await untilMissing(editor.document.uri, 4);
    assert.deepEqual(found.map(({ range }) => editor.document.getText(range)).sort(), ['*', '*', '*', '××']);
    assert.deepEqual(startsOf(found), [
      [10, 15],
      [10, 23],
      [8, 18],
      [8, 25],
    ]);
  });

  it('are marked again after an edit', async () => {
    const filled = new WorkspaceEdit();
    const [first] = await untilMissing(editor.document.uri, 4);
    assert.ok(first);
    filled.replace(editor.document.uri, first.range, '12');
    await workspace.applyEdit(filled);
    await untilMissing(editor.document.uri, 3);
  });

  it('are reached one after the other, past the end from the beginning again, and backwards', async () => {
    await select(editor, new Selection(0, 0, 0, 0));
    const visited: number[][] = [];
    const go = async (direction: 'next' | 'previous') => {
      const selected = untilSelected(editor, ({ isEmpty }) => !isEmpty);
      await commands.executeCommand(`reportWriter.${direction}MissingDatum`);
      const { start } = await selected;
      visited.push([start.line, start.character]);
    };
    for (let times = 0; times < 5; times += 1) await go('next');
    await go('previous');
    assert.deepEqual(visited, [
      [8, 18],
      [8, 25],
      [10, 15],
      [10, 23],
      [8, 18],
      [10, 23],
    ]);
  });

  it('are no longer missing after a quick fix, and are again after one undo', async () => {
    const { document } = editor;
    const before = document.getText();
    const [first] = await untilMissing(document.uri, 4);
    assert.ok(first);
    const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, first.range);
    // The one that puts a backslash before the mark.
    const fix = actions.find(({ edit, kind, title }) => edit !== undefined && kind?.value.startsWith('quickfix') && title.includes('\\'));
    assert.ok(fix?.edit);
    await workspace.applyEdit(fix.edit);
    await untilMissing(document.uri, 3);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await untilMissing(document.uri, 4);
  });

  it('are explained when the mouse rests on them', async () => {
    const hovers = await commands.executeCommand<unknown[]>('vscode.executeHoverProvider', editor.document.uri, new Position(8, 18));
    assert.ok(hovers.length > 0);
  });
});
