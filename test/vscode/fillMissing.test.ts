import assert from 'node:assert/strict';
import { type CodeAction, commands, Selection, type TextEditor, window } from 'vscode';
import { open, untilMissing } from './support/report.ts';

describe('Fill Missing Data', () => {
  let editor: TextEditor;

  beforeEach(async () => {
    editor = await open('gaps.report');
    await untilMissing(editor.document.uri, 4);
  });

  afterEach(() => commands.executeCommand('workbench.action.files.revert'));

  it('walks from gap to gap, each selected; Enter alone goes on, and nothing is changed', async () => {
    const before = editor.document.getText();
    editor.selection = new Selection(9, 0, 9, 0);
    const visited: string[] = [];
    const listening = window.onDidChangeTextEditorSelection(({ selections: [selection] }) => {
      const place = `${selection?.start.line}:${selection?.start.character}-${selection?.end.character}`;
      if (place !== visited.at(-1)) visited.push(place);
    });
    try {
      let ended = false;
      const walk = commands.executeCommand('reportWriter.fillMissingData').then(() => {
        ended = true;
      });
      // Enter, as long as there is a box to press it in.
      while (!ended) await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await walk;
    } finally {
      listening.dispose();
    }
    const places = visited.filter((place) => !place.startsWith('9:'));
    assert.deepEqual(places, ['10:15-17', '10:23-24', '8:18-19', '8:25-26']);
    assert.equal(editor.document.getText(), before);
  });

  it('is offered among the quick fixes of a gap', async () => {
    const [first] = await untilMissing(editor.document.uri, 4);
    assert.ok(first);
    const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', editor.document.uri, first.range);
    const fill = actions.find(({ command }) => command?.command === 'reportWriter.fillMissingData');
    assert.deepEqual(fill?.command?.arguments?.slice(1), [
      { line: first.range.start.line, character: first.range.start.character },
      'here',
    ]);
  });

  it('has a view beside it that can be grouped in two ways', async () => {
    await commands.executeCommand('reportWriter.missingData.focus');
    await commands.executeCommand('reportWriter.groupMissingDataByKind');
    await commands.executeCommand('reportWriter.groupMissingDataBySection');
  });
});
