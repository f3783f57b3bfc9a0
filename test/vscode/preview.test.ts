import assert from 'node:assert/strict';
import { commands, type Event, type Tab, TabInputWebview, ViewColumn, window, workspace } from 'vscode';
import { eventually, file, open } from './support/report.ts';

const previews = (): readonly Tab[] =>
  window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith('reportWriter.preview'));
const labels = (): string =>
  previews()
    .map(({ label }) => label)
    .sort()
    .join(', ');
/** Waits until the previews have these titles, sorted. */
const untilPreviews = (wanted: string): Promise<true> =>
  eventually([window.tabGroups.onDidChangeTabs as Event<never>], () => (labels() === wanted ? true : undefined));

describe('the preview', () => {
  afterEach(async () => {
    await window.tabGroups.close([...previews()]);
  });

  it('opens beside the report', async () => {
    const editor = await open('gaps.report');
    await commands.executeCommand('reportWriter.showPreviewToSide');
    await untilPreviews('Preview gaps.report');
    const [tab] = previews();
    assert.ok((tab?.group.viewColumn ?? ViewColumn.One) > (editor.viewColumn ?? ViewColumn.One));
  });

  it('follows the report in the active editor, and there is one', async () => {
    await open('gaps.report');
    await commands.executeCommand('reportWriter.showPreviewToSide');
    await untilPreviews('Preview gaps.report');
    await window.showTextDocument(await workspace.openTextDocument(file('self-inspection.report')), ViewColumn.One);
    await untilPreviews('Preview self-inspection.report');
    await commands.executeCommand('reportWriter.showPreviewToSide');
    assert.equal(labels(), 'Preview self-inspection.report');
  });

  it('stays with its report when it is locked, beside one that follows', async () => {
    await open('gaps.report');
    await commands.executeCommand('reportWriter.showLockedPreview');
    await untilPreviews('Locked Preview gaps.report');
    await window.showTextDocument(await workspace.openTextDocument(file('self-inspection.report')), ViewColumn.One);
    await commands.executeCommand('reportWriter.showPreviewToSide');
    await untilPreviews('Locked Preview gaps.report, Preview self-inspection.report');
    // Its report has a preview already: the other one stays where it is.
    await window.showTextDocument(await workspace.openTextDocument(file('gaps.report')), ViewColumn.One);
    await commands.executeCommand('reportWriter.showPreviewToSide');
    assert.equal(labels(), 'Locked Preview gaps.report, Preview self-inspection.report');
  });

  it('is locked and let go by one command', async () => {
    await open('gaps.report');
    await commands.executeCommand('reportWriter.showPreviewToSide');
    await untilPreviews('Preview gaps.report');
    await commands.executeCommand('reportWriter.togglePreviewLocking');
    await untilPreviews('Locked Preview gaps.report');
    await commands.executeCommand('workbench.action.focusSecondEditorGroup');
    await commands.executeCommand('reportWriter.togglePreviewLocking');
    await untilPreviews('Preview gaps.report');
  });
});
