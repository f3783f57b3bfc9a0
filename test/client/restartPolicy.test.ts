import assert from 'node:assert/strict';
import { RestartPolicy } from '../../client/src/restartPolicy.ts';

describe('the restart policy', () => {
  it('waits longer after each crash and gives up at the fifth', () => {
    const policy = new RestartPolicy(() => 1000);
    policy.started();
    assert.deepEqual(
      [1, 2, 3, 4, 5].map(() => policy.crashed()),
      [500, 2000, 8000, 30_000, undefined],
    );
  });

  it('forgets old crashes once the server has lived for three minutes', () => {
    let now = 1;
    const policy = new RestartPolicy(() => now);
    policy.started();
    policy.crashed();
    policy.started();
    now += 3 * 60_000 - 1;
    assert.equal(policy.crashed(), 2000);
    policy.started();
    now += 3 * 60_000;
    assert.equal(policy.crashed(), 500);
  });

  it('begins again when the writer asks for a new start', () => {
    const policy = new RestartPolicy(() => 1000);
    policy.started();
    policy.crashed();
    policy.reset();
    assert.equal(policy.crashed(), 500);
  });
});
