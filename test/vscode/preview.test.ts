import assert from 'node:assert/strict';
import { commands, type Event, TabInputWebview, ViewColumn, window } from 'vscode';
import { eventually, open } from './support/report.ts';

describe('the preview', () => {
  it('opens beside the report', async () => {
    const editor = await open('gaps.report');
    await commands.executeCommand('reportWriter.showPreviewToSide');
    const tab = await eventually([window.tabGroups.onDidChangeTabs as Event<never>], () =>
      window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ input, label }) => input instanceof TabInputWebview && label.includes('gaps.report')),
    );
    assert.ok((tab.group.viewColumn ?? ViewColumn.One) > (editor.viewColumn ?? ViewColumn.One));
    await window.tabGroups.close(tab);
  });
});
