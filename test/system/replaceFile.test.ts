import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFile } from '../../server/src/system/replaceFile.ts';

describe('replaceFile', () => {
  let folder: string;
  const bytes = new Uint8Array([4, 5, 6]);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'replace-file-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('writes a new file and leaves nothing beside it', async () => {
    await replaceFile(join(folder, '报告.docx'), bytes);
    assert.deepEqual(await readdir(folder), ['报告.docx']);
    assert.deepEqual([...(await readFile(join(folder, '报告.docx')))], [4, 5, 6]);
  });

  it('replaces an old file', async () => {
    const path = join(folder, 'old.docx');
    await writeFile(path, 'something much longer than the new content');
    await replaceFile(path, bytes);
    assert.deepEqual([...(await readFile(path))], [4, 5, 6]);
  });

  it('leaves everything as it was when it fails', async () => {
    const path = join(folder, 'in-the-way.docx');
    await mkdir(path);
    await writeFile(join(path, 'kept'), 'kept');
    await assert.rejects(replaceFile(path, bytes));
    assert.deepEqual(await readdir(folder), ['in-the-way.docx']);
    assert.equal(await readFile(join(path, 'kept'), 'utf8'), 'kept');
  });

  it('says when the folder does not exist', async () => {
    await assert.rejects(replaceFile(join(folder, 'none/new.docx'), bytes), { code: 'ENOENT' });
  });
});
