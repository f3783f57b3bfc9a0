import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  type CodeAction,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  LSPErrorCodes,
  type SymbolInformation,
} from 'vscode-languageserver/node';
import type { NextMissingDatumResult, StatusParams } from '../../server/src/protocol/missingData.ts';
import { insertion, startsServers, uri } from './support/inProcess.ts';

const text = ['一、工作开展情况', '全年召开会议*次，走访群众*户。', '（一）学习。举办培训*期。', '二、下一步打算', '继续努力。', ''].join(
  '\n',
);

describe('The language server', () => {
  const start = startsServers();

  it('says what it can do', async () => {
    const { initialized } = await start();
    const { capabilities } = initialized;
    assert.deepEqual(capabilities.diagnosticProvider, {
      identifier: 'report-writer',
      interFileDependencies: false,
      workspaceDiagnostics: false,
    });
    assert.equal(capabilities.hoverProvider, true);
    assert.equal(capabilities.positionEncoding, 'utf-16');
  });

  describe('asked for diagnostics', () => {
    it('gives the missing data with kind and unit, as warnings', async () => {
      const server = await start();
      await server.open(text);
      const items = (await server.pulled()).filter(({ code }) => code === 'missing-data');
      assert.deepEqual(
        items.map(({ range, severity, source, data }) => [range.start, severity, source, data.kind, data.unit]),
        [
          [{ line: 1, character: 6 }, 2, 'report-writer', 'count', '次'],
          [{ line: 1, character: 13 }, 2, 'report-writer', 'count', '户'],
          [{ line: 2, character: 10 }, 2, 'report-writer', 'count', '期'],
        ],
      );
    });

    it('answers “unchanged” until the findings change', async () => {
      const server = await start();
      await server.open(text);
      const first = await server.pull();
      assert.equal(first.kind, 'full');
      const second = await server.pull(first.resultId);
      assert.deepEqual(second, { kind: 'unchanged', resultId: first.resultId });
      await server.change(2, [insertion(4, 0, '我们要')]);
      assert.equal((await server.pull(first.resultId)).kind, 'unchanged', 'an edit in a line without findings');
      await server.change(3, [insertion(0, 0, '\n')]);
      const moved = await server.pull(first.resultId);
      assert.equal(moved.kind, 'full', 'findings that moved are sent anew');
    });

    it('does not take a file opened anew for the one closed before', async () => {
      const server = await start();
      await server.open(text);
      const first = await server.pull();
      await server.close();
      await server.open('没有缺项。');
      assert.deepEqual((await server.pull(first.resultId)).kind, 'full');
    });

    it('sends no more than the limit, then says how many more there are', async () => {
      const server = await start();
      await server.open('共召开会议*次。\n'.repeat(1500));
      const items = await server.pulled();
      assert.equal(items.length, 1001);
      assert.equal(items.at(-1)?.code, 'more-findings');
      assert.match(String(items.at(-1)?.message), /500 more/);
    });

    it('speaks Chinese to a Chinese editor', async () => {
      const server = await start({ locale: 'zh-cn' });
      await server.open('共召开会议*次。');
      const [item] = await server.pulled();
      assert.match(String(item?.message), /缺/);
    });

    it('gives an empty answer for a document that is not open', async () => {
      const server = await start();
      assert.deepEqual(await server.pulled(), []);
    });
  });

  describe('with a client that does not ask', () => {
    it('sends diagnostics after opening and after edits, and takes them back at closing', async () => {
      const server = await start({ capabilities: {} });
      assert.equal(server.initialized.capabilities.diagnosticProvider, undefined);
      const opened = server.nextPublished();
      await server.open(text, uri, 7);
      assert.equal((await opened).version, 7);
      const edited = server.nextPublished();
      await server.change(8, [insertion(4, 0, '共*项。')]);
      await server.change(9, [insertion(4, 0, '共*项。')]);
      const { version, diagnostics } = await edited;
      assert.equal(version, 9, 'two edits at once are one message');
      assert.equal(diagnostics.filter(({ code }) => code === 'missing-data').length, 5);
      const closed = server.nextPublished();
      await server.close();
      assert.deepEqual((await closed).diagnostics, []);
    });
  });

  it('tells how many data are missing, once after opening and whenever the number changes', async () => {
    const server = await start();
    const told: StatusParams[] = [];
    server.client.onNotification('reportWriter/status', (params: StatusParams) => {
      told.push(params);
    });
    await server.open(text);
    await server.change(2, [insertion(4, 0, '我们要')]);
    await server.change(3, [insertion(4, 0, '共*项。')]);
    await server.pull();
    assert.deepEqual(told, [
      { uri, version: 1, missing: 3 },
      { uri, version: 3, missing: 4 },
    ]);
  });

  it('draws the outline with the count of missing data', async () => {
    const server = await start();
    await server.open(text);
    const symbols = await server.ask<DocumentSymbol[]>('textDocument/documentSymbol');
    assert.deepEqual(
      symbols.map(({ name, detail, children }) => [name, detail, children?.map((child) => child.detail)]),
      [
        ['一、工作开展情况', '3 missing', ['1 missing']],
        ['二、下一步打算', undefined, []],
      ],
    );
  });

  it('says on hover what is missing, with the words around it', async () => {
    const server = await start({ locale: 'zh-cn' });
    await server.open(text);
    const hover = await server.ask<Hover>('textDocument/hover', { position: { line: 1, character: 6 } });
    assert.match(JSON.stringify(hover.contents), /召开会议/);
    assert.deepEqual(hover.range, { start: { line: 1, character: 6 }, end: { line: 1, character: 7 } });
    assert.equal(await server.ask('textDocument/hover', { position: { line: 4, character: 1 } }), null);
  });

  it('says on hover how long a section is', async () => {
    const server = await start();
    await server.open(text);
    const hover = await server.ask<Hover>('textDocument/hover', { position: { line: 3, character: 1 } });
    assert.match(JSON.stringify(hover.contents), /12 characters/);
  });

  it('folds sections', async () => {
    const server = await start();
    await server.open(text);
    const ranges = await server.ask<FoldingRange[]>('textDocument/foldingRange');
    assert.deepEqual(
      ranges.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 2],
        [3, 4],
      ],
    );
  });

  it('offers quick fixes whose edits name the version', async () => {
    const server = await start();
    await server.open(text);
    const range = { start: { line: 1, character: 6 }, end: { line: 1, character: 7 } };
    const actions = await server.ask<CodeAction[]>('textDocument/codeAction', { range, context: { diagnostics: await server.pulled() } });
    const fix = actions.find(({ edit }) => edit !== undefined);
    assert.deepEqual(fix?.edit?.documentChanges, [
      {
        textDocument: { uri, version: 1 },
        edits: [{ range: { start: range.start, end: range.start }, newText: '\\' }],
      },
    ]);
    assert.equal(fix?.diagnostics?.length, 1);
  });

  it('walks from gap to gap and round', async () => {
    const server = await start();
    await server.open(text);
    const go = async (line: number, character: number, direction: string) => {
      const found = await server.ask<NextMissingDatumResult>('reportWriter/nextMissingDatum', { position: { line, character }, direction });
      return found && [found.start.line, found.start.character];
    };
    assert.deepEqual(await go(0, 0, 'next'), [1, 6]);
    assert.deepEqual(await go(1, 7, 'next'), [1, 13]);
    assert.deepEqual(await go(2, 11, 'next'), [1, 6]);
    assert.deepEqual(await go(1, 13, 'previous'), [1, 6]);
    assert.deepEqual(await go(1, 6, 'previous'), [2, 10]);
  });

  it('finds headings in all open reports', async () => {
    const server = await start();
    await server.open(text);
    await server.open('# 年度总结\n正文。', 'file:///work/other.report');
    const found = await server.client.sendRequest<SymbolInformation[]>('workspace/symbol', { query: '总结' });
    assert.deepEqual(
      found.map(({ name, location }) => [name, location.uri]),
      [['年度总结', 'file:///work/other.report']],
    );
  });

  it('answers a cancelled request with RequestCancelled', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const server = await start({
      folders: ['file:///work'],
      host: { findReports: () => held.then(() => []) },
    });
    const source = new CancellationTokenSource();
    const asked = server.client.sendRequest('workspace/symbol', { query: '' }, source.token);
    const refused = assert.rejects(asked, { code: LSPErrorCodes.RequestCancelled });
    source.cancel();
    await server.pull();
    release();
    await refused;
  });

  it('logs a fault once and answers with nothing', async () => {
    const server = await start({
      folders: ['file:///work'],
      host: {
        findReports: () => {
          throw new TypeError('a fault made for this test');
        },
      },
    });
    for (let time = 0; time < 3; time += 1) assert.deepEqual(await server.client.sendRequest('workspace/symbol', { query: '' }), []);
    assert.equal(server.logged.filter((message) => message.includes('a fault made for this test')).length, 1);
  });

  it('takes positions outside the document for the nearest ones inside', async () => {
    const server = await start();
    await server.open(text);
    for (const position of [
      { line: -1, character: 3 },
      { line: 99, character: 0 },
      { line: 1, character: -5 },
      { line: 1, character: 4096 },
    ]) {
      await server.ask('textDocument/hover', { position });
      await server.ask('textDocument/codeAction', { range: { start: position, end: position }, context: { diagnostics: [] } });
      await server.ask('reportWriter/nextMissingDatum', { position, direction: 'next' });
    }
    await server.change(2, [{ range: { start: { line: 99, character: 99 }, end: { line: -1, character: 0 } }, text: '空' }]);
    assert.deepEqual(await server.pulled(), []);
    assert.deepEqual(server.logged, []);
  });
});
