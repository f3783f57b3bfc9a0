import assert from 'node:assert/strict';
import { ConfigurationTarget, commands, FileType, Uri, workspace } from 'vscode';
import { file, open } from './support/report.ts';

describe('Export DOCX', () => {
  const folder = () => file('exported');

  beforeEach(async () => {
    await workspace.fs.createDirectory(folder());
    await open('gaps.report');
  });

  afterEach(() => workspace.fs.delete(folder(), { recursive: true }));

  const exportTo = (target: Uri) => commands.executeCommand<Uri | undefined>('reportWriter.exportDocx', undefined, target);

  it('writes a Word file and nothing else', async () => {
    const target = Uri.joinPath(folder(), '报告.docx');
    const written = await exportTo(target);
    assert.equal(written?.toString(), target.toString());
    const bytes = await workspace.fs.readFile(target);
    assert.deepEqual([...bytes.slice(0, 4)], [0x50, 0x4b, 3, 4]);
    assert.deepEqual(await workspace.fs.readDirectory(folder()), [['报告.docx', FileType.File]]);
  });

  it('makes no final file while data are missing, where the settings say so', async () => {
    const refuse = (value: true | undefined) =>
      workspace.getConfiguration('reportWriter').update('export.refuseWithGaps', value, ConfigurationTarget.Global);
    const target = Uri.joinPath(folder(), 'final.docx');
    const exportFinal = (uri?: Uri) => commands.executeCommand<Uri | undefined>('reportWriter.exportFinalDocx', uri, target);
    await refuse(true);
    try {
      assert.equal(await exportFinal(), undefined);
      assert.deepEqual(await workspace.fs.readDirectory(folder()), []);
      assert.equal((await exportFinal(file('complete.report.md')))?.toString(), target.toString());
    } finally {
      await refuse(undefined);
    }
    await workspace.fs.delete(target);
    assert.equal((await exportFinal())?.toString(), target.toString());
  });

  it('puts the new file in the place of the old one', async () => {
    const target = Uri.joinPath(folder(), 'old.docx');
    await workspace.fs.writeFile(target, new Uint8Array([1, 2, 3]));
    await exportTo(target);
    const bytes = await workspace.fs.readFile(target);
    assert.deepEqual([...bytes.slice(0, 2)], [0x50, 0x4b]);
  });

  it('writes nothing for a file that is no report or no text', async () => {
    const target = Uri.joinPath(folder(), 'none.docx');
    const binary = Uri.joinPath(folder(), 'binary.report');
    await workspace.fs.writeFile(
      binary,
      Uint8Array.from({ length: 2048 }, (_, at) => (at * 7) % 5),
    );
    const results = await Promise.all(
      [file('plain.txt'), binary, file('is-not-there.report')].map((uri) =>
        commands.executeCommand('reportWriter.exportDocx', uri, target),
      ),
    );
    assert.deepEqual(results, [undefined, undefined, undefined]);
    assert.deepEqual(await workspace.fs.readDirectory(folder()), [['binary.report', FileType.File]]);
  });

  it('keeps what is there when it cannot write', async () => {
    const target = Uri.joinPath(folder(), 'in-the-way.docx');
    const inside = Uri.joinPath(target, 'kept.txt');
    await workspace.fs.writeFile(inside, new Uint8Array([7]));
    const written = await exportTo(target);
    assert.equal(written, undefined);
    assert.deepEqual([...(await workspace.fs.readFile(inside))], [7]);
    assert.deepEqual(await workspace.fs.readDirectory(folder()), [['in-the-way.docx', FileType.Directory]]);
  });

  it('exports every report of a folder, replaces only what it may, and leaves out what has gaps', async () => {
    const write = (name: string, text: string) => workspace.fs.writeFile(Uri.joinPath(folder(), name), new TextEncoder().encode(text));
    await write('一.report', '一、基本情况\n');
    await write('inner/二.report.md', '一、基本情况\n');
    await write('三.report', '共*次\n');
    await write('一.docx', 'kept');
    const run = (how: { readonly final: boolean; readonly replace: boolean }) =>
      commands.executeCommand<readonly { readonly report: Uri; readonly target?: Uri }[]>('reportWriter.exportAllInFolder', folder(), how);
    const first = await run({ final: true, replace: false });
    assert.deepEqual(
      first.map(({ report, target }) => [nameOf(report), target && nameOf(target)]),
      [
        ['二.report.md', '二.docx'],
        ['一.report', undefined],
        ['三.report', undefined],
      ],
    );
    assert.equal(new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(folder(), '一.docx'))), 'kept');
    const second = await run({ final: false, replace: true });
    assert.ok(second.every(({ target }) => target !== undefined));
    assert.deepEqual([...(await workspace.fs.readFile(Uri.joinPath(folder(), '一.docx'))).slice(0, 2)], [0x50, 0x4b]);
  });

  it('saves the pages as one HTML file to be printed', async () => {
    const target = Uri.joinPath(folder(), '报告.html');
    const written = await commands.executeCommand<Uri | undefined>('reportWriter.printReport', undefined, target);
    assert.equal(written?.toString(), target.toString());
    const html = new TextDecoder().decode(await workspace.fs.readFile(target));
    assert.match(html, /^<!DOCTYPE html>[\s\S]*@page/);
    assert.ok(!html.includes('<script'));
  });

  it('makes a PDF with a program that is there; without one it writes nothing', async () => {
    const target = Uri.joinPath(folder(), '报告.pdf');
    const exportPdf = () => commands.executeCommand<Uri | undefined>('reportWriter.exportPdf', undefined, target);
    if (!hasPrograms) {
      // The writer is offered to print instead.
      assert.equal(await exportPdf(), undefined);
      assert.deepEqual(await workspace.fs.readDirectory(folder()), []);
      return;
    }
    assert.equal((await exportPdf())?.toString(), target.toString());
    assert.equal(new TextDecoder().decode((await workspace.fs.readFile(target)).slice(0, 5)), '%PDF-');
  });
});

const nameOf = (uri: Uri) => uri.path.slice(uri.path.lastIndexOf('/') + 1);
/** The extension host is Node's; the browser's has no programs to start. */
const hasPrograms = typeof (globalThis as { process?: { versions?: { node?: string } } }).process?.versions?.node === 'string';
