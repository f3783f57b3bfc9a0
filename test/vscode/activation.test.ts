import assert from 'node:assert/strict';
import { commands, extensions, languages, workspace } from 'vscode';
import { file, open, untilMissing } from './support/report.ts';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe('Report Writer', () => {
  it('starts when a report is opened', async () => {
    const { document } = await open('gaps.report');
    const extension = extensions.getExtension('report-writer.report-writer');
    assert.ok(extension);
    await extension.activate();
    assert.equal(extension.isActive, true);
    assert.equal(document.languageId, 'report');
  });

  it('takes .report.md as a report, but not every .md or .txt', async () => {
    const [report, text] = await Promise.all(['complete.report.md', 'plain.txt'].map((name) => workspace.openTextDocument(file(name))));
    assert.equal(report?.languageId, 'report');
    assert.equal(text?.languageId, 'plaintext');
  });

  it('has every command of its manifest', async () => {
    const manifest = extensions.getExtension('report-writer.report-writer')?.packageJSON as Manifest;
    const registered = new Set(await commands.getCommands(true));
    const absent = manifest.contributes.commands.filter(({ command }) => !registered.has(command));
    assert.deepEqual(absent, []);
  });

  it('gives reports the editor settings that Chinese text needs', async () => {
    const settings = workspace.getConfiguration('editor', { languageId: 'report' });
    assert.equal(settings.get('wordWrap'), 'on');
    assert.equal(settings.get('unicodeHighlight.ambiguousCharacters'), false);
  });

  it('opens a report written in GB 18030 as such', async () => {
    const uri = file('gb18030.report');
    // 一、基本情况 ⏎ 全年召开专题会议*次。⏎
    const bytes = 'd2bba1a2bbf9b1bec7e9bff60ac8abc4ead5d9bfaad7a8cce2bbe1d2e92ab4cea1a30a'.match(/../g) ?? [];
    await workspace.fs.writeFile(
      uri,
      Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)),
    );
    try {
      const document = await workspace.openTextDocument(uri);
      assert.equal(document.getText(), '一、基本情况\n全年召开专题会议*次。\n');
    } finally {
      await workspace.fs.delete(uri);
    }
  });

  it('treats another file as a report when asked to', async () => {
    const { document } = await open('plain.txt');
    await commands.executeCommand('reportWriter.treatAsReport');
    await untilMissing(document.uri, 1);
    const report = workspace.textDocuments.find(({ uri }) => uri.toString() === document.uri.toString());
    assert.equal(report?.languageId, 'report');
    if (report) await languages.setTextDocumentLanguage(report, 'plaintext');
  });
});
