import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { CancellationToken, CancellationTokenSource } from 'vscode-languageserver';
import type { ExportJob } from '../../server/src/lsp/jobs/exportJob.ts';
import { runJobHere } from '../../server/src/lsp/jobs/jobs.ts';
import { JobThreads } from '../../server/src/lsp/jobs/jobThreads.ts';
import { nodeThreads } from '../../server/src/lsp/jobs/nodeThread.ts';

describe('Threads for long work', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-writer-threads-'));
  const program = join(folder, 'server.js');
  let started = 0;
  let threads: JobThreads;

  before(() =>
    build({ entryPoints: ['server/src/node.ts'], outfile: program, bundle: true, platform: 'node', target: 'node20', format: 'cjs' }),
  );
  after(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(() => {
    started = 0;
    const start = nodeThreads(program);
    threads = new JobThreads((listener) => {
      started += 1;
      return start(listener);
    });
  });
  afterEach(() => threads.dispose());

  const jobOf = (text: string): ExportJob => ({
    uri: 'file:///work/a.report',
    text,
    format: 'html',
    final: true,
    list: false,
    locale: undefined,
    pictures: new Map(),
  });
  const run = (text: string, token = CancellationToken.None) => threads.run('export', jobOf(text), () => undefined, token);

  it('take one job after the other, and more than one at a time', async () => {
    const first = await run('一、甲');
    const second = await run('一、乙');
    assert.match(new TextDecoder().decode(first.bytes), /甲/);
    assert.match(new TextDecoder().decode(second.bytes), /乙/);
    assert.equal(started, 1);
    await Promise.all([run('一、丙'), run('一、丁')]);
    assert.equal(started, 2);
  });

  it('stop at once when a job is cancelled, and take the next all the same', async () => {
    const source = new CancellationTokenSource();
    const long = run('各单位要按期落实。\n'.repeat(300_000), source.token);
    setTimeout(() => source.cancel(), 50);
    await assert.rejects(long, /cancelled/);
    await assert.rejects(run('一、甲', source.token), /cancelled/);
    assert.match(new TextDecoder().decode((await run('一、乙')).bytes), /乙/);
    assert.equal(started, 2);
  });

  it('tell a failure with its reason and live on', async () => {
    const broken = { ...jobOf('一、甲'), pictures: undefined as never };
    await assert.rejects(
      threads.run('export', broken, () => undefined, CancellationToken.None),
      /TypeError/,
    );
    await run('一、乙');
    assert.equal(started, 1);
  });

  it('tell when a thread cannot be started', async () => {
    const none = new JobThreads(nodeThreads(join(folder, 'none.js')));
    await assert.rejects(
      none.run('export', jobOf('一、甲'), () => undefined, CancellationToken.None),
      /Cannot find module/,
    );
  });

  it('leave the work to another where they cannot be started', async () => {
    const none = new JobThreads(nodeThreads(join(folder, 'none.js')), runJobHere);
    const { bytes } = await none.run('export', jobOf('一、甲'), () => undefined, CancellationToken.None);
    assert.match(new TextDecoder().decode(bytes), /甲/);
  });
});
