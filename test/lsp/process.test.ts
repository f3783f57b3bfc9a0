import assert from 'node:assert/strict';
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import JSZip from 'jszip';
import {
  CancellationTokenSource,
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  LSPErrorCodes,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type SymbolInformation,
  WorkDoneProgress,
} from 'vscode-languageserver/node';
import { type ExportResult, exportRequest } from '../../server/src/protocol/export.ts';

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('The server as a process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-writer-server-'));
  const program = join(folder, 'server.js');
  const uri = pathToFileURL(join(folder, 'work/report.report')).toString();
  let child: ChildProcess;
  let client: ProtocolConnection;

  before(async () => {
    mkdirSync(join(folder, 'work'));
    await build({ entryPoints: ['server/src/node.ts'], outfile: program, bundle: true, platform: 'node', target: 'node20', format: 'cjs' });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  afterEach(async () => {
    if (child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await ended;
  });

  function startOverStdio(args: readonly string[] = ['--stdio']): void {
    child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdin, stdout } = child;
    assert.ok(stdin && stdout);
    client = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    client.listen();
  }

  async function initialize(): Promise<void> {
    const workspaceFolders = [{ uri: pathToFileURL(join(folder, 'work')).toString(), name: 'work' }];
    await client.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {} } },
      workspaceFolders,
    });
    await client.sendNotification('initialized', {});
  }

  const open = (text: string) =>
    client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'report', version: 1, text } });

  async function end(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    await client.sendRequest('shutdown');
    await client.sendNotification('exit');
    return await ended;
  }

  it('works over stdio, with or without an argument, and ends when asked', async () => {
    for (const args of [['--stdio'], []]) {
      startOverStdio(args);
      await initialize();
      await open('会议*次。');
      const { items } = await client.sendRequest<{ items: unknown[] }>('textDocument/diagnostic', { textDocument: { uri } });
      assert.equal(items.length, 1);
      assert.equal(await end(), 0);
    }
  });

  it('works over Node IPC', async () => {
    child = fork(program, ['--node-ipc'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    client = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    client.listen();
    await initialize();
    await open('会议*次。');
    const { items } = await client.sendRequest<{ items: unknown[] }>('textDocument/diagnostic', { textDocument: { uri } });
    assert.equal(items.length, 1);
    assert.equal(await end(), 0);
  });

  it('ends when its client is gone', async () => {
    startOverStdio();
    await initialize();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.stdin?.end();
    await ended;
  });

  it('finds headings in reports that are not open', async () => {
    writeFileSync(join(folder, 'work/closed.report'), '# 没有打开的报告\n');
    startOverStdio();
    await initialize();
    const found = await client.sendRequest<SymbolInformation[]>('workspace/symbol', { query: '没有打开' });
    assert.deepEqual(
      found.map(({ name }) => name),
      ['没有打开的报告'],
    );
  });

  describe('asked for an export', () => {
    it('gives a Word file with its pictures, a name, and the remarks', async () => {
      writeFileSync(join(folder, 'work/chart.png'), png);
      startOverStdio();
      await initialize();
      await open('# 年度总结\n\n一、图\n![图一](chart.png)\n![没有](no.png)\n会议*次。\n');
      const percentages: number[] = [];
      client.onProgress(WorkDoneProgress.type, 'export-1', (value) => {
        if (value.kind === 'report' && value.percentage !== undefined) percentages.push(value.percentage);
      });
      const result = await client.sendRequest<ExportResult>(exportRequest, {
        textDocument: { uri },
        final: false,
        workDoneToken: 'export-1',
      });
      assert.equal(result.suggestedName, '年度总结.docx');
      assert.deepEqual(
        result.problems.map(({ range, message }) => [range?.start.line, /no\.png/.test(message)]),
        [[4, true]],
      );
      const zip = await JSZip.loadAsync(Buffer.from(result.bytes, 'base64'));
      assert.ok(Object.keys(zip.files).some((name) => /^word\/media\/.+\.png$/.test(name)));
      assert.deepEqual(
        percentages,
        [...percentages].sort((a, b) => a - b),
      );
      assert.ok(percentages.length > 0);
    });

    it('answers other requests meanwhile, and stops when it is cancelled', async () => {
      startOverStdio();
      await initialize();
      await open(`# 年度总结\n\n${'一、情况\n会议*次。\n'.repeat(20_000)}`);
      const source = new CancellationTokenSource();
      let finished = false;
      const exported = client.sendRequest(exportRequest, { textDocument: { uri }, final: true }, source.token);
      const refused = assert.rejects(exported, { code: LSPErrorCodes.RequestCancelled }).then(() => {
        finished = true;
      });
      await client.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line: 3, character: 2 } });
      assert.equal(finished, false, 'the hover did not wait for the export');
      source.cancel();
      await refused;
    });

    it('says so for a document that is not open', async () => {
      startOverStdio();
      await initialize();
      await assert.rejects(client.sendRequest(exportRequest, { textDocument: { uri: 'file:///no.report' }, final: false }), /not open/);
    });
  });
});
