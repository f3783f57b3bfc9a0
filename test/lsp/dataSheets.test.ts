import assert from 'node:assert/strict';
import JSZip from 'jszip';
import { type ExportResult, exportRequest } from '../../server/src/protocol/export.ts';
import {
  type MissingDataResult,
  missingDataRequest,
  type StatusParams,
  statusNotification,
} from '../../server/src/protocol/missingData.ts';
import { type PreviewOpened, type PreviewPatch, previewMethods } from '../../server/src/protocol/preview.ts';
import { DiskWorkspace } from './support/diskWorkspace.ts';
import { type InProcess, insertion } from './support/inProcess.ts';

const text = '---\ndata: figures.yaml\n---\n\n一、植树\n\n全年植树{{植树面积}}亩，支出{{造林投资|万元|1}}万元。\n';

describe('The server, with data sheets', () => {
  const workspace = new DiskWorkspace();
  let uri = '';
  let server: InProcess;
  beforeEach(() => {
    uri = workspace.uriOf('a.report');
    server = workspace.server;
  });

  const write = (name: string, content: string | Uint8Array) => workspace.write(name, content);
  const tell = (name: string) => workspace.tell(name);
  const opened = (content: string) => workspace.open(content, uri);
  const refreshed = () => workspace.refreshed();
  const codes = async () => {
    const report = await server.ask<{ readonly items: readonly { readonly code: string; readonly message: string }[] }>(
      'textDocument/diagnostic',
      {},
      uri,
    );
    return report.items.map(({ code, message }) => `${code} ${message}`);
  };

  it('takes data for missing until a sheet on disk gives them', async () => {
    const counts: number[] = [];
    server.client.onNotification(statusNotification, ({ missing }: StatusParams) => {
      counts.push(missing);
    });
    write('figures.yaml', '植树面积: {数值: 320, 单位: 亩}\n造林投资:\n');
    await opened(text);
    assert.deepEqual(await codes(), ['data-field No value is given for “造林投资” yet.']);
    assert.equal((await server.ask<MissingDataResult>(missingDataRequest, {}, uri)).total, 1);
    const again = refreshed();
    write('figures.yaml', '植树面积: {数值: 320, 单位: 亩}\n造林投资: {数值: 1234567, 单位: 元}\n');
    await tell('figures.yaml');
    await again;
    assert.deepEqual(await codes(), []);
    assert.deepEqual(counts, [2, 1, 0]);
  });

  it('reads other sheets when the front matter names others, and none when it names none', async () => {
    write('figures.yaml', '植树面积: 320\n造林投资: 5万元\n');
    write('other.csv', '名称,数值\n植树面积,400\n');
    await opened(text);
    assert.deepEqual(await codes(), []);
    const other = refreshed();
    await server.change(
      2,
      [{ range: { start: { line: 1, character: 0 }, end: { line: 1, character: 18 } }, text: 'data: other.csv' }],
      uri,
    );
    await other;
    assert.deepEqual(await codes(), ['data-field No data sheet has “造林投资”: add a row for it.']);
    const none = refreshed();
    await server.change(3, [{ range: { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } }, text: '' }], uri);
    await none;
    assert.deepEqual(
      (await codes()).map((one) => one.split(' ')[0]),
      ['missing-data', 'missing-data'],
    );
  });

  it('shows the values on the pages, and new ones when the sheet changes', async () => {
    write('figures.yaml', '植树面积: 320\n造林投资: 5万元\n');
    await opened(text);
    const preview = await server.client.sendRequest<PreviewOpened>(previewMethods.open, { uri, pages: 1 });
    const words = (html: string) => html.replace(/<[^>]+>/g, '');
    assert.match(words(preview.pages[0]?.html ?? ''), /全年植树320亩，支出5\.0万元。/);
    const patched = new Promise<PreviewPatch>((resolve) => server.client.onNotification(previewMethods.patch, resolve));
    write('figures.yaml', '植树面积: 321\n造林投资: 5万元\n');
    await tell('figures.yaml');
    assert.match(words((await patched).pages[0]?.html ?? ''), /全年植树321亩/);
  });

  it('exports the values, also when the sheet was named only now', async () => {
    write('figures.yaml', '植树面积: 320\n造林投资: 5万元\n');
    await server.open(text.slice(text.indexOf('一')), uri);
    await server.change(2, [insertion(0, 0, '---\ndata: figures.yaml\n---\n')], uri);
    const { bytes } = await server.ask<ExportResult>(exportRequest, { final: true }, uri);
    const zip = await JSZip.loadAsync(Buffer.from(bytes, 'base64'));
    const words = (await zip.file('word/document.xml')?.async('string'))?.replace(/<[^>]+>/g, '');
    assert.match(words ?? '', /全年植树320亩，支出5\.0万元。/);
  });

  it('reads no file outside the folder, be it through a link, and says what to do', async () => {
    workspace.writeOutside('secret.yaml', 'a: 1\n');
    workspace.linkOutside('link.yaml', 'secret.yaml');
    await opened('---\ndata: [../secret.yaml, link.yaml, /etc/passwd, none.yaml]\n---\n\n一、{{a}}。\n');
    const found = await codes();
    assert.equal(found.filter((one) => /^data-sheet .+ lies outside the workspace folder: copy it/.test(one)).length, 3);
    assert.equal(found.filter((one) => /^data-sheet none\.yaml: There is no such file/.test(one)).length, 1);
    assert.equal(found.filter((one) => one.startsWith('missing-data')).length, 1);
  });

  it('says what is wrong with a workbook, a doubled name and a name never used, at the data line', async () => {
    write('broken.xlsx', 'no zip');
    write('a.csv', '名称,数值,单位\n甲,1,元\n甲,2,元\n乙,3,元\n');
    await opened('---\ndata: [broken.xlsx, a.csv]\n---\n\n一、共{{甲}}万元。\n');
    const report = await server.ask<{ items: { code: string; message: string; range: { start: { line: number } } }[] }>(
      'textDocument/diagnostic',
      {},
      uri,
    );
    const sheets = report.items.filter(({ code }) => code === 'data-sheet');
    assert.deepEqual(
      sheets.map(({ range }) => range.start.line),
      [1, 1, 1],
    );
    assert.match(
      sheets.map(({ message }) => message).join('\n'),
      /^broken\.xlsx: .+\na\.csv, line 3: “甲” is there twice.+\nThe report never uses.+: 乙$/,
    );
    assert.match(report.items.find(({ code }) => code === 'data-field')?.message ?? '', /“甲” is given in 元, but 万元 follows it/);
  });

  it('reads a large sheet too, and data in the front matter itself', async () => {
    write('big.csv', `名称,数值\n${Array.from({ length: 5000 }, (_, i) => `数据${i},${i}`).join('\n')}\n`);
    await opened('---\ndata: big.csv\n---\n\n一、共{{数据4999}}项。\n');
    assert.equal((await server.ask<MissingDataResult>(missingDataRequest, {}, uri)).total, 0);
    const other = 'file:///elsewhere/b.report';
    await workspace.open('---\n数据:\n  甲: 5\n---\n\n一、共{{甲}}项。\n', other);
    assert.equal((await server.ask<MissingDataResult>(missingDataRequest, {}, other)).total, 0);
  });

  it('renames in the report and the sheet, and says why it does not', async () => {
    write('figures.yaml', '植树面积: 320\n造林投资: 5万元\n');
    await opened(text);
    const position = { line: 6, character: 8 };
    const renamed = await server.ask<{ documentChanges: { textDocument: { uri: string; version: number | null } }[] }>(
      'textDocument/rename',
      { position, newName: '面积' },
      uri,
    );
    assert.deepEqual(
      renamed.documentChanges.map(({ textDocument }) => textDocument),
      [
        { uri, version: 1 },
        { uri: workspace.uriOf('figures.yaml'), version: null },
      ],
    );
    await assert.rejects(server.ask('textDocument/rename', { position, newName: '造林投资' }, uri), /is a name in figures\.yaml already/);
    const definition = await server.ask<{ uri: string; range: { start: { line: number } } }>(
      'textDocument/definition',
      { position: { line: 6, character: 20 } },
      uri,
    );
    assert.deepEqual([definition.uri.endsWith('/figures.yaml'), definition.range.start.line], [true, 1]);
    const hints = await server.ask<{ label: string }[]>(
      'textDocument/inlayHint',
      { range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } } },
      uri,
    );
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['320', '5.0'],
    );
  });
});
