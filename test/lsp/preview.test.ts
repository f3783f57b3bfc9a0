import assert from 'node:assert/strict';
import type { Position } from '../../server/src/engine/text/position.ts';
import type { FileAnswer } from '../../server/src/lsp/host.ts';
import {
  type PreviewFound,
  type PreviewOpened,
  type PreviewPages,
  type PreviewPatch,
  type PreviewSpot,
  previewMethods,
} from '../../server/src/protocol/preview.ts';
import { InProcess, insertion, uri } from './support/inProcess.ts';

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('The preview on the server', () => {
  let server: InProcess;
  const patches: PreviewPatch[] = [];
  let told: (() => void) | undefined;
  const start = async (readFile?: () => Promise<FileAnswer>) => {
    patches.length = 0;
    server = await InProcess.start(readFile && { host: { readFile } });
    server.client.onNotification(previewMethods.patch, (patch: PreviewPatch) => {
      patches.push(patch);
      told?.();
    });
  };
  const nextPatch = () =>
    new Promise<void>((resolve) => {
      told = resolve;
    });
  const open = () => server.client.sendRequest<PreviewOpened | null>(previewMethods.open, { uri });
  afterEach(() => server.stop());

  it('gives the first pages, then patches while the writer types', async () => {
    await start();
    await server.open('一、情况\n会议*次。\n');
    const opened = await open();
    assert.equal(opened?.pageCount, 1);
    assert.match(opened?.pages[0]?.html ?? '', /会议/);
    await server.change(2, [insertion(1, 0, '全年')]);
    await server.pull();
    assert.equal(patches.length, 1);
    assert.equal(patches[0]?.version, 2);
    assert.match(patches[0]?.pages[0]?.html ?? '', /全年会议/);
  });

  it('leads from text to page and back', async () => {
    await start();
    await server.open('一、情况\n会议*次。\n');
    await open();
    const position: Position = { line: 1, character: 2 };
    const spot = await server.client.sendRequest<PreviewSpot>(previewMethods.locate, { uri, position });
    assert.equal(spot.page, 0);
    assert.deepEqual(await server.client.sendRequest(previewMethods.resolve, { uri, place: spot }), position);
  });

  it('lets findings tell what the pages show, as long as it is open', async () => {
    await start();
    await server.open('关于全县防汛抗旱工作情况的\n函\n\n正文写明情况。\n');
    const ofPages = async () => {
      const report = await server.pull();
      return report.kind === 'full'
        ? report.items.filter(({ code }) => code === 'page-layout').map(({ range }) => range.start.line)
        : report.kind;
    };
    assert.deepEqual(await ofPages(), []);
    await open();
    assert.deepEqual(await ofPages(), [1]);
    await server.client.sendNotification(previewMethods.close, { uri });
    assert.deepEqual(await ofPages(), []);
  });

  it('sends no patches for a preview that is closed, or a document that is', async () => {
    await start();
    await server.open('一、情况\n');
    await open();
    await server.client.sendNotification(previewMethods.close, { uri });
    await server.change(2, [insertion(0, 0, '字')]);
    await server.pull();
    assert.deepEqual(patches, []);
    await open();
    await server.close();
    assert.equal(await open(), null);
    assert.equal(await server.client.sendRequest<PreviewPages | null>(previewMethods.pages, { uri, from: 0, to: 1 }), null);
  });

  it('lays out anew when the front matter names another layout', async () => {
    await start();
    await server.open('---\nstyle: common\n---\n一、情况\n');
    const opened = await open();
    await server.change(2, [{ range: { start: { line: 1, character: 7 }, end: { line: 1, character: 13 } }, text: '28pt' }]);
    await server.pull();
    assert.notEqual(patches[0]?.style, undefined);
    assert.notEqual(patches[0]?.style, opened?.style);
  });

  it('shows a picture once it has been read', async () => {
    await start(async () => ({ kind: 'file', bytes: png }));
    const patched = nextPatch();
    await server.open('一、图\n![图](chart.png)\n');
    assert.match((await open())?.pages[0]?.html ?? '', /picture-missing/);
    await patched;
    assert.doesNotMatch(patches[0]?.pages[0]?.html ?? '', /picture-missing/);
  });

  it('says of a file that cannot be printed why not, as the export does', async () => {
    await start(async () => ({ kind: 'file', bytes: new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>') }));
    const patched = nextPatch();
    await server.open('一、图\n![图](chart.svg)\n');
    assert.match((await open())?.pages[0]?.html ?? '', /picture-missing" data-path="chart.svg"><\/span>/);
    await patched;
    assert.match(patches[0]?.pages[0]?.html ?? '', /chart\.svg is SVG, which/);
  });

  it('says that a picture is gone when its file was deleted', async () => {
    let isThere = true;
    await start(async () => (isThere ? { kind: 'file', bytes: png } : { kind: 'missing' }));
    await server.open('一、情况\n![图](a.png)\n');
    await open();
    await nextPatch();
    isThere = false;
    await server.client.sendNotification(previewMethods.picturesChanged, { uri, paths: ['a.png'] });
    await nextPatch();
    assert.match(patches.at(-1)?.pages[0]?.html ?? '', /a\.png does not exist/);
  });

  const long = Array.from(
    { length: 3000 },
    (_, index) => `第${index}段。${'我局认真贯彻落实上级决策部署，扎实推进各项工作。'.repeat(4)}`,
  ).join('\n');

  it('gives the first pages of a long report at once and the others by and by, while it answers what is asked', async () => {
    await start();
    await server.open(long);
    const opened = await open();
    assert.equal(opened?.partial, true);
    assert.equal(opened?.pages.length, 3);
    // Typed at once: the answer comes before all pages are laid out.
    await server.change(2, [insertion(1, 0, '新')]);
    await server.pull();
    assert.equal(patches.at(-1)?.partial, true);
    assert.ok(patches.some(({ pages }) => pages.some(({ html }) => html.includes('新第1段'))));
    while (patches.at(-1)?.partial) await nextPatch();
    assert.ok((patches.at(-1)?.pageCount ?? 0) > 400);
    const spot = await server.client.sendRequest<PreviewSpot>(previewMethods.locate, { uri, position: { line: 2999, character: 0 } });
    assert.equal(spot.page, (patches.at(-1)?.pageCount ?? 0) - 1);
  });

  it('opens at the pages that a view shows already', async () => {
    await start();
    await server.open(long);
    const opened = await server.client.sendRequest<PreviewOpened | null>(previewMethods.open, { uri, from: 100 });
    assert.deepEqual(
      opened?.pages.map(({ index }) => index),
      [100, 101, 102],
    );
  });

  it('looks through all pages, and stops when it is told to', async () => {
    await start();
    await server.open(long);
    await open();
    while (patches.at(-1)?.partial !== undefined || patches.length === 0) await nextPatch();
    const found = await server.client.sendRequest<PreviewFound>(previewMethods.find, { uri, query: '第2999段' });
    assert.equal(found.matches.length, 1);
    assert.equal(found.matches[0]?.[0].page, (patches.at(-1)?.pageCount ?? 0) - 1);
    assert.equal(await server.client.sendRequest(previewMethods.find, { uri: 'file:///other', query: 'x' }), null);
    assert.equal(await server.client.sendRequest(previewMethods.find, { uri, query: 'x'.repeat(2000) }), null);
  });

  it('measures a picture again when its file has changed, with blocks that no page has shown', async () => {
    let bytes = new Uint8Array(png);
    await start(async () => ({ kind: 'file', bytes }));
    await server.open('一、情况\n![图](a.png)\n');
    await open();
    await nextPatch();
    const before = patches.at(-1)?.pages[0]?.html ?? '';
    assert.match(before, /width="1" height="1"/);
    bytes = new Uint8Array(png);
    // The width in the head of the PNG.
    bytes[19] = 60;
    await server.client.sendNotification(previewMethods.picturesChanged, { uri, paths: ['a.png', 'other.png'] });
    await nextPatch();
    const after = patches.at(-1);
    assert.match(after?.pages[0]?.html ?? '', /width="60" height="1"/);
    assert.equal(after?.anew, true);
    const blocksOf = (html: string) => [...html.matchAll(/data-block="(\d+)"/g)].map(([, block]) => block);
    const old = blocksOf(before);
    assert.ok(blocksOf(after?.pages[0]?.html ?? '').every((block) => !old.includes(block)));
  });
});
