import assert from 'node:assert/strict';
import { commands, type Event, languages, Position, type Tab, TabInputWebview, type Uri, ViewColumn, window, workspace } from 'vscode';
import { byHand, hasHands, keys } from './support/hands.ts';
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

/** The lines of what the pages show. */
const pageFindings = (uri: Uri): readonly number[] =>
  languages
    .getDiagnostics(uri)
    .filter(({ code }) => (typeof code === 'object' ? code.value : code) === 'page-layout')
    .map(({ range }) => range.start.line);

describe('the preview', () => {
  afterEach(async () => {
    await window.tabGroups.close([...previews()]);
    await untilPreviews('');
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

  it('asks for the value of a gap on its page, and fills it in', async function () {
    if (!hasHands) this.skip();
    const { document } = await open('gaps.report');
    const wanted = document.getText().replace('*', '12');
    await commands.executeCommand('reportWriter.showPreviewToSide');
    byHand(
      ['doubleClickInWebview', '.missing'],
      ['see', '.quick-input-widget:visible .quick-input-title:has-text("Fill Missing Data")'],
      ...keys('1', '2', 'Enter'),
    );
    await eventually([workspace.onDidChangeTextDocument as Event<never>], () => (document.getText() === wanted ? true : undefined));
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('is laid out by the server that comes after a restart, and its findings go with it', async () => {
    const content = '关于某事的报告\n\n县人民政府：\n正文。\n一、最后的标题\n【分页】\n正文。\n';
    const editor = await window.showTextDocument(await workspace.openTextDocument({ language: 'report', content }), ViewColumn.One);
    const { uri } = editor.document;
    const untilFindings = (wanted: readonly number[]) =>
      eventually([languages.onDidChangeDiagnostics as Event<never>], () =>
        String(pageFindings(uri)) === String(wanted) ? true : undefined,
      );
    await commands.executeCommand('reportWriter.showPreviewToSide');
    await untilFindings([4, 6]);
    await commands.executeCommand('reportWriter.restartServer');
    assert.equal(previews().length, 1);
    // Only a server that has the pages finds it on its new line.
    await editor.edit((edit) => edit.insert(new Position(3, 0), '又一段。\n'));
    await untilFindings([5, 7]);
    await window.tabGroups.close([...previews()]);
    await untilFindings([]);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
