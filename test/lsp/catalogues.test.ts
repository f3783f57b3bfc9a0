// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets are written so.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CompletionList } from 'vscode-languageserver/node';
import { createWebHost } from '../../server/src/lsp/webHost.ts';
import {
  type HostListFolderParams,
  type HostReadFileResult,
  hostListFolderRequest,
  hostReadFileRequest,
} from '../../server/src/protocol/hostFiles.ts';
import {
  cataloguesChangedNotification,
  type ReportTypesResult,
  reportTypesRequest,
  type SectionProposalResult,
  sectionProposalRequest,
} from '../../server/src/protocol/sections.ts';
import { InProcess } from './support/inProcess.ts';

const own = (id: string, name: string) =>
  JSON.stringify({ id, name, title: '关于${1:××}的巡防报告', sections: [{ id: 'a', name: '巡防情况', body: ['${heading:1}巡防情况'] }] });

describe('Catalogues of the writer’s own', () => {
  let server: InProcess;
  let folder: string;
  let root: string;
  const put = (file: string, text: string) => {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  const labels = async () => (await server.client.sendRequest<ReportTypesResult>(reportTypesRequest)).map(({ label }) => label);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'catalogues-'));
    root = pathToFileURL(folder).toString();
  });
  afterEach(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  it('are read from the workspace and offered', async () => {
    put('.report-writer/sections/本局.json', own('patrol', '巡防报告'));
    server = await InProcess.start({ folders: [root], locale: 'zh-cn' });
    assert.equal((await labels())[0], '巡防报告');
    const uri = `${root}/a.report`;
    await server.open('关于夜间的巡防报告\n/', uri);
    const { items } = await server.ask<CompletionList>('textDocument/completion', { position: { line: 1, character: 1 } }, uri);
    assert.ok(items.some(({ filterText }) => filterText?.includes('xfqk')));
  });

  it('are read anew when a file changes, and their errors go away when they are put right', async () => {
    put('.report-writer/sections/a.json', '{"extends": "通知", }}');
    server = await InProcess.start({ folders: [root], locale: 'zh-cn' });
    const first = await server.nextPublished();
    assert.match(first.uri, /a\.json$/);
    assert.match(String(first.diagnostics[0]?.message), /不是有效的 JSON/);
    put('.report-writer/sections/a.json', own('patrol', '巡防报告'));
    const changes = [{ uri: `${root}/.report-writer/sections/a.json`, type: 2 }];
    await server.client.sendNotification('workspace/didChangeWatchedFiles', { changes });
    assert.deepEqual((await server.nextPublished()).diagnostics, []);
    assert.equal((await labels())[0], '巡防报告');
  });

  it('with an error leave the others in use', async () => {
    put('.report-writer/sections/a.json', 'no');
    put('.report-writer/sections/b.json', own('patrol', '巡防报告'));
    put('.report-writer/sections/c.json', own('patrol', '又一份'));
    put('.report-writer/sections/d.txt', 'nothing of ours');
    server = await InProcess.start({ folders: [root] });
    await server.nextPublished();
    const told = new Map(server.published.map(({ uri, diagnostics }) => [uri.slice(-6), diagnostics.length]));
    assert.ok((await labels()).includes('巡防报告'));
    for (const { uri, diagnostics } of server.published) told.set(uri.slice(-6), diagnostics.length);
    assert.deepEqual(Object.fromEntries(told), { 'a.json': 1, 'c.json': 1 });
  });

  it('cannot lie outside of the folder through a link', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    writeFileSync(join(outside, 'secret.json'), own('patrol', '巡防报告'));
    mkdirSync(join(folder, '.report-writer/sections'), { recursive: true });
    symlinkSync(join(outside, 'secret.json'), join(folder, '.report-writer/sections/link.json'));
    server = await InProcess.start({ folders: [root] });
    assert.ok(!(await labels()).includes('巡防报告'));
    rmSync(outside, { recursive: true });
  });

  it('stand in folders of a setting, and in the one that the client keeps', async () => {
    put('mine/m.json', own('mine', '我的报告'));
    const capabilities = { workspace: { configuration: true }, textDocument: { diagnostic: {} } };
    server = await InProcess.start({
      capabilities,
      locale: 'zh-cn',
      settings: { sections: { folders: [join(folder, 'mine'), 'not/absolute'] } },
    });
    assert.equal((await labels())[0], '我的报告');
    await server.open('一、甲\n乙。', `${root}/a.report`);
    const proposal = await server.ask<SectionProposalResult>(
      sectionProposalRequest,
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
      `${root}/a.report`,
    );
    assert.deepEqual(proposal?.folders, [{ uri: `${root}/mine`, kind: 'user' }]);
  });

  it('come from the client on the web', async () => {
    const web = 'vscode-vfs://github/team/reports';
    server = await InProcess.start({ folders: [web], makeHost: createWebHost, locale: 'zh-cn' });
    const file = `${web}/.report-writer/sections/a.json`;
    server.client.onRequest(hostListFolderRequest, ({ folder: asked }: HostListFolderParams) => (asked.startsWith(web) ? [file] : []));
    server.client.onRequest<HostReadFileResult, never>(hostReadFileRequest, ({ uri }: { uri: string }) =>
      uri === file ? { kind: 'file', bytes: Buffer.from(own('patrol', '巡防报告')).toString('base64') } : { kind: 'missing' },
    );
    await server.client.sendNotification(cataloguesChangedNotification);
    assert.equal((await labels())[0], '巡防报告');
  });
});
