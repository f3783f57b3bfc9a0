import assert from 'node:assert/strict';
import JSZip from 'jszip';
import type { SymbolInformation } from 'vscode-languageserver/node';
import type { Host } from '../../server/src/lsp/host.ts';
import { createWebHost } from '../../server/src/lsp/webHost.ts';
import { type ExportResult, exportRequest } from '../../server/src/protocol/export.ts';
import {
  type HostFindReportsParams,
  type HostReadFileParams,
  type HostReadFileResult,
  hostFindReportsRequest,
  hostReadFileRequest,
} from '../../server/src/protocol/hostFiles.ts';
import { InProcess } from './support/inProcess.ts';

const folder = 'vscode-vfs://github/team/reports';
const uri = `${folder}/a.report`;
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('The server on the web', () => {
  let server: InProcess;
  const asked: string[] = [];
  const files = new Map<string, HostReadFileResult>();
  beforeEach(async () => {
    asked.length = 0;
    files.clear();
    server = await InProcess.start({ folders: [folder], makeHost: createWebHost });
    server.client.onRequest<HostReadFileResult, never>(hostReadFileRequest, (params: HostReadFileParams): HostReadFileResult => {
      asked.push(params.uri);
      return files.get(params.uri) ?? { kind: 'missing' };
    });
    server.client.onRequest(hostFindReportsRequest, (_: HostFindReportsParams) =>
      [...files.keys()].filter((file) => file.endsWith('.report')),
    );
  });
  afterEach(() => server.stop());

  it('asks the client for pictures, and never for one outside the workspace folder', async () => {
    files.set(`${folder}/chart.png`, { kind: 'file', bytes: png });
    await server.open('一、图\n![图](chart.png)\n![外](../../secret.png)\n', uri);
    const result = await server.ask<ExportResult>(exportRequest, { final: false }, uri);
    assert.deepEqual(asked, [`${folder}/chart.png`]);
    assert.equal(result.problems.length, 1);
    const zip = await JSZip.loadAsync(Buffer.from(result.bytes, 'base64'));
    assert.ok(Object.keys(zip.files).some((name) => /^word\/media\/.+\.png$/.test(name)));
  });

  it('asks the client for data sheets', async () => {
    const yaml = Buffer.from('面积: 320\n').toString('base64');
    files.set(`${folder}/figures.yaml`, { kind: 'file', bytes: yaml });
    await server.open('---\ndata: [figures.yaml, ../secret.yaml]\n---\n\n一、植树{{面积}}亩。\n', uri);
    const { bytes } = await server.ask<ExportResult>(exportRequest, { final: true }, uri);
    assert.deepEqual(asked, [`${folder}/figures.yaml`]);
    const zip = await JSZip.loadAsync(Buffer.from(bytes, 'base64'));
    assert.match((await zip.file('word/document.xml')?.async('string'))?.replace(/<[^>]+>/g, '') ?? '', /植树320亩/);
  });

  it('refuses a file outside the folder even if it is asked for one', async () => {
    let host: Host | undefined;
    const other = await InProcess.start({
      makeHost: (connection) => {
        host = createWebHost(connection);
        return host;
      },
    });
    assert.deepEqual(await host?.readFile(`${folder}-old/a.png`, folder, 1000), { kind: 'outside' });
    await other.stop();
  });

  it('finds headings in the reports of a virtual workspace', async () => {
    files.set(`${folder}/b.report`, { kind: 'file', bytes: Buffer.from('# 虚拟的报告\n').toString('base64') });
    const found = await server.client.sendRequest<SymbolInformation[]>('workspace/symbol', { query: '虚拟' });
    assert.deepEqual(
      found.map(({ location }) => location.uri),
      [`${folder}/b.report`],
    );
  });
});
