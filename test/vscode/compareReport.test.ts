import assert from 'node:assert/strict';
import { commands, type Event, TabInputWebview, Uri, window, workspace } from 'vscode';
import { eventually, file, open } from './support/report.ts';

describe('Compare Pages With…', () => {
  const old = () => Uri.joinPath(file('compared'), 'old.report');

  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(file('compared'), { recursive: true });
  });

  const compareWith = async (text: string) => {
    await workspace.fs.writeFile(old(), new TextEncoder().encode(text));
    const { document } = await open('gaps.report');
    return commands.executeCommand<number | undefined>('reportWriter.compareWith', document.uri, old());
  };
  const shown = () =>
    window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof TabInputWebview && input.viewType.includes('comparison'));

  it('shows the pages of both versions in one', async () => {
    const text = new TextDecoder().decode(await workspace.fs.readFile(file('gaps.report')));
    assert.equal(await compareWith(`${text}\n会后形成纪要并印发各单位。\n`), 1);
    await eventually([window.tabGroups.onDidChangeTabs as Event<never>], () => shown()[0]);
  });

  it('shows nothing where nothing has changed', async () => {
    assert.equal(await compareWith(new TextDecoder().decode(await workspace.fs.readFile(file('gaps.report')))), 0);
    assert.equal(shown().length, 0);
  });
});
