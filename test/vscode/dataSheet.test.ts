import assert from 'node:assert/strict';
import JSZip from 'jszip';
import { commands, type Diagnostic, languages, type TextEditor, type Uri, workspace } from 'vscode';
import { eventually, file, missingData, open, untilMissing } from './support/report.ts';

const text = '关于植树工作情况的报告\n\n市委：\n\n一、基本情况\n\n全年植树*亩，投入资金××万元，参加*人次。\n';

describe('a data sheet', () => {
  let count = 0;
  let name: string;
  let report: Uri;
  let sheet: Uri;
  let editor: TextEditor;

  beforeEach(async () => {
    // Another name each time: VS Code may still read what the test before left under the last one.
    count += 1;
    name = `planting-${count}`;
    report = file(`${name}.report`);
    sheet = file(`${name}.data.yaml`);
    await workspace.fs.writeFile(report, new TextEncoder().encode(text));
    editor = await open(`${name}.report`);
    await untilMissing(report, 3);
  });

  afterEach(async () => {
    await commands.executeCommand('workbench.action.files.revert');
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const made of [report, sheet, file(`${name}.docx`)]) {
      await workspace.fs.delete(made).then(undefined, () => undefined);
    }
  });

  /** About data alone: the short report lacks a signature and a date as well. */
  const findings = () => languages.getDiagnostics(report).filter((found) => /^(?:missing-data|data-)/.test(codeOf(found)));
  const codes = () => findings().map(codeOf);
  const until = (look: (found: readonly string[]) => boolean): Promise<Diagnostic[]> =>
    eventually([languages.onDidChangeDiagnostics as never], () => (look(codes()) ? findings() : undefined));

  it('is made of the gaps, filled in on disk, and the report shows, exports and follows it', async () => {
    const made = await commands.executeCommand<Uri | undefined>('reportWriter.makeDataSheet', 'yaml');
    assert.equal(made?.toString(), sheet.toString());
    const { document } = editor;
    assert.ok(document.getText().startsWith(`---\ndata: ["${name}.data.yaml"]\n---\n`));
    assert.equal([...document.getText().matchAll(/\{\{[^{}]+\}\}/g)].length, 3);
    await until((found) => found.filter((code) => code === 'data-field').length === 3);

    const rows = new TextDecoder().decode(await workspace.fs.readFile(sheet));
    const figures = [320, 321, 322];
    const filled = rows.replace(/^( +value:)$/gm, (_, name) => `${name} ${figures.shift()}`);
    assert.ok(filled !== rows);
    await workspace.fs.writeFile(sheet, new TextEncoder().encode(filled));
    await until((found) => found.length === 0);
    assert.deepEqual(missingData(report), []);

    const target = file(`${name}.docx`);
    await document.save();
    await commands.executeCommand('reportWriter.exportDocx', report, target);
    const zip = await JSZip.loadAsync(await workspace.fs.readFile(target));
    const words = (await zip.file('word/document.xml')?.async('string'))?.replace(/<[^>]+>/g, '');
    assert.match(words ?? '', /全年植树320亩，投入资金321万元，参加322人次。/);

    // A value taken out again is missing again.
    await workspace.fs.writeFile(sheet, new TextEncoder().encode(filled.replace(' 321', '')));
    await until((found) => found.filter((code) => code === 'data-field').length === 1);
  });

  it('is one step of undo in the report', async () => {
    await commands.executeCommand('reportWriter.makeDataSheet', 'yaml');
    assert.ok(editor.document.getText() !== text);
    await commands.executeCommand('undo');
    assert.equal(editor.document.getText(), text);
  });

  it('never takes the place of another file', async () => {
    await workspace.fs.writeFile(sheet, new TextEncoder().encode('mine: 1\n'));
    const made = await commands.executeCommand<Uri | undefined>('reportWriter.makeDataSheet', 'yaml');
    assert.equal(made?.path.split('/').at(-1), `${name}.data2.yaml`);
    assert.equal(new TextDecoder().decode(await workspace.fs.readFile(sheet)), 'mine: 1\n');
    if (made) await workspace.fs.delete(made);
  });
});

function codeOf({ source, code }: Diagnostic): string {
  return source === 'report-writer' ? String(typeof code === 'object' ? code.value : code) : '';
}
