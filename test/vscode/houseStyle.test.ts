import assert from 'node:assert/strict';
import { commands, type Event, languages, window, workspace } from 'vscode';
import { eventually, file, untilActive } from './support/report.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('A house style', () => {
  const report = () => file('styled.report');
  const style = () => file('house.yaml');

  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const uri of [report(), style()]) await workspace.fs.delete(uri);
  });

  it('from a file is checked, and its deviations from the standard are shown in a page that cannot be edited', async () => {
    await workspace.fs.writeFile(style(), bytes('行距: 29.6\n颜色: 红\n'));
    await workspace.fs.writeFile(report(), bytes('---\n样式: house.yaml\n---\n正文。\n'));
    await window.showTextDocument(report());
    const problems = () =>
      languages
        .getDiagnostics(report())
        .map(({ message }) => message)
        .join('\n');
    await eventually(
      [languages.onDidChangeDiagnostics as Event<never>],
      () => (/颜色/.test(problems()) && /29\.6/.test(problems())) || undefined,
    );
    await commands.executeCommand('reportWriter.showDeviations', report());
    const page = await untilActive(({ uri }) => uri.scheme === 'report-writer-deviations');
    assert.match(page.getText(), /\| 5\.2\.3 \|.*\| 22 \| 21 \|/);
    assert.equal(page.isDirty, false);
    // It follows the file.
    await workspace.fs.writeFile(style(), bytes('行距: 28.95\n'));
    await eventually([languages.onDidChangeDiagnostics as Event<never>], () => problems() === '' || undefined);
    await commands.executeCommand('reportWriter.showDeviations', report());
    await eventually([workspace.onDidChangeTextDocument as Event<never>], () => !/\| 5\.2\.3 \|/.test(page.getText()) || undefined);
  });
});
