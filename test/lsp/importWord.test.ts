import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { runJobHere } from '../../server/src/lsp/jobs/jobs.ts';
import { fromBase64, toBase64 } from '../../server/src/protocol/base64.ts';
import { documentName, type ImportParams, type ImportResult, importRequest, pictureFolderName } from '../../server/src/protocol/import.ts';
import { p, rawDocx, run, title } from '../import/rawDocx.ts';
import { onePixelPng } from '../support/docx/samplePictures.ts';
import { startsServers } from './support/inProcess.ts';

describe('the import of a Word document by the server', () => {
  const start = startsServers();
  const params = (bytes: Uint8Array): ImportParams => ({ bytes: toBase64(bytes), pictureFolder: '方案.assets' });
  const document = rawDocx({
    body: title('方案') + p(`${run('正文。')}<w:r><w:drawing><a:blip r:embed="a"/></w:drawing></w:r>${run('隐', '<w:vanish/>')}`),
    relationships: '<Relationship Id="a" Type="x/image" Target="media/a.png"/>',
    files: { 'word/media/a.png': onePixelPng },
  });

  it('gives text, pictures and remarks with their places, in the writer’s language', async () => {
    const { client } = await start({ locale: 'zh-cn' });
    const made: ImportResult = await client.sendRequest(importRequest, params(document));
    assert.ok(made.kind === 'report');
    assert.equal(made.text, '方案\n\n正文。\n\n![](方案.assets/image1.png)\n');
    assert.deepEqual(
      made.pictures.map(({ name, bytes }) => [name, fromBase64(bytes).length]),
      [['image1.png', onePixelPng.length]],
    );
    assert.deepEqual(made.remarks, [
      { message: '隐藏文字没有导入：隐', range: { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } } },
    ]);
  });

  it('says why a file is refused', async () => {
    const { client } = await start({ locale: 'en' });
    const made: ImportResult = await client.sendRequest(importRequest, params(new Uint8Array([1, 2, 3])));
    assert.ok(made.kind === 'refused');
    assert.match(made.message, /no Word document/);
  });

  it('ends when it is cancelled, and tells a fault', async () => {
    const source = new CancellationTokenSource();
    const host = {
      runJob: ((name, input, step, token) => {
        source.cancel();
        return new Promise(
          (resolve, reject) =>
            token.onCancellationRequested(() => reject(new Error('cancelled'))) ?? runJobHere(name, input, step, token).then(resolve),
        );
      }) as typeof runJobHere,
    };
    const { client } = await start({ host });
    await assert.rejects(Promise.resolve(client.sendRequest(importRequest, params(document), source.token)));
    const failing = await start({ host: { runJob: () => Promise.reject(new Error('out of memory')) } });
    await assert.rejects(
      Promise.resolve(failing.client.sendRequest(importRequest, params(document))),
      /could not be imported: out of memory/,
    );
  });

  it('names reports and folders of pictures so that paths in a report can have them', () => {
    assert.equal(documentName('方案.DOCX'), '方案');
    assert.equal(documentName('.docx'), 'report');
    const cases: readonly (readonly [string, string])[] = [
      ['方案.docx', '方案.assets'],
      ['a(1)[2]#3%2e.docx', 'a_1_2_3_2e.assets'],
      ['..docx', 'report.assets'],
      ['con.docx', 'con_.assets'],
      ['a/b\\c:d.docx', 'a_b_c_d.assets'],
      [`${'长'.repeat(200)}.docx`, `${'长'.repeat(80)}.assets`],
    ];
    for (const [name, folder] of cases) assert.equal(pictureFolderName(name), folder);
  });
});
