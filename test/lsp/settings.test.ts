import assert from 'node:assert/strict';
import { defaultSettings, readSettings } from '../../server/src/lsp/settings.ts';
import { pulling, startsServers, uri } from './support/inProcess.ts';

describe('Settings', () => {
  const start = startsServers();

  it('take any nonsense for their defaults', () => {
    for (const sent of [
      undefined,
      null,
      7,
      'x',
      [],
      {},
      { diagnostics: null },
      { diagnostics: { limit: 'many', hints: 1 }, completion: [] },
    ]) {
      assert.deepEqual(readSettings(sent), defaultSettings, JSON.stringify(sent));
    }
    assert.equal(readSettings({ diagnostics: { limit: -3 } }).diagnostics.limit, defaultSettings.diagnostics.limit);
  });

  it('are asked for once a document until they change, and then diagnostics are made anew', async () => {
    let asked = 0;
    let limit = 2;
    let refreshed = 0;
    const server = await start({
      capabilities: { ...pulling, workspace: { configuration: true, diagnostics: { refreshSupport: true } } },
    });
    server.client.onRequest('workspace/configuration', ({ items }: { items: readonly { section: string; scopeUri?: string }[] }) => {
      // The catalogues of sections ask for themselves, once a workspace.
      asked += items.filter(({ scopeUri }) => scopeUri === uri).length;
      return items.map(({ section }) => (section === 'reportWriter' ? { diagnostics: { limit } } : null));
    });
    server.client.onRequest('workspace/diagnostic/refresh', () => {
      refreshed += 1;
    });
    await server.open('会议*次。\n'.repeat(9));
    const first = await server.pull();
    assert.equal(first.kind === 'full' && first.items.length, 3);
    await server.pull();
    assert.equal(asked, 1);
    limit = 4;
    await server.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const second = await server.pull(first.resultId);
    assert.equal(second.kind === 'full' && second.items.length, 5);
    assert.equal(asked, 2);
    assert.equal(refreshed, 1);
  });

  it('come with the notification from clients that cannot be asked', async () => {
    const server = await start();
    await server.open('会议*次。');
    assert.equal((await server.pulled()).length, 1);
    await server.client.sendNotification('workspace/didChangeConfiguration', {
      settings: { reportWriter: { diagnostics: { enabled: false } } },
    });
    assert.equal((await server.pulled()).length, 0);
  });
});
