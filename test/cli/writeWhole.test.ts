import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../../server/src/cli/failure.ts';
import { writeWhole } from '../../server/src/cli/writeWhole.ts';
import { english } from '../../server/src/wording/localize.ts';

describe('Writing a file whole', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'report-writer-write-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('puts the new file in the place of the old one and leaves nothing else', async () => {
    const path = join(folder, 'out.docx');
    writeFileSync(path, 'old');
    await writeWhole(path, Uint8Array.from([1, 2, 3]), english);
    assert.deepEqual([...readFileSync(path)], [1, 2, 3]);
    assert.deepEqual(readdirSync(folder), ['out.docx']);
  });

  it('keeps the old file when it cannot write, and names it', async () => {
    const path = join(folder, 'out.docx');
    writeFileSync(path, 'old');
    // In the way of the file that is written first.
    mkdirSync(join(folder, `.out.docx.tmp-${process.pid}`));
    await assert.rejects(writeWhole(path, 'new', english), (error) => error instanceof Failure && error.message.includes(path));
    assert.equal(readFileSync(path, 'utf8'), 'old');
  });
});
