import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver';
import { InProcess, insertion, pulling } from './support/inProcess.ts';

const text = '关于校舍的报告\n县政府：\n一.甲\n好，请予批准。\n(二)乙。正文\n特此报告。\n平安局\n2024年01月05日\n';
const whole = { start: { line: 0, character: 0 }, end: { line: 8, character: 0 } };

describe('The server, asked about rules', () => {
  let server: InProcess;
  const start = async (settings: object): Promise<void> => {
    const capabilities = { ...pulling, workspace: { ...pulling.workspace, configuration: true } };
    server = await InProcess.start({ capabilities, settings, locale: 'zh-cn' });
    await server.open(text);
    await server.pull();
  };
  const pulled = async (): Promise<readonly Diagnostic[]> => {
    const report = await server.pull();
    return 'items' in report ? report.items : [];
  };
  afterEach(() => server.stop());

  it('finds those that need the type of the report as well, and says so in Chinese', async () => {
    await start({});
    const found = await pulled();
    assert.deepEqual(found.map(({ code }) => code).sort(), ['date-form', 'number-brackets', 'number-mark', 'request-in-report']);
    const request = found.find(({ code }) => code === 'request-in-report');
    assert.match(String(request?.message), /规定.*（条例：第十五条（四））$/);
  });

  it('formats numbers, brackets and marks, and leaves the rest to Fix All', async () => {
    await start({});
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await server.ask<TextEdit[]>('textDocument/formatting', { options });
    assert.deepEqual(
      edits.map(({ newText, range }) => [range.start.line, newText]),
      [
        [2, '、'],
        [4, '（二）'],
      ],
    );
    const context = { diagnostics: [], only: ['source.fixAll.reportWriter'] };
    const [action, ...others] = await server.ask<CodeAction[]>('textDocument/codeAction', { range: whole, context });
    assert.equal(others.length, 0);
    const [change] = action?.edit?.documentChanges ?? [];
    assert.ok(change !== undefined && 'edits' in change);
    assert.equal(change.edits.length, 3);
  });

  it('formats nothing that the settings switch off, and finds it no more', async () => {
    await start({ rules: { 'number-mark': 'off', 'number-brackets': 'off' } });
    assert.deepEqual(await server.ask('textDocument/formatting', { options: { tabSize: 2, insertSpaces: true } }), []);
    assert.deepEqual((await pulled()).map(({ code }) => code).sort(), ['date-form', 'request-in-report']);
  });

  it('answers unchanged while nothing changed that a rule looks at', async () => {
    await start({});
    const first = await server.pull();
    const { resultId } = first as { readonly resultId?: string };
    await server.change(2, [insertion(1, 0, '')]);
    assert.equal((await server.pull(resultId)).kind, 'unchanged');
    await server.change(3, [insertion(3, 0, '很')]);
    assert.equal((await server.pull(resultId)).kind, 'full');
  });
});
