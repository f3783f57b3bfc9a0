import assert from 'node:assert/strict';
import { commands, FileType, Uri, workspace } from 'vscode';
import { file, open, untilActive } from './support/report.ts';

describe('Import Word Document', () => {
  const folder = () => file('imported');
  const text = async (uri: Uri) => new TextDecoder().decode(await workspace.fs.readFile(uri));

  beforeEach(async () => {
    await workspace.fs.createDirectory(folder());
    await open('complete.report.md');
  });

  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(folder(), { recursive: true });
  });

  const importFrom = (source: Uri, how: object = {}) =>
    commands.executeCommand<Uri | undefined>('reportWriter.importWordDocument', source, how);
  const exportTo = async (name: string) => {
    const target = Uri.joinPath(folder(), name);
    return commands.executeCommand<Uri | undefined>('reportWriter.exportFinalDocx', file('complete.report.md'), target);
  };

  it('makes a report of an exported document and opens it; what it says is what was exported', async () => {
    const source = await exportTo('方案.docx');
    assert.ok(source);
    const made = await importFrom(source);
    assert.equal(made?.toString(), Uri.joinPath(folder(), '方案.report').toString());
    const document = await untilActive(({ uri }) => uri.toString() === made?.toString());
    assert.equal(document.languageId, 'report');
    const again = await commands.executeCommand<Uri | undefined>(
      'reportWriter.exportFinalDocx',
      made,
      Uri.joinPath(folder(), 'again.docx'),
    );
    assert.ok(again);
    assert.deepEqual(await workspace.fs.readFile(again), await workspace.fs.readFile(source));
    assert.deepEqual((await workspace.fs.readDirectory(folder())).map(([name, type]) => [name, type]).sort(), [
      ['again.docx', FileType.File],
      ['方案.docx', FileType.File],
      ['方案.report', FileType.File],
    ]);
  });

  it('writes where it is told, and replaces a report only when it is told to', async () => {
    const source = await exportTo('a.docx');
    assert.ok(source);
    const target = Uri.joinPath(folder(), 'b.report');
    await workspace.fs.writeFile(target, new TextEncoder().encode('旧'));
    const made = await importFrom(source, { target, replace: true });
    assert.equal(made?.toString(), target.toString());
    assert.equal((await text(target)) === '旧', false);
  });

  it('makes nothing of a file that is no document', async () => {
    const source = Uri.joinPath(folder(), 'none.docx');
    await workspace.fs.writeFile(source, new TextEncoder().encode('no document'));
    assert.equal(await importFrom(source), undefined);
    assert.equal(await importFrom(Uri.joinPath(folder(), 'not-there.docx')), undefined);
    assert.deepEqual(await workspace.fs.readDirectory(folder()), [['none.docx', FileType.File]]);
  });
});
