import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { Rereading } from '../../server/src/lsp/rereading.ts';

describe('Reading something again', () => {
  /** What each reading that was allowed to keep its result has kept, and the readings that wait for their files. */
  let kept: string[];
  let failures: unknown[];
  let files: { readonly arrive: (text: string) => void; readonly fail: (reason: string) => void }[];
  let rereading: Rereading;
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    kept = [];
    failures = [];
    files = [];
    const read = async (isLatest: () => boolean) => {
      const text = await new Promise<string>((arrive, fail) => files.push({ arrive, fail }));
      if (isLatest()) kept.push(text);
    };
    rereading = new Rereading(read, (error) => failures.push(error), 100);
  });
  afterEach(() => mock.timers.reset());

  it('waits until nothing has changed for a while, then reads once', () => {
    rereading.plan();
    mock.timers.tick(99);
    rereading.plan();
    mock.timers.tick(99);
    assert.equal(files.length, 0);
    mock.timers.tick(1);
    assert.equal(files.length, 1);
    mock.timers.tick(1000);
    void rereading.ready();
    assert.equal(files.length, 1);
  });

  it('begins a planned reading when somebody wants the result, and does not begin it again', async () => {
    rereading.plan();
    const ready = rereading.ready();
    files[0]?.arrive('a');
    await ready;
    mock.timers.tick(1000);
    assert.deepEqual(kept, ['a']);
    assert.equal(files.length, 1);
  });

  it('is ready at once when there is nothing to read', async () => {
    await rereading.ready();
    rereading.now();
    files[0]?.arrive('a');
    await rereading.ready();
    await rereading.ready();
    assert.equal(files.length, 1);
  });

  it('drops a reading that a later one has overtaken, and is ready only after the later one', async () => {
    rereading.now();
    const ready = rereading.ready().then(() => kept.push('ready'));
    rereading.now();
    files[0]?.arrive('old');
    await new Promise(setImmediate);
    assert.deepEqual(kept, []);
    files[1]?.arrive('new');
    await ready;
    assert.deepEqual(kept, ['new', 'ready']);
  });

  it('keeps nothing after it was stopped, be the reading planned or under way', async () => {
    rereading.now();
    rereading.plan();
    rereading.stop();
    files[0]?.arrive('a');
    await rereading.ready();
    mock.timers.tick(1000);
    assert.deepEqual([kept, files.length], [[], 1]);
  });

  it('tells of a reading that failed, and reads on', async () => {
    rereading.now();
    files[0]?.fail('no such file');
    await rereading.ready();
    rereading.now();
    files[1]?.arrive('b');
    await rereading.ready();
    assert.deepEqual([failures, kept], [['no such file'], ['b']]);
  });
});
