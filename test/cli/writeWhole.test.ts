import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    // Longer than a file system takes with what the file beside it has more.
    const long = join(folder, `${'长'.repeat(80)}.docx`);
    writeFileSync(long, 'old');
    await assert.rejects(writeWhole(long, 'new', english), (error) => error instanceof Failure && error.message.includes(long));
    assert.equal(readFileSync(long, 'utf8'), 'old');
    assert.equal(readdirSync(folder).length, 2);
  });
});
