import assert from 'node:assert/strict';
import JSZip from 'jszip';
import { type ExportResult, exportRequest } from '../../server/src/protocol/export.ts';
import { type PreviewOpened, type PreviewPatch, previewMethods } from '../../server/src/protocol/preview.ts';
import { type DeviationsResult, deviationsRequest } from '../../server/src/protocol/style.ts';
import { DiskWorkspace } from './support/diskWorkspace.ts';
import type { InProcess } from './support/inProcess.ts';

const text = '---\nstyle: house.yaml\n---\n关于某事的通知\n\n各单位：\n\n正文。\n';

describe('The server, with a house style', () => {
  const workspace = new DiskWorkspace();
  let uri = '';
  let server: InProcess;
  beforeEach(() => {
    uri = workspace.uriOf('a.report');
    server = workspace.server;
  });

  const write = (content: string) => workspace.write('house.yaml', content);
  const opened = (content = text) => workspace.open(content, uri);
  const messages = async () => {
    const { items } = await server.ask<{ readonly items: readonly { readonly message: string }[] }>('textDocument/diagnostic', {}, uri);
    return items.map(({ message }) => message);
  };

  it('lays out the pages and the Word file as the style file says, and the pages anew when it changes', async () => {
    write('字体: {正文: 楷体}\n字号: {正文: 小三}\n');
    await opened();
    const preview = await server.client.sendRequest<PreviewOpened>(previewMethods.open, { uri, pages: 1 });
    assert.match(preview.style, /"楷体"[^}]*font-size:15pt/);
    const { bytes } = await server.ask<ExportResult>(exportRequest, { final: true }, uri);
    const zip = await JSZip.loadAsync(Buffer.from(bytes, 'base64'));
    assert.match((await zip.file('word/styles.xml')?.async('string')) ?? '', /w:eastAsia="楷体"\/>.{0,60}<w:sz w:val="30"\/>/);
    const patched = new Promise<PreviewPatch>((resolve) => server.client.onNotification(previewMethods.patch, resolve));
    write('字体: {正文: 宋体}\n');
    await workspace.tell('house.yaml');
    assert.match((await patched).style ?? '', /"宋体"[^}]*font-size:16pt/);
  });

  it('follows a style that is typed into the report, and completes its keys', async () => {
    await server.open('---\n样式:\n  行距: 28\n---\n正文。\n', uri);
    const preview = await server.client.sendRequest<PreviewOpened>(previewMethods.open, { uri, pages: 1 });
    assert.match(preview.style, /height:28pt/);
    const patched = new Promise<PreviewPatch>((resolve) => server.client.onNotification(previewMethods.patch, resolve));
    await server.change(2, [{ range: { start: { line: 2, character: 6 }, end: { line: 2, character: 8 } }, text: '30' }], uri);
    assert.match((await patched).style ?? '', /height:30pt/);
    assert.match((await messages())[0] ?? '', /30 pt gives 21 lines/);
    await server.change(3, [{ range: { start: { line: 2, character: 8 }, end: { line: 2, character: 8 } }, text: '\n  ' }], uri);
    const { items } = await server.ask<{ readonly items: readonly { readonly label: string }[] }>(
      'textDocument/completion',
      { position: { line: 3, character: 2 } },
      uri,
    );
    const labels = items.map(({ label }) => label);
    assert.ok(labels.includes('margins') && !labels.includes('pitch'), labels.join(' '));
  });

  it('says what is wrong with the file, and of a path that leads outside', async () => {
    await opened();
    assert.match((await messages())[0] ?? '', /house\.yaml: There is no such file/);
    workspace.writeOutside('secret.yaml', '行距: 28\n');
    workspace.linkOutside('house.yaml', 'secret.yaml');
    for (const path of ['../secret.yaml', 'house.yaml']) {
      uri = workspace.uriOf(`${path.length}.report`);
      await opened(text.replace('house.yaml', path));
      assert.match((await messages())[0] ?? '', /outside the workspace folder/, path);
    }
  });

  it('lists the deviations of a report from the standard', async () => {
    write('行距: 29.6\n');
    await opened();
    const { markdown } = await server.ask<DeviationsResult>(deviationsRequest, {}, uri);
    assert.match(markdown, /\| 5\.2\.3 \| Lines a page \| 22 \| 21 \|/);
    assert.match((await messages())[0] ?? '', /gives 21 lines/);
  });
});
