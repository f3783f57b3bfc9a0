import assert from 'node:assert/strict';
import { type CodeAction, commands, Selection, type TextEditor, window } from 'vscode';
import { byHand, hasHands, keys } from './support/hands.ts';
import { open, select, untilMissing } from './support/report.ts';

describe('Fill Missing Data', () => {
  let editor: TextEditor;

  beforeEach(async () => {
    editor = await open('gaps.report');
    await untilMissing(editor.document.uri, 4);
  });

  afterEach(() => commands.executeCommand('workbench.action.files.revert'));

  it('walks from gap to gap, each selected; Enter alone goes on, and nothing is changed', async () => {
    const before = editor.document.getText();
    const visited: string[] = [];
    await select(editor, new Selection(9, 0, 9, 0));
    const listening = window.onDidChangeTextEditorSelection(({ selections: [selection] }) => {
      const place = `${selection?.start.line}:${selection?.start.character}-${selection?.end.character}`;
      if (place === visited.at(-1)) return;
      visited.push(place);
      // The box is open before the first gap is selected: Enter, once for each.
      void commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    });
    try {
      await commands.executeCommand('reportWriter.fillMissingData');
    } finally {
      listening.dispose();
    }
    assert.deepEqual(visited, ['10:15-17', '10:23-24', '8:18-19', '8:25-26']);
    assert.equal(editor.document.getText(), before);
  });

  it('keeps every key of a fast writer in its box, Esc too', async function () {
    if (!hasHands) this.skip();
    const { document } = editor;
    const wanted = document.getText().replace('*', '12').replace('*', '34');
    await select(editor, new Selection(0, 1, 0, 1));
    const walk = commands.executeCommand('reportWriter.fillMissingData');
    byHand(
      ['see', '.quick-input-widget:visible .quick-input-title:has-text("1 / 4")'],
      ...keys('1', '2', 'Enter', '3', '4', 'Enter', 'Escape'),
    );
    await walk;
    assert.equal(document.getText(), wanted);
  });

  it('fills one value after another, however fast, each as one step of undo', async () => {
    const { document } = editor;
    const texts = [document.getText()];
    const fill = async (line: number, character: number, value: string) => {
      await commands.executeCommand('reportWriter.fillMissingData', document.uri.toString(), { line, character }, 'here', value);
      texts.push(document.getText());
    };
    await fill(8, 18, '12');
    await fill(8, 26, '34.5');
    await fill(10, 15, '6');
    assert.equal(document.lineAt(8).text, '（一）加强组织领导。全年召开专题会议12次，投入资金34.5万元。');
    assert.equal(document.lineAt(10).text, '（二）开展隐患排查。共检查企业6家，发现隐患*处，已全部登记。');
    // No gap begins there.
    await fill(8, 0, '7');
    assert.equal(texts.pop(), document.getText());
    for (const text of texts.slice(0, -1).toReversed()) {
      await commands.executeCommand('undo');
      assert.equal(document.getText(), text);
    }
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
