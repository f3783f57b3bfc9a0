import assert from 'node:assert/strict';
import {
  type CompletionList,
  commands,
  type Event,
  languages,
  Position,
  Range,
  Selection,
  type Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { eventually, file, open, select, untilActive } from './support/report.ts';

const json = '.report-writer/sections';

describe('sections of one’s own', () => {
  const made: Uri[] = [];
  afterEach(async () => {
    await commands.executeCommand('workbench.action.files.revert');
    for (const uri of made.splice(0)) await workspace.fs.delete(uri);
  });

  const offered = async (uri: Uri, line: number) => {
    const at = new Position(line, 0);
    const { items } = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', uri, at);
    return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  };

  it('are saved from the selection beside the reports, never over another file, and offered at once', async () => {
    const editor = await open('self-inspection.report');
    const line = editor.document.getText().split('\n').indexOf('一、基本情况');
    await select(editor, new Selection(line, 0, line + 3, 0));
    const answers = { name: '本局基本情况', type: 'self-inspection-report', where: 'workspace' };
    const first = await commands.executeCommand<Uri>('reportWriter.saveSelectionAsSection', answers);
    const second = await commands.executeCommand<Uri>('reportWriter.saveSelectionAsSection', answers);
    made.push(first, second);
    assert.match(first.path, /\.report-writer\/sections\/本局基本情况\.json$/);
    assert.match(second.path, /本局基本情况-2\.json$/);
    assert.equal(window.activeTextEditor?.document.uri.toString(), editor.document.uri.toString());
    const saved = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(first)));
    assert.deepEqual(saved.sections[0].body, [`\${heading:1}基本情况`, '全局共有职工120人。']);
    await editor.edit((edit) => edit.insert(new Position(line + 3, 0), '\n'));
    assert.ok((await offered(editor.document.uri, line + 3)).some((label) => label.includes('本局基本情况')));
  });

  it('tell of their faults in their file until they are put right and saved', async () => {
    const uri = file(`${json}/broken.json`);
    await workspace.fs.writeFile(uri, new TextEncoder().encode('{"extends": "自查报告", "sections": []}'));
    made.push(uri);
    await open('self-inspection.report');
    const document = await workspace.openTextDocument(uri);
    const save = async (text: string) => {
      const edit = new WorkspaceEdit();
      edit.replace(uri, new Range(0, 0, document.lineCount, 0), text);
      assert.ok((await workspace.applyEdit(edit)) && (await document.save()));
    };
    const untilFaults = (count: number) =>
      eventually([languages.onDidChangeDiagnostics as Event<never>], () => {
        const found = languages.getDiagnostics(uri).filter(({ source }) => source === 'report-writer');
        return found.length === count ? found : undefined;
      });
    await save(`{"extends": "自查报告",\n"sections": [{"id": "x", "name": "甲", "body": ["好\${1:"]}]}`);
    const [fault] = await untilFaults(1);
    assert.equal(fault?.range.start.line, 1);
    await save('{"extends": "自查报告", "sections": []}');
    await untilFaults(0);
  });
});

describe('missing sections', () => {
  afterEach(() => commands.executeCommand('workbench.action.files.revert'));

  it('are put in where they belong, numbers following, and taken back by one undo', async () => {
    const editor = await open('self-inspection.report');
    const before = editor.document.getText();
    await commands.executeCommand('reportWriter.addMissingSections', editor.document.uri, ['problems', 'causes']);
    const headings = editor.document.getText().match(/^[一二三四五]、.*$/gm);
    assert.deepEqual(headings, ['一、基本情况', '二、存在的主要问题', '三、原因分析', '四、下一步打算']);
    await commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });
});

describe('problems and measures', () => {
  it('are shown side by side in a text that nobody can edit', async () => {
    const uri = file('problems.report');
    const content = '关于安全的自查报告\n一、存在问题\n一是培训少。\n二、整改措施\n一是办培训班。\n';
    await workspace.fs.writeFile(uri, new TextEncoder().encode(content));
    await window.showTextDocument(await workspace.openTextDocument(uri));
    await commands.executeCommand('reportWriter.showProblemsAndMeasures');
    const shown = await untilActive((document) => document.uri.scheme === 'report-writer-remedies');
    assert.equal(shown.languageId, 'plaintext');
    assert.match(shown.getText(), /一是培训少(?:.*\n)+.*一是办培训班/);
    const links = await commands.executeCommand<{ target?: Uri }[]>('vscode.executeLinkProvider', shown.uri);
    assert.ok(links.some(({ target }) => target?.fragment === 'L5,1'));
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await workspace.fs.delete(uri);
  });
});
